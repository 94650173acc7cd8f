internal import CaseFile
internal import XML

/// The log that the records are the leaves of, as its office signed it.
public struct LogProof: Hashable, Sendable {
    public var origin: String
    /// How many leaves.
    public var size: Int
    /// The root of the tree in lower-case hexadecimal.
    public var root: String
    /// The keys that signed, as C2SP verifier keys.
    public var keys: [String]
    /// The checkpoint, a C2SP signed note.
    public var checkpoint: String

    public init(origin: String, size: Int, root: String, keys: [String], checkpoint: String) {
        self.origin = origin
        self.size = size
        self.root = root
        self.keys = keys
        self.checkpoint = checkpoint
    }

    func element() -> Element {
        var log = Element(CaseFileGrammar.name("log"))
        log.attributes = [
            Attribute(local: "origin", value: origin), Attribute(local: "root", value: root),
            Attribute(local: "size", value: String(size)),
        ]
        log.children = keys.map { .element(Element(CaseFileGrammar.name("key"), children: [.text($0)])) }
        log.children.append(
            .element(Element(CaseFileGrammar.name("checkpoint"), children: [.text(checkpoint)]))
        )
        return log
    }
}
