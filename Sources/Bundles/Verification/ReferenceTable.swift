internal import CaseFile

/// Which records there are and what refers to them: the work of the schema's key and keyref, in linear time.
///
/// libxml2 needs twenty seconds for a million keys; a table of our own needs one. It keeps 16 bytes for each record
/// and remembers only those references whose record has not come yet.
struct ReferenceTable {
    private var kinds: [RecordID: UInt8] = [:]
    private var pending: [Pending] = []
    private(set) var findings: [VerificationFinding] = []

    private struct Pending {
        let to: RecordID
        let from: RecordID
        let element: UInt16
    }

    /// A record that is withheld without saying what it is may be any kind.
    private static let anyKind: UInt8 = .max
    private static let order = Kind.allCases
    private static let number = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, UInt8($0)) })

    private let allowed: [Set<UInt8>]
    let names: [String]

    /// - Parameter names: the names of the elements that refer, each with the kinds that it may name.
    init(targets: [String: Set<Kind>]) {
        names = targets.keys.sorted()
        allowed = names.map { name in Set((targets[name] ?? []).map { Self.number[$0]! }) }
    }

    init(reserving records: Int, targets: [String: Set<Kind>]) {
        self.init(targets: targets)
        kinds.reserveCapacity(records)
    }

    mutating func define(_ id: RecordID, kind: Kind?) {
        let number = kind.map { Self.number[$0]! } ?? Self.anyKind
        if kinds.updateValue(number, forKey: id) != nil {
            findings.append(VerificationFinding("casefile.id-twice", .failure, at: id.description))
        }
    }

    /// - Parameter element: the index in `names` of the element that refers.
    mutating func refer(from: RecordID, to: RecordID, element: Int) {
        if let kind = kinds[to] {
            judge(from: from, to: to, kind: kind, element: element)
        } else {
            pending.append(Pending(to: to, from: from, element: UInt16(element)))
        }
    }

    /// Looks up what was named before it came.
    mutating func finish() {
        for reference in pending {
            if let kind = kinds[reference.to] {
                judge(from: reference.from, to: reference.to, kind: kind, element: Int(reference.element))
            } else {
                findings.append(
                    VerificationFinding(
                        "casefile.dangling-reference",
                        .failure,
                        at: "\(reference.from)/\(names[Int(reference.element)])",
                        expected: "a record of this case file",
                        found: reference.to.description
                    )
                )
            }
        }
        pending = []
    }

    private mutating func judge(from: RecordID, to: RecordID, kind: UInt8, element: Int) {
        guard kind != Self.anyKind, !allowed[element].contains(kind) else { return }
        findings.append(
            VerificationFinding(
                "casefile.reference-of-wrong-kind",
                .failure,
                at: "\(from)/\(names[element])",
                expected: allowed[element].map { Self.order[Int($0)].rawValue }.sorted().joined(
                    separator: " or "
                ),
                found: "\(Self.order[Int(kind)].rawValue) \(to)"
            )
        )
    }
}
