internal import CaseFile
internal import Ledger

/// The tree that the records make, against the root and the checkpoint that the office signed.
struct LogCheck {
    /// The case that the file says it is of.
    let caseRecord: RecordID?
    let log: CaseFileReading.Log
    let tree: Frontier

    func findings() -> [VerificationFinding] {
        var findings: [VerificationFinding] = []
        func add(_ code: String, expected: String, found: String) {
            findings.append(.init(code, .failure, at: "log", expected: expected, found: found))
        }
        if tree.size != log.size { add("log.size-differs", expected: "\(log.size)", found: "\(tree.size)") }
        let root = tree.root.description
        if root != log.root { add("log.root-differs", expected: log.root, found: root) }
        // An office has a log for each case, all signed by one key: only the log's name says which case it is of.
        if let caseRecord, !log.origin.hasSuffix("/case/\(caseRecord)") {
            add("log.of-another-case", expected: "a log of case \(caseRecord)", found: log.origin)
        }
        do throws(NoteError) {
            let note = try SignedNote(log.checkpoint)
            var keys: [NoteKey] = []
            for key in log.keys { keys.append(try NoteKey(key)) }
            let verified = try note.verified(by: keys)
            let head = try TreeHead(text: verified.text)
            // The log's own key has the log's name; a cosignature alone does not make a checkpoint.
            if !verified.signers.contains(where: { $0.key.name == log.origin && $0.key.algorithm == .ed25519 }
            ) {
                add("log.checkpoint-not-signed", expected: "a signature by the log's key", found: "none")
            }
            if head.origin != log.origin {
                add("log.origin-differs", expected: head.origin, found: log.origin)
            }
            if head.size != tree.size {
                add("log.checkpoint-size-differs", expected: "\(head.size)", found: "\(tree.size)")
            }
            if head.root != tree.root {
                add("log.checkpoint-root-differs", expected: head.root.description, found: root)
            }
        } catch {
            add("log.checkpoint", expected: "a signed checkpoint", found: error.description)
        }
        return findings
    }
}
