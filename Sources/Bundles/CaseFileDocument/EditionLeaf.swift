public import CaseFile
internal import XML

/// A leaf of the log as an edition has it.
public enum EditionLeaf {
    /// A record in its canonical form.
    case shown(UnsafeRawBufferPointer, isSuperseded: Bool)
    case withheld(WithheldLeaf)
}

/// A leaf that an edition does not show. Its hash keeps its place in the tree.
public struct WithheldLeaf: Hashable, Sendable {
    /// The leaf hash in lower-case hexadecimal.
    public var hash: String
    /// Where that may be known.
    public var kind: Kind?
    /// Where records that are shown refer to it. Of several versions only the current one has it.
    public var record: RecordID?
    public var reason: WithheldReason

    public init(hash: String, kind: Kind? = nil, record: RecordID? = nil, reason: WithheldReason) {
        self.hash = hash
        self.kind = kind
        self.record = record
        self.reason = reason
    }
}

/// Why an edition does not show something, and the law that it rests on.
public struct WithheldReason: Hashable, Sendable {
    public var text: FreeText
    /// Such as `POCSO s.33(7)`.
    public var law: String

    public init(_ text: FreeText, law: String) {
        self.text = text
        self.law = law
    }

    func element() -> Element {
        var element = Element(CaseFileGrammar.name("reason"))
        text.fill(&element)
        element.attributes.append(Attribute(local: "law", value: law))
        return element
    }
}
