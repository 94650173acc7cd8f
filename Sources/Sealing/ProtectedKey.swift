internal import Crypto
internal import CryptoExtras
internal import Foundation

/// A secret key under a passphrase: scrypt (RFC 7914) makes the key of AES-256-GCM from it. A text.
public struct ProtectedKey: Sendable {
    /// The text, whole.
    public let bytes: [UInt8]
    public let algorithm: KeyAlgorithm
    /// Of the public half.
    public let fingerprint: String
    private let work: Work
    private let salt: [UInt8]
    private let initialisation: [UInt8]
    private let headerCount: Int
    private let ciphertext: [UInt8]

    private static let title = "dossier-secret-key 1"
    private static let names = ["algorithm", "fingerprint", "scrypt", "salt", "initialisation"]

    /// How hard it is to try a passphrase: 2 to the power of `exponent` rounds over blocks of 1 KiB.
    public struct Work: Hashable, Sendable {
        public let exponent: Int

        /// 128 MiB and about half a second.
        public static let standard = Work(exponent: 17)
        /// For tests.
        public static let light = Work(exponent: 10)

        /// More than this is an attack by the file on who opens it.
        static let allowed = 10...20
    }

    public init(
        _ key: SecretKey,
        passphrase: [UInt8],
        work: Work = .standard,
        using random: inout some RandomNumberGenerator
    ) {
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        let initialisation = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
        let header = SealedHeader(
            Self.title,
            [
                "algorithm": key.algorithm.rawValue, "fingerprint": key.recipient.fingerprint,
                "scrypt": "N=2^\(work.exponent) r=8 p=1", "salt": Data(salt).base64EncodedString(),
                "initialisation": Data(initialisation).base64EncodedString(),
            ]
        ).bytes
        // None of the sizes can be refused: they are all made here.
        let box = try! AES.GCM.seal(
            key.raw,
            using: Self.key(from: passphrase, salt: salt, work: work),
            nonce: AES.GCM.Nonce(data: initialisation),
            authenticating: header
        )
        let ciphertext = Array(box.ciphertext) + Array(box.tag)
        bytes = header + Array(Data(ciphertext).base64EncodedString().utf8) + [0x0A]
        (algorithm, fingerprint, self.work) = (key.algorithm, key.recipient.fingerprint, work)
        (self.salt, self.initialisation, self.ciphertext) = (salt, initialisation, ciphertext)
        headerCount = header.count
    }

    /// Reads the text. It says nothing yet about the passphrase.
    public init(_ bytes: [UInt8]) throws(SealingError) {
        guard let (header, count) = SealedHeader.read(bytes, title: Self.title, names: Self.names),
            let algorithm = KeyAlgorithm(rawValue: header["algorithm"]!),
            let work = Work.allowed.map(Work.init).first(where: {
                header["scrypt"] == "N=2^\($0.exponent) r=8 p=1"
            }),
            let salt = Data(strictBase64: header["salt"]!.utf8), salt.count == 16,
            let initialisation = Data(strictBase64: header["initialisation"]!.utf8),
            initialisation.count == 12,
            // An editor may have changed the end of the last line.
            let ciphertext = Data(
                strictBase64: bytes.dropFirst(count).filter { $0 != 0x0A && $0 != 0x0D }
            ),
            ciphertext.count == algorithm.secretCount + KeyAlgorithm.tagCount
        else { throw .notAKey }
        self.bytes = bytes
        (self.algorithm, fingerprint, self.work) = (algorithm, header["fingerprint"]!, work)
        (self.salt, self.initialisation, self.ciphertext) =
            (Array(salt), Array(initialisation), Array(ciphertext))
        headerCount = count
    }

    /// - Throws: `SealingError.cannotOpen` for a wrong passphrase and for a changed text.
    public func unlock(_ passphrase: [UInt8]) throws(SealingError) -> SecretKey {
        do {
            let raw = try AES.GCM.open(
                AES.GCM.SealedBox(combined: initialisation + ciphertext),
                using: Self.key(from: passphrase, salt: salt, work: work),
                authenticating: bytes.prefix(headerCount)
            )
            let key = try SecretKey(algorithm, raw: Array(raw))
            guard key.recipient.fingerprint == fingerprint else { throw SealingError.cannotOpen }
            return key
        } catch {
            throw .cannotOpen
        }
    }

    private static func key(from passphrase: [UInt8], salt: [UInt8], work: Work) throws -> SymmetricKey {
        try KDF.Scrypt.deriveKey(
            from: passphrase,
            salt: salt,
            outputByteCount: 32,
            rounds: 1 << work.exponent,
            blockSize: 8,
            parallelism: 1
        )
    }
}

extension SecretKey {
    /// Reads a key file of any form: under a passphrase, which is asked for only then, or in clear.
    public init(text: [UInt8], passphrase: () throws -> [UInt8]) throws {
        if let protected = try? ProtectedKey(text) {
            self = try protected.unlock(try passphrase())
        } else {
            self = try SecretKey(pem: String(decoding: text, as: UTF8.self))
        }
    }
}
