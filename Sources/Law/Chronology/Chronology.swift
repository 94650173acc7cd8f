public import CaseFile
public import XML

/// Every dated fact of every record in one line of time, and where the sources contradict each other.
public struct Chronology: Sendable {
    /// By time.
    public let facts: [ChronologyFact]
    public let contradictions: [Contradiction]
    private let contradicted: Set<Mark>

    /// - Parameters:
    ///   - caseFile: the case file as one document.
    ///   - language: of what is said of each fact.
    ///   - name: what the file calls a record.
    public init(
        of caseFile: Document,
        by table: FactTable,
        language: String,
        naming name: @escaping (RecordID) -> String
    ) {
        let records = CaseRecords(caseFile)
        var walk = FactWalk(table: table, language: language, name: name)
        for (place, record) in records.all.enumerated() { walk.walk(record, place: place) }
        facts = Self.withoutRepetition(walk.facts.sorted(by: ChronologyFact.isBefore))
        contradictions = ContradictionRule.all.flatMap { rule in
            rule.find(records).map { found in
                var found = found
                found.code = rule.code
                return found
            }
        }
        contradicted = Self.marks(contradictions)
    }

    /// An order that stands in twenty records is one line.
    private static func withoutRepetition(_ facts: [ChronologyFact]) -> [ChronologyFact] {
        var first: [String: Int] = [:]
        var kept: [ChronologyFact] = []
        for fact in facts {
            if fact.path.hasSuffix("/authority/date"), let from = fact.from {
                let key = "\(from.text) \(fact.what)"
                if let index = first[key] {
                    if kept[index].record != fact.record { kept[index].alsoIn.append(fact.record) }
                    continue
                }
                first[key] = kept.count
            }
            kept.append(fact)
        }
        return kept
    }

    /// Whether a fact is one of two that cannot both be.
    public func isContradicted(_ fact: ChronologyFact) -> Bool {
        contradicted.contains(Mark(fact.record, fact.path))
    }

    private struct Mark: Hashable {
        let record: RecordID
        let path: String

        init(_ record: RecordID, _ path: String) {
            self.record = record
            self.path = path
        }
    }

    private static func marks(_ contradictions: [Contradiction]) -> Set<Mark> {
        Set(contradictions.flatMap { $0.sources.map { Mark($0.record, $0.path) } })
    }
}

/// Finds the times in a record.
private struct FactWalk {
    let table: FactTable
    let language: String
    let name: (RecordID) -> String
    var facts: [ChronologyFact] = []

    private static let namespaces = ["c": CaseFileGrammar.namespace]

    mutating func walk(_ record: DocumentNode, place: Int) {
        guard let id = record.id else { return }
        walk(record, [record.local], id, place)
    }

    private mutating func walk(_ node: DocumentNode, _ path: [String], _ id: RecordID, _ place: Int) {
        for child in node.elements where child.namespace == CaseFileGrammar.namespace {
            let path = path + [child.local]
            if let entry = table[path] {
                add(entry, child, path, id, place)
            } else if !child.elements.isEmpty {
                walk(child, path, id, place)
            }
        }
        for entry in endsOnly(of: node, path) {
            add(entry.entry, entry.end, path + [entry.end.local], id, place, isEnd: true)
        }
    }

    /// Spans of which only the end is known.
    private func endsOnly(
        of node: DocumentNode,
        _ path: [String]
    ) -> [(entry: FactTable.Entry, end: DocumentNode)] {
        node.elements.compactMap { child in
            guard child.local == "until" || child.local == "endedAt" else { return nil }
            let starts = ["from", "startedAt", "arrivedAt"].compactMap { table[path + [$0]] }
            guard let entry = starts.first(where: { $0.until == child.local }),
                let start = entry.path.split(separator: "/").last, node.child(String(start)) == nil
            else { return nil }
            return (entry, child)
        }
    }

    private mutating func add(
        _ entry: FactTable.Entry,
        _ node: DocumentNode,
        _ path: [String],
        _ id: RecordID,
        _ place: Int,
        isEnd: Bool = false
    ) {
        guard let moment = node.moment, let holder = node.parent else { return }
        let until = entry.until.flatMap { holder.child($0)?.moment }
        facts.append(
            ChronologyFact(
                from: isEnd ? nil : moment,
                until: isEnd ? moment : until,
                path: path.joined(separator: "/"),
                what: what(entry, holder),
                record: id,
                kind: Kind(rawValue: path[0]),
                whom: whom(entry, holder),
                place: place
            )
        )
    }

    private func what(_ entry: FactTable.Entry, _ holder: DocumentNode) -> String {
        let word = entry.by.flatMap { holder.content($0) }
        let label = word.flatMap { entry.labelByWord[$0] } ?? entry.label
        let shown = entry.show.compactMap { path -> String? in
            let element =
                path.hasPrefix("../") ? holder.parent?.child(String(path.dropFirst(3))) : holder.child(path)
            return element.map { $0.plain(naming: name) }
        }
        return ([label.text(in: language)] + shown).joined(separator: " · ")
    }

    private func whom(_ entry: FactTable.Entry, _ holder: DocumentNode) -> [RecordID] {
        guard let xpath = entry.whom, let nodes = try? holder.nodes(xpath, namespaces: Self.namespaces) else {
            return []
        }
        return nodes.compactMap { ($0.attribute("to") ?? $0.attribute("id")).flatMap { RecordID($0) } }
    }
}

extension DocumentNode {
    /// Its text in one line, references by what the file calls them.
    func plain(naming name: (RecordID) -> String) -> String {
        let element = Element(self)
        let text = element.children.map { child in
            switch child {
            case .text(let text): text
            case .element(let ref): ref[attribute: "to"].flatMap { RecordID($0) }.map(name) ?? ""
            }
        }.joined()
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Chronology {
    private init(facts: [ChronologyFact], contradictions: [Contradiction]) {
        self.facts = facts
        self.contradictions = contradictions
        contradicted = Self.marks(contradictions)
    }

    /// The part of it that can have been in a time and concerns somebody. Of the contradictions stay those between records
    /// that stay, or about that person.
    public func filtered(from: Moment?, until: Moment?, concerning people: Set<RecordID>?) -> Chronology {
        let kept = facts.filter { fact in
            if let from, fact.span.latest < from.earliest { return false }
            if let until, fact.span.earliest > until.latest { return false }
            guard let people else { return true }
            return people.contains(fact.record) || !people.isDisjoint(with: fact.whom)
        }
        let records = Set(kept.flatMap { [$0.record] + $0.alsoIn })
        return Chronology(
            facts: kept,
            contradictions: contradictions.filter { contradiction in
                guard let people else { return !records.isDisjoint(with: contradiction.records) }
                return contradiction.about.map { people.contains($0) } == true
                    || !records.isDisjoint(with: contradiction.records)
            }
        )
    }
}
