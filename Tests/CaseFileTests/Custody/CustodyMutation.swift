import CaseFile

/// One way to spoil a story, and the findings of which at least one has to come of it.
struct CustodyMutation: Sendable, CustomStringConvertible {
    let description: String
    let codes: Set<String>
    private let change: @Sendable (inout CustodyStory, inout SeededGenerator) -> Bool

    private init(
        _ description: String,
        _ codes: String...,
        change: @escaping @Sendable (inout CustodyStory, inout SeededGenerator) -> Bool
    ) {
        self.description = description
        self.codes = Set(codes.map { "custody." + $0 })
        self.change = change
    }

    /// False where the story has no place for it.
    func apply(_ story: inout CustodyStory, _ random: inout SeededGenerator) -> Bool {
        change(&story, &random)
    }
}

// MARK: Times and lines

extension CustodyMutation {
    static let all = lines + hands + seals + contents

    private static let lines = [
        CustodyMutation("two events change times", "time-ran-back") { story, random in
            guard let first = story.pick(&random, { $0.story.next($0.index) != nil }),
                let second = story.next(first)
            else { return false }
            let minute = story.entries[first].minute
            story.entries[first].minute = story.entries[second].minute
            story.entries[second].minute = minute
            return true
        },
        CustodyMutation("an event is put before the beginning", "time-ran-back", "before-beginning") {
            story,
            random in
            guard let index = story.pick(&random, { !$0.isFirst }) else { return false }
            story.entries[index].minute = -1000
            return true
        },
        CustodyMutation("an event is put into the future", "in-the-future") { story, random in
            guard let index = story.pick(&random, { _ in true }) else { return false }
            story.now = Int((story.clock.earliest - CustodyStory.raid) / 60_000_000)
            story.entries[index].minute = story.now! + 100
            return true
        },
        CustodyMutation("an event is recorded twice", "recorded-twice", "begins-twice", "after-the-end") {
            story,
            random in
            guard let index = story.pick(&random, { _ in true }) else { return false }
            var twin = story.entries[index]
            twin.id += " again"
            story.entries.insert(twin, at: index + 1)
            return true
        },
        CustodyMutation("a numbered line is taken out", "number-missing") { story, random in
            guard
                let index = story.pick(
                    &random,
                    { $0.entry.number > 1 && $0.story.next($0.index) != nil }
                )
            else { return false }
            story.entries.remove(at: index)
            return true
        },
        CustodyMutation("two lines have one number", "number-used-twice") { story, random in
            guard let index = story.pick(&random, { $0.entry.number > 1 }) else { return false }
            story.entries[index].number -= 1
            return true
        },
        CustodyMutation("two records claim to be one event", "versions-conflict") { story, random in
            guard let index = story.pick(&random, { _ in true }) else { return false }
            var rival = story.entries[index]
            rival.placeFrom = "elsewhere"
            story.entries.append(rival)
            return true
        },
        CustodyMutation("an event is entered late, without a reason", "late-entry-unexplained") {
            story,
            random in
            guard let index = story.pick(&random, { _ in true }) else { return false }
            story.entries[index].recordedAfter = 24 * 60 + 1
            return true
        },
        CustodyMutation("an event moves to an exhibit that is not there", "exhibit-unknown") {
            story,
            random in
            guard let index = story.pick(&random, { _ in true }) else { return false }
            story.entries[index].exhibit = "nothing"
            return true
        },
    ]

    // MARK: Hands and places

    private static let hands = [
        CustodyMutation("the seizure is taken out", "no-beginning") { story, random in
            story.remove(&random) { $0.isA(.seize, .receive) }
        },
        CustodyMutation("it is seized again", "begins-twice") { story, random in
            guard let index = story.pick(&random, { $0.isA(.seize, .receive) }) else { return false }
            var again = story.entries[index]
            (again.id, again.minute) = ("again", again.minute + 1)
            story.entries.insert(again, at: index + 1)
            return true
        },
        CustodyMutation("a release is taken out", "received-without-release") { story, random in
            story.remove(&random) { $0.isA(.transferOut) }
        },
        CustodyMutation("a receipt is taken out", "handled-in-transit") { story, random in
            story.remove(&random) { $0.isA(.transferIn) && $0.story.next($0.index) != nil }
        },
        CustodyMutation("a stranger releases it", "releaser-not-custodian") { story, random in
            story.edit(&random, { $0.entry.from != nil && !$0.isA(.seize, .receive) }) {
                $0.from = "stranger"
            }
        },
        CustodyMutation("a stranger receives what was sent", "received-by-another") { story, random in
            story.edit(&random, { $0.isA(.transferIn) }) { $0.to = "stranger" }
        },
        CustodyMutation("a stranger takes what is stored", "releaser-not-custodian") { story, random in
            story.edit(&random, { $0.isA(.deposit, .withdraw) && $0.story.next($0.index) != nil }) {
                $0.to = "stranger"
            }
        },
        CustodyMutation("it comes from elsewhere", "place-differs") { story, random in
            story.edit(&random, { !$0.isA(.seize, .receive) }) { $0.placeFrom = "elsewhere" }
        },
        CustodyMutation("a side does not sign", "attestation-missing") { story, random in
            story.edit(&random, { $0.isA(.deposit, .withdraw, .transferIn) }) {
                $0.states.remove(.receivedAttestation)
            }
        },
        CustodyMutation("it is examined after its end", "after-the-end") { story, random in
            guard let index = story.pick(&random, { $0.isA(.return, .dispose) }) else { return false }
            var after = story.entries[index]
            (after.id, after.event, after.minute) = ("after", .examine, after.minute + 1)
            story.entries.insert(after, at: index + 1)
            return true
        },
        CustodyMutation("it ends without an order", "ended-without-authority") { story, random in
            story.edit(&random, { $0.isA(.return, .dispose) }) { $0.states.remove(.authority) }
        },
    ]

    // MARK: Seals

    private static let seals = [
        CustodyMutation("another seal is found on it", "seal-differs") { story, random in
            story.edit(&random, { $0.entry.sealBefore != nil }) { $0.sealBefore = "S-other" }
        },
        CustodyMutation("another seal was put on it", "seal-differs") { story, random in
            story.edit(&random, { $0.isA(.seal, .reseal) && $0.nextEntry?.sealBefore != nil }) {
                $0.sealAfter = "S-other"
            }
        },
        CustodyMutation("an unsealing is taken out", "handled-while-sealed") { story, random in
            story.remove(&random) { $0.isA(.unseal) }
        },
        CustodyMutation("a resealing is taken out", "seal-differs") { story, random in
            story.remove(&random) { $0.isA(.reseal) && $0.nextEntry?.sealBefore != nil }
        },
        CustodyMutation("it is unsealed without leave", "unsealed-without-authority") { story, random in
            story.edit(&random, { $0.isA(.unseal) }) { $0.states.remove(.authority) }
        },
        CustodyMutation("it is resealed without leave", "resealed-without-authority") { story, random in
            story.edit(&random, { $0.isA(.reseal) }) { $0.states.remove(.authority) }
        },
        CustodyMutation("the seal is broken", "seal-broken") { story, random in
            story.edit(&random, { $0.entry.sealBefore != nil }) { $0.states.insert(.sealBroken) }
        },
        CustodyMutation("nobody says how the seal was", "seal-condition-not-stated") { story, random in
            story.edit(&random, { $0.entry.sealBefore != nil && !$0.isA(.dispose) }) {
                $0.states.remove(.sealIntact)
            }
        },
    ]

    // MARK: What is in it

    private static let contents = [
        CustodyMutation("an examination changes the data", "digest-changed") { story, random in
            story.edit(&random, { $0.isA(.examine) && $0.entry.digestAfter != nil }) {
                $0.digestAfter = "sha256:other"
            }
        },
        CustodyMutation("the data found is other data", "digest-differs") { story, random in
            story.edit(&random, { $0.isA(.examine) && $0.entry.digestBefore != nil }) {
                $0.digestBefore = "sha256:other"
            }
        },
        CustodyMutation("there is one piece more", "quantity-differs") { story, random in
            story.edit(&random, { $0.entry.quantity != nil && !$0.isA(.split) }) {
                $0.quantity = String(Int($0.quantity!)! + 1)
            }
        },
        CustodyMutation("a sample weighs more than was taken", "split-not-conserved") { story, random in
            guard let index = story.pick(&random, { $0.isA(.split) }),
                let part = story.exhibits.firstIndex(where: { $0.name == story.entries[index].parts[0] })
            else { return false }
            story.exhibits[part].quantity = String(Int(story.exhibits[part].quantity!)! + 1)
            return true
        },
        CustodyMutation("a split or a copy is taken out", "no-beginning") { story, random in
            story.remove(&random) { $0.isA(.split, .copy) }
        },
        CustodyMutation("a split or a copy names nothing", "part-not-named") { story, random in
            story.edit(&random, { $0.isA(.split, .copy) }) { $0.parts = [] }
        },
        CustodyMutation("a part is no exhibit", "part-unknown") { story, random in
            story.edit(&random, { $0.isA(.split, .copy) }) { $0.parts.append("nothing") }
        },
    ]
}

// MARK: Finding a place

/// An entry in its story.
struct CustodyPlace {
    let story: CustodyStory
    let index: Int

    var entry: CustodyStory.Entry { story.entries[index] }
    var nextEntry: CustodyStory.Entry? { story.next(index).map { story.entries[$0] } }
    var isFirst: Bool { !story.entries[..<index].contains { $0.exhibit == entry.exhibit } }

    func isA(_ events: CustodyEventKind...) -> Bool { events.contains(entry.event) }
}

extension CustodyStory {
    /// The next entry of the same exhibit.
    func next(_ index: Int) -> Int? {
        entries.indices.first { $0 > index && entries[$0].exhibit == entries[index].exhibit }
    }

    func pick(_ random: inout SeededGenerator, _ isFit: (CustodyPlace) -> Bool) -> Int? {
        entries.indices.filter { isFit(CustodyPlace(story: self, index: $0)) }.randomElement(using: &random)
    }

    mutating func edit(
        _ random: inout SeededGenerator,
        _ isFit: (CustodyPlace) -> Bool,
        _ change: (inout Entry) -> Void
    ) -> Bool {
        guard let index = pick(&random, isFit) else { return false }
        change(&entries[index])
        return true
    }

    mutating func remove(_ random: inout SeededGenerator, _ isFit: (CustodyPlace) -> Bool) -> Bool {
        guard let index = pick(&random, isFit) else { return false }
        entries.remove(at: index)
        return true
    }
}
