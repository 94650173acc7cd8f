public import XML

/// A reference to a record of one kind: `<exhibit to="0197…"/>`.
///
/// The kind is in the type here, and in the schema's keyref there.
public struct Reference<Body>: Hashable, Sendable {
    public let to: RecordID

    public init(to: RecordID) { self.to = to }
}

/// A reference to a record of any kind.
public struct AnyReference: Hashable, Sendable {
    public let to: RecordID

    public init(to: RecordID) { self.to = to }
}

extension Reference: ElementContent {
    public init(content element: Element, path: String) throws(RecordError) {
        self.to = try RecordID(target: element, path: path)
    }

    public func fill(_ element: inout Element) {
        element.attributes = [Attribute(local: "to", value: to.description)]
    }
}

extension AnyReference: ElementContent {
    public init(content element: Element, path: String) throws(RecordError) {
        self.to = try RecordID(target: element, path: path)
    }

    public func fill(_ element: inout Element) {
        element.attributes = [Attribute(local: "to", value: to.description)]
    }
}

extension RecordID {
    /// The record that an element's `to` attribute names.
    init(target element: Element, path: String) throws(RecordError) {
        guard let text = element[attribute: "to"], let id = RecordID(text), element.children.isEmpty else {
            throw .malformed(path: path, expected: "a reference to a record")
        }
        self = id
    }
}

// In JSON a reference is the id alone.
extension Reference: Codable {
    public init(from decoder: any Decoder) throws { self.to = try RecordID(from: decoder) }
    public func encode(to encoder: any Encoder) throws { try to.encode(to: encoder) }
}

extension AnyReference: Codable {
    public init(from decoder: any Decoder) throws { self.to = try RecordID(from: decoder) }
    public func encode(to encoder: any Encoder) throws { try to.encode(to: encoder) }
}
