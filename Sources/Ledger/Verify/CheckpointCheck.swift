internal import Dispatch
internal import Foundation
internal import Synchronization

/// Checks a log's checkpoints by themselves, and gives the signed roots that the records are then held against.
struct CheckpointCheck {
    /// A root that a known key has signed.
    struct Mark: Sendable {
        let number: Int
        let size: Int
        let root: Hash
        /// The right edge of the tree, where the stored one gives the signed root.
        let frontier: Frontier?
    }

    private(set) var marks: [Mark] = []
    private(set) var findings: FindingList
    private let keys: [OfficeKey]
    /// The names that the log can have.
    private let origins: Set<String>
    private var nextNumber = 0
    private var lastSize = -1
    private var lastTime: Date?

    init(keys: [OfficeKey], origins: Set<String>, limit: Int) {
        self.keys = keys
        self.origins = origins
        findings = FindingList(limit: limit)
    }

    /// Takes the next rows, in the order of their numbers. The signatures are checked on all cores.
    mutating func check(_ rows: [StoredCheckpoint]) {
        let keys = keys
        let share = 64
        let examined = Mutex<[Int: [Examined]]>([:])
        DispatchQueue.concurrentPerform(iterations: (rows.count + share - 1) / share) { part in
            let range = part * share..<min((part + 1) * share, rows.count)
            let results = rows[range].map { Examined($0, keys: keys) }
            examined.withLock { $0[part] = results }
        }
        let results = examined.withLock { $0 }.sorted { $0.key < $1.key }.flatMap(\.value)
        for (row, examined) in zip(rows, results) { check(row, examined) }
    }

    /// What can be said of one row without the others.
    private struct Examined: Sendable {
        let checkpoint: SignedCheckpoint?
        let fault: (code: LogFinding.Code, found: String)?
        let frontier: Frontier?

        init(_ row: StoredCheckpoint, keys: [OfficeKey]) {
            frontier = Frontier(size: row.size, bytes: row.frontier)
            do throws(NoteError) {
                let note = try SignedNote(row.note)
                let checkpoint = try SignedCheckpoint(verifying: note, keys: keys)
                self.checkpoint = checkpoint
                // Every byte counts: no line but the two signatures, and each in its one spelling.
                let whole = note.signatures.count == 2 && note.description.isExactly(row.note)
                fault = whole ? nil : (.checkpointAltered, "something that was not signed")
            } catch {
                checkpoint = nil
                let code: LogFinding.Code =
                    error == .noKnownSignature ? .checkpointUnsigned : .checkpointAltered
                fault = (code, error.description)
            }
        }
    }

    private mutating func check(_ row: StoredCheckpoint, _ examined: Examined) {
        let place = LogFinding.Place.checkpoint(number: row.number)
        while nextNumber < row.number, findings.left == 0 {
            findings.add(
                .checkpointMissing,
                .checkpoint(number: nextNumber),
                expected: "a checkpoint",
                found: "none"
            )
            nextNumber += 1
        }
        nextNumber = max(nextNumber, row.number == .max ? .max : row.number + 1)
        if let fault = examined.fault {
            findings.add(fault.code, place, expected: "the office's signed note", found: fault.found)
        }
        guard let checkpoint = examined.checkpoint else { return }
        let head = checkpoint.head
        let isOurs = origins.contains(where: head.origin.isExactly)
        guard isOurs, head.size == row.size, row.size > lastSize, row.number >= 0,
            (row.number == 0) == (row.size == 0)
        else {
            findings.add(
                .checkpointMisplaced,
                place,
                expected: "size \(row.size), larger than \(lastSize), of this log",
                found: "size \(head.size)\(isOurs ? "" : " of another log")"
            )
            return
        }
        lastSize = row.size
        if let lastTime, checkpoint.signedAt < lastTime {
            findings.add(
                .checkpointTime,
                place,
                expected: "\(lastTime.formatted(.iso8601)) or later",
                found: checkpoint.signedAt.formatted(.iso8601)
            )
        }
        lastTime = checkpoint.signedAt
        let whole = examined.frontier?.root == head.root
        if !whole {
            findings.add(
                .frontierAltered,
                place,
                expected: "subtrees with the root \(head.root)",
                found: examined.frontier.map { "the root \($0.root)" } ?? "something else"
            )
        }
        marks.append(
            Mark(
                number: row.number,
                size: row.size,
                root: head.root,
                frontier: whole ? examined.frontier : nil
            )
        )
    }

    /// After the last row.
    mutating func finish() {
        if nextNumber == 0 {
            findings.add(
                .checkpointMissing,
                .checkpoint(number: 0),
                expected: "the checkpoint that opened the log",
                found: "none"
            )
        }
    }
}
