public import CaseFile
public import XML

/// Who must not be made known, by the law of a pack: protection.xml. It follows from what the records say of people and of
/// the case, never from a mark that somebody set.
public struct ProtectionRules: Sendable {
    public let rules: [ProtectionRule]
    let sets: [FactSet]
    /// The kinds of records that it looks at.
    public let kinds: Set<Kind>

    /// Everybody who is protected, or may be.
    /// - Parameters:
    ///   - document: a case file with the current records of `kinds`; others do not matter.
    ///   - asOf: what an age is reckoned on where the records give no day of the offence.
    ///   - classes: the codes of the offences of each class.
    /// - Returns: in the order of the case file.
    /// - Throws: where an expression cannot be evaluated.
    public func judge(
        _ document: Document,
        asOf: Moment,
        classes: [String: [String]] = [:]
    ) throws(XMLError) -> [ProtectedPerson] {
        guard !rules.isEmpty else { return [] }
        var facts = FactSet.variables(of: classes)
        for set in sets { facts[set.name] = try set.value(in: document, facts) }
        let records = try PackExpression("/c:caseFile/c:records/c:person", line: 0).nodes(in: document, facts)
        var people:
            [RecordID: (order: Int, node: DocumentNode, rules: [(ProtectionRule, ProtectedPerson.Standing)])] =
                [:]
        for (order, node) in records.enumerated() {
            guard let id = node.attribute("id").flatMap({ RecordID($0) }) else { continue }
            people[id] = (order, node, [])
        }
        for rule in rules {
            for node in try rule.each.nodes(in: document, facts) {
                guard let id = try rule.person(of: node, facts), let person = people[id],
                    let standing = try rule.standing(of: person.node, at: node, asOf: asOf, facts)
                else { continue }
                if let index = person.rules.firstIndex(where: { $0.0.code == rule.code }) {
                    if standing == .isProtected { people[id]!.rules[index].1 = standing }
                } else {
                    people[id]!.rules.append((rule, standing))
                }
            }
        }
        return people.filter { !$0.value.rules.isEmpty }.sorted { $0.value.order < $1.value.order }.map {
            id,
            person in
            // What surely holds is why; what may hold matters only where nothing surely does.
            let sure = person.rules.filter { $0.1 == .isProtected }
            return ProtectedPerson(
                person: id,
                standing: sure.isEmpty ? .maybe : .isProtected,
                rules: (sure.isEmpty ? person.rules : sure).map(\.0)
            )
        }
    }
}

/// Somebody who must not be made known, or of whom it cannot be told.
public struct ProtectedPerson: Hashable, Sendable {
    public enum Standing: String, Codable, Hashable, Sendable {
        case isProtected = "protected"
        /// The records leave it open: an age straddles the limit, or is not there.
        case maybe
    }

    public let person: RecordID
    public let standing: Standing
    /// Why, by every rule that says so.
    public let rules: [ProtectionRule]
}

/// A law that protects people, and which.
public struct ProtectionRule: Hashable, Sendable {
    /// child-victim, victim-of-sexual-offence.
    public let code: String
    /// Who is protected.
    public let label: LocalizedText
    public let law: [Citation]
    public let confidence: Confidence
    /// What must not be made known.
    public let hides: [Hidden]
    let each: PackExpression
    private let personPath: PackExpression
    private let standing: ProtectedPerson.Standing
    private let age: (limit: AgeLimit, on: PackExpression?)?
    private let ranking: AgeRanking

    public enum Hidden: String, CaseIterable, Codable, Hashable, Sendable {
        case name, address, school, family, photograph, neighbourhood
        /// Whatever else would make the person known.
        case anyMatter = "any-matter"
    }

    public static func == (a: Self, b: Self) -> Bool { a.code == b.code }
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension ProtectionRule {
    init(_ node: DocumentNode, ranking: AgeRanking) {
        code = node.code
        label = node.texts("label")
        law = node.citations
        confidence = node.confidence ?? .memory
        hides = node.words("hides").compactMap(Hidden.init(rawValue:))
        standing =
            node.attribute("standing").flatMap(ProtectedPerson.Standing.init(rawValue:)) ?? .isProtected
        let each = node.first("each")
        self.each = PackExpression(each?.attribute("select") ?? "", line: each?.line ?? node.line)
        personPath = PackExpression(each?.attribute("person") ?? "c:person", line: each?.line ?? node.line)
        age = node.first("age").map { age in
            (
                AgeLimit(.victim, below: age.attribute("below").flatMap { Int($0) }),
                PackExpression(age, "on")
            )
        }
        self.ranking = ranking
    }

    /// Whom it protects by age alone: who had not completed so many years. Nil: it asks for no age.
    public var ageLimit: Int? { age?.limit.below }

    /// All that can be wrong in it.
    var expressions: [PackExpression] { [each, personPath] + [age?.on].compactMap(\.self) }

    /// Whom a node is about: a person's record is itself, else the person whom it refers to.
    func person(of node: DocumentNode, _ facts: [String: String]) throws(XMLError) -> RecordID? {
        if node.local == "person", node.attribute("to") == nil {
            return node.attribute("id").flatMap { RecordID($0) }
        }
        return try personPath.nodes(at: node, facts).first?.attribute("to").flatMap { RecordID($0) }
    }

    func evaluateAge(at node: DocumentNode, _ facts: [String: String]) throws(XMLError) {
        _ = try age?.on?.nodes(at: node, facts)
    }

    /// nil: the rule does not protect this person.
    func standing(
        of person: DocumentNode,
        at node: DocumentNode,
        asOf: Moment,
        _ facts: [String: String]
    ) throws(XMLError) -> ProtectedPerson.Standing? {
        guard let age else { return standing }
        var own = facts
        own["id"] = node.recordNode?.attribute("id") ?? ""
        own["person"] = person.attribute("id") ?? ""
        let days =
            try age.on?.nodes(at: node, own).compactMap {
                Moment($0.text, approximate: $0.attribute("approximate") == "true")
            } ?? []
        guard let id = person.attribute("id").flatMap({ RecordID($0) }) else { return nil }
        let facts = (try? Record(Element(person)))?.body as? Person
        // Of one day of the offence on which it surely was so, no other day takes anything away.
        let verdicts = (days.isEmpty ? [asOf] : days).map { day in
            PersonAge(party: id, facts: facts?.ages ?? [], limit: age.limit, days: day.days, ranking: ranking)
                .verdict
        }
        if verdicts.contains(.met) { return standing }
        return verdicts.contains { $0 != .contradicted } ? .maybe : nil
    }
}
