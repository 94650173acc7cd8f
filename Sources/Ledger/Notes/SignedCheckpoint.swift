public import Foundation

/// A checkpoint that its log's office has signed, and said when.
public struct SignedCheckpoint: Hashable, Sendable {
    public let head: TreeHead
    /// To the second.
    public let signedAt: Date
    /// The signed note, with the log's signature and the office's cosignature.
    public let note: SignedNote

    /// Signs the state of a log.
    init(signing head: TreeHead, with key: LogKey, at time: Date) throws(NoteError) {
        self.head = head
        signedAt = Date(timeIntervalSince1970: TimeInterval(time.wholeSeconds))
        note = key.cosign(try key.sign(try SignedNote(text: head.text), as: head.origin), at: time)
    }

    /// Checks both signatures.
    /// - Parameter keys: the keys that the office has or had.
    public init(verifying note: SignedNote, keys: [OfficeKey]) throws(NoteError) {
        let head = try TreeHead(text: note.text)
        for key in keys {
            let logKey = try key.noteKey(named: head.origin)
            let verified: VerifiedNote
            do { verified = try note.verified(by: [logKey, key.cosigner]) } catch {
                if error == .noKnownSignature { continue }
                throw error
            }
            guard verified.signers.contains(where: { $0.key == logKey }),
                let time = verified.signers.lazy.compactMap(\.signedAt).first
            else { continue }
            self.head = head
            self.note = note
            signedAt = time
            return
        }
        throw .noKnownSignature
    }
}
