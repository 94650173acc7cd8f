import CaseFile

/// Fills any `Decodable` struct with random values, through the initialiser that reading XML uses too.
final class RandomSource {
    var random: SeededGenerator
    /// How many in a hundred optional fields are there.
    var fullness = 60
    /// How many values a list has at most.
    var longest = 3
    /// Whether values are changed so that they follow the rules of their form.
    var isSettled = true
    /// What references are to point at; by chance where there is nothing.
    var targets: [Kind: [RecordID]] = [:]
    /// A character to put into the first text that is made, after so many others.
    var poison: (scalar: Unicode.Scalar, offset: Int)?
    /// The references that were asked for, by the element's name; nil for one that leads to several kinds.
    private(set) var references: [String: Set<Kind?>] = [:]

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    func value<Value: Decodable>(_ type: Value.Type = Value.self) -> Value {
        try! RandomDecoder(source: self, codingPath: []).decode(type)
    }

    func body(of kind: Kind) -> any RecordBody { opened(kind.bodyType) }

    /// A text whose references lead to the targets, if there are any.
    func text() -> FreeText {
        if let (scalar, offset) = poison {
            poison = nil
            return FreeText(String(repeating: "স", count: offset) + String(scalar) + "x", .bengali)!
        }
        let text = FreeText.generated(using: &random)
        let ids = targets.values.flatMap { $0 }.sorted()
        guard !ids.isEmpty else { return text }
        let runs = text.runs.map { run in
            guard case .reference = run else { return run }
            return .reference(ids.randomElement(using: &random)!)
        }
        return FreeText(runs, text.language)!
    }

    private func opened<Body: RecordBody>(_ type: Body.Type) -> any RecordBody { value(type) }

    fileprivate func reference<Target: TypedReference>(_ type: Target.Type, named name: String) -> Target {
        references[name, default: []].insert(Target.kind)
        let kinds = Target.kind.map { [$0] } ?? ReferenceTargets.kinds(of: name)
        let found = kinds.sorted { $0.rawValue < $1.rawValue }.flatMap { targets[$0] ?? [] }
        return Target(to: found.randomElement(using: &random) ?? .generated(using: &random))
    }
}

/// A reference, and the one kind that it leads to; nil for several.
private protocol TypedReference {
    static var kind: Kind? { get }
    init(to: RecordID)
}

extension Reference: TypedReference {
    static var kind: Kind? { (Body.self as? any RecordBody.Type)?.kind }
}

extension AnyReference: TypedReference {
    static var kind: Kind? { nil }
}

private struct RandomDecoder: Decoder {
    let source: RandomSource
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        switch type {
        case is Bool.Type: return Bool.random(using: &source.random) as! T
        case let type as any TypedReference.Type:
            return source.reference(type, named: codingPath.last?.stringValue ?? "") as! T
        case is FreeText.Type: return source.text() as! T
        case let type as any Generated.Type:
            return type.generated(using: &source.random) as! T
        case let type as any CaseIterable.Type:
            return anyCase(of: type) as! T
        default:
            let value = try T(from: self)
            guard source.isSettled, var settling = value as? any Settling else { return value }
            settling.settle(using: source)
            return settling as! T
        }
    }

    private func anyCase<E: CaseIterable>(of type: E.Type) -> E {
        type.allCases.randomElement(using: &source.random)!
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Keyed(source: source, codingPath: codingPath))
    }
    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        Unkeyed(source: source, codingPath: codingPath)
    }
    // Only an Optional asks for one: every other single value is `Generated`.
    func singleValueContainer() -> any SingleValueDecodingContainer { Single(decoder: self) }
}

private struct Single: SingleValueDecodingContainer {
    let decoder: RandomDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        precondition(!(type is String.Type) && !(type is Int.Type), "a field has no type of its own")
        return try decoder.decode(type)
    }
}

private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let source: RandomSource
    let codingPath: [any CodingKey]
    var allKeys: [Key] { [] }

    // Asked only for what is optional.
    func contains(_ key: Key) -> Bool { Int.random(in: 0..<100, using: &source.random) < source.fullness }
    func decodeNil(forKey key: Key) -> Bool { false }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try RandomDecoder(source: source, codingPath: codingPath + [key]).decode(type)
    }
    func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey: Key) -> KeyedDecodingContainer<N> {
        fatalError()
    }
    func nestedUnkeyedContainer(forKey: Key) -> any UnkeyedDecodingContainer { fatalError() }
    func superDecoder() -> any Decoder { fatalError() }
    func superDecoder(forKey: Key) -> any Decoder { fatalError() }
}

private struct Unkeyed: UnkeyedDecodingContainer {
    let source: RandomSource
    let codingPath: [any CodingKey]
    let length: Int
    var currentIndex = 0

    init(source: RandomSource, codingPath: [any CodingKey]) {
        self.source = source
        self.codingPath = codingPath
        length = Int.random(
            in: source.fullness == 100 ? 1...source.longest : 0...source.longest,
            using: &source.random
        )
    }

    var count: Int? { length }
    var isAtEnd: Bool { currentIndex == length }
    func decodeNil() -> Bool { false }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        currentIndex += 1
        return try RandomDecoder(source: source, codingPath: codingPath).decode(type)
    }
    func nestedContainer<N: CodingKey>(keyedBy: N.Type) -> KeyedDecodingContainer<N> { fatalError() }
    func nestedUnkeyedContainer() -> any UnkeyedDecodingContainer { fatalError() }
    func superDecoder() -> any Decoder { fatalError() }
}
