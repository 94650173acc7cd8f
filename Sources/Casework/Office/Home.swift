internal import Foundation

/// Where an office keeps everything: one folder. Every path below it comes from here.
public struct Home: Hashable, Sendable {
    /// An absolute path without a slash at its end.
    public let path: String

    public init(path: String) {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    /// `DOSSIER_HOME`, else the platform's folder for a program's data.
    public static func standard(environment: [String: String]) -> Home {
        if let path = environment["DOSSIER_HOME"], !path.isEmpty { return Home(path: path) }
        #if os(macOS)
        return Home(path: NSHomeDirectory() + "/Library/Application Support/Dossier")
        #else
        let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return Home(path: (data ?? NSHomeDirectory() + "/.local/share") + "/dossier")
        #endif
    }

    public var office: String { path + "/office.xml" }
    public var store: String { path + "/store.sqlite" }
    /// The vault makes its own folders below this one.
    public var vault: String { path }
    public var keys: String { path + "/keys" }
    public var logKey: String { keys + "/log-key" }
    public var signingKey: String { keys + "/signing-key.pem" }
    public var signingCertificates: String { keys + "/signing-certificates.pem" }
    /// The key of the office's own authority, where it has one.
    public var authorityKey: String { keys + "/authority-key.pem" }
    /// Of each account the public half of its key, and where the account works here its secret key under a passphrase.
    public var userKeys: String { keys + "/users" }
    public func publicKey(of account: String) -> String { userKeys + "/" + account + ".pub" }
    public func secretKey(of account: String) -> String { userKeys + "/" + account + ".key" }
    /// The public half; the secret one is kept elsewhere.
    public var recoveryKey: String { keys + "/recovery.pub" }
    /// The wrapped keys of a case's identities: for each key a folder with a file for each who may open it.
    func identityKeys(of caseID: String) -> String { keys + "/identities/" + caseID }
    /// What a receiver is given to trust this office's bundles by (`dossier verify --trust`).
    public var trustAnchor: String { path + "/trust-this-office.pem" }
    public var work: String { path + "/work" }
}
