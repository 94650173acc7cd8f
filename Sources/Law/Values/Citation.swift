/// What a rule, an offence or a deadline rests on: a section of an act, or an authority (a judgment, a standard).
public enum Citation: Hashable, Sendable {
    /// An act by its short name, and a section with its sub-sections and clauses: BNSS, 193(3).
    case section(act: String, section: String)
    /// An authority by its code in the pack: mihir-rajesh-shah.
    case authority(String)
    /// An authority in full, where it is not the pack's.
    case named(String)
}

extension Citation: CustomStringConvertible {
    /// As lawyers write it: `BNSS s.193(3)`; an authority by its code.
    public var description: String {
        switch self {
        case .section(let act, ""): act
        case .section(let act, let section): "\(act) s.\(section)"
        case .authority(let code): code
        case .named(let text): text
        }
    }
}
