public import CaseFile
package import Law

/// A charge to be recorded: what the pack does not know.
public struct ChargeRequest: Sendable {
    /// A party.
    public var accused: RecordID
    /// The pack's code: itpa-3-1.
    public var offence: String
    /// What it is read with, by the pack's codes: bns-3-5.
    public var readWith: [String] = []
    public var from: Moment
    public var until: Moment?
    /// Parties.
    public var victims: [RecordID] = []
    public var incident: RecordID?
    public var count: Count?
    public var limb: Code?
    public var allegedRole: FreeText?
    public var status = Charge.Status.proposed

    public init(accused: RecordID, offence: String, from: Moment) {
        self.accused = accused
        self.offence = offence
        self.from = from
    }
}

extension OpenCase {
    /// Records a charge, and what must be proved for it as the pack has it, in one commit: the charge first, then its
    /// elements, each before its parts.
    ///
    /// The elements are the case's own from then on: they can be amended, and a proof names the one that it proves.
    /// - Throws: `.noOffence`, and what recording throws.
    @discardableResult
    public func charge(_ request: ChargeRequest) throws -> [Recorded] {
        try charge(request, by: try pack())
    }

    /// By a pack that is read already: for many charges at once.
    @discardableResult
    package func charge(_ request: ChargeRequest, by pack: Pack) throws -> [Recorded] {
        let offence = try offence(request.offence, in: pack)
        guard let token = Token(offence.code), let provision = Provision(offence) else {
            throw CaseworkError.noOffence(request.offence, near: [])
        }
        var charge = Charge(
            accused: Reference(to: request.accused),
            offence: token,
            provision: provision,
            from: request.from,
            status: request.status
        )
        charge.readings = try request.readWith.compactMap { Provision(try self.offence($0, in: pack)) }
        charge.until = request.until
        charge.victims = request.victims.map { Reference(to: $0) }
        charge.incident = request.incident.map { Reference(to: $0) }
        charge.count = request.count
        charge.limb = request.limb
        charge.allegedRole = request.allegedRole

        var random = office.surroundings.random()
        var batch = try Batch(self)
        let id = office.newID(using: &random)
        try batch.add(try new(charge, id: id, using: &random))
        let language = self.language
        /// The element with its parts, below another.
        func add(_ tree: ElementTree, under parent: RecordID?, position: Int) throws {
            guard let code = Token(tree.code), let text = tree.text(in: language) else { return }
            var element = OffenceElement(charge: Reference(to: id), code: code, text: text)
            element.parentElement = parent.map { Reference(to: $0) }
            element.join = tree.join
            element.position = parent.flatMap { _ in Count(position) }
            element.presumption = tree.presumption.flatMap(Provision.init)
            let own = office.newID(using: &random)
            try batch.add(try new(element, id: own, using: &random))
            for (index, part) in tree.parts.enumerated() {
                try add(part, under: own, position: index + 1)
            }
        }
        try add(offence.element, under: nil, position: 1)
        return try batch.commit()
    }

    private func offence(_ code: String, in pack: Pack) throws -> Offence {
        if let offence = pack.offences[code] { return offence }
        let wanted = code.lowercased()
        let near = pack.offences.all.map(\.code).filter {
            $0.hasPrefix(wanted) || wanted.hasPrefix($0) || $0.hasPrefix(wanted.prefix { $0 != "-" } + "-")
        }
        throw CaseworkError.noOffence(code, near: near)
    }
}

extension Provision {
    fileprivate init?(_ offence: Offence) { self.init(offence.citation) }

    fileprivate init?(_ citation: Citation) {
        guard case .section(let act, let section) = citation, let act = Code(act),
            let section = Code(section)
        else { return nil }
        self.init(act: act, section: section)
    }
}

extension ElementTree {
    /// The text in the language of the case where the pack has it in that, else in English.
    fileprivate func text(in language: LanguageTag) -> FreeText? {
        let base = String(language.rawValue.prefix { $0 != "-" })
        let tag =
            [language.rawValue, base, "en"].first(where: text.languages.contains) ?? text.languages.min()
        return FreeText(text.text(in: tag ?? "en"), tag.flatMap(LanguageTag.init) ?? .english)
    }
}
