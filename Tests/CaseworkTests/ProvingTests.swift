import CaseFile
import Casework
import Law
import Testing

/// A charge with its elements, what proves them, and what falls without it: on a case of England and Wales, whose pack
/// comes with Dossier.
@Suite struct `Charging and proving` {
    /// A case with an accused, a victim and two witnesses.
    private func newCase(_ office: TestOffice) throws -> OpenCase {
        let body = Case(
            number: "EW-1",
            titles: [FreeText("R v Nobody", .english)!],
            jurisdiction: "ew",
            timeZone: "Europe/London",
            language: .english,
            openedAt: Moment("2026-03-13T10:00:00Z")!
        )
        let openCase = try office.open().open(new: body)
        try openCase.record(
            drafts: Drafts.of(
                Drafts.person("Smith"),
                Drafts.person("Nobody"),
                Drafts.person("Doe"),
                Drafts.person("Jones"),
                Drafts.exhibit("AB/1"),
                Drafts.exhibit("AB/2"),
                "<party><person to=\"Nobody\"/><role>defendant</role><code>D1</code></party>",
                "<party><person to=\"Doe\"/><role>victim</role><code>V1</code></party>",
                "<party><person to=\"Smith\"/><role>witness</role><code>W1</code><witnessNumber>1</witnessNumber></party>"
            )
        )
        return openCase
    }

    private func request(
        _ openCase: OpenCase,
        _ offence: String,
        from: String = "2026-03-13Z"
    ) throws
        -> ChargeRequest
    {
        var request = ChargeRequest(
            accused: try openCase.record(named: "D1"),
            offence: offence,
            from: Moment(from)!
        )
        request.victims = [try openCase.record(named: "V1")]
        request.count = 1
        request.allegedRole = FreeText("Kept the keys.", .english)
        return request
    }

    /// The records of the elements, by code.
    private func elements(_ openCase: OpenCase) throws -> [String: RecordID] {
        Dictionary(
            try openCase.list(.element).compactMap { stored in
                (stored.record.body as? OffenceElement).map { ($0.code.text, stored.id) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    @Test func `a charge is recorded with its elements as the pack has them, in one commit`() throws {
        let openCase = try newCase(try TestOffice())
        let recorded = try openCase.charge(try request(openCase, "soa1956-33"))
        #expect(recorded.first?.kind == .charge)
        let charge = try #require(try openCase.current(recorded[0].id)?.record.body as? Charge)
        #expect(charge.provision == Provision(act: "SOA1956", section: "33"))
        #expect(charge.status == .proposed)
        let offence = try #require(try openCase.pack().offences["soa1956-33"])
        let bodies = recorded.dropFirst().compactMap {
            try? openCase.current($0.id)?.record.body as? OffenceElement
        }
        var codes: [String] = []
        offence.element.forEach { codes.append($0.code) }
        #expect(bodies.map(\.code.text) == codes)
        #expect(bodies.allSatisfy { $0.charge.to == recorded[0].id })
        #expect(bodies[0].parentElement == nil && bodies[0].join == .all)
        #expect(bodies.dropFirst().allSatisfy { $0.parentElement != nil && $0.position != nil })
        #expect(bodies.map(\.text.language).allSatisfy { $0 == .english })
        // What was made from the pack is the pack's tree.
        let proving = try openCase.proofMatrix()
        #expect(proving.matrix.charges[0].tree.differences == [])
        #expect(proving.matrix.charges[0].hasElements)
        #expect(proving.findings.map(\.rule) == ["proof.element-unproved", "proof.no-role"])
    }

    @Test func `an offence that the pack does not have is refused, and nothing is recorded`() throws {
        let openCase = try newCase(try TestOffice())
        let size = try openCase.size()
        let failure = #expect(throws: CaseworkError.self) {
            try openCase.charge(try request(openCase, "soa1956-99"))
        }
        guard case .noOffence("soa1956-99", let near)? = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(near.contains("soa1956-33"))
        #expect(try openCase.size() == size)
    }

    @Test func `what an offence is read with is named in the charge`() throws {
        let openCase = try newCase(try TestOffice())
        var request = try request(openCase, "soa1956-33")
        request.readWith = ["cla-1"]
        let recorded = try openCase.charge(request)
        let charge = try #require(try openCase.current(recorded[0].id)?.record.body as? Charge)
        #expect(charge.readings == [Provision(act: "CLA", section: "1")])
    }

    @Test func `evidence proves, and falls when it is struck out by any name that the file has for it`()
        throws
    {
        let openCase = try newCase(try TestOffice())
        try openCase.charge(try request(openCase, "soa1956-33"))
        let elements = try elements(openCase)
        let leaves = ["place-resorted-to", "more-than-one-woman", "manages"]
        let (book, lease) = (try openCase.record(named: "AB/1"), try openCase.record(named: "AB/2"))
        let smith = try openCase.record(named: "Smith")
        for (leaf, exhibit) in zip(leaves, [book, book, lease]) {
            var proof = Proof(
                element: Reference(to: try #require(elements[leaf], "\(elements.keys)")),
                manner: .direct,
                bearing: .supports
            )
            proof.exhibit = Reference(to: exhibit)
            proof.witnesses = [Reference(to: smith)]
            try openCase.record([proof])
        }
        let proving = try openCase.proofMatrix()
        #expect(proving.matrix.charges[0].isProved)
        for name in ["1", "W1", "Smith", smith.description] {
            let struck = try openCase.struckOut([name], of: proving)
            #expect(struck == [smith])
            let strike = proving.matrix.without(struck)
            #expect(strike.fallenCharges == [0])
            #expect(strike.nothingLeft == [try openCase.record(named: "D1")])
        }
        #expect(try openCase.struckOut(["AB/1", "AB/2"], of: proving) == [book, lease])
        #expect(throws: CaseworkError.self) { try openCase.struckOut(["AB/9"], of: proving) }
        // Somebody on whom nothing hangs.
        let jones = try openCase.struckOut(["Jones"], of: proving)
        #expect(proving.matrix.without(jones).losses.isEmpty)
        #expect(Set(proving.matrix.singlePointsOfFailure().map { $0.struck[0] }) == [smith, book, lease])
    }

    @Test func `the readiness report has what the matrix finds`() throws {
        let openCase = try newCase(try TestOffice())
        try openCase.charge(try request(openCase, "msa-2-1", from: "2015-07-30Z"))
        let rules = Set(try openCase.check().report.findings.filter { $0.source == .proof }.map(\.rule))
        #expect(rules.contains("proof.offence-not-in-force"))
        #expect(rules.contains("proof.element-unproved"))
    }

    @Test func `a corrected element counts as it is now`() throws {
        let openCase = try newCase(try TestOffice())
        try openCase.charge(try request(openCase, "soa1956-33"))
        let element = try #require(try elements(openCase)["manages"])
        try openCase.amend(
            element,
            setting: [("text", "Had charge of the accounts")],
            why: FreeText("As counsel put it", .english)!
        )
        let proving = try openCase.proofMatrix()
        let node = proving.matrix.charges[0].tree.nodes.first { $0.element == element }
        #expect(node?.text(in: "en", naming: proving.names.name) == "Had charge of the accounts")
    }
}
