/// A start tag, while it is being handled: everything in it points into the parser and is gone when the
/// handler returns.
public struct StartTag: ~Copyable {
    typealias Pointer = UnsafePointer<UInt8>

    /// The element's number in the reader's `NameTable`.
    public let number: Int
    /// How many elements are open around it: 0 for the root.
    public let depth: Int
    /// Where its start tag ends, from 1.
    public let line: Int

    let local: Pointer
    let prefix: Pointer?
    let namespace: Pointer?
    let rawAttributes: UnsafeBufferPointer<RawAttribute>

    public var name: QName {
        QName(
            namespace: namespace.map(String.init(cString:)) ?? "",
            prefix: prefix.map(String.init(cString:)) ?? "",
            local: String(cString: local)
        )
    }

    /// The value of the attribute of that number, nil where the element has none.
    public subscript(attribute number: Int) -> UnsafeBufferPointer<UInt8>? {
        for attribute in rawAttributes where attribute.number == number { return attribute.value }
        return nil
    }

    /// All its attributes, as values.
    public var attributes: [Attribute] {
        (0..<rawAttributes.count).map { index in
            let attribute = rawAttributes[index]
            return Attribute(
                name: QName(
                    namespace: attribute.namespace.map(String.init(cString:)) ?? "",
                    prefix: attribute.prefix.map(String.init(cString:)) ?? "",
                    local: String(cString: attribute.local)
                ),
                value: String(decoding: attribute.value, as: UTF8.self)
            )
        }
    }
}
