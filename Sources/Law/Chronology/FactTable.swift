internal import XML

/// Which times of the records are facts of the case, and what they are called: templates/chronology.xml.
public struct FactTable: Sendable {
    struct Entry: Sendable {
        /// From the record on, or with a star first for whatever comes before.
        let path: String
        let label: LocalizedText
        /// The element beside it that ends the span.
        let until: String?
        let by: String?
        let labelByWord: [String: LocalizedText]
        /// An XPath from the element that holds the time, to the references whom it concerns.
        let whom: String?
        let show: [String]
    }

    private var exact: [String: Entry] = [:]
    /// Those with a star, by what comes after it.
    private var endings: [String: Entry] = [:]
    private var omitted: Set<String> = []

    /// - Throws: `XMLError` for what is no XML.
    public init(parsing bytes: [UInt8]) throws {
        for node in try Document(parsing: bytes).root.elements {
            let path = node.attribute("path") ?? ""
            guard node.local == "fact" else {
                omitted.insert(path)
                continue
            }
            let entry = Entry(path: path, node)
            if path.hasPrefix("*/") {
                endings[String(path.dropFirst(2))] = entry
            } else {
                exact[path] = entry
            }
        }
    }

    /// The entry of a time by its path from the record on.
    subscript(path: [String]) -> Entry? {
        if let entry = exact[path.joined(separator: "/")] { return entry }
        return Self.endings(of: path).lazy.compactMap { endings[$0] }.first
    }

    /// Whether a path is left out, or ends the span of another, so that it is no fact by itself.
    func leavesOut(_ path: [String]) -> Bool {
        omitted.contains(path.joined(separator: "/"))
            || Self.endings(of: path).contains { omitted.contains("*/" + $0) } || isEnd(path)
    }

    private func isEnd(_ path: [String]) -> Bool {
        guard let last = path.last else { return false }
        let around = path.dropLast()
        return (Array(exact.values) + endings.values).contains { entry in
            let start = entry.path.split(separator: "/").map(String.init)
            return entry.until == last
                && (around.elementsEqual(start.dropLast())
                    || start.first == "*"
                        && around.suffix(start.count - 2).elementsEqual(start.dropFirst().dropLast()))
        }
    }

    /// What a time is called, by its path.
    func label(_ path: String, in language: String) -> String {
        self[path.split(separator: "/").map(String.init)]?.label.text(in: language) ?? path
    }

    var paths: [String] { exact.keys + endings.keys.map { "*/\($0)" } }
    var labels: [LocalizedText] {
        (Array(exact.values) + endings.values).flatMap { [$0.label] + $0.labelByWord.values }
    }
    /// The words that an entry has labels for.
    func words(_ path: String) -> Set<String> { Set(exact[path]?.labelByWord.keys.map { $0 } ?? []) }

    /// The ends of a path with fewer names than the whole, the longest first.
    private static func endings(of path: [String]) -> [String] {
        path.indices.dropFirst().map { path[$0...].joined(separator: "/") }
    }
}

extension FactTable.Entry {
    fileprivate init(path: String, _ node: DocumentNode) {
        func labels(_ node: DocumentNode) -> LocalizedText {
            LocalizedText(
                Dictionary(
                    node.elements.filter { $0.local == "label" }.map {
                        ($0.attribute("language") ?? "", $0.text)
                    }
                ) { first, _ in first }
            )
        }
        self.path = path
        label = labels(node)
        until = node.attribute("until")
        by = node.attribute("by")
        labelByWord = Dictionary(
            node.elements.filter { $0.local == "when" }.map { ($0.attribute("word") ?? "", labels($0)) }
        ) { first, _ in first }
        whom = node.attribute("whom")
        show = node.words("show")
    }
}
