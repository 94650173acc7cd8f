internal import XML

/// A readiness rule of a pack: what it is, beside the Schematron that finds it.
public struct ReadinessRule: Sendable {
    /// The pattern's id: produced-within-24-hours.
    public let name: String
    public let title: LocalizedText
    public let severity: Severity
    public let confidence: Confidence
    /// A word of the vocabulary `mender`.
    public let mender: String
    public let law: [Citation]
    public let remedy: LocalizedText
    /// The deadline that this rule reports when it is missed.
    public let clock: String?
    /// Rules of the program's own that it tells in their stead: proof.age-straddles.
    public let insteadOf: [String]
    /// The file that it stands in.
    public let file: String
}

extension ReadinessRule {
    static let schematron = "http://purl.oclc.org/dsdl/schematron"

    /// - Parameter document: a file with one pattern; nil where it has no `rule` of the pack's namespace.
    init?(_ document: PackDocument) {
        let pattern = document.root
        guard let rule = pattern.first("rule") else { return nil }
        name = pattern.attribute("id") ?? ""
        let english = pattern.elements.first { $0.local == "title" && $0.namespace == Self.schematron }
        var titles = ["en": english?.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""]
        let others = rule.texts("title")
        for language in others.languages { titles[language] = others.text(in: language) }
        title = LocalizedText(titles)
        severity = Severity(rawValue: rule.attribute("severity") ?? "") ?? .warning
        confidence = rule.confidence ?? .memory
        mender = rule.attribute("mender") ?? ""
        law = rule.citations
        remedy = rule.texts("remedy")
        clock = rule.attribute("clock")
        insteadOf = rule.words("instead-of")
        file = document.path
    }

    /// The rule of an assertion: its id without the number, produced-within-24-hours.1.
    static func name(ofAssertion id: String) -> String {
        guard let dot = id.lastIndex(of: "."), id[id.index(after: dot)...].allSatisfy(\.isNumber) else {
            return id
        }
        return String(id[..<dot])
    }
}
