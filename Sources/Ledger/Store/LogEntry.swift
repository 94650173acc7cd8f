public import CaseFile

/// A record on its way into a log.
public struct NewEntry: Hashable, Sendable {
    /// The record in exclusive C14N, with its nonce. Which record it is, of what kind and version, they say.
    public let bytes: [UInt8]
    /// What the file calls the record: an exhibit's mark, a pseudonym. It can be looked up by it.
    public let label: String?
    /// The record that it chiefly belongs to, such as the exhibit of a custody event. It can be looked up by it.
    public let subject: RecordID?

    public init(bytes: [UInt8], label: String? = nil, subject: RecordID? = nil) {
        self.bytes = bytes
        self.label = label
        self.subject = subject
    }
}

/// A record in a log.
public struct LogEntry: Hashable, Sendable {
    /// Its place in the log and the index of its leaf, from 0.
    public let seq: Int
    /// The name of its element.
    public let kind: String
    public let record: RecordID
    public let version: Int
    /// The record in exclusive C14N.
    public let bytes: [UInt8]

    /// The hash that the tree has of it, made from the bytes.
    public var leaf: Hash { Merkle.leafHash(of: bytes) }
}

/// A case's log, as a list of logs shows it.
public struct LogSummary: Hashable, Sendable {
    public let log: RecordID
    /// The log's name in its checkpoints.
    public let origin: String
    /// How many records it has.
    public let size: Int
}
