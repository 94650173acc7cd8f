import CaseFile
import Testing

@testable import Law

/// The tree on file and the tree of the law, made one.
@Suite struct `Elements on file and in the law` {
    /// What becomes of a tree on file; proofs for these codes.
    static func merged(
        _ own: ElementTree,
        _ law: ElementTree,
        proved: Set<String> = []
    ) -> (codes: [String], differences: [TreeDifference], charge: ChargeProof) {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        let charge = file.charge(accused.party, "o")
        let ids = file.elements(own, of: charge)
        let exhibit = file.exhibit("X-1")
        for code in proved.sorted() { file.proof(ids[code]!, exhibit: exhibit) }
        let result = file.matrix(Offence("o", law)).charges[0]
        return (result.tree.nodes.map(\.code), result.tree.differences, result)
    }

    static let law: ElementTree = .all(
        "trafficking",
        .any("act", .leaf("recruits"), .leaf("transports")),
        .any("means", .leaf("force"), .leaf("inducement")),
        .leaf("purpose"),
        .leaf("child")
    )

    @Test func `the law's own tree on file is taken as it is`() {
        let result = Self.merged(Self.law, Self.law)
        #expect(result.differences == [])
        #expect(result.codes.count == 9)
    }

    @Test func `what the law asks for beside it is added, unproved, and told`() {
        let own: ElementTree = .all("trafficking", .any("act", .leaf("recruits")), .leaf("purpose"))
        let result = Self.merged(own, Self.law, proved: ["recruits", "purpose"])
        #expect(Set(result.differences) == [.missing(code: "means"), .missing(code: "child")])
        #expect(Set(result.codes).isSuperset(of: ["transports", "means", "force", "child"]))
        #expect(!result.charge.isProved)
    }

    @Test func `an alternative of the law that is left out is added and not told`() {
        let own: ElementTree = .all(
            "trafficking",
            .any("act", .leaf("recruits")),
            .any("means", .leaf("force")),
            .leaf("purpose"),
            .leaf("child")
        )
        let result = Self.merged(own, Self.law, proved: ["recruits", "force", "purpose", "child"])
        #expect(result.differences == [])
        #expect(result.codes.contains("inducement"))
        #expect(result.charge.isProved)
    }

    @Test func `what was proved as one stays one, and the law's parts are told`() {
        let own: ElementTree = .all(
            "trafficking",
            .leaf("act"),
            .leaf("means"),
            .leaf("purpose"),
            .leaf("child")
        )
        let result = Self.merged(own, Self.law, proved: ["act", "means", "purpose", "child"])
        #expect(
            Set(result.differences) == [
                .notDivided(code: "act", parts: ["recruits", "transports"]),
                .notDivided(code: "means", parts: ["force", "inducement"]),
            ]
        )
        #expect(result.charge.isProved)
    }

    @Test func `a leaf that nothing proves takes the law's parts`() {
        let own: ElementTree = .all(
            "trafficking",
            .leaf("act"),
            .leaf("means"),
            .leaf("purpose"),
            .leaf("child")
        )
        let result = Self.merged(own, Self.law)
        #expect(result.codes.contains("recruits"))
        #expect(
            Set(result.differences) == [
                .missing(code: "recruits / transports"), .missing(code: "force / inducement"),
            ]
        )
    }

    @Test func `parts that the file joins otherwise are all asked for`() {
        let own: ElementTree = .any(
            "trafficking",
            .leaf("act"),
            .leaf("means"),
            .leaf("purpose"),
            .leaf("child")
        )
        let result = Self.merged(own, Self.law, proved: ["act"])
        #expect(result.differences.contains(.joinedOtherwise(code: "trafficking")))
        #expect(!result.charge.isProved)
    }

    @Test func `an alternative that the law does not have is told`() {
        let own: ElementTree = .all(
            "trafficking",
            .any("act", .leaf("looks")),
            .any("means", .leaf("force")),
            .leaf("purpose"),
            .leaf("child")
        )
        #expect(Self.merged(own, Self.law).differences == [.alternativeNotInLaw(code: "looks")])
    }

    @Test func `a group that only the law has finds its facts where they are`() {
        let law: ElementTree = .all("keeping", .all("place", .leaf("use"), .leaf("gain")), .leaf("keeps"))
        let own: ElementTree = .all("keeping", .leaf("use"), .leaf("gain"), .leaf("keeps"))
        let result = Self.merged(own, law, proved: ["use", "gain", "keeps"])
        #expect(result.differences == [])
        #expect(result.charge.isProved)
    }

    @Test func `a presumption and a limit of age come from the law where the file does not say them`() {
        let limit = AgeLimit(.victim, below: 16)
        let law: ElementTree = .any("x", .leaf("direct"), .presumed("presumed", .leaf("child", age: limit)))
        let own: ElementTree = .any("x", .leaf("direct"), .all("presumed", .leaf("child")))
        let tree = Self.merged(own, law).charge.tree
        #expect(tree.nodes.first { $0.code == "presumed" }?.presumption != nil)
        #expect(tree.facts.first { $0.code == "child" }?.age?.limit == limit)
    }

    @Test func `elements of an offence that the pack does not have are the tree`() {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        let charge = file.charge(accused.party, "unknown")
        _ = file.elements(Self.law, of: charge)
        let result = file.matrix().charges[0]
        #expect(result.offence == nil)
        #expect(result.tree.nodes.count == 9)
    }

    @Test func `elements that hang on nothing, or on each other, are told`() {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        let charge = file.charge(accused.party, "o")
        let root = file.element("keeping", of: charge)
        _ = file.element("stray", of: charge, under: RecordID("00000000-0000-7000-8000-0000000000bb"))
        let offence = Offence("o", .leaf("keeping"))
        #expect(file.matrix(offence).charges[0].tree.differences == [.loose(code: "stray")])
        #expect(file.matrix(offence).charges[0].tree.nodes.map(\.code) == ["keeping", "keeping", "stray"])
        // Amended so that it is its own ancestor.
        var records = ProofRecords()
        for charge in file.records.charges { records.add(charge.id, charge.body) }
        for element in file.records.elements {
            var body = element.body
            body.parentElement = Reference(to: root)
            records.add(element.id, body)
        }
        let circle = ProofMatrix(records, offences: Offences([offence])).charges[0]
        #expect(circle.tree.differences == [.loose(code: "keeping"), .loose(code: "stray")])
        #expect(circle.tree.nodes.map(\.code) == ["keeping"])
    }

    @Test func `parts stand in the order of their positions`() {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        let charge = file.charge(accused.party, "o")
        let root = file.element("root", of: charge, join: .all)
        var records = file.records
        var random = SeededRandom(seed: 7)
        for (code, position) in [("third", nil), ("second", 2), ("first", 1)] as [(Token, Count?)] {
            var body = OffenceElement(
                charge: Reference(to: charge),
                code: code,
                text: FreeText("x", .english)!
            )
            body.parentElement = Reference(to: root)
            body.position = position
            records.add(RecordID(milliseconds: 1, using: &random), body)
        }
        let tree = ProofMatrix(records, offences: Offences()).charges[0].tree
        #expect(tree.nodes.map(\.code) == ["root", "first", "second", "third"])
    }
}
