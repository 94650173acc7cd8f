// Every path of the vault on disk comes from this file.
//
//     HOME/vault/                         0700
//     HOME/vault/objects/aa/<sha256>      0400, whole and durable from the moment it has this name
//     HOME/vault/incoming/<session>/      0700, what one running take-in is writing
//     HOME/vault/incoming/<session>/lock  held by flock(2) for as long as that take-in lives

/// Where things are in a vault; pure functions of the home folder.
public struct VaultLayout: Hashable, Sendable {
    /// `HOME/vault`.
    public let folder: String

    /// The vault of the store in the folder `home`.
    public init(home: String) {
        folder = "\(home)/vault"
    }

    public var objects: String { "\(folder)/objects" }

    /// The folder of all objects whose digest begins with the byte `prefix`.
    public func objectFolder(_ prefix: UInt8) -> String {
        "\(objects)/\(hexadecimal(prefix))"
    }

    public func object(_ digest: FileDigest) -> String {
        "\(folder)/\(relativeObject(digest))"
    }

    /// The path of an object below the vault's folder, as findings name it.
    public func relativeObject(_ digest: FileDigest) -> String {
        "objects/\(hexadecimal(digest.firstByte))/\(digest.hex)"
    }

    public var incoming: String { "\(folder)/incoming" }

    public func session(_ number: Int) -> String { "\(incoming)/\(number)" }

    public func sessionLock(_ number: Int) -> String { "\(session(number))/lock" }

    /// The place of the `slot`th file of a batch while it is being written.
    public func incomingFile(session number: Int, slot: Int) -> String { "\(session(number))/\(slot)" }

    static let folderMode: UInt32 = 0o700
    static let objectMode: UInt32 = 0o400
}

/// Two lower-case hexadecimal digits.
func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: [digits[Int(byte >> 4)], digits[Int(byte & 15)]], as: UTF8.self)
}
