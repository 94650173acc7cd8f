internal import CaseFile
internal import XML

/// An XPath 1.0 expression of a pack, with its place and the variables that it names. The prefix `c` is the case file's.
struct PackExpression: Hashable, Sendable {
    let text: String
    let line: Int
    /// The names after `$`, in no order, each once.
    let variables: [String]

    private static let prefixes = ["c": CaseFileGrammar.namespace]

    init(_ text: String, line: Int) {
        self.text = text
        self.line = line
        variables = Self.variables(in: text)
    }

    /// nil where the element has no such attribute.
    init?(_ node: DocumentNode, _ attribute: String) {
        guard let text = node.attribute(attribute) else { return nil }
        self.init(text, line: node.line)
    }

    /// What stands in quotes is text, whatever it holds.
    private static func variables(in text: String) -> [String] {
        var names: Set<String> = []
        var quote: Character?
        var name: String?
        for character in text + " " {
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            if let known = name {
                if character.isLetter || character.isNumber || "-_.".contains(character) {
                    name = known + String(character)
                    continue
                }
                names.insert(known)
                name = nil
            }
            switch character {
            case "'", "\"": quote = character
            case "$": name = ""
            default: break
            }
        }
        return names.sorted()
    }

    /// The kinds of records that it looks for: what stands after `c:records/c:`.
    var recordNames: [String] {
        text.split(separator: "c:records/c:", omittingEmptySubsequences: false).dropFirst().map {
            String($0.prefix { $0.isASCII && $0.isLetter })
        }
    }

    /// Only what it names is handed over: a set of a large case is a long text, and libxml2 copies it.
    private func values(_ facts: [String: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: variables.map { ($0, facts[$0] ?? "") })
    }

    func nodes(in document: Document, _ facts: [String: String]) throws(XMLError) -> [DocumentNode] {
        try document.nodes(text, namespaces: Self.prefixes, variables: values(facts))
    }

    func nodes(at node: DocumentNode, _ facts: [String: String]) throws(XMLError) -> [DocumentNode] {
        try node.nodes(text, namespaces: Self.prefixes, variables: values(facts))
    }

    func isTrue(at node: DocumentNode, _ facts: [String: String]) throws(XMLError) -> Bool {
        try node.string("boolean(\(text))", namespaces: Self.prefixes, variables: values(facts)) == "true"
    }

    /// What is wrong in it, as far as that can be told without a case.
    func problem(in file: String, knowing names: Set<String>) -> PackProblem? {
        do throws(XMLError) { try XPathSyntax.check(text) } catch {
            return PackProblem(.rule, file: file, line: line, error.reason)
        }
        guard let unknown = variables.first(where: { !names.contains($0) }) else { return nil }
        let isClass = unknown.hasPrefix("class-")
        return PackProblem(
            .reference,
            file: file,
            line: line,
            isClass
                ? "there is no class of offences \(unknown.dropFirst("class-".count))"
                : "there is no set or variable $\(unknown)"
        )
    }
}
