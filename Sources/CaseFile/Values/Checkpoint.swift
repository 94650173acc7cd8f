/// The state of a log: how many records it has, and the root of its Merkle tree (C2SP tlog-checkpoint).
public struct Checkpoint: Codable, Hashable, Sendable {
    /// The name of the log.
    public var origin: Code
    /// How many records it has.
    public var size: Count
    /// The root of its Merkle tree.
    public var root: HashText

    public init(origin: Code, size: Count, root: HashText) {
        self.origin = origin
        self.size = size
        self.root = root
    }
}
