public import Foundation

/// A text with signatures under it (C2SP signed-note). What it says counts only once `verified(by:)` has passed.
public struct SignedNote: Hashable, Sendable {
    /// More signatures than this are not read.
    public static let signatureLimit = 100
    /// A longer note is not read, in bytes.
    public static let sizeLimit = 1 << 18

    /// What is signed: one or more lines, each with its line feed.
    public let text: String
    public private(set) var signatures: [NoteSignature]

    /// A note that nobody has signed yet; `text` must end its last line.
    public init(text: String) throws(NoteError) {
        guard Self.isText(text), text.utf8.last == UInt8(ascii: "\n") else { throw .notText }
        self.text = text
        self.signatures = []
    }

    /// Reads a note and its signatures.
    public init(_ note: String) throws(NoteError) {
        guard note.utf8.count <= Self.sizeLimit else { throw .tooLarge(limit: Self.sizeLimit) }
        guard Self.isText(note) else { throw .notText }
        // No character of the text can combine with a line feed now, so characters and bytes agree on lines.
        guard let blank = note.range(of: "\n\n", options: [.backwards, .literal]), note.utf8.last == 0x0A
        else { throw .noSignatures }
        text = String(note[..<note.index(after: blank.lowerBound)])
        let lines = note[blank.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        guard !lines.isEmpty else { throw .noSignatures }
        guard lines.count <= Self.signatureLimit else { throw .tooManySignatures(limit: Self.signatureLimit) }
        signatures = []
        for (index, line) in lines.enumerated() {
            guard let signature = NoteSignature(line: line) else { throw .signatureLine(index + 1) }
            signatures.append(signature)
        }
    }

    /// Reads a note that comes as bytes.
    public init(_ bytes: [UInt8]) throws(NoteError) {
        guard let note = String(validating: bytes, as: UTF8.self) else { throw .notText }
        try self.init(note)
    }

    /// The line feed is the only control character in a note.
    private static func isText(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A }
    }
}

extension SignedNote: CustomStringConvertible {
    /// The note as it is published.
    public var description: String {
        text + "\n" + signatures.map { $0.line + "\n" }.joined()
    }
}

// MARK: Verifying

/// A note that at least one known key has signed.
public struct VerifiedNote: Hashable, Sendable {
    public let text: String
    /// The keys whose signatures fit, in the order of the signatures.
    public let signers: [Signer]

    public struct Signer: Hashable, Sendable {
        public let key: NoteKey
        /// When it signed, for a cosignature; other signatures do not say.
        public let signedAt: Date?
    }
}

extension SignedNote {
    /// Checks the signatures by these keys. Others are passed over, as the specification wants; a signature by one
    /// of these keys that does not fit condemns the whole note.
    public func verified(by keys: [NoteKey]) throws(NoteError) -> VerifiedNote {
        var signers: [VerifiedNote.Signer] = []
        for signature in signatures {
            for key in keys where signature.isBy(key) && !signers.contains(where: { $0.key == key }) {
                guard signature.fits(text, by: key) else { throw .wrongSignature(keyID: key.id) }
                let time = key.algorithm == .cosignature ? signature.time : nil
                signers.append(
                    .init(key: key, signedAt: time.map { Date(timeIntervalSince1970: TimeInterval($0)) })
                )
            }
        }
        guard !signers.isEmpty else { throw .noKnownSignature }
        return VerifiedNote(text: text, signers: signers)
    }

    /// The same note with one more signature, in place of one by the same key.
    func adding(_ signature: NoteSignature) -> SignedNote {
        var note = self
        note.signatures.removeAll { $0.name.isExactly(signature.name) && $0.keyID == signature.keyID }
        note.signatures.append(signature)
        return note
    }
}
