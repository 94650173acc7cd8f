public import XML

/// A value that is one element by a shape of its own: a reference, a moment, a text with its language, a digest.
public protocol ElementContent: Codable {
    /// - Parameter path: where the element stands, for errors.
    init(content element: Element, path: String) throws(RecordError)

    /// Writes attributes and children into an element that has its name already.
    func fill(_ element: inout Element) throws(RecordError)
}

extension Encoder {
    /// Where in the record this is, such as `arrest/memo/witness`.
    var path: String { codingPath.map(\.stringValue).joined(separator: "/") }
}

extension Decoder {
    var path: String { codingPath.map(\.stringValue).joined(separator: "/") }
}
