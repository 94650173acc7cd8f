import CaseFile

/// Makes stories at random in which every step is one that the law allows where the exhibit then is.
///
/// It knows the machine from the other side: it chooses the next step from the state, and so shares nothing
/// with the rules that judge the steps.
struct CustodyWalk {
    private(set) var story = CustodyStory(exhibits: [], entries: [])
    private var random: SeededGenerator
    private var marks = 0

    static func story(seed: UInt64) -> CustodyStory {
        var walk = CustodyWalk(random: SeededGenerator(seed: seed))
        for _ in 0..<Int.random(in: 1...3, using: &walk.random) { walk.wholeExhibit() }
        return walk.story
    }

    private init(random: SeededGenerator) { self.random = random }

    /// One exhibit on its way.
    private struct Way {
        var exhibit: CustodyStory.Exhibit
        var minute: Int
        var custodian: String
        var place: String
        var seal: String?
        var digest: String?
        var pieces: Int?
        var isStored = false
        var isCopied = false
        var isOpened = false
        /// The next number in the register, 0 where it does not number its lines.
        var number: Int
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func mark(_ prefix: String) -> String {
        marks += 1
        return "\(prefix)-\(marks)"
    }

    // MARK: Whole exhibits and their parts

    private mutating func wholeExhibit() {
        let form = [CustodyExhibit.Form.thing, .thing, .data, .paper].randomElement(
            using: &random
        )!
        let pieces = form == .thing ? Int.random(in: 1...20, using: &random) : nil
        let digest = form == .data ? "sha256:" + mark("d") : nil
        let exhibit = CustodyStory.Exhibit(
            name: mark("exhibit"),
            form: form,
            isSealable: form != .data,
            quantity: pieces.map(String.init),
            digest: digest
        )
        story.exhibits.append(exhibit)
        var way = Way(
            exhibit: exhibit,
            minute: Int.random(in: 0...600, using: &random),
            custodian: "officer",
            place: "flat",
            digest: digest,
            pieces: pieces,
            number: chance(50) ? 1 : 0
        )
        add(chance(70) ? .seize : .receive, &way) {
            ($0.from, $0.to, $0.placeTo, $0.quantity) = (
                "occupant", "officer", "flat", pieces.map(String.init)
            )
            ($0.digestAfter, $0.sealBefore) = (digest, nil)
            $0.states = [.receivedAttestation, .releasedAttestation, .witness]
        }
        if chance(30) { split(&way) }
        seal(&way)
        if chance(80) { deposit(&way) } else { transfer(&way) }
        wander(&way)
    }

    private mutating func part(of way: Way, _ exhibit: CustodyStory.Exhibit, pieces: Int?) {
        story.exhibits.append(exhibit)
        var part = Way(
            exhibit: exhibit,
            minute: way.minute,
            custodian: way.custodian,
            place: way.place,
            digest: exhibit.digest,
            pieces: pieces,
            number: chance(50) ? 1 : 0
        )
        seal(&part)
        if exhibit.isSealable || chance(60) { wander(&part) }
    }

    private mutating func wander(_ way: inout Way) {
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            if way.isStored {
                withdraw(&way)
                continue
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<3: transfer(&way)
            case 3..<5: deposit(&way)
            case 5: produce(&way)
            default: treat(&way)
            }
        }
        if chance(30) {
            end(&way)
        } else if !way.isStored {
            deposit(&way)
        }
    }

    // MARK: Steps

    private mutating func add(
        _ event: CustodyEventKind,
        _ way: inout Way,
        after gap: ClosedRange<Int> = 1...40,
        _ fill: (inout CustodyStory.Entry) -> Void
    ) {
        way.minute += Int.random(in: gap, using: &random)
        var entry = CustodyStory.Entry(mark("event"), event, of: way.exhibit.name, at: way.minute)
        entry.recordedAfter = Int.random(in: 0...1000, using: &random)
        (entry.from, entry.placeFrom, entry.sealBefore) = (way.custodian, way.place, way.seal)
        entry.number = way.number
        if way.number > 0 { way.number += 1 }
        fill(&entry)
        story.entries.append(entry)
        if let place = entry.placeTo, event != .transferOut { way.place = place }
        if let receiver = entry.to, event != .transferOut { way.custodian = receiver }
    }

    private mutating func seal(_ way: inout Way) {
        guard way.exhibit.isSealable else { return }
        let (seal, pieces) = (mark("S"), way.pieces)
        add(way.isOpened ? .reseal : .seal, &way) {
            ($0.sealBefore, $0.sealAfter, $0.sealHolder) = (nil, seal, "neighbour")
            ($0.quantity, $0.states) = (pieces.map(String.init), [.specimenSeal, .authority, .courtOrder])
        }
        (way.seal, way.isOpened) = (seal, false)
    }

    private mutating func deposit(_ way: inout Way) {
        guard way.custodian != "keeper" else { return }
        add(.deposit, &way) {
            ($0.to, $0.placeTo, $0.states) = ("keeper", "store", .bothSides.union(.document))
        }
        way.isStored = true
    }

    private mutating func withdraw(_ way: inout Way) {
        let officer = chance(50) ? "officer" : "sergeant"
        add(.withdraw, &way, after: 1...9000) {
            ($0.to, $0.states) = (officer, .bothSides.union([.purpose, .authority]))
        }
        way.isStored = false
    }

    private mutating func transfer(_ way: inout Way) {
        let ways = [("clerk", "laboratory"), ("officer", "station"), ("sergeant", "headquarters")]
        let (receiver, place) = ways.filter { $0.0 != way.custodian && $0.1 != way.place }
            .randomElement(using: &random)!
        let (origin, pieces) = (way.place, way.pieces)
        add(.transferOut, &way) {
            ($0.to, $0.placeTo, $0.carrier) = (receiver, place, "constable")
            $0.states = [.purpose, .releasedAttestation, .sealIntact]
        }
        add(.transferIn, &way, after: 1...1200) {
            ($0.from, $0.to, $0.placeTo, $0.placeFrom) = ("constable", receiver, place, origin)
            ($0.quantity, $0.states) = (pieces.map(String.init), [.receivedAttestation, .sealIntact])
        }
    }

    private mutating func produce(_ way: inout Way) {
        add(.produce, &way) {
            $0.placeTo = "courtroom"
            $0.states = [.purpose, .releasedAttestation, .sealIntact]
        }
    }

    private mutating func treat(_ way: inout Way) {
        if way.seal != nil {
            add(.unseal, &way) { $0.states = [.purpose, .authority, .courtOrder, .witness, .sealIntact] }
            (way.seal, way.isOpened) = (nil, true)
        }
        for _ in 0..<Int.random(in: 1...2, using: &random) {
            switch Int.random(in: 0..<3, using: &random) {
            case 0: copy(&way)
            case 1 where way.pieces ?? 0 > 1: split(&way)
            default: examine(&way)
            }
        }
        if way.isOpened { seal(&way) }
    }

    private mutating func examine(_ way: inout Way) {
        if way.exhibit.form == .data, way.exhibit.parent == nil, !way.isCopied { copy(&way) }
        let digest = way.digest
        add(.examine, &way) { ($0.digestBefore, $0.digestAfter, $0.states) = (digest, digest, [.purpose]) }
    }

    private mutating func copy(_ way: inout Way) {
        let digest = way.digest ?? "sha256:" + mark("d")
        let copy = CustodyStory.Exhibit(
            name: mark("copy"),
            parent: way.exhibit.name,
            form: .data,
            isSealable: false,
            digest: digest
        )
        let original = way.digest
        add(.copy, &way) {
            ($0.digestBefore, $0.digestAfter, $0.parts) = (original, digest, [copy.name])
            $0.states = [.purpose]
        }
        way.isCopied = true
        part(of: way, copy, pieces: nil)
    }

    private mutating func split(_ way: inout Way) {
        guard let pieces = way.pieces, pieces > 1 else { return }
        let taken = Int.random(in: 1..<pieces, using: &random)
        let sample = CustodyStory.Exhibit(
            name: mark("sample"),
            parent: way.exhibit.name,
            quantity: String(taken)
        )
        add(.split, &way) {
            ($0.quantity, $0.parts, $0.states) = (String(pieces - taken), [sample.name], [.purpose])
        }
        way.pieces = pieces - taken
        part(of: way, sample, pieces: taken)
    }

    private mutating func end(_ way: inout Way) {
        if chance(50) {
            add(.return, &way) { ($0.to, $0.states) = ("owner", .bothSides.union(.authority)) }
        } else {
            add(.dispose, &way) { $0.states = [.authority, .courtOrder, .witness, .releasedAttestation] }
        }
    }
}
