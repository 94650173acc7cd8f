import CaseFile
import Testing

@testable import Law

/// Ages on the day of the offence, as exactly as the sources have them.
@Suite struct `Ages on the day of an offence` {
    static func born(
        _ date: String,
        _ basis: Token = "birth-certificate",
        approximate: Bool = false
    ) -> AgeFact {
        AgeFact(birthDate: Moment(date, approximate: approximate)!, basis: basis)
    }

    static func aged(
        _ least: Int?,
        _ most: Int?,
        on day: String,
        _ basis: Token = "ossification-test"
    ) -> AgeFact {
        AgeFact(
            atLeast: least.flatMap { Count($0) },
            atMost: most.flatMap { Count($0) },
            asOf: Moment(day)!,
            basis: basis
        )
    }

    /// What the sources say of a victim.
    static func age(
        _ facts: [AgeFact],
        _ limit: AgeLimit,
        from: String,
        until: String? = nil
    ) -> PersonAge {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        let victim = file.person("V1", role: "victim", ages: facts)
        _ = file.charge(accused.party, "o", from: from, until: until, victims: [victim.party])
        let matrix = file.matrix(Offence("o", .leaf("child", age: limit)))
        return matrix.charges[0].tree.facts[0].age!.people[0]
    }

    static func verdict(
        _ facts: [AgeFact],
        below limit: Int = 16,
        from: String,
        until: String? = nil
    ) -> AgeCheck.Verdict {
        age(facts, AgeLimit(.victim, below: limit), from: from, until: until).verdict
    }

    @Test func `sixteen years are completed at the beginning of the sixteenth birthday`() {
        let facts = [Self.born("2010-03-13+05:30")]
        #expect(Self.verdict(facts, from: "2026-03-12+05:30") == .met)
        #expect(Self.verdict(facts, from: "2026-03-12T23:59:59+05:30") == .met)
        #expect(Self.verdict(facts, from: "2026-03-13T00:00:00+05:30") == .contradicted)
        #expect(Self.verdict(facts, from: "2026-03-13+05:30") == .contradicted)
    }

    @Test func `who was born on a leap day completes the year on 1 March`() {
        let facts = [Self.born("2008-02-29+05:30")]
        #expect(Self.verdict(facts, below: 18, from: "2026-02-28+05:30") == .met)
        #expect(Self.verdict(facts, below: 18, from: "2026-03-01+05:30") == .contradicted)
    }

    @Test func `a birth known to the month or the year leaves it open where the limit lies in it`() {
        let month = [Self.born("2010-03+05:30")]
        #expect(Self.verdict(month, from: "2026-02-28+05:30") == .met)
        #expect(Self.verdict(month, from: "2026-03-13+05:30") == .straddles)
        #expect(Self.verdict(month, from: "2026-03-31+05:30") == .contradicted)
        let year = [Self.born("2010+05:30")]
        #expect(Self.verdict(year, from: "2025-12-31+05:30") == .met)
        #expect(Self.verdict(year, from: "2026-01-01+05:30") == .straddles)
        #expect(Self.verdict(year, from: "2026-12-30+05:30") == .straddles)
        #expect(Self.verdict(year, from: "2026-12-31+05:30") == .contradicted)
    }

    @Test func `an offence known to the month, or over a time, has the limit in it or not`() {
        let facts = [Self.born("2010-03-13+05:30")]
        #expect(Self.verdict(facts, from: "2026-03+05:30") == .straddles)
        #expect(Self.verdict(facts, from: "2026-02+05:30") == .met)
        #expect(Self.verdict(facts, from: "2026-04+05:30") == .contradicted)
        #expect(Self.verdict(facts, from: "2026-01-01+05:30", until: "2026-03-12+05:30") == .met)
        #expect(Self.verdict(facts, from: "2026-01-01+05:30", until: "2026-03-13+05:30") == .straddles)
    }

    @Test func `a range of ages is as old as the day on which it held`() {
        let facts = [Self.aged(14, 15, on: "2026-03-15+05:30")]
        // Fifteen on 15 March: sixteen at the earliest on 16 March.
        #expect(Self.verdict(facts, from: "2026-03-15+05:30") == .met)
        #expect(Self.verdict(facts, from: "2026-03-16+05:30") == .straddles)
        #expect(Self.verdict(facts, from: "2028-03-14+05:30") == .straddles)
        #expect(Self.verdict(facts, from: "2028-03-15+05:30") == .contradicted)
        let adult = [Self.aged(18, nil, on: "2026-03-15+05:30")]
        #expect(Self.verdict(adult, below: 18, from: "2026-03-15+05:30") == .contradicted)
        #expect(Self.verdict(adult, below: 18, from: "2026-03-14+05:30") == .straddles)
    }

    @Test func `a limit from below is met from that birthday on`() {
        let limit = AgeLimit(.victim, from: 16)
        let facts = [Self.born("2010-03-13+05:30")]
        #expect(Self.age(facts, limit, from: "2026-03-12+05:30").verdict == .contradicted)
        #expect(Self.age(facts, limit, from: "2026-03-13+05:30").verdict == .met)
        let minor = AgeLimit(.victim, below: 18, from: 16)
        #expect(Self.age(facts, minor, from: "2028-03-12+05:30").verdict == .met)
        #expect(Self.age(facts, minor, from: "2028-03-13+05:30").verdict == .contradicted)
    }

    @Test func `what is about a day may be a month off, what is about a year a year`() {
        let day = [Self.born("2010-03-13+05:30", approximate: true)]
        #expect(Self.verdict(day, from: "2026-02-12+05:30") == .met)
        #expect(Self.verdict(day, from: "2026-02-13+05:30") == .straddles)
        #expect(Self.verdict(day, from: "2026-04-13+05:30") == .contradicted)
        let year = [Self.born("2010+05:30", approximate: true)]
        #expect(Self.verdict(year, from: "2024-12-31+05:30") == .met)
        #expect(Self.verdict(year, from: "2025-01-01+05:30") == .straddles)
    }

    @Test func `the certificate of the school goes before that of birth, and both before a test`() {
        let school = Self.born("2010-06-01+05:30", "school-certificate")
        let birth = Self.born("2009-06-01+05:30", "birth-certificate")
        let test = Self.aged(17, 19, on: "2026-03-15+05:30")
        let apparent = Self.aged(15, 17, on: "2026-03-15+05:30", "apparent")
        let limit = AgeLimit(.victim, below: 16)
        let all = Self.age([apparent, test, birth, school], limit, from: "2026-03-13+05:30")
        #expect(all.basis == "school-certificate")
        #expect(all.verdict == .met)
        #expect(Set(all.disagreeing) == ["birth-certificate", "ossification-test"])
        #expect(
            Self.age([apparent, test, birth], limit, from: "2026-03-13+05:30").basis == "birth-certificate"
        )
        #expect(Self.age([apparent, test], limit, from: "2026-03-13+05:30").basis == "ossification-test")
        #expect(Self.age([apparent], limit, from: "2026-03-13+05:30").verdict == .straddles)
    }

    @Test func `sources of one rank narrow each other, or leave all of it open`() {
        let limit = AgeLimit(.victim, below: 16)
        let year = Self.born("2010+05:30", "school-certificate")
        let day = Self.born("2010-11-30+05:30", "matriculation-certificate")
        let narrowed = Self.age([year, day], limit, from: "2026-03-13+05:30")
        #expect(narrowed.verdict == .met)
        #expect(narrowed.years == 15...15)
        let other = Self.born("2009-11-30+05:30", "matriculation-certificate")
        let open = Self.age([day, other], limit, from: "2026-03-13+05:30")
        #expect(open.verdict == .straddles)
        #expect(open.years == 15...16)
        #expect(open.disagreeing == ["matriculation-certificate"])
    }

    @Test func `one of several victims within the limit is enough`() {
        var file = ProofFile()
        let accused = file.person("A1", role: "accused")
        let child = file.person("V1", role: "victim", ages: [Self.born("2012-01-01+05:30")])
        let woman = file.person("V2", role: "victim", ages: [Self.born("1998-01-01+05:30")])
        let unknown = file.person("V3", role: "victim")
        func verdict(_ victims: [RecordID]) -> AgeCheck.Verdict {
            var file = file
            _ = file.charge(accused.party, "o", victims: victims)
            let offence = Offence("o", .leaf("child", age: AgeLimit(.victim, below: 18)))
            return file.matrix(offence).charges[0].tree.facts[0].age!.verdict
        }
        #expect(verdict([woman.party, child.party]) == .met)
        #expect(verdict([woman.party]) == .contradicted)
        #expect(verdict([woman.party, unknown.party]) == .unknown)
        #expect(verdict([]) == .unknown)
    }
}
