internal import CaseFile
internal import XML

/// Compiles a pack's rules: the files that rules.sch includes are put into it, and a stylesheet makes a stylesheet of it.
struct RuleCompiler {
    let grammar: PackGrammar
    /// rules.sch first, then its patterns.
    let documents: [PackDocument]

    /// - Parameter pattern: one file only, to find which of them does not compile; nil for all.
    /// - Returns: an XSLT 1.0 stylesheet.
    func compile(only pattern: String? = nil) throws(XMLError) -> [UInt8] {
        guard let first = documents.first else { return [] }
        var patterns: [String: Element] = [:]
        for document in documents.dropFirst() where pattern == nil || document.path == pattern {
            patterns[document.path] = Element(document.root)
        }
        var schema = Element(first.root)
        schema.children = schema.children.compactMap { child in
            guard case .element(let element) = child, element.name.local == "include" else { return child }
            return patterns[element[attribute: "href"] ?? ""].map { .element($0) }
        }
        let assembled = try Document(parsing: try schema.canonicalBytes())
        return try grammar.rules.transform(assembled)
    }
}
