import Foundation
import Testing

/// Keys and certificates made by openssl: none of this project's code has a part in them.
struct OpenSSL {
    enum Kind: String, CaseIterable, CustomTestStringConvertible {
        case p256, p384, p521, rsa2048, rsa3072

        var testDescription: String { rawValue }

        fileprivate var arguments: [String] {
            switch self {
            case .p256: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
            case .p384: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]
            case .p521: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"]
            case .rsa2048: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]
            case .rsa3072: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:3072"]
            }
        }
    }

    let folder: PrivateFolder
    private let openssl: Command

    /// Traps where openssl is missing: the suites that use it are enabled only where it is there.
    init() throws {
        folder = try PrivateFolder()
        openssl = Command.openssl!
    }

    func run(_ arguments: String...) throws {
        try run(arguments)
    }

    func run(_ arguments: [String]) throws {
        let result = try openssl.run(arguments, in: folder.url)
        guard result.status == 0 else { throw Failed(output: result.output) }
    }

    struct Failed: Error { let output: String }

    /// A PKCS#8 key in `name`.key.
    func key(_ kind: Kind, _ name: String) throws -> String {
        try run(["genpkey"] + kind.arguments + ["-out", "\(name).key"])
        return try folder.text("\(name).key")
    }

    /// A self-signed certificate in `name`.pem, for the key in `name`.key.
    func selfSigned(
        _ name: String,
        subject: String = "/O=Elsewhere/CN=elsewhere",
        extensions: [String],
        days: Int = 30
    ) throws -> String {
        // `-config` leaves out what the system's openssl.cnf would add.
        try folder.write(Array("[req]\ndistinguished_name=dn\n[dn]\n".utf8), to: "empty.cnf")
        try run(
            [
                "req", "-new", "-x509", "-config", "empty.cnf", "-key", "\(name).key", "-subj", subject,
                "-utf8",
            ]
                + ["-days", "\(days)", "-sha256", "-out", "\(name).pem"]
                + extensions.flatMap { ["-addext", $0] }
        )
        return try folder.text("\(name).pem")
    }

    /// A certificate in `name`.pem for the key in `name`.key, issued by `issuer`.
    func issue(
        _ name: String,
        by issuer: String,
        subject: String = "/O=Elsewhere/CN=signer",
        extensions: [String],
        digest: String = "sha256"
    ) throws -> String {
        try folder.write(Array("[req]\ndistinguished_name=dn\n[dn]\n".utf8), to: "empty.cnf")
        try folder.write(Array((["[v3]"] + extensions).joined(separator: "\n").utf8), to: "\(name).ext")
        try run(
            "req",
            "-new",
            "-config",
            "empty.cnf",
            "-key",
            "\(name).key",
            "-subj",
            subject,
            "-out",
            "\(name).csr"
        )
        try run(
            "x509",
            "-req",
            "-in",
            "\(name).csr",
            "-CA",
            "\(issuer).pem",
            "-CAkey",
            "\(issuer).key",
            "-CAcreateserial",
            "-days",
            "30",
            "-\(digest)",
            "-extfile",
            "\(name).ext",
            "-extensions",
            "v3",
            "-out",
            "\(name).pem"
        )
        return try folder.text("\(name).pem")
    }

    static let authority = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"]
    static let signer = [
        "basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature,nonRepudiation",
    ]
}
