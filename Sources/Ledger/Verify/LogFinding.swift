/// Something about a log that is not as it was signed.
///
/// A finding is what was seen, not an error: where the log could not be looked at, `verify` throws. It names ids,
/// numbers and hashes, never what a record says.
public struct LogFinding: Hashable, Sendable, Codable {
    public let code: Code
    public let place: Place
    public let expected: String
    public let found: String

    public init(_ code: Code, _ place: Place, expected: String, found: String) {
        self.code = code
        self.place = place
        self.expected = expected
        self.found = found
    }

    /// What is wrong; the raw value is stable.
    public enum Code: String, CaseIterable, Hashable, Sendable, Codable {
        // Records
        /// A record's bytes are not those that were signed.
        case recordAltered = "log.record-altered"
        /// A record was signed and is not there.
        case recordMissing = "log.record-missing"
        /// A record stands where another one was signed.
        case recordMoved = "log.record-moved"
        /// A record is there that no checkpoint speaks for.
        case recordUnsigned = "log.record-unsigned"
        /// The columns that say which record it is do not say what its bytes say.
        case recordColumns = "log.record-columns"
        /// The bytes were signed, but are not a record in canonical form.
        case recordForm = "log.record-form"
        /// A version does not continue the one before it.
        case versionChain = "log.version-chain"

        // The tree
        /// The records do not give the signed root, and no single one can be named.
        case rootMismatch = "log.root-mismatch"
        /// A stored leaf hash is not the one that was signed; the record is.
        case leafAltered = "log.leaf-altered"
        case leafMissing = "log.leaf-missing"
        case leafUnsigned = "log.leaf-unsigned"

        // Checkpoints
        /// A checkpoint's text or signatures are not those that were signed.
        case checkpointAltered = "log.checkpoint-altered"
        /// No known key has signed it.
        case checkpointUnsigned = "log.checkpoint-unsigned"
        case checkpointMissing = "log.checkpoint-missing"
        /// A checkpoint is of another log or of another size than its row says.
        case checkpointMisplaced = "log.checkpoint-misplaced"
        /// A checkpoint was signed at an earlier time than the one before.
        case checkpointTime = "log.checkpoint-time"
        /// The stored right edge of the tree is not the one that was signed.
        case frontierAltered = "log.frontier-altered"
        /// The log does not continue a checkpoint that someone else holds.
        case historyRewritten = "log.history-rewritten"
        /// The log is shorter than a checkpoint that someone else holds.
        case historyShortened = "log.history-shortened"

        // Around it
        /// The log's own row does not name it as its checkpoints do.
        case originAltered = "log.origin-altered"
        /// A table, index or trigger of the store is not as Dossier made it.
        case schemaAltered = "log.schema-altered"
        /// Rows that belong to no log.
        case strayRows = "log.stray-rows"
        /// The read model does not say what the records say. Rebuilding it mends that.
        case readModel = "log.read-model"
        /// There are more findings than are listed.
        case more = "log.more"
    }

    /// Where it is.
    public enum Place: Hashable, Sendable, Codable {
        case log
        /// A record; its id as the store has it, nil where there is none or it is no id.
        case entry(seq: Int, record: String?)
        /// One or more of these records: it cannot be said which.
        case entries(Range<Int>)
        /// The row of leaf hashes that begins with this record's.
        case leaves(first: Int)
        /// A checkpoint, by its number in the log.
        case checkpoint(number: Int)
        /// A checkpoint that someone else holds, by its index among those that were given.
        case held(Int)
        /// The read model's row for the record that first came into the log here.
        case latest(first: Int)
        case table(String)
    }
}

extension LogFinding.Place: CustomStringConvertible {
    public var description: String {
        switch self {
        case .log: "the log"
        case .entry(let seq, let record?): "record \(seq) (\(record))"
        case .entry(let seq, nil): "record \(seq)"
        case .entries(let range) where range.count == 1: "record \(range.lowerBound)"
        case .entries(let range): "records \(range.lowerBound) to \(range.upperBound - 1)"
        case .leaves(let first): "leaf hashes from \(first)"
        case .checkpoint(let number): "checkpoint \(number)"
        case .held(let index): "held checkpoint \(index)"
        case .latest(let first): "read model, record \(first)"
        case .table(let name): "table \(name)"
        }
    }

    /// The first record concerned, for putting findings in order.
    var position: Int {
        switch self {
        case .log, .table: -1
        case .entry(let seq, _): seq
        case .entries(let range): range.lowerBound
        case .leaves(let first), .latest(let first): first
        case .checkpoint(let number): number
        case .held(let index): index
        }
    }
}

extension LogFinding: CustomStringConvertible {
    public var description: String { "\(place): \(code.rawValue): expected \(expected), found \(found)" }
}
