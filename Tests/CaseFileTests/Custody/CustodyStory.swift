import CaseFile

/// A case told by names, from which a test makes a register: who, what, when in minutes after a raid that began
/// on 14 March 2026 at 22:00 in Kolkata.
struct CustodyStory {
    struct Exhibit: Hashable {
        var name: String
        var parent: String?
        var form = CustodyExhibit.Form.physical
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
        var number = 0
        var version = 1
        var states: CustodyStep.Marks = []
        /// Where it stands in the log; nil: after the entry before it in the story.
        var logIndex: Int?
    }

    var exhibits: [Exhibit]
    var entries: [Entry]
    /// The clock when somebody looks, in minutes; nil: ten minutes after the last entry.
    var now: Int?
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
        let digest = terms.term(for: exhibit.digest ?? "")
        let unit = terms.term(for: exhibit.quantity == nil ? "" : exhibit.unit)
        add(
            CustodyExhibit(
                id: .named(exhibit.name),
                parent: exhibit.parent.map { .named($0) },
                form: exhibit.form,
                isSealable: exhibit.isSealable,
                quantity: quantity(exhibit.quantity, unit),
                digest: digest
            )
        )
    }

    mutating func add(_ entry: CustodyStory.Entry, logIndex: Int) {
        let (step, parts) = step(entry, logIndex: logIndex)
        add(step, parts: parts)
    }

    mutating func step(_ entry: CustodyStory.Entry, logIndex: Int) -> (CustodyStep, parts: [RecordID]) {
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
        step.quantity = quantity(entry.quantity, terms.term(for: entry.quantity == nil ? "" : entry.unit))
        step.sequence = UInt32(entry.number)
        step.marks = entry.states
        return (step, entry.parts.map { .named($0) })
    }

    private func quantity(_ amount: String?, _ unit: CustodyTerm) -> CustodyQuantity {
        guard let amount else { return .none }
        return CustodyQuantity(millionths: CustodyQuantity.millionths(amount)!, unit: unit)
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
