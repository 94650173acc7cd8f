/// What a checkpoint says: how far a log has grown, and the root of its tree (C2SP tlog-checkpoint).
public struct TreeHead: Hashable, Sendable {
    /// The name of the log.
    public let origin: String
    /// How many records it has.
    public let size: Int
    public let root: Hash
    /// Lines that the specification leaves to others. Dossier writes none, and does not read them.
    public let extensions: [String]

    public init(origin: String, size: Int, root: Hash) {
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// Reads the text of a checkpoint, without its signatures.
    public init(text: String) throws(NoteError) {
        guard text.utf8.last == UInt8(ascii: "\n") else { throw .checkpointLine(1) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        guard let origin = lines.first, !origin.isEmpty else { throw .checkpointLine(1) }
        // As Swift prints it: no sign, no leading zero, and no more than fits.
        guard lines.count > 1, let size = Int(lines[1]), size >= 0, String(size) == lines[1] else {
            throw .checkpointLine(2)
        }
        guard lines.count > 2, let root = Base64.bytes(lines[2]).flatMap({ Hash(bytes: $0) }) else {
            throw .checkpointLine(3)
        }
        if let empty = lines.dropFirst(3).firstIndex(where: \.isEmpty) { throw .checkpointLine(empty + 1) }
        self.origin = String(origin)
        self.size = size
        self.root = root
        extensions = lines.dropFirst(3).map(String.init)
    }

    /// The text that is signed.
    public var text: String {
        ([origin, String(size), Base64.text(root.bytes)] + extensions).map { $0 + "\n" }.joined()
    }
}
