/// Words of one term that stand together, as far as they have been read.
struct Group {
    let term: Int
    /// The places of the first and the last of its words among the words of the piece.
    var first: Int
    var last: Int
    var range: Range<Int>
    var covered: UInt64
    /// The part last found, to see their order.
    var lastMask: UInt64
    var manner: LeakMatch.Manner
    var isReordered = false
    var isSpaced = false
    var hasInitials = false
    var isEveryday: Bool
    /// What stands before its first word and after its last.
    var before: Separator
    var after: Separator = []

    /// What the words found amount to, or nil if they amount to nothing.
    func match(_ plan: TermPlan) -> LeakMatch? {
        let isWhole = covered == plan.allMask
        var manner = manner
        if isSpaced { manner = max(manner, .spaced) }
        if isReordered { manner = max(manner, .reordered) }
        if hasInitials { manner = max(manner, .initials) }
        switch plan.rule {
        case .name:
            let hasStrong = covered & plan.mask(.strong) != 0
            guard hasStrong || hasInitials || covered.nonzeroBitCount >= 2 else { return nil }
            if !isWhole {
                if !hasInitials { manner = max(manner, .part) }
            }
            if isEveryday && covered.nonzeroBitCount == 1 && !hasInitials { manner = .commonWord }
        case .whole:
            guard isWhole, !isReordered else { return nil }
            if isEveryday && plan.words.count == 1 { manner = .commonWord }
        case .place:
            let all = Self.score(plan, plan.allMask)
            guard Self.score(plan, covered) >= min(3, all) else { return nil }
            let strong = plan.mask(.strong)
            guard strong == 0 ? isWhole : covered & strong != 0 else { return nil }
            if !isWhole { manner = max(manner, .part) }
        case .email:
            let local = plan.localMask
            guard covered & local == local, !isReordered else { return nil }
            let words = plan.words.prefix(plan.localCount)
            let isTelling =
                words.contains(where: \.isNumber) || words.reduce(0) { $0 + $1.letters.count } >= 6
            guard covered != local || before.contains(.at) || after.contains(.at) || isTelling else {
                return nil
            }
            if !isWhole { manner = max(manner, .part) }
        case .none: return nil
        }
        return LeakMatch(term: term, range: range, manner: manner)
    }

    private static func score(_ plan: TermPlan, _ mask: UInt64) -> Int {
        (mask & plan.mask(.strong)).nonzeroBitCount * 2 + (mask & plan.mask(.number)).nonzeroBitCount
            + min(1, (mask & plan.mask(.generic)).nonzeroBitCount)
    }
}
