/// A set of custody events, as a rule names those that it looks at.
struct CustodyKinds: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var bits: UInt32

    init(arrayLiteral kinds: CustodyEventKind...) {
        bits = kinds.reduce(0) { $0 | $1.bit }
    }

    func contains(_ kind: CustodyEventKind) -> Bool { bits & kind.bit != 0 }

    func union(_ other: CustodyKinds) -> CustodyKinds {
        var union = self
        union.bits |= other.bits
        return union
    }

    func subtracting(_ other: CustodyKinds) -> CustodyKinds {
        var rest = self
        rest.bits &= ~other.bits
        return rest
    }

    static let all: CustodyKinds = CustodyEventKind.allCases.reduce([]) { $0.union([$1]) }
    /// A chain begins with one of these.
    static let beginnings: CustodyKinds = [.seize, .receive]
    /// A chain ends with one of these.
    static let ends: CustodyKinds = [.return, .dispose]
    /// From one hand to another.
    static let handovers: CustodyKinds = [.transferOut, .transferIn, .deposit, .withdraw, .return]
    /// Something is done to the exhibit, which stays in the same hands.
    static let treatments: CustodyKinds = [.seal, .unseal, .reseal, .examine, .copy, .split]
    /// It is taken in hand itself, not only its packing.
    static let handling: CustodyKinds = [.examine, .copy, .split]
    /// Another exhibit comes of it.
    static let divisions: CustodyKinds = [.copy, .split]
}

extension CustodyEventKind {
    fileprivate var bit: UInt32 { 1 << UInt32(ordinal) }

    /// Its place in `allCases`.
    var ordinal: Int {
        switch self {
        case .seize: 0
        case .receive: 1
        case .seal: 2
        case .unseal: 3
        case .reseal: 4
        case .transferOut: 5
        case .transferIn: 6
        case .deposit: 7
        case .withdraw: 8
        case .examine: 9
        case .copy: 10
        case .split: 11
        case .produce: 12
        case .return: 13
        case .dispose: 14
        }
    }
}
