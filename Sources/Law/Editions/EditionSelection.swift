public import CaseFile

/// One record of the log, as a selection needs it.
public struct EditionEntry: Sendable {
    public let kind: Kind
    public let record: RecordID
    /// Its canonical form.
    public let bytes: [UInt8]

    public init(kind: Kind, record: RecordID, bytes: [UInt8]) {
        self.kind = kind
        self.record = record
        self.bytes = bytes
    }
}

/// What an edition shows of a log, leaf by leaf.
///
/// The log is streamed twice. The first time every leaf is judged alone, and what belongs to a withheld record then follows
/// it. The second time it is seen which withheld records the shown ones refer to: those keep their ids. A leaf takes some
/// tens of bytes of memory.
public struct EditionSelection: Sendable {
    public enum Leaf: Hashable, Sendable {
        case shown
        /// - `rule`: its number in `rules`.
        /// - `keepsID`: whether the leaf says its record's id, since something that is shown refers to it.
        case withheld(rule: Int, showsKind: Bool, keepsID: Bool)
    }

    /// The rules by which something may be withheld.
    public let rules: [WithholdingRule]
    /// The files that are shown, and whose bytes stay behind.
    public let contents: [RecordID: WithholdingRule]
    public let shownCount: Int
    /// By leaf: 0 for shown, else a rule's number plus one.
    private let decisions: [UInt16]
    private let keepsID: [Bool]

    public var count: Int { decisions.count }
    public var withheldCount: Int { count - shownCount }

    /// - Parameter index: the leaf's place in the log, from 0.
    public subscript(index: Int) -> Leaf {
        guard decisions[index] != 0 else { return .shown }
        let rule = Int(decisions[index]) - 1
        return .withheld(rule: rule, showsKind: rules[rule].showsKind, keepsID: keepsID[index])
    }

    /// - Parameters:
    ///   - keeping: the records whose ids are told in any case, such as that of the case itself.
    ///   - decided: records that somebody decided to withhold beyond the rules, each in all its versions, for the edition's
    ///     reason `identity`.
    ///   - entries: every leaf of the log in order; called twice, with the same leaves.
    public static func make(
        judge: EditionJudge,
        keeping: some Sequence<RecordID> = [RecordID](),
        decided: Set<RecordID> = [],
        entries: (_ each: (EditionEntry) throws -> Void) throws -> Void
    ) throws -> EditionSelection {
        var making = Making(judge, decided: decided)
        try entries { try making.judge($0) }
        making.follow()
        for id in keeping { making.refer(to: id) }
        var index = 0
        try entries { entry in
            try making.look(at: entry, index)
            index += 1
        }
        return making.selection()
    }

    private init(
        rules: [WithholdingRule],
        contents: [RecordID: WithholdingRule],
        decisions: [UInt16],
        keepsID: [Bool]
    ) {
        self.rules = rules
        self.contents = contents
        self.decisions = decisions
        self.keepsID = keepsID
        shownCount = decisions.count { $0 == 0 }
    }
}

extension EditionSelection {
    /// A selection in the making. Records are known by their numbers in a table; rules by their number plus one.
    private struct Making {
        private let judge: EditionJudge
        private let decided: Set<RecordID>
        private let ruleOfDecided: UInt16
        private var table = RecordIDTable()
        // By leaf.
        private var own: [UInt16] = []
        private var recordOfLeaf: [UInt32] = []
        // By record: its last leaf plus one, what it goes with plus one, and what becomes of it.
        private var lastLeaf: [UInt32] = []
        private var subject: [UInt32] = []
        private var fate: [UInt16] = []
        private var isReferredTo: [Bool] = []
        /// What records name that goes with them, from which leaf.
        private var links: [(leaf: UInt32, target: UInt32)] = []
        private var contents: [RecordID: WithholdingRule] = [:]

        init(_ judge: EditionJudge, decided: Set<RecordID>) {
            self.judge = judge
            self.decided = decided
            ruleOfDecided = UInt16(judge.rules.withholding.firstIndex { $0.code == "identity" } ?? 0) + 1
        }

        private mutating func number(of id: RecordID) -> Int {
            let number = table.insert(id)
            if number == lastLeaf.count {
                lastLeaf.append(0)
                subject.append(0)
                fate.append(0)
                isReferredTo.append(false)
            }
            return number
        }

        mutating func judge(_ entry: EditionEntry) throws {
            let number = number(of: entry.record)
            var record = LazyRecord(entry.bytes)
            let rule = try judge.number(entry.kind, &record)
            let isDecided = !decided.isEmpty && decided.contains(entry.record)
            own.append(rule.map { UInt16($0 + 1) } ?? (isDecided ? ruleOfDecided : 0))
            recordOfLeaf.append(UInt32(number))
            lastLeaf[number] = UInt32(own.count)
            fate[number] = own[own.count - 1]
            if let elements = judge.rules.followers[entry.kind] {
                let target = elements.lazy.compactMap { ReferenceScan.first(in: entry.bytes, of: $0) }.first
                subject[number] = target.map { UInt32(self.number(of: $0) + 1) } ?? 0
            }
            for link in judge.rules.links[entry.kind] ?? [] {
                ReferenceScan.targets(in: entry.bytes, of: link) { target in
                    links.append((UInt32(own.count - 1), UInt32(self.number(of: target))))
                    return true
                }
            }
        }

        /// Until nothing more follows: an exhibit's part, that part's file, that file's copy.
        mutating func follow() {
            let alone = [true] + judge.rules.withholding.map(\.isAlone)
            links.removeAll { lastLeaf[Int(recordOfLeaf[Int($0.leaf)])] != $0.leaf + 1 }
            var isSettled = false
            while !isSettled {
                isSettled = true
                for number in subject.indices where fate[number] == 0 && subject[number] != 0 {
                    let above = fate[Int(subject[number]) - 1]
                    guard !alone[Int(above)] else { continue }
                    fate[number] = above
                    isSettled = false
                }
                for link in links where fate[Int(link.target)] == 0 {
                    let above = fate[Int(recordOfLeaf[Int(link.leaf)])]
                    guard !alone[Int(above)] else { continue }
                    fate[Int(link.target)] = above
                    isSettled = false
                }
            }
        }

        mutating func refer(to id: RecordID) {
            guard let number = table.number(of: id) else { return }
            isReferredTo[number] = true
        }

        /// The second time: earlier versions, contents, and what the shown leaves refer to.
        mutating func look(at entry: EditionEntry, _ leaf: Int) throws {
            let number = Int(recordOfLeaf[leaf])
            let isSuperseded = lastLeaf[number] != UInt32(leaf + 1)
            if fate[number] != 0 {
                own[leaf] = fate[number]
            } else if own[leaf] == 0, isSuperseded {
                var record = LazyRecord(entry.bytes)
                own[leaf] = try judge.earlier(entry.kind, &record).map { UInt16($0 + 1) } ?? 0
            }
            guard own[leaf] == 0 else { return }
            if entry.kind == .file, !isSuperseded, let rule = try judge.judgeContent(bytes: entry.bytes) {
                contents[entry.record] = rule
            }
            ReferenceScan.targets(in: entry.bytes) {
                refer(to: $0)
                return true
            }
        }

        func selection() -> EditionSelection {
            var keepsID = Array(repeating: false, count: own.count)
            for (number, last) in lastLeaf.enumerated() where last > 0 && isReferredTo[number] {
                keepsID[Int(last) - 1] = own[Int(last) - 1] != 0
            }
            return EditionSelection(
                rules: judge.rules.withholding,
                contents: contents,
                decisions: own,
                keepsID: keepsID
            )
        }
    }
}
