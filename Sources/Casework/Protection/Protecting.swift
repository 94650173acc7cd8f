public import CaseFile
public import Law
internal import XML

// Who of a case must not be made known, by the law of its pack.

/// Somebody who is protected or may be, and how the case keeps it.
public struct Protected: Sendable {
    public let person: ProtectedPerson
    /// Codes and pseudonym of the person; empty where there is none.
    public let label: String
    /// The person's parties, which the rules of the pack speak of.
    public let parties: [RecordID]
    /// The charges whose victim the person is.
    public let charges: [RecordID]
    /// Whether the file calls the person by a pseudonym, and not by name.
    public let hasPseudonym: Bool
    /// Whether an identity is kept for the person.
    public let hasIdentity: Bool
    /// Whether the person is an accused, whose name the parties to the case know.
    public let isAccused: Bool

    /// A victim or witness whom the file calls by name against the law.
    public var isNamed: Bool { person.standing == .isProtected && !hasPseudonym && !isAccused }

    /// Of whom it cannot be told, and whom the file calls by name. An accused's age is asked for by the rules of age.
    public var isUnclear: Bool { person.standing == .maybe && !hasPseudonym && !isAccused }

    /// What the person is called where it is told of, never by name.
    public var name: String { label.isEmpty ? person.person.description : label }
}

extension OpenCase {
    /// Everybody who is protected, or may be.
    /// - Parameter asOf: what an age is reckoned on where the records give no day of the offence; nil: now.
    /// - Throws: `.noPack`, `.pack`.
    public func protectedPersons(asOf: Moment? = nil) throws -> [ProtectedPerson] {
        let pack = try pack()
        return try pack.protection.judge(
            factDocument(of: pack.protection.kinds),
            asOf: judged(asOf),
            classes: pack.offenceClasses
        )
    }

    /// The same, with what the case has of each.
    public func protection(by pack: Pack, asOf: Moment? = nil) throws -> [Protected] {
        try protection(
            by: pack,
            in: factDocument(of: pack.protection.kinds.union(Self.kindsOfPeople)),
            asOf: asOf
        )
    }

    private static let kindsOfPeople: Set<Kind> = [.person, .party, .charge]

    private func protection(by pack: Pack, in document: Document, asOf: Moment?) throws -> [Protected] {
        let people = try pack.protection.judge(document, asOf: judged(asOf), classes: pack.offenceClasses)
        guard !people.isEmpty else { return [] }
        var identities: Set<RecordID> = []
        for stored in try list(.identity) {
            if let person = stored.record.body.subject { identities.insert(person) }
        }
        return try people.map { try Protected($0, of: document, identities: identities) }
    }

    /// Refuses a batch whose parties would make somebody protected whom the file calls by name: from then on every edition
    /// would be a breach of the law.
    /// - Throws: `.protectedByName`. A case without a pack protects nobody.
    func refuseNames(in batch: Batch) throws {
        guard let pack = try? pack() else { return }
        let coming = batch.records
        let parties = Set(coming.map(\.record).filter { $0.kind == .party }.map(\.head.id))
        let document = try factDocument(of: pack.protection.kinds.union(Self.kindsOfPeople), with: coming)
        guard
            let named = try protection(by: pack, in: document, asOf: nil).first(where: {
                $0.isNamed && !parties.isDisjoint(with: $0.parties)
            })
        else { return }
        let rules = named.person.rules
        throw CaseworkError.protectedByName(
            named.name,
            why: rules.map { $0.label.text(in: "en") },
            law: rules.flatMap(\.law).map { pack.acts.text(of: $0, in: "en") }
        )
    }
}

extension Protected {
    fileprivate init(_ person: ProtectedPerson, of document: Document, identities: Set<RecordID>) throws {
        func nodes(_ xpath: String) throws -> [DocumentNode] {
            try document.nodes(
                "/c:caseFile/c:records/" + xpath,
                namespaces: ["c": CaseFileGrammar.namespace],
                variables: ["person": person.person.description]
            )
        }
        let roles = try nodes("c:party[c:person/@to = $person]")
        let codes = try nodes("c:party[c:person/@to = $person]/*[self::c:code or self::c:witnessNumber]")
        let pseudonym = try nodes("c:person[@id = $person]/c:pseudonym").first?.text
        self.person = person
        label = [codes.first?.text, pseudonym].compactMap(\.self).joined(separator: " ")
        parties = roles.compactMap { $0.attribute("id").flatMap { RecordID($0) } }
        charges = try nodes(
            "c:charge[c:victim/@to = /c:caseFile/c:records/c:party[c:person/@to = $person]/@id]"
        )
        .compactMap { $0.attribute("id").flatMap { RecordID($0) } }
        hasPseudonym = pseudonym != nil
        hasIdentity = identities.contains(person.person)
        isAccused = try !nodes("c:party[c:person/@to = $person and c:role = 'accused']").isEmpty
    }
}
