public import CaseFile
public import XML

/// The rules of a pack, compiled, to be asked of a case file.
public struct CompiledRules: Sendable {
    /// The stylesheet, for whoever runs it with another processor.
    public let stylesheet: [UInt8]
    private let compiled: Stylesheet

    init(_ stylesheet: [UInt8]) throws(XMLError) {
        self.stylesheet = stylesheet
        compiled = try Stylesheet(stylesheet, maxOperations: 4_000_000_000)
    }

    /// The report on a case file, in the Schematron Validation Report Language.
    ///
    /// - Parameters:
    ///   - asOf: the time against which what is still open is judged; nil: when the case file was made.
    ///   - language: of the texts; English where a rule has no other.
    public func report(
        on caseFile: Document,
        asOf: Moment? = nil,
        language: String = "en"
    ) throws(XMLError) -> [UInt8] {
        var parameters = ["language": language]
        if let asOf { parameters["as-of"] = asOf.text }
        return try compiled.transform(caseFile, parameters: parameters)
    }
}

/// What one assertion found.
public struct RuleHit: Hashable, Sendable {
    /// The assertion's id: produced-within-24-hours.1.
    public let assertion: String
    /// Where, as an XPath from the root.
    public let location: String
    public let text: String

    public var rule: String { ReadinessRule.name(ofAssertion: assertion) }

    /// The record that the place is in.
    public var record: RecordID? {
        let id = location.split(separator: "[@id='", maxSplits: 1).dropFirst().first?.prefix { $0 != "'" }
        return id.flatMap { RecordID(String($0)) }
    }
}

extension RuleHit {
    static let svrl = "http://purl.oclc.org/dsdl/svrl"

    /// The findings of a report.
    static func read(_ report: [UInt8]) throws(XMLError) -> [RuleHit] {
        try Document(parsing: report).root.elements.compactMap { node in
            guard node.namespace == svrl, ["failed-assert", "successful-report"].contains(node.local),
                let id = node.attribute("id"), let location = node.attribute("location")
            else { return nil }
            let text = node.elements.first { $0.local == "text" }?.text ?? ""
            return RuleHit(
                assertion: id,
                location: location,
                text: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            )
        }
    }

    /// The patterns of a report that had something to be asked of.
    static func asked(in report: [UInt8]) throws(XMLError) -> Set<String> {
        var asked: Set<String> = []
        var active = ""
        for node in try Document(parsing: report).root.elements where node.namespace == svrl {
            if node.local == "active-pattern" { active = node.attribute("id") ?? "" }
            if node.local == "fired-rule" { asked.insert(active) }
        }
        return asked
    }
}
