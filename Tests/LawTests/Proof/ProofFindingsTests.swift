import CaseFile
import Testing
import XML

@testable import Law

/// Each finding of the proof matrix, where it is due and where it is not.
@Suite struct `Findings of the proof matrix` {
    static let theft = Offence(
        "theft",
        .all("theft", .leaf("taking"), .leaf("dishonesty"))
    )

    /// A charge of theft that nothing is wrong with: each element on two items, by two witnesses.
    struct Sound {
        var file = ProofFile()
        let accused: (person: RecordID, party: RecordID)
        let one: RecordID
        let two: RecordID
        let charge: RecordID
        let element: [String: RecordID]

        init(
            offence: Offence = theft,
            code: Token = "theft",
            section: Code = "1",
            from: String = "2026-03-13+05:30",
            until: String? = nil,
            ages: [AgeFact] = [],
            role: String? = "Took it.",
            leavingOut: Set<String> = []
        ) {
            accused = file.person("A1", role: "accused")
            let victim = file.person("V1", role: "victim", ages: ages)
            one = file.person(nil, witness: "PW1").person
            two = file.person(nil, witness: "PW2").person
            charge = file.charge(
                accused.party,
                code,
                section: section,
                from: from,
                until: until,
                victims: [victim.party],
                role: role
            )
            element = file.elements(offence.element, of: charge)
            offence.element.forEach { node in
                guard node.parts.isEmpty, !leavingOut.contains(node.code) else { return }
                let thing = file.exhibit(Code("X-\(node.code)")!, producers: [one])
                let paper = file.document(Code("D-\(node.code)")!, authors: [two])
                file.proof(element[node.code]!, exhibit: thing)
                file.proof(element[node.code]!, document: paper)
            }
        }
    }

    @Test func `a charge that is proved twice over has none`() {
        #expect(Sound().file.rules(Self.theft) == [])
    }

    @Test func `an element without evidence is a blocker at its record, with its law`() throws {
        let scene = Sound(leavingOut: ["taking"])
        let findings = scene.file.findings([Self.theft])
        #expect(findings.map(\.rule) == ["proof.element-unproved"])
        let finding = try #require(findings.first)
        #expect(finding.severity == .blocker)
        #expect(finding.source == .proof)
        #expect(finding.record == scene.element["taking"])
        #expect(finding.related == [scene.charge])
        #expect(finding.text == "A1, PENAL s.1: nothing proves “It is taking”")
        #expect(finding.law == [.section(act: "PENAL", section: "1"), .authority("sharif-ahmed")])
        #expect(finding.mender == "investigating-officer")
        #expect(!finding.remedy.isEmpty)
    }

    @Test func `a charge that nothing is linked to is told once`() {
        let scene = Sound(leavingOut: ["taking", "dishonesty"])
        let findings = scene.file.findings([Self.theft])
        #expect(findings.map(\.rule) == ["proof.element-unproved", "proof.no-role"])
        #expect(findings[0].record == scene.charge)
        #expect(findings[1].record == scene.accused.party)
    }

    @Test func `of alternatives none of which is proved, what lacks least is told`() {
        let offence = Offence(
            "theft",
            .all(
                "theft",
                .any(
                    "way",
                    .all("long", .leaf("a"), .leaf("b"), .leaf("c")),
                    .all("short", .leaf("d"), .leaf("a"))
                )
            )
        )
        let findings = Sound(offence: offence, leavingOut: ["b", "c", "d"]).file.findings([offence])
        #expect(findings.map(\.rule) == ["proof.element-unproved"])
        #expect(findings[0].text.hasSuffix("what lacks least, lacks “It is d”"))
        #expect(Sound(offence: offence, leavingOut: ["b", "c"]).file.rules(offence) == [])
    }

    @Test func `an element on one item`() {
        var scene = Sound(leavingOut: ["taking"])
        let phone = scene.file.exhibit("X-1", producers: [scene.one])
        let card = scene.file.exhibit("X-1.1", producers: [scene.two], partOf: phone)
        scene.file.proof(scene.element["taking"]!, exhibit: phone)
        scene.file.proof(scene.element["taking"]!, exhibit: card)
        #expect(scene.file.rules(Self.theft) == ["proof.one-item"])
    }

    @Test func `an element on one witness`() {
        var scene = Sound(leavingOut: ["taking"])
        for mark in ["X-1", "X-2"] as [Code] {
            let exhibit = scene.file.exhibit(mark, producers: [scene.one])
            scene.file.proof(scene.element["taking"]!, exhibit: exhibit)
        }
        #expect(scene.file.rules(Self.theft) == ["proof.one-witness"])
    }

    @Test func `an element on statements to the police alone`() {
        var scene = Sound(leavingOut: ["taking"])
        for witness in [scene.one, scene.two] {
            let statement = scene.file.statement("s180", by: witness)
            scene.file.proof(scene.element["taking"]!, statement: statement)
        }
        #expect(scene.file.rules(Self.theft) == ["proof.only-police-statement"])
        let sworn = scene.file.statement("s183-statement", by: scene.one)
        scene.file.proof(scene.element["taking"]!, statement: sworn)
        #expect(scene.file.rules(Self.theft) == [])
    }

    @Test func `evidence that nobody brings in`() {
        var scene = Sound(leavingOut: ["taking"])
        for number in ["L 1", "L 2"] as [Code] {
            let paper = scene.file.document(number)
            scene.file.proof(scene.element["taking"]!, document: paper)
        }
        #expect(scene.file.rules(Self.theft) == ["proof.no-witness"])
    }

    @Test func `an alternative that the charge does not hang on may be thin`() {
        let offence = Offence("theft", .any("theft", .leaf("seen"), .leaf("confessed")))
        var scene = Sound(offence: offence, leavingOut: ["confessed"])
        let paper = scene.file.statement("s180", by: scene.one)
        scene.file.proof(scene.element["confessed"]!, statement: paper)
        #expect(scene.file.rules(offence) == [])
    }

    @Test func `evidence against an element`() throws {
        var scene = Sound()
        let statement = scene.file.statement("s180", by: scene.two)
        let proof = scene.file.proof(scene.element["taking"]!, statement: statement, bearing: .undermines)
        let findings = scene.file.findings([Self.theft])
        #expect(findings.map(\.rule) == ["proof.against"])
        #expect(findings[0].related == [scene.charge, proof])
        #expect(findings[0].text.contains("PW2 s180 para 1"))
    }

    @Test func `evidence that is linked to a whole`() {
        var scene = Sound()
        let thing = scene.file.exhibit("X-9")
        scene.file.proof(scene.element["theft"]!, exhibit: thing)
        #expect(scene.file.rules(Self.theft) == ["proof.linked-to-a-whole"])
    }

    // MARK: Presumptions

    static let presumed = Offence(
        "theft",
        .any("theft", .leaf("direct"), .presumed("presumed", .leaf("found"), .leaf("soon")))
    )

    @Test func `a presumption that is relied on without its foundation`() {
        var scene = Sound(offence: Self.presumed, leavingOut: ["found", "soon"])
        let list = scene.file.document("SL 1", authors: [scene.one])
        scene.file.proof(scene.element["found"]!, document: list, manner: .direct)
        #expect(scene.file.rules(Self.presumed) == [])
        scene.file.proof(scene.element["found"]!, document: list, manner: .presumption)
        let findings = scene.file.findings([Self.presumed])
        #expect(findings.map(\.rule) == ["proof.foundation-unproved"])
        #expect(findings[0].severity == .blocker)
        #expect(findings[0].text.contains("PENAL s.6(2)"))
        #expect(findings[0].text.contains("“It is soon”"))
        scene.file.proof(scene.element["soon"]!, document: list, manner: .presumption)
        #expect(scene.file.rules(Self.presumed) == [])
    }

    @Test func `a presumption that only shares a fact with the one that is relied on`() {
        let first: ElementTree = .presumed("presumed", .leaf("found"), .leaf("brothel"))
        let own = Offence("theft", .any("theft", first))
        let law = Offence(
            "theft",
            .any(
                "theft",
                first,
                .presumed("other", .leaf("brothel"), .any("age", .leaf("child"), .leaf("minor")))
            )
        )
        var scene = Sound(offence: own)
        let list = scene.file.document("SL 1", authors: [scene.one])
        scene.file.proof(scene.element["brothel"]!, document: list, manner: .presumption)
        #expect(scene.file.rules(law) == [])
    }

    // MARK: The tree

    @Test func `an element that the law asks for beside those on file`() {
        let law = Offence("theft", .all("theft", .leaf("taking"), .leaf("dishonesty"), .leaf("movable")))
        #expect(Sound().file.rules(law) == ["proof.element-unproved", "proof.tree-incomplete"])
    }

    @Test func `an element that the law divides`() {
        let law = Offence(
            "theft",
            .all("theft", .any("taking", .leaf("by-hand"), .leaf("by-wire")), .leaf("dishonesty"))
        )
        #expect(Sound().file.rules(law) == ["proof.tree-incomplete"])
    }

    @Test func `parts that the law joins otherwise, and alternatives that it does not have`() {
        let law = Offence("theft", .any("theft", .leaf("taking"), .leaf("dishonesty")))
        #expect(Sound().file.rules(law) == ["proof.tree-departs-from-law"])
        let narrower = Offence("theft", .any("theft", .leaf("taking")))
        #expect(Sound(offence: law).file.rules(narrower) == ["proof.tree-departs-from-law"])
    }

    // MARK: The offence

    @Test func `an offence that the pack does not have, with what may be meant`() {
        let findings = Sound(code: "theft-1").file.findings([Self.theft])
        #expect(findings.map(\.rule) == ["proof.offence-unknown"])
        #expect(findings[0].text.hasSuffix("perhaps this is meant: theft"))
    }

    static let old = Offence("old", section: "378", until: "2024-06-30", theft.element)
    static let new = Offence("new", section: "303", from: "2024-07-01", predecessor: "378", theft.element)

    static func dates(_ code: Token, _ section: Code, _ from: String, _ until: String? = nil) -> [Finding] {
        Sound(code: code, section: section, from: from, until: until).file.findings([old, new])
    }

    @Test func `an offence that was not yet law names its predecessor, one that is no longer its successor`()
    {
        #expect(Self.dates("new", "303", "2024-07-01+05:30").isEmpty)
        #expect(Self.dates("old", "378", "2024-06-30+05:30").isEmpty)
        let early = Self.dates("new", "303", "2024-06-30+05:30")
        #expect(early.map(\.rule) == ["proof.offence-not-in-force"])
        #expect(early.first?.text.contains("PENAL s.378 (old)") == true)
        let late = Self.dates("old", "378", "2024-07-01+05:30")
        #expect(late.map(\.rule) == ["proof.offence-not-in-force"])
        #expect(late.first?.text.contains("PENAL s.303 (new)") == true)
    }

    @Test func `an offence that was law for a part of its time`() {
        let over = Self.dates("new", "303", "2024-06-01+05:30", "2024-08-01+05:30")
        #expect(over.map(\.rule) == ["proof.offence-partly-in-force"])
        #expect(over.first?.text.contains("PENAL s.378 (old)") == true)
        #expect(Self.dates("old", "378", "2024-06+05:30", "2024-07+05:30").map(\.severity) == [.warning])
        #expect(Self.dates("old", "378", "2024-06+05:30").isEmpty)
    }

    @Test func `a provision that is not the offence's`() {
        #expect(Sound(section: "2").file.rules(Self.theft) == ["proof.provision-differs"])
        #expect(Sound(section: "1(a)").file.rules(Self.theft) == [])
        #expect(Sound(section: "14").file.rules(Self.theft) == ["proof.provision-differs"])
    }

    @Test func `what is only read with an offence is charged alone`() {
        let intention = Offence("theft", isReadWithOthers: true, Self.theft.element)
        #expect(Sound().file.rules(intention) == ["proof.never-charged-alone"])
    }

    // MARK: Ages and roles

    static let ofChild = Offence(
        "theft",
        .all("theft", .leaf("taking"), .leaf("child", age: AgeLimit(.victim, below: 16)))
    )

    static func born(_ dates: String...) -> [AgeFact] {
        zip(dates, ["school-certificate", "birth-certificate"] as [Token]).map { date, basis in
            AgeFact(birthDate: Moment(date), basis: basis)
        }
    }

    static func ages(_ ages: [AgeFact], leavingOut: Set<String> = []) -> [String] {
        Sound(offence: ofChild, ages: ages, leavingOut: leavingOut).file.rules(ofChild)
    }

    @Test func `an age on record that allows the charge, contradicts it, leaves it open or is not there`() {
        #expect(Self.ages(Self.born("2012-01-01+05:30")) == [])
        #expect(Self.ages(Self.born("2010-03-13+05:30")) == ["proof.age-contradicts"])
        #expect(Self.ages(Self.born("2010-03+05:30")) == ["proof.age-straddles"])
        #expect(Self.ages([]) == ["proof.age-unrecorded"])
        #expect(
            Self.ages(Self.born("2010-03-13+05:30"), leavingOut: ["child"])
                == ["proof.age-contradicts", "proof.element-unproved"]
        )
    }

    @Test func `sources of an age that cannot both be right`() {
        #expect(
            Self.ages(Self.born("2012-01-01+05:30", "2013-01-01+05:30")) == ["proof.age-sources-disagree"]
        )
        #expect(Self.ages(Self.born("2012-01-01+05:30", "2012+05:30")) == [])
    }

    @Test func `the age of another limb is not asked for`() {
        let offence = Offence(
            "theft",
            .any(
                "theft",
                .leaf("child", age: AgeLimit(.victim, below: 16)),
                .leaf("minor", age: AgeLimit(.victim, below: 18, from: 16))
            )
        )
        let scene = Sound(
            offence: offence,
            ages: Self.born("2009-01-01+05:30"),
            leavingOut: ["child"]
        )
        #expect(scene.file.rules(offence) == [])
    }

    @Test func `an accused without a part in the offence`() {
        #expect(Sound(role: nil).file.rules(Self.theft) == ["proof.no-role"])
    }

    // MARK: For people

    @Test func `only citations that the pack has are cited, and titles are the pack's`() throws {
        let scene = Sound(leavingOut: ["taking"])
        let findings = ProofFindings(
            scene.file.matrix(Self.theft),
            names: ProofNames(scene.file.records),
            language: "hi",
            title: { $0 == .elementUnproved ? "हर तत्व" : nil },
            cites: { _ in false }
        ).all()
        #expect(findings.map(\.law) == [[.section(act: "PENAL", section: "1")]])
        #expect(findings.map(\.title) == ["हर तत्व"])
    }

    @Test func `every rule has a title, a remedy and somebody who mends it`() {
        for rule in ProofRule.allCases {
            #expect(rule.rawValue.hasPrefix("proof."))
            #expect(rule.title.hasSuffix(".") && rule.remedy.hasSuffix("."))
            #expect(!rule.mender.isEmpty)
        }
    }

    @Test(arguments: Checkout.packs)
    func `a pack has every rule's title, the English as it is here`(code: String) throws {
        let file = "templates/jurisdictions/\(code)/words/proof-rules.xml"
        let root = try Document(parsing: Checkout.bytes(file)).root
        let titles = root.all("word").map { [$0.code, $0.texts("label").text(in: "en")] }
        #expect(
            titles.sorted { $0[0] < $1[0] }
                == ProofRule.allCases.map { [$0.rawValue, $0.title] }.sorted { $0[0] < $1[0] }
        )
    }
}
