// Reads a Codable value back from the elements that ElementEncoder writes.
//
// It asks only for what the type declares. That nothing else stands there, and that the order is right, is seen
// by writing the value again and comparing the bytes (`Record.init(parsing:)`), and by the schema.
public import XML

extension RecordBody {
    /// Reads a body from the children of its element, its head's children taken away.
    init(children: [Element], path: String) throws(RecordError) {
        do { self = try Self(from: ElementDecoder(source: .children(children), codingPath: [])) } catch let
            error as RecordError
        {
            throw error.under(Self.kind)
        } catch { throw .malformed(path: path, expected: "a record of its kind") }
    }

    /// Reads a draft: a body whose element has no head.
    public init(draft element: Element) throws(RecordError) {
        guard element.name == CaseFileGrammar.name(Self.kind.rawValue) else {
            throw .unexpected(path: element.name.local)
        }
        if let attribute = element.attributes.first {
            throw .unexpected(path: "\(Self.kind)/@\(attribute.name.local)")
        }
        try self.init(children: element.elements, path: Self.kind.rawValue)
        guard try self.element().isSame(as: element) else { throw .notInItsForm(kind: Self.kind.rawValue) }
    }
}

extension RecordError {
    /// The same error with the record's kind before its path.
    func under(_ kind: Kind) -> RecordError {
        func full(_ path: String) -> String { path.isEmpty ? kind.rawValue : "\(kind)/\(path)" }
        return switch self {
        case .missing(let path): .missing(path: full(path))
        case .unexpected(let path): .unexpected(path: full(path))
        case .empty(let path): .empty(path: full(path))
        case .malformed(let path, let expected): .malformed(path: full(path), expected: expected)
        case .illegalCharacter(let path, let scalar, let offset):
            .illegalCharacter(path: full(path), scalar, offset: offset)
        case .unknownKind, .notInItsForm, .notXML: self
        }
    }
}

extension Element {
    /// Equal but for white space between elements, which a person's editor puts there.
    fileprivate func isSame(as other: Element) -> Bool {
        guard name.namespace == other.name.namespace, name.local == other.name.local,
            Set(attributes.map { [$0.name.local, $0.value] })
                == Set(other.attributes.map { [$0.name.local, $0.value] })
        else { return false }
        // Only an element of nothing but elements may be laid out: in a text, space is text.
        let hasText = children.contains { if case .text = $0 { true } else { false } }
        if hasText || other.elements.isEmpty {
            return hasText
                ? children.count == other.children.count && zip(children, other.children).allSatisfy(same)
                : children.isEmpty && other.isBlank
        }
        guard other.isBlank, elements.count == other.elements.count else { return false }
        return zip(elements, other.elements).allSatisfy { $0.isSame(as: $1) }
    }

    /// Whether the only text in it is white space.
    private var isBlank: Bool {
        children.allSatisfy { child in
            guard case .text(let text) = child else { return true }
            return text.unicodeScalars.allSatisfy { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }
        }
    }
}

private func same(_ a: Node, _ b: Node) -> Bool {
    switch (a, b) {
    case (.text(let a), .text(let b)): a.utf8.elementsEqual(b.utf8)
    case (.element(let a), .element(let b)): a.isSame(as: b)
    default: false
    }
}

private struct ElementDecoder: Decoder {
    enum Source {
        /// A body's children, or those of a nested struct.
        case children([Element])
        /// All the elements of one name: none or one for a value, any number for a list.
        case list([Element])
    }

    let source: Source
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        switch source {
        case .children(let children):
            return KeyedDecodingContainer(Keyed(children: children, codingPath: codingPath))
        case .list: return KeyedDecodingContainer(Keyed(children: try one().elements, codingPath: codingPath))
        }
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .list(let list) = source else { throw RecordError.unexpected(path: path) }
        return Unkeyed(list: list, codingPath: codingPath)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { Single(decoder: self) }

    /// The one element of its name.
    func one() throws -> Element {
        guard case .list(let list) = source, let first = list.first else {
            throw RecordError.missing(path: path)
        }
        guard list.count == 1 else { throw RecordError.unexpected(path: path + "[2]") }
        return first
    }

    func text() throws -> String {
        let element = try one()
        guard element.elements.isEmpty else { throw RecordError.malformed(path: path, expected: "a text") }
        let text = element.text
        guard !text.isEmpty else { throw RecordError.empty(path: path) }
        return text
    }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        switch type {
        case is String.Type: return try text() as! T
        case is Int.Type:
            let text = try text()
            guard let number = Int(text), String(number) == text else {
                throw RecordError.malformed(path: path, expected: "a whole number")
            }
            return number as! T
        case is Bool.Type:
            switch try text() {
            case "true": return true as! T
            case "false": return false as! T
            default: throw RecordError.malformed(path: path, expected: "true or false")
            }
        case let shape as any ElementContent.Type:
            return try shape.init(content: one(), path: path) as! T
        default:
            do { return try T(from: self) } catch let error as DecodingError {
                // Only an enumeration's raw value can fail so; the debug text of the error would quote it.
                _ = error
                throw RecordError.malformed(path: path, expected: "one of the words of the grammar")
            }
        }
    }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let children: [Element]
    let codingPath: [any CodingKey]
    var allKeys: [Key] { children.compactMap { Key(stringValue: $0.name.local) } }

    private func decoder(_ key: Key) -> ElementDecoder {
        let named = children.filter {
            $0.name.local == key.stringValue && $0.name.namespace == CaseFileGrammar.namespace
        }
        return ElementDecoder(source: .list(named), codingPath: codingPath + [key])
    }

    func contains(_ key: Key) -> Bool { children.contains { $0.name.local == key.stringValue } }
    func decodeNil(forKey key: Key) -> Bool { !contains(key) }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try decoder(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }
    func superDecoder() throws -> any Decoder { throw RecordError.unexpected(path: "super") }
    func superDecoder(forKey key: Key) throws -> any Decoder { decoder(key) }
}

private struct Unkeyed: UnkeyedDecodingContainer {
    let list: [Element]
    let codingPath: [any CodingKey]
    private(set) var currentIndex = 0

    init(list: [Element], codingPath: [any CodingKey]) {
        self.list = list
        self.codingPath = codingPath
    }

    var count: Int? { list.count }
    var isAtEnd: Bool { currentIndex == list.count }

    private mutating func next() -> ElementDecoder {
        defer { currentIndex += 1 }
        return ElementDecoder(source: .list([list[currentIndex]]), codingPath: codingPath)
    }

    mutating func decodeNil() -> Bool { false }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().decode(type) }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        try next().container(keyedBy: type)
    }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try next().unkeyedContainer()
    }
    mutating func superDecoder() throws -> any Decoder { next() }
}

private struct Single: SingleValueDecodingContainer {
    let decoder: ElementDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.decode(type) }
}
