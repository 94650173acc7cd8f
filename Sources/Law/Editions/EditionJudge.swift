public import CaseFile
public import XML

/// Decides record by record what an edition shows. It looks at one record at a time and keeps nothing; what follows a
/// withheld record is `EditionSelection`'s.
public struct EditionJudge: Sendable {
    public let rules: EditionRules
    private let facts: EditionFacts

    public init(rules: EditionRules, facts: EditionFacts) {
        self.rules = rules
        self.facts = facts
    }

    /// Why a record is not shown; nil where it is.
    /// - Parameters:
    ///   - bytes: the record's canonical form. It is read only where a rule of its kind has a test.
    ///   - isSuperseded: whether a later version replaces it. An edition may keep earlier versions back.
    public func judge(
        kind: Kind,
        bytes: [UInt8],
        isSuperseded: Bool = false
    ) throws(XMLError) -> WithholdingRule? {
        var record = LazyRecord(bytes)
        if let number = try number(kind, &record) { return rules.withholding[number] }
        guard isSuperseded, let number = try earlier(kind, &record) else { return nil }
        return rules.withholding[number]
    }

    /// Why the bytes of a file stay behind though its record is shown; nil where they go along.
    /// - Parameter bytes: the canonical form of the file's record.
    public func judgeContent(bytes: [UInt8]) throws(XMLError) -> WithholdingRule? {
        guard !rules.contents.isEmpty else { return nil }
        var record = LazyRecord(bytes)
        return try decide(rules.contents, &record, otherwise: nil).map { rules.withholding[$0] }
    }

    /// The number of the rule that withholds a record.
    func number(_ kind: Kind, _ record: inout LazyRecord) throws(XMLError) -> Int? {
        try decide(rules.rules[kind] ?? [], &record, otherwise: 0)
    }

    /// The number of the rule that withholds it as an earlier version.
    func earlier(_ kind: Kind, _ record: inout LazyRecord) throws(XMLError) -> Int? {
        guard let rules = rules.earlier[kind] else { return nil }
        return try decide(rules, &record, otherwise: nil)
    }

    private func decide(
        _ rules: [EditionRules.Rule],
        _ record: inout LazyRecord,
        otherwise: Int?
    ) throws(XMLError) -> Int? {
        for rule in rules {
            guard let test = rule.test else { return rule.withholds }
            if try test.isTrue(at: record.root(), facts.values) { return rule.withholds }
        }
        return otherwise
    }
}

/// A record that is read when somebody looks at it, and then once.
struct LazyRecord {
    private let bytes: [UInt8]
    private var document: Document?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func root() throws(XMLError) -> DocumentNode {
        if let document { return document.root }
        let document = try Document(parsing: bytes)
        self.document = document
        return document.root
    }
}
