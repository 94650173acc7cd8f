internal import Crypto
internal import Foundation

/// The key under which the identities of a case are encrypted (AES-256-GCM). It is never stored, only wrapped for
/// those who may open them.
public struct IdentityKey: Sendable {
    /// Its name, which tells nothing of it: `1-9f86d081`. The number counts the keys of a case.
    public let id: String
    private let key: SymmetricKey

    /// - Parameter number: of the case's keys, from 1.
    public init(number: Int, using random: inout some RandomNumberGenerator) {
        let bytes = (0..<36).map { _ in UInt8.random(in: 0...255, using: &random) }
        id = "\(number)-" + bytes.suffix(4).map { String(format: "%02x", $0) }.joined()
        key = SymmetricKey(data: bytes.prefix(32))
    }

    private init(id: String, raw: [UInt8]) {
        self.id = id
        key = SymmetricKey(data: raw)
    }
}

// MARK: Identities

extension IdentityKey {
    /// An identity, encrypted.
    public struct Sealed: Hashable, Sendable {
        /// 96 bits.
        public var initialisation: [UInt8]
        /// With its tag of 128 bits at the end.
        public var ciphertext: [UInt8]

        public init(initialisation: [UInt8], ciphertext: [UInt8]) {
            self.initialisation = initialisation
            self.ciphertext = ciphertext
        }
    }

    /// Identities are filled up to multiples of this: the length of a name does not show.
    public static let step = 4096

    /// - Parameters:
    ///   - record, person: the ids of the identity record and of its person; both are authenticated, so that an
    ///     identity cannot be put under another's name.
    public func seal(
        _ clear: [UInt8],
        record: String,
        person: String,
        using random: inout some RandomNumberGenerator
    ) -> Sealed {
        let steps = (clear.count + Padding.lengthCount + Self.step - 1) / Self.step
        let initialisation = (0..<12).map { _ in UInt8.random(in: 0...255, using: &random) }
        // Neither a nonce of 12 bytes nor a key of 32 can be refused.
        let box = try! AES.GCM.seal(
            Padding.fill(clear, to: steps * Self.step),
            using: key,
            nonce: AES.GCM.Nonce(data: initialisation),
            authenticating: associated(record, person)
        )
        return Sealed(initialisation: initialisation, ciphertext: Array(box.ciphertext) + Array(box.tag))
    }

    public func open(_ sealed: Sealed, record: String, person: String) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.SealedBox(
                combined: sealed.initialisation + sealed.ciphertext
            )
            let filled = try AES.GCM.open(box, using: key, authenticating: associated(record, person))
            guard sealed.initialisation.count == 12, let clear = Padding.unfill(Array(filled)) else {
                throw SealingError.cannotOpen
            }
            return clear
        } catch {
            throw .cannotOpen
        }
    }

    private func associated(_ record: String, _ person: String) -> Data {
        Data("dossier-identity 1\nkey: \(id)\nrecord: \(record)\nperson: \(person)\n\n".utf8)
    }
}

// MARK: Wrapping

extension IdentityKey {
    private static let title = "dossier-identity-key 1"
    private static let names = ["case", "key", "suite", "recipient"]
    private static let info = Data("dossier/identity-key/1".utf8)

    /// The key, encrypted for one recipient: a text of a header and base64.
    /// - Parameter caseID: whose identities it opens; authenticated.
    public func wrap(for recipient: RecipientKey, caseID: String) throws(SealingError) -> [UInt8] {
        let header = SealedHeader(
            Self.title,
            [
                "case": caseID, "key": id, "suite": recipient.algorithm.suiteName,
                "recipient": recipient.fingerprint,
            ]
        ).bytes
        let raw = key.withUnsafeBytes { Data($0) }
        let sealed = try recipient.encrypt(raw, info: Self.info, authenticating: header)
        return header + Array(Data(sealed).base64EncodedString().utf8) + [0x0A]
    }

    public static func unwrap(
        _ wrapped: [UInt8],
        by secret: SecretKey,
        caseID: String
    ) throws(SealingError) -> IdentityKey {
        guard let (header, count) = SealedHeader.read(wrapped, title: title, names: names),
            header["case"] == caseID, let id = header["key"],
            wrapped.last == 0x0A,
            let sealed = Data(strictBase64: wrapped.dropFirst(count).dropLast())
        else { throw .cannotOpen }
        let raw = try secret.decrypt(sealed, info: info, authenticating: wrapped.prefix(count))
        guard raw.count == 32 else { throw .cannotOpen }
        return IdentityKey(id: id, raw: raw)
    }

    /// For whom a key is wrapped, and which; nil where it is no wrapped key.
    public static func label(of wrapped: [UInt8]) -> (key: String, recipient: String)? {
        guard let header = SealedHeader.read(wrapped, title: title, names: names)?.header,
            let key = header["key"], let recipient = header["recipient"]
        else { return nil }
        return (key, recipient)
    }
}
