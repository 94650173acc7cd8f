internal import Bundles
public import CaseFile
internal import Law
internal import Ledger

/// An edition of a case as it would leave now: what it shows of the log up to a checkpoint, and what stays behind.
public struct EditionPlan: Sendable {
    /// court, accused, police, public.
    public let name: String
    /// The party that it is made for; nil where it is for nobody in particular.
    public let recipient: Recipient?
    /// What it is for.
    let purpose: FreeText
    let checkpoint: SignedCheckpoint
    /// The files that it lists.
    let originals: [PlannedFile]
    /// Nil: every record is shown, since the jurisdiction has no pack that knows editions.
    let selection: EditionSelection?
    /// By the number of the selection's rules.
    let reasons: [WithheldReason]
    /// The place of the current version of each record.
    let last: [RecordID: Int]

    public struct Recipient: Hashable, Sendable {
        public let party: RecordID
        /// Such as A1.
        public let code: String
    }

    /// How many leaves it shows.
    public var shown: Int { selection?.shownCount ?? checkpoint.head.size }
    /// How many it does not.
    public var withheld: Int { selection?.withheldCount ?? 0 }

    func shows(_ entry: LogEntry) -> Bool { selection.map { $0[entry.seq] == .shown } ?? true }

    /// Hands over what becomes of a leaf.
    func leaf(_ entry: LogEntry, _ each: (EditionLeaf) throws -> Void) throws {
        if let selection, case .withheld(let rule, let showsKind, let keepsID) = selection[entry.seq] {
            let leaf = WithheldLeaf(
                hash: entry.leaf.description,
                kind: showsKind ? Kind(rawValue: entry.kind) : nil,
                record: keepsID ? entry.record : nil,
                reason: reasons[rule]
            )
            return try each(.withheld(leaf))
        }
        try entry.bytes.withUnsafeBytes {
            try each(.shown($0, isSuperseded: last[entry.record] != entry.seq))
        }
    }
}

extension OpenCase {
    /// The edition of a jurisdiction that knows none: every record.
    private static let wholeEdition = "court"

    /// Plans an edition of the case as it stands.
    /// - Parameters:
    ///   - name: court, accused, police, public, or another that the pack knows.
    ///   - recipient: for whom, where the edition is made for one: an accused's code, such as A1.
    /// - Throws: `.edition`, `.editionRecipient`, `.editionForNobody`; `.originalsMissing` where bytes are lost.
    public func plan(edition name: String, for recipient: String? = nil) throws -> EditionPlan {
        // A broken pack stops its editions and not the file as a whole: the bundle then says that it has no rules.
        let pack = try? pack()
        let rules = pack?.edition(name)
        guard rules != nil || name == Self.wholeEdition && pack?.editions.isEmpty != false else {
            throw CaseworkError.edition(name, known: pack?.editions.map(\.code) ?? [Self.wholeEdition])
        }
        if rules?.recipientRole == nil, recipient != nil {
            throw CaseworkError.editionForNobody(edition: name)
        }
        let party = try rules?.recipientRole.map { try self.recipient(recipient, of: name, role: $0) }
        let checkpoint = try checkpoint()
        let size = checkpoint.head.size
        let decided = try withholdingDecisions(in: name)
        let selection = try rules.map {
            try self.selection(by: $0, of: pack!, for: party?.party, decided: decided.records, upTo: size)
        }
        let language = self.language
        let reasons = selection?.rules.map { WithheldReason($0, by: pack!, in: language) } ?? []
        var index = FileIndex()
        try forEachEntry { entry in
            guard entry.seq < size else { return }
            try index.add(entry)
        }
        let identityReason = zip(selection?.rules ?? [], reasons).first { $0.0.code == "identity" }?.1
        let originals = try plannedFiles(index) { file in
            if let selection, case .withheld = selection[index.last[file]!] { return .left }
            if let rule = selection?.contents[file] {
                return .withheld(WithheldReason(rule, by: pack!, in: language))
            }
            if decided.contents.contains(file) { return .withheld(identityReason ?? .ofDecision) }
            return .sent
        }
        return EditionPlan(
            name: name,
            recipient: party,
            purpose: rules.flatMap { FreeText($0.purpose.text(in: language.rawValue), language) }
                ?? FreeText("All that the prosecution relies on, for the court.", .english)!,
            checkpoint: checkpoint,
            originals: originals,
            selection: selection,
            reasons: reasons,
            last: index.last
        )
    }

    private func recipient(
        _ code: String?,
        of edition: String,
        role: String
    ) throws -> EditionPlan.Recipient {
        let parties = try list(.party).filter { ($0.record.body as? Party)?.role.text == role }
        guard let code, let party = parties.first(where: { $0.label == code || $0.id.description == code })
        else {
            let known = parties.compactMap(\.label).sorted()
            throw CaseworkError.editionRecipient(edition: edition, role: role, known: known)
        }
        return EditionPlan.Recipient(party: party.id, code: party.label ?? code)
    }

    private func selection(
        by rules: EditionRules,
        of pack: Pack,
        for party: RecordID?,
        decided: Set<RecordID>,
        upTo size: Int
    ) throws -> EditionSelection {
        let protected = try pack.protection.judge(
            factDocument(of: pack.protection.kinds),
            asOf: office.surroundings.moment(),
            classes: pack.offenceClasses
        )
        let facts = try EditionFacts(
            for: rules,
            in: factDocument(of: rules.factKinds.union([.party])),
            recipient: party,
            protected: protected.map(\.person),
            classes: pack.offenceClasses
        )
        return try EditionSelection.make(
            judge: EditionJudge(rules: rules, facts: facts),
            keeping: [id] + [party].compactMap { $0 },
            decided: decided
        ) { each in
            try forEachEntry { entry in
                guard entry.seq < size, let kind = Kind(rawValue: entry.kind) else { return }
                try each(EditionEntry(kind: kind, record: entry.record, bytes: entry.bytes))
            }
        }
    }
}

extension WithheldReason {
    init(_ rule: WithholdingRule, by pack: Pack, in language: LanguageTag) {
        let text = FreeText(rule.reason.text(in: language.rawValue), language)
        self.init(
            text ?? FreeText(rule.reason.text(in: "en"), .english)!,
            law: pack.text(of: rule.law, in: language.rawValue)
        )
    }

    /// Of a jurisdiction whose pack gives no reason.
    static let ofDecision = WithheldReason(
        FreeText("It would make a protected person known.", .english)!,
        law: "decision of the office"
    )
}
