// Turns a Codable value into an element by these rules:
//
// - A property is a child element with the property's name; they stand in the order of declaration.
// - A list is one such child for each of its values.
// - An optional that is nil is no element.
// - A value with a shape of its own (ElementContent) writes itself.
// - Everything else is text: never empty, since an element that says nothing is left out.
public import XML

extension RecordBody {
    /// The body as an element that has no head yet.
    public func element() throws(RecordError) -> Element {
        let root = ElementBuilder(name: Self.kind.rawValue)
        do { try encode(to: ElementEncoder(target: .element(root), codingPath: [])) } catch let error
            as RecordError
        {
            throw error.under(Self.kind)
        } catch {
            throw .malformed(path: Self.kind.rawValue, expected: "a value that this grammar can write")
        }
        return root.element()
    }
}

/// An element that is being written; its children are finished when it is asked for itself.
private final class ElementBuilder {
    enum Child {
        case builder(ElementBuilder)
        case element(Element)
        case text(String)
    }

    private let name: String
    private var children: [Child] = []

    init(name: String) { self.name = name }

    func append(_ child: Child) { children.append(child) }

    func element() -> Element {
        var element = Element(CaseFileGrammar.name(name))
        element.children = children.map { child in
            switch child {
            case .builder(let builder): .element(builder.element())
            case .element(let element): .element(element)
            case .text(let text): .text(text)
            }
        }
        return element
    }
}

/// Writes one value. Its target is either an element that waits for content, or a place in a parent where
/// elements of one name are to stand.
private struct ElementEncoder: Encoder {
    enum Target {
        case element(ElementBuilder)
        case child(of: ElementBuilder, name: String)
    }

    let target: Target
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Keyed(builder: builder(), codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        guard case .child(let parent, let name) = target else { preconditionFailure("a body is not a list") }
        return Unkeyed(parent: parent, name: name, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(encoder: self) }

    func builder() -> ElementBuilder {
        switch target {
        case .element(let builder): return builder
        case .child(let parent, let name):
            let builder = ElementBuilder(name: name)
            parent.append(.builder(builder))
            return builder
        }
    }

    func encode(_ value: some Encodable) throws {
        switch value {
        case let text as String: return try write(text)
        case let number as Int: return try write(String(number))
        case let flag as Bool: return try write(flag ? "true" : "false")
        default: break
        }
        guard let content = value as? any ElementContent else { return try value.encode(to: self) }
        guard case .child(let parent, let name) = target else {
            preconditionFailure("a body has no shape of its own")
        }
        var element = Element(CaseFileGrammar.name(name))
        try content.fill(&element)
        parent.append(.element(element))
    }

    func write(_ text: String) throws {
        guard !text.isEmpty else { throw RecordError.empty(path: path) }
        builder().append(.text(text))
    }
}

private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let builder: ElementBuilder
    let codingPath: [any CodingKey]

    private func encoder(_ key: Key) -> ElementEncoder {
        ElementEncoder(target: .child(of: builder, name: key.stringValue), codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) {}

    // One generic method serves every type: `ElementEncoder.encode` tells text from structure.
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws { try encoder(key).encode(value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        encoder(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(key).unkeyedContainer()
    }
    func superEncoder() -> any Encoder { preconditionFailure("records are structs") }
    func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("records are structs") }
}

private struct Unkeyed: UnkeyedEncodingContainer {
    let parent: ElementBuilder
    let name: String
    let codingPath: [any CodingKey]
    private(set) var count = 0

    init(parent: ElementBuilder, name: String, codingPath: [any CodingKey]) {
        self.parent = parent
        self.name = name
        self.codingPath = codingPath
    }

    private var encoder: ElementEncoder {
        ElementEncoder(target: .child(of: parent, name: name), codingPath: codingPath)
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        try encoder.encode(value)
        count += 1
    }

    mutating func encodeNil() throws { throw RecordError.empty(path: encoder.path) }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        encoder.container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder.unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { preconditionFailure("records are structs") }
}

private struct Single: SingleValueEncodingContainer {
    let encoder: ElementEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() throws { throw RecordError.empty(path: encoder.path) }
    func encode<T: Encodable>(_ value: T) throws { try encoder.encode(value) }
}
