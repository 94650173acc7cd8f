internal import XML

/// Finds texts that lack one of the pack's languages.
struct Translations {
    private let languages: [String]

    init(_ languages: [String]) { self.languages = languages }

    /// What is told in English alone: the names of sections and authorities as the law has them, a worked example's tale.
    private static let exempt: Set<String> = ["section", "authority", "example"]

    func missing(in document: PackDocument) -> [PackProblem] {
        var problems: [PackProblem] = []
        var open = [document.root]
        while let node = open.popLast() {
            guard !Self.exempt.contains(node.local) else { continue }
            open += node.elements
            var groups: [(name: String, first: DocumentNode, languages: Set<String>)] = []
            for child in node.elements where child.local != "message" {
                guard let language = child.attribute("language") else { continue }
                if let index = groups.firstIndex(where: { $0.name == child.local }) {
                    groups[index].languages.insert(language)
                } else {
                    groups.append((child.local, child, [language]))
                }
            }
            for group in groups {
                // A rule's title in English is the pattern's.
                let has =
                    node.local == "rule" && group.name == "title"
                    ? group.languages.union(["en"]) : group.languages
                for language in languages where !has.contains(language) {
                    problems.append(
                        document.problem(
                            .untranslated,
                            at: group.first,
                            "\(group.name) is missing in \(language)"
                        )
                    )
                }
            }
        }
        return problems
    }
}
