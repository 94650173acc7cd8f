// Makes the large case that the bench measures: exhibits and five custody events for each, recorded as an office
// would have recorded them, but without weighing each event against its chain as it goes (the bench verifies them
// all afterwards).
//
//     bench-case HOME EXHIBITS
//     bench-case HOME EXHIBITS ACCUSED CHARGES
//
// EXHIBITS is their number; 2000x10 gives each ten events instead of five, taken out of the store and put back again.
// It prints the case's id. With ACCUSED and CHARGES (for each) there are also witnesses, statements, charges with their
// elements, and proofs.
//
//     bench-case proof HOME CASE
//
// says how long the parts of the proof matrix take.

internal import CaseFile
internal import Casework
internal import Foundation
internal import Ledger

/// Chance that can be repeated (SplitMix64): the bench makes the same case on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64 = 20_260_313

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@main
struct BenchCase {
    static func main() throws {
        let arguments = CommandLine.arguments
        let size = (arguments.count > 2 ? arguments[2] : "").split(separator: "x").compactMap { Int($0) }
        let numbers = size.prefix(1) + arguments.dropFirst(3).compactMap { Int($0) }
        let events = size.count > 1 ? max(5, size[1]) : 5
        let isProof = arguments.count == 4 && arguments[1] == "proof"
        guard isProof || [1, 3].contains(numbers.count) && arguments.count == numbers.count + 2 else {
            let usage = "usage: bench-case HOME EXHIBITS [ACCUSED CHARGES] | bench-case proof HOME CASE\n"
            FileHandle.standardError.write(Data(usage.utf8))
            exit(2)
        }
        let templates = try Templates.find(
            program: Bundle.main.executablePath ?? arguments[0],
            environment: ProcessInfo.processInfo.environment
        )
        // The clock of the last event: it moves only forward, and ends well before today.
        let start = Moment("2026-03-20T00:00:00+05:30")!
        let recorded = Moment("2026-03-20T12:00:00+05:30")!
        let surroundings = Surroundings(
            now: { recorded.earliest },
            zone: { _ in 330 },
            random: { SystemRandomNumberGenerator() },
            account: "bench"
        )
        if isProof {
            let home = Home(path: arguments[2])
            let office = try Office.open(at: home, templates: templates, surroundings: surroundings)
            try ProofCase.measure(try office.open(arguments[3]))
            return
        }
        let office = try Office.create(
            at: Home(path: arguments[1]),
            name: FreeText("Bench Unit", .english)!,
            code: "BENCH",
            identity: nil,
            templates: templates,
            surroundings: surroundings
        )
        let openCase = try office.open(
            new: Case(
                number: "BENCH-1",
                titles: [FreeText("A case of many exhibits", .english)!],
                jurisdiction: "in",
                timeZone: "Asia/Kolkata",
                language: .english,
                openedAt: start
            )
        )

        var random = SeededGenerator()
        for _ in 0..<1000 { _ = random.next() }

        func person(_ name: String) -> Person {
            var person = Person(sex: .notRecorded)
            person.names = [FreeText(name, .english)!]
            return person
        }

        func place(_ name: String, _ kind: Token) -> Place {
            Place(name: FreeText(name, .english)!, kind: kind)
        }

        let people = try openCase.record(
            ["Seizing Officer", "Keeper of the Store", "Examiner", "Witness One", "Witness Two"].map(person)
        )
        let places = try openCase.record([
            place("Flat", "premises"), place("Store", "malkhana"), place("Laboratory", "laboratory"),
        ])
        let memo = try openCase.record([
            CaseDocument(kind: "seizure-memo", title: FreeText("Seizure memo", .english)!)
        ])[0]

        /// The chain of one exhibit: seized, sealed, put into the store, taken out, put back.
        func chain(of exhibit: RecordID, number: Int) -> [CustodyEvent] {
            // In tenths of an hour: all of it happened on the day on which it is recorded, so that nothing is late.
            func at(_ tenths: Int) -> Moment {
                Moment(microseconds: start.earliest + Int64(tenths) * 360_000_000, zone: 330)
            }
            func someone(_ index: Int) -> Reference<Person> { Reference(to: people[index].id) }
            func somewhere(_ index: Int) -> Reference<Place> { Reference(to: places[index].id) }
            func signed(_ time: Moment) -> Attestation { Attestation(means: .paperSignature, at: time) }
            let seal = Code("S-\(number)")!
            let times = ([0, 1, 3] + (0..<events - 3).map { 40 + 20 * $0 * 2 / (events - 3) }).map(at)
            var register = Authority(kind: .registerEntry)
            register.number = Code("MR \(number)")!

            let kinds =
                [CustodyEventKind.seize, .seal, .deposit]
                + (3..<events).map { $0 % 2 == 1 ? .withdraw : .deposit }
            var events = zip(kinds, times).map { kind, time in
                CustodyEvent(exhibit: Reference(to: exhibit), event: kind, at: time)
            }
            events[0].receivedBy = someone(0)
            events[0].placeTo = somewhere(0)
            events[0].witnesses = [someone(3), someone(4)]
            events[0].receivedAttestation = signed(times[0])
            events[0].documents = [Reference(to: memo.id)]
            events[1].releasedBy = someone(0)
            events[1].receivedBy = someone(0)
            events[1].placeTo = somewhere(0)
            events[1].sealAfter = seal
            events[1].sealHolder = someone(3)
            events[1].witnesses = [someone(3), someone(4)]
            for index in 2..<events.count {
                let (from, to) = index == 2 ? (0, 1) : index % 2 == 1 ? (1, 2) : (2, 1)
                events[index].releasedBy = someone(from)
                events[index].receivedBy = someone(to)
                events[index].placeFrom = somewhere(from)
                events[index].placeTo = somewhere(to)
                events[index].purpose = FreeText(to == 1 ? "Safe keeping" : "Examination", .english)
                events[index].authority = register
                events[index].sealBefore = seal
                events[index].sealAfter = seal
                events[index].sealIntact = true
                events[index].releasedAttestation = signed(times[index])
                events[index].receivedAttestation = signed(times[index])
            }
            return events
        }

        var waiting: [NewEntry] = []
        func add(_ body: any RecordBody, _ id: RecordID) throws {
            waiting.append(try openCase.entry(try openCase.new(body, id: id, using: &random)))
            if waiting.count >= 60_000 { try flush() }
        }
        func flush() throws {
            try openCase.append(waiting)
            waiting.removeAll(keepingCapacity: true)
        }

        var exhibits: [RecordID] = []
        for number in 1...max(1, numbers[0]) {
            let id = office.newID(using: &random)
            exhibits.append(id)
            var exhibit = Exhibit(
                mark: Code("BX/\(number)")!,
                description: FreeText("Mobile telephone in a sealed packet", .english)!,
                category: .physical,
                sealable: true,
                sensitive: false
            )
            exhibit.seizedAt = start
            exhibit.place = Reference(to: places[0].id)
            exhibit.producers = [Reference(to: people[0].id)]
            exhibit.packaging = FreeText("Paper envelope, sealed", .english)
            try add(exhibit, id)
            for event in chain(of: id, number: number) { try add(event, office.newID(using: &random)) }
        }
        try flush()
        if numbers.count == 3 {
            try ProofCase(openCase: openCase, exhibits: exhibits).make(
                accused: numbers[1],
                charges: numbers[2],
                add: { body in
                    let id = office.newID(using: &random)
                    try add(body, id)
                    return id
                },
                flush: flush
            )
            try flush()
        }
        print(openCase.id)
    }
}
