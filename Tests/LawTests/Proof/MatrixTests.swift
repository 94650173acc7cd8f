import CaseFile
import Testing

@testable import Law

/// Trees, witnesses, presumptions: what is proved, and what falls.
@Suite struct `The proof matrix` {
    /// Detention in a brothel: shown directly, or presumed of one who was found with a child there.
    static let detention = Offence(
        "penal-6",
        section: "6",
        .any(
            "detention",
            .all("direct", .leaf("brothel"), .leaf("detains")),
            .presumed(
                "presumed",
                .leaf("found"),
                .leaf("child", age: AgeLimit(.victim, below: 16)),
                .leaf("brothel")
            )
        )
    )

    /// A charge of it, with its elements on file.
    struct Scene {
        var file = ProofFile()
        let accused: (person: RecordID, party: RecordID)
        let victim: (person: RecordID, party: RecordID)
        let officer: (person: RecordID, party: RecordID)
        let charge: RecordID
        let element: [String: RecordID]

        init(ages: [AgeFact] = [AgeFact(birthDate: Moment("2012-01-01+05:30"), basis: "school-certificate")])
        {
            accused = file.person("A1", role: "accused")
            victim = file.person("V1", witness: "PW2", role: "victim", ages: ages)
            officer = file.person(nil, witness: "PW9", role: "seizing-officer")
            charge = file.charge(accused.party, "penal-6", section: "6", victims: [victim.party])
            element = file.elements(detention.element, of: charge)
        }

        var matrix: ProofMatrix { file.matrix(detention) }

        /// The codes of nodes that are proved, each once.
        var proved: Set<String> {
            let charge = matrix.charges[0]
            return Set(
                charge.tree.nodes.indices.filter { charge.state.nodes[$0] }.map { charge.tree.nodes[$0].code }
            )
        }
    }

    @Test func `a charge without elements on file has the pack's tree, and nothing of it is proved`() {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        _ = file.charge(accused.party, "penal-6", section: "6")
        let charge = file.matrix(Self.detention).charges[0]
        #expect(!charge.hasElements)
        #expect(charge.tree.nodes.map(\.code).count == 8)
        #expect(charge.tree.facts.count == 7)
        #expect(charge.state.nodes.allSatisfy { !$0 })
    }

    @Test func `a fact that stands twice is proved everywhere by one proof`() {
        var scene = Scene()
        let register = scene.file.exhibit("KT-3", producers: [scene.officer.person])
        scene.file.proof(scene.element["brothel"]!, exhibit: register)
        let charge = scene.matrix.charges[0]
        let nodes = charge.tree.nodes.indices.filter { charge.tree.nodes[$0].code == "brothel" }
        #expect(nodes.count == 2)
        #expect(nodes.allSatisfy { charge.state.nodes[$0] })
        #expect(!charge.isProved)
    }

    @Test func `a presumption proves once its foundation is laid, and only then`() {
        var scene = Scene()
        let list = scene.file.document("SL 1", authors: [scene.officer.person])
        let certificate = scene.file.document("SC 4")
        let register = scene.file.exhibit("KT-3", producers: [scene.officer.person])
        scene.file.proof(scene.element["found"]!, document: list, manner: .presumption)
        scene.file.proof(scene.element["brothel"]!, exhibit: register)
        #expect(scene.proved == ["found", "brothel"])
        scene.file.proof(scene.element["child"]!, document: certificate, manner: .presumption)
        #expect(scene.proved == ["found", "brothel", "child", "presumed", "detention"])
    }

    @Test func `an age on record that contradicts an element keeps it unproved`() {
        var scene = Scene(ages: [AgeFact(birthDate: Moment("2009-01-01+05:30"), basis: "birth-certificate")])
        let certificate = scene.file.document("SC 4")
        scene.file.proof(scene.element["child"]!, document: certificate)
        #expect(scene.proved == [])
    }

    @Test func `evidence that undermines proves nothing`() {
        var scene = Scene()
        let register = scene.file.exhibit("KT-3")
        scene.file.proof(scene.element["brothel"]!, exhibit: register, bearing: .undermines)
        #expect(scene.proved == [])
    }

    @Test func `what only a whole is linked to is not proved by it`() {
        var scene = Scene()
        let register = scene.file.exhibit("KT-3")
        scene.file.proof(scene.element["direct"]!, exhibit: register)
        #expect(scene.proved == [])
    }

    @Test func `a proof comes in by the witnesses that it names, else by those whose work it is`() {
        var scene = Scene()
        let (officer, victim) = (scene.officer.person, scene.victim.person)
        let expert = scene.file.person(nil, witness: "PW30").person
        let phone = scene.file.exhibit("KT-1", producers: [officer])
        let card = scene.file.exhibit("KT-1.1", partOf: phone)
        let image = scene.file.file("messages.csv", of: card)
        let statement = scene.file.statement("s180", by: victim)
        let report = scene.file.examination("digital-forensic", of: [phone], by: [expert])
        let arrest = scene.file.arrest(of: scene.accused.party, by: officer)
        let paper = scene.file.document("L 1")
        let element = scene.element["brothel"]!
        scene.file.proof(element, exhibit: card)
        scene.file.proof(element, file: image)
        scene.file.proof(element, file: image, witnesses: [expert])
        scene.file.proof(element, statement: statement)
        scene.file.proof(element, examination: report)
        scene.file.proof(element, arrest: arrest)
        scene.file.proof(element, document: paper)
        let matrix = scene.matrix
        #expect(
            matrix.links.map(\.witnesses) == [
                [officer], [officer], [expert], [victim], [expert], [officer], [],
            ]
        )
        let names = ProofNames(matrix.records)
        #expect(
            matrix.links.map(names.citation) == [
                "KT-1.1", "KT-1.1 messages.csv", "KT-1.1 messages.csv", "PW2 s180 para 1",
                "digital-forensic examination of KT-1", "arrest of A1", "L 1",
            ]
        )
        #expect(names.name(officer) == "PW9")
    }

    @Test func `with an exhibit fall its parts, its files and the report on it`() {
        var scene = Scene()
        let officer = scene.officer.person
        let phone = scene.file.exhibit("KT-1", producers: [officer])
        let card = scene.file.exhibit("KT-1.1", partOf: phone)
        let image = scene.file.file("image.bin", of: card)
        let extraction = scene.file.file("messages.csv", of: nil, from: [image])
        let report = scene.file.examination("digital-forensic", of: [phone], by: [scene.victim.person])
        let other = scene.file.exhibit("KT-2", producers: [officer])
        let both = scene.file.examination("comparison", of: [phone, other], by: [scene.victim.person])
        for (code, file) in [("brothel", image), ("detains", extraction)] {
            scene.file.proof(scene.element[code]!, file: file)
        }
        scene.file.proof(scene.element["found"]!, examination: report)
        scene.file.proof(scene.element["child"]!, examination: both)
        let matrix = scene.matrix
        func lost(_ struck: RecordID...) -> Set<String> {
            Set(
                matrix.without(struck).losses.flatMap { loss in
                    loss.nodes.map { matrix.charges[loss.charge].tree.nodes[$0] }.filter(\.isLeaf).map(\.code)
                }
            )
        }
        #expect(lost(phone) == ["brothel", "detains", "found"])
        #expect(lost(card) == ["brothel", "detains"])
        #expect(lost(other) == [])
        #expect(lost(phone, other) == ["brothel", "detains", "found", "child"])
    }

    @Test func `with a search falls what was found in it`() {
        var scene = Scene()
        let search = RecordID("00000000-0000-7000-8000-0000000000aa")!
        let padlock = scene.file.exhibit("KT-9", search: search)
        scene.file.proof(scene.element["detains"]!, exhibit: padlock)
        #expect(scene.matrix.without([search]).losses.count == 1)
    }

    @Test func `with a witness fall that witness's statements, and what comes in through nobody else`() {
        var scene = Scene()
        let (officer, victim) = (scene.officer.person, scene.victim.person)
        let statement = scene.file.statement("s180", by: victim)
        let register = scene.file.exhibit("KT-3", producers: [officer])
        // The officer speaks to what she said, but it stays hers: it falls with either.
        scene.file.proof(scene.element["detains"]!, statement: statement, witnesses: [officer])
        scene.file.proof(scene.element["brothel"]!, exhibit: register, witnesses: [officer, victim])
        scene.file.proof(scene.element["found"]!, exhibit: register)
        let matrix = scene.matrix
        let strike = matrix.without([victim])
        #expect(strike.fallenCharges == [0])
        #expect(strike.nothingLeft == [scene.accused.party])
        #expect(strike.links.count == 1)
        #expect(matrix.without([officer]).links.count == 2)
        #expect(matrix.without([officer, victim]).links.count == 3)
        #expect(matrix.without([statement]).fallenCharges == [0])
    }

    @Test func `an accused is left with nothing when every proof falls, though no charge stood`() {
        var scene = Scene()
        let register = scene.file.exhibit("KT-3", producers: [scene.officer.person])
        scene.file.proof(scene.element["brothel"]!, exhibit: register)
        #expect(scene.matrix.without([register]).nothingLeft == [scene.accused.party])
        let list = scene.file.document("SL 1")
        scene.file.proof(scene.element["found"]!, document: list)
        #expect(scene.matrix.without([register]).nothingLeft == [])
    }

    @Test func `exhibits that are parts of each other hold nothing up`() {
        var scene = Scene()
        let one = scene.file.exhibit("KT-1")
        let two = scene.file.exhibit("KT-2", partOf: one)
        var exhibit = scene.file.records.exhibits[one]!
        exhibit.parentExhibit = Reference(to: two)
        var records = scene.file.records
        scene.file.proof(scene.element["brothel"]!, exhibit: two)
        records = scene.file.records
        records.add(one, exhibit)
        let matrix = ProofMatrix(records, offences: Offences([Self.detention]))
        #expect(matrix.links[0].witnesses == [])
        #expect(matrix.singlePointsOfFailure().count == 2)
    }

    @Test func `withdrawn charges are not asked about`() {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        for status in Charge.Status.allCases { _ = file.charge(accused.party, "penal-6", status: status) }
        #expect(
            file.matrix(Self.detention).charges.map(\.charge.status) == [
                .proposed, .charged, .framed, .convicted,
            ]
        )
    }

    @Test func `a name is found as the file, the court or the matrix has it`() {
        var scene = Scene()
        let register = scene.file.exhibit("KT-3")
        let statement = scene.file.statement("s180", by: scene.victim.person)
        let first = scene.file.statement("s183-statement", by: scene.victim.person, on: "2026-03-17")
        _ = scene.file.statement("s183-statement", by: scene.victim.person, on: "2026-04-01")
        let names = ProofNames(scene.file.records)
        func called(_ name: String) -> [RecordID] { scene.file.records.called(name, by: names) }
        #expect(called("KT-3") == [register])
        #expect(called("V1") == [scene.victim.person])
        #expect(called("PW2") == [scene.victim.person])
        #expect(called("PW2 s180") == [statement])
        #expect(called("PW2 s183-statement of 2026-03-17") == [first])
        #expect(called("A name").count == 3)
        #expect(called("KT-99") == [])
    }
}
