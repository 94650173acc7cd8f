import CaseFile

/// A case told by names, from which a test makes a register: who, what, when in minutes after a raid that began
/// on 14 March 2026 at 22:00 in Kolkata.
struct CustodyStory {
    struct Exhibit: Hashable {
        var name: String
        var parent: String?
        var form = CustodyExhibit.Form.thing
        var isSealable = true
        var quantity: String?
        var unit = "pieces"
        var digest: String?
    }

    struct Entry: Hashable {
        /// Names the record: entries of one id are versions of one event.
        var id: String
        var exhibit: String
        var event: CustodyEventKind
        var minute: Int
        /// In place of `minute`, as in a record: `2026-03-14+05:30`.
        var moment: String?
        /// Minutes after the event; negative is before it.
        var recordedAfter = 5
        var from: String?
        var to: String?
        var carrier: String?
        var placeFrom: String?
        var placeTo: String?
        var sealBefore: String?
        var sealAfter: String?
        var sealHolder: String?
        var digestBefore: String?
        var digestAfter: String?
        var quantity: String?
        var unit = "pieces"
        var parts: [String] = []
        /// How much the split says that its part is.
        var partQuantity: String?
        var number = 0
        /// Whose register has that number.
        var reporter: String?
        var version = 1
        var states: CustodyStep.Marks = []
        /// Where it stands in the log; nil: where it stands in the story.
        var logIndex: Int?

        init(
            _ id: String,
            _ event: CustodyEventKind,
            of exhibit: String,
            at minute: Int,
            _ fill: (inout Entry) -> Void = { _ in }
        ) {
            (self.id, self.event, self.exhibit, self.minute) = (id, event, exhibit, minute)
            fill(&self)
        }
    }

    var exhibits: [Exhibit]
    var entries: [Entry]
    /// The clock when somebody looks, in minutes; nil: ten minutes after the last entry.
    var now: Int?
}

// MARK: Telling it otherwise

extension CustodyStory {
    /// The same story with one or more places changed.
    func with(_ change: (inout CustodyStory) -> Void) -> CustodyStory {
        var story = self
        change(&story)
        return story
    }

    /// The entry of this id.
    subscript(id: String) -> Entry {
        get { entries.first { $0.id == id }! }
        set { entries[entries.firstIndex { $0.id == id }!] = newValue }
    }

    mutating func drop(_ ids: String...) { entries.removeAll { ids.contains($0.id) } }

    /// Leaves out this entry and all after it.
    mutating func stop(before id: String) {
        entries.removeSubrange(entries.firstIndex { $0.id == id }!...)
    }

    /// Puts an entry behind another.
    mutating func insert(_ entry: Entry, after id: String) {
        entries.insert(entry, at: entries.firstIndex { $0.id == id }! + 1)
    }
}

// MARK: What it makes

extension CustodyStory {
    static let raid = Moment("2026-03-14T22:00:00+05:30")!.earliest

    var clock: Moment {
        let last = entries.map { $0.minute + max(0, $0.recordedAfter) }.max() ?? 0
        return Moment(microseconds: Self.raid + Int64(now ?? last + 10) * 60_000_000, zone: 330)
    }

    func register() -> CustodyRegister {
        var register = CustodyRegister()
        for exhibit in exhibits { register.add(exhibit) }
        for (index, entry) in entries.enumerated() { register.add(entry, logIndex: index) }
        return register
    }

    func findings() -> [CustodyFinding] { register().findings(at: clock) }

    var codes: Set<String> { Set(findings().map(\.code)) }
}

extension CustodyRegister {
    mutating func add(_ exhibit: CustodyStory.Exhibit) {
        add(
            CustodyExhibit(
                id: .named(exhibit.name),
                parent: exhibit.parent.map { .named($0) },
                form: exhibit.form,
                isSealable: exhibit.isSealable,
                quantity: quantity(exhibit.quantity, exhibit.unit),
                digest: terms.term(for: exhibit.digest ?? "")
            )
        )
    }

    mutating func add(_ entry: CustodyStory.Entry, logIndex: Int) {
        let (step, parts) = step(entry, logIndex: logIndex)
        add(step, parts: parts)
    }

    mutating func step(
        _ entry: CustodyStory.Entry,
        logIndex: Int
    ) -> (CustodyStep, parts: [CustodyStep.Part]) {
        let minute = CustodyTime(
            microseconds: CustodyStory.raid + Int64(entry.minute) * 60_000_000,
            zone: 330
        )
        var step = CustodyStep(
            id: .named(entry.id),
            exhibit: .named(entry.exhibit),
            event: entry.event,
            at: entry.moment.map { CustodyTime(Moment($0)!) } ?? minute,
            recordedAt: minute.earliest + Int64(entry.recordedAfter) * 60_000_000,
            logIndex: UInt32(entry.logIndex ?? logIndex),
            version: UInt16(entry.version)
        )
        step.releasedBy = terms.term(for: entry.from.map { .named($0) })
        step.receivedBy = terms.term(for: entry.to.map { .named($0) })
        step.carrier = terms.term(for: entry.carrier.map { .named($0) })
        step.placeFrom = terms.term(for: entry.placeFrom.map { .named($0) })
        step.placeTo = terms.term(for: entry.placeTo.map { .named($0) })
        step.sealBefore = terms.term(for: entry.sealBefore ?? "")
        step.sealAfter = terms.term(for: entry.sealAfter ?? "")
        step.sealHolder = terms.term(for: entry.sealHolder.map { .named($0) })
        step.digestBefore = terms.term(for: entry.digestBefore ?? "")
        step.digestAfter = terms.term(for: entry.digestAfter ?? "")
        step.quantity = quantity(entry.quantity, entry.unit)
        (step.sequence, step.reporter) = (UInt32(entry.number), terms.term(for: entry.reporter ?? ""))
        step.marks = entry.states
        let partQuantity = quantity(entry.partQuantity, entry.unit)
        return (step, entry.parts.map { CustodyStep.Part(exhibit: .named($0), quantity: partQuantity) })
    }

    private mutating func quantity(_ amount: String?, _ unit: String) -> CustodyQuantity {
        guard let amount else { return .none }
        return CustodyQuantity(millionths: Int64(Amount(amount)!.millionths), unit: terms.term(for: unit))
    }
}

extension RecordID {
    /// The same id for the same name, in every test and on every machine.
    static func named(_ name: String) -> RecordID {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        var random = SeededGenerator(seed: hash)
        return RecordID(milliseconds: hash, using: &random)
    }
}
