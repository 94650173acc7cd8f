// The charges of the large case, and the time that its proof matrix takes.

internal import CaseFile
internal import Casework
internal import Foundation
internal import Law

/// Accused, charges, witnesses, statements and what they prove: each element on one to three items.
struct ProofCase {
    let openCase: OpenCase
    let exhibits: [RecordID]
    let statements = 300
    let witnesses = 100

    /// - Parameters:
    ///   - add: records a body that refers only to what is there, at the latest when it is told to flush.
    func make(
        accused: Int,
        charges: Int,
        add: (any RecordBody) throws -> RecordID,
        flush: () throws -> Void
    ) throws {
        var random = SeededGenerator()
        func text(_ text: String) -> FreeText { FreeText(text, .english)! }
        let start = Moment("2026-03-13+05:30")!
        func person(
            _ role: Token,
            _ code: String,
            number: String? = nil,
            born: String? = nil,
            rank: Token? = nil
        ) throws -> (
            person: RecordID, party: RecordID
        ) {
            var person = Person(sex: .notRecorded)
            person.names = [text("Person \(code)")]
            person.rank = rank
            if let born { person.ages = [AgeFact(birthDate: Moment(born)!, basis: "school-certificate")] }
            let id = try add(person)
            var party = Party(role: role)
            party.person = Reference(to: id)
            party.code = Code(code)!
            party.witnessNumber = number.map { Code($0)! }
            party.evidenceTypes = number == nil ? [] : ["eye-witness"]
            party.allegedRole = role == "accused" ? text("Took part.") : nil
            return (id, try add(party))
        }
        let victims = try (1...5).map { number in
            try person("victim", "V\(number)", born: "201\(number)-06-01+05:30").party
        }
        let makers = try (1...witnesses).map { number in
            try person("witness", "PW\(number)", number: "PW\(number)").person
        }
        // So that what is found in it is about as much as in a real file, not a finding for each record.
        let officer = try person(
            "investigating-officer",
            "PW\(witnesses + 1)",
            number: "PW\(witnesses + 1)",
            rank: "inspector"
        ).person
        let magistrate = try person("magistrate", "M1").person
        var incident = Incident(title: text("Premises"), from: start, description: text("What happened."))
        incident.victims = victims.map { Reference(to: $0) }
        let incidentID = try add(incident)
        let papers = try (0..<statements).map { number in
            var statement = Statement(
                kind: number.isMultiple(of: 3) ? "s183-statement" : "s180",
                maker: Reference(to: makers[number % makers.count]),
                startedAt: Moment("2026-03-14T10:00:00+05:30")!,
                languagesSpoken: [.english],
                languageWritten: .english,
                paragraphs: (1...8).map { Paragraph(number: Token("\($0)")!, text: text("What was seen.")) }
            )
            let end = Moment("2026-03-14T11:00:00+05:30")!
            statement.endedAt = end
            if number.isMultiple(of: 3) {
                statement.recorder = Reference(to: magistrate)
                statement.oath = Statement.Oath(administered: true)
                statement.readOver = Statement.Reading(at: end, language: .english, admittedCorrect: true)
                statement.signatures = [statement.maker, Reference(to: magistrate)].map {
                    Attestation(means: .paperSignature, at: end, signatory: $0)
                }
            } else {
                statement.recorder = Reference(to: officer)
            }
            return try add(statement)
        }
        let pack = try openCase.pack()
        let offences = pack.offences.all.filter { !$0.isReadWithOthers }
        for number in 0..<accused {
            // A to T, ten to a letter, as the police number them.
            let letter = Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(number / 9)))
            let party = try person("accused", "\(letter)\(number % 9 + 1)", born: "1990-01-01+05:30").party
            // A charge is weighed as an office would: whom it names must be there.
            try flush()
            for count in 0..<charges {
                var charge = ChargeRequest(
                    accused: party,
                    offence: offences[(number + count) % offences.count].code,
                    from: start
                )
                charge.victims = victims
                charge.incident = incidentID
                charge.count = Count(number * charges + count + 1)
                charge.allegedRole = text("Took part.")
                let recorded = try openCase.charge(charge, by: pack)
                for element in recorded.dropFirst() where try isLeaf(element.id) {
                    for _ in 0..<Int.random(in: 1...3, using: &random) {
                        var proof = Proof(
                            element: Reference(to: element.id),
                            manner: Bool.random(using: &random) ? .direct : .circumstantial,
                            bearing: .supports
                        )
                        if Bool.random(using: &random) {
                            proof.exhibit = Reference(to: exhibits.randomElement(using: &random)!)
                            proof.witnesses = [Reference(to: makers.randomElement(using: &random)!)]
                        } else {
                            let paper = papers.indices.randomElement(using: &random)!
                            proof.statement = Reference(to: papers[paper])
                            proof.witnesses = [Reference(to: makers[paper % makers.count])]
                            proof.paragraph = Token("\(Int.random(in: 1...8, using: &random))")!
                        }
                        _ = try add(proof)
                    }
                }
            }
        }
    }

    private func isLeaf(_ id: RecordID) throws -> Bool {
        (try openCase.current(id)?.record.body as? OffenceElement)?.join == nil
    }

    /// Says how long the matrix of a case takes: its records read, the trees evaluated, the findings, and each exhibit,
    /// paper and witness struck out.
    static func measure(_ openCase: OpenCase) throws {
        let clock = ContinuousClock()
        func timed<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
            let begin = clock.now
            let value = try body()
            print("\(name): \(clock.now - begin)")
            return value
        }
        let pack = try timed("pack") { try openCase.pack() }
        let records = try timed("records") { try openCase.proofRecords() }
        let matrix = timed("trees") { ProofMatrix(records, offences: pack.offences) }
        let singles = timed("every --without") { matrix.singlePointsOfFailure() }
        let names = ProofNames(records)
        let findings = timed("findings") {
            ProofFindings(matrix, names: names, pack: pack, language: "en").all()
        }
        print(
            "\(matrix.charges.count) charges, \(matrix.links.count) proofs, \(singles.count) single points, "
                + "\(findings.count) findings"
        )
    }
}
