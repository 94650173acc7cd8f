public import XML

/// Text in a human language, which refers to people and things by reference and never by a protected name:
/// `<account language="bn">… <ref to="0197…"/> …</account>`.
public struct FreeText: Hashable, Sendable {
    public enum Run: Hashable, Sendable {
        case text(String)
        case reference(RecordID)
    }

    public let language: LanguageTag
    /// Never empty; two texts never stand side by side.
    public let runs: [Run]

    /// Nil where there is nothing to read.
    public init?(_ runs: [Run], _ language: LanguageTag) {
        var joined: [Run] = []
        for run in runs {
            if case .text(let next) = run {
                if next.isEmpty { continue }
                if case .text(let last)? = joined.last {
                    joined[joined.count - 1] = .text(last + next)
                    continue
                }
            }
            joined.append(run)
        }
        guard !joined.isEmpty else { return nil }
        self.language = language
        self.runs = joined
    }

    public init?(_ text: String, _ language: LanguageTag) { self.init([.text(text)], language) }

    /// The text with each reference written as `label` says.
    public func plain(_ label: (RecordID) -> String = { $0.description }) -> String {
        runs.map { run in
            switch run {
            case .text(let text): text
            case .reference(let id): label(id)
            }
        }.joined()
    }

    public var references: [RecordID] {
        runs.compactMap { if case .reference(let id) = $0 { id } else { nil } }
    }
}

extension FreeText: ElementContent {
    public init(content element: Element, path: String) throws(RecordError) {
        guard let tag = element[attribute: "language"].flatMap(LanguageTag.init(rawValue:)) else {
            throw .malformed(path: path + "/@language", expected: "a language tag such as bn, hi or en")
        }
        var runs: [Run] = []
        for child in element.children {
            switch child {
            case .text(let text): runs.append(.text(text))
            case .element(let ref):
                guard ref.name.local == "ref", ref.name.namespace == CaseFileGrammar.namespace else {
                    throw .unexpected(path: path + "/" + ref.name.local)
                }
                runs.append(.reference(try RecordID(target: ref, path: path + "/ref")))
            }
        }
        guard let text = FreeText(runs, tag) else { throw .empty(path: path) }
        self = text
    }

    public func fill(_ element: inout Element) {
        element.attributes = [Attribute(local: "language", value: language.rawValue)]
        element.children = runs.map { run in
            switch run {
            case .text(let text): return .text(text)
            case .reference(let id):
                var ref = Element(CaseFileGrammar.name("ref"))
                ref.attributes = [Attribute(local: "to", value: id.description)]
                return .element(ref)
            }
        }
    }
}

// In JSON: {"language": "bn", "text": "…"}, where a reference stands as {id} in braces.
extension FreeText: Codable {
    private enum CodingKeys: String, CodingKey {
        case language
        case text
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let language = try container.decode(LanguageTag.self, forKey: .language)
        guard let text = FreeText(try container.decode(String.self, forKey: .text), language) else {
            throw RecordError.empty(path: decoder.path)
        }
        self = text
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(language, forKey: .language)
        try container.encode(plain { "{\($0)}" }, forKey: .text)
    }
}
