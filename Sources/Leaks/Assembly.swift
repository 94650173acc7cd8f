/// Puts the words that were found together into matches.
///
/// It knows the last few words of the text, those of them that belong to terms, and the groups that may
/// still grow.
struct Assembly {
    private let tables: LeakMatcher.Tables
    private let index: LeakIndex
    private let endings: HashFilter
    private let powers = WordHash.table

    /// The last words, by their place among the words of the piece, modulo its size.
    private let ring = TokenRing()
    private var count = 0
    /// How many words in a row had nothing between them.
    private var unbroken = 0

    /// Found words of the last few places.
    private var recent: [Found] = []
    private var open: [Group] = []
    private var closed: [LeakMatch] = []

    // The digits of the number that is being read, with all its groups.
    private var digitValues: [UInt8] = []
    private var digitStarts: [Int] = []
    private var digitTokens: [Int] = []
    private var pendingTails: [(term: Int, start: Int, letters: UInt64, token: Int)] = []

    private struct Found {
        let token: Int
        let hits: [LeakIndex.Hit]
    }

    /// A group ends at the latest so many words after its last.
    private static let reach = 5
    /// Letters taken apart are put together from at most so many words.
    private static let mostJoined = 24

    init(_ tables: LeakMatcher.Tables) {
        self.tables = tables
        index = tables.index
        endings = tables.index.endings
    }

    mutating func reset() {
        count = 0
        unbroken = 0
        recent.removeAll()
        open.removeAll()
        closed.removeAll()
        digitValues.removeAll(keepingCapacity: true)
        digitStarts.removeAll(keepingCapacity: true)
        digitTokens.removeAll(keepingCapacity: true)
        pendingTails.removeAll()
    }

    mutating func take() -> [LeakMatch] {
        let taken = closed.sorted(by: LeakScanner.precedes)
        closed.removeAll(keepingCapacity: true)
        return taken
    }

    /// - Parameter after: what stands after the last word.
    mutating func finish(_ after: Separator) {
        for var group in open {
            if group.last == count - 1 { group.after = after }
            close(group)
        }
        open.removeAll()
    }

    private func token(_ place: Int) -> Token { ring[place].pointee }

    /// Whether nothing waits for the next word.
    private var isIdle: Bool { open.isEmpty && recent.isEmpty && pendingTails.isEmpty && digitValues.isEmpty }

    /// Takes a word that is nothing by itself.
    @inline(__always) mutating func addNothing(_ token: Token) {
        guard isIdle else { return add(token, nil, nil) }
        let place = count
        count += 1
        unbroken = token.separatorCount == 0 && place > 0 ? unbroken + 1 : 0
        let before = place > 0 ? ring[place - 1].pointee.running : 0
        let new = ring[place]
        new.pointee = token
        new.pointee.running = before &* powers[min(Int(token.count), 255)] &+ token.hash
        if endings.mayHold(token.hash) { joinLetters(place, new.pointee) }
    }

    mutating func add(
        _ token: Token,
        _ finding: LeakIndex.Finding?,
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>?
    ) {
        let place = count
        count += 1
        var token = token
        let before = place > 0 ? ring[place - 1].pointee.running : 0
        token.running = before &* powers[min(Int(token.count), 255)] &+ token.hash
        unbroken = token.separatorCount == 0 && place > 0 ? unbroken + 1 : 0
        if !token.isNumber, !digitValues.isEmpty { digitValues.removeAll(keepingCapacity: true) }
        if let finding {
            token.roles = finding.roles
            token.month = UInt8(finding.month)
            token.initial = finding.initial
        }
        ring[place].pointee = token

        if !open.isEmpty { sweep(place, token) }
        if !pendingTails.isEmpty { closeTails(place, token) }
        if let finding, let bytes, !finding.hits.isEmpty { found(place, token, finding.hits, bytes) }
        if token.initial != 0, !recent.isEmpty { initialAfter(place, token) }
        if !token.isNumber, endings.mayHold(token.hash) { joinLetters(place, token) }
        if token.isNumber, token.value >= 0, !tables.dates.isEmpty { date(place) }
        while !recent.isEmpty, let first = recent.first, first.token < place - Self.reach {
            recent.removeFirst()
        }
    }

    /// Closes the groups that are too far behind.
    private mutating func sweep(_ place: Int, _ token: Token) {
        var kept = 0
        for index in open.indices {
            if open[index].last == place - 1 { open[index].after = token.separator }
            if open[index].last < place - Self.reach {
                close(open[index])
            } else {
                open[kept] = open[index]
                kept += 1
            }
        }
        open.removeSubrange(kept...)
    }

    private mutating func close(_ group: Group) {
        guard let match = group.match(index.plans[group.term]) else { return }
        closed.append(match)
    }

    // MARK: Words

    private mutating func found(
        _ place: Int,
        _ token: Token,
        _ hits: [LeakIndex.Hit],
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) {
        // Short names turn up by chance in long runs without a break, such as keys and digests.
        if unbroken >= 4, token.count < 6, !token.isNumber { return }
        var judged: [LeakIndex.Hit] = []
        for hit in hits {
            let word = index.words[hit.word]
            var manner = hit.manner
            if word.isGlued { manner = max(manner, .spaced) }
            if manner == .folded, word.spellings.contains(where: { $0.elementsEqual(bytes) }) {
                manner = .exact
            }
            // Two letters are a name only as a name is written.
            if token.count <= 2, !token.isNumber, !token.isCapital || manner > .folded { continue }
            judged.append(LeakIndex.Hit(word: hit.word, manner: manner))
        }
        guard !judged.isEmpty else { return }
        for hit in judged {
            for use in index.words[hit.word].uses { extend(use, hit, place, place) }
        }
        if place > 0, self.token(place - 1).initial != 0 { initialsBefore(place, judged) }
        recent.append(Found(token: place, hits: judged))
    }

    private mutating func extend(_ use: LeakIndex.Use, _ hit: LeakIndex.Hit, _ first: Int, _ last: Int) {
        let plan = index.plans[use.term]
        let range = token(first).start..<token(last).end
        if let place = open.firstIndex(where: { $0.term == use.term }) {
            var group = open[place]
            if range.lowerBound < group.range.upperBound {
                // The same letters, read in another way.
                if use.mask & ~group.covered == 0 {
                    if first == last, group.first == first, group.last == last {
                        group.manner = min(group.manner, hit.manner)
                    } else if first <= group.first, last >= group.last, group.manner > hit.manner,
                        (first, last) != (group.first, group.last)
                    {
                        // Half of it was near enough; here is the whole.
                        group.manner = hit.manner
                        group.first = first
                        group.last = last
                        group.range = range
                    }
                    open[place] = group
                    return
                }
                if use.mask & group.covered == group.covered {
                    open.remove(at: place)
                    start(use, hit, first, last, plan)
                    return
                }
                group.covered |= use.mask
                group.range = group.range.lowerBound..<max(group.range.upperBound, range.upperBound)
                group.last = max(group.last, last)
                group.manner = max(group.manner, hit.manner)
                open[place] = group
                return
            }
            if use.mask & group.covered == 0, joins(group, first, plan, use.mask) {
                grow(&group, use, hit, first, last, plan)
                open[place] = group
                return
            }
            // More of it later in a word that has several uses; else it is another mention.
            if plan.rule == .whole || plan.rule == .email, use.mask & group.covered != 0, use.mask & 1 == 0 {
                return
            }
            guard opens(use, plan) else { return }
            open.remove(at: place)
            close(group)
        }
        guard opens(use, plan) else { return }
        start(use, hit, first, last, plan)
    }

    private func opens(_ use: LeakIndex.Use, _ plan: TermPlan) -> Bool {
        switch plan.rule {
        case .name:
            let strong = plan.mask(.strong)
            return strong == 0 || use.mask & strong != 0
        case .place:
            let strong = plan.mask(.strong)
            return strong == 0 || use.mask & strong != 0
        case .whole, .email: return use.mask & 1 != 0
        case .none: return false
        }
    }

    private mutating func start(
        _ use: LeakIndex.Use,
        _ hit: LeakIndex.Hit,
        _ first: Int,
        _ last: Int,
        _ plan: TermPlan
    ) {
        var group = Group(
            term: use.term,
            first: first,
            last: last,
            range: token(first).start..<token(last).end,
            covered: use.mask,
            lastMask: use.mask,
            manner: hit.manner,
            isEveryday: index.words[hit.word].isEveryday,
            before: token(first).separator
        )
        if use.mask == plan.allMask, index.words[hit.word].isGlued, plan.words.count > 1,
            index.words[hit.word].letters != plan.words.flatMap(\.letters)
        {
            group.isReordered = true
        }
        if plan.rule == .name || plan.rule == .place { lookBack(&group, plan) }
        open.append(group)
    }

    /// Takes in what stands before the first strong word.
    private mutating func lookBack(_ group: inout Group, _ plan: TermPlan) {
        while let before = recent.last(where: {
            $0.token < group.first && group.first - $0.token <= Self.reach
        }) {
            var isTaken = false
            for hit in before.hits where !isTaken {
                for use in index.words[hit.word].uses
                where use.term == group.term && use.mask & group.covered == 0 && !isTaken {
                    guard passes(from: before.token, to: group.first, plan, use.mask) else { continue }
                    isTaken = true
                    if use.mask > group.covered & (~group.covered &+ 1) { group.isReordered = true }
                    noteSeparator(&group, token(group.first), gap: group.first - before.token, plan)
                    group.manner = max(group.manner, hit.manner)
                    group.covered |= use.mask
                    group.first = before.token
                    group.range = token(before.token).start..<group.range.upperBound
                    group.before = token(before.token).separator
                }
            }
            if !isTaken { return }
        }
    }

    private func joins(_ group: Group, _ place: Int, _ plan: TermPlan, _ mask: UInt64) -> Bool {
        passes(from: group.last, to: place, plan, mask)
    }

    /// Whether words so far apart may belong together.
    private func passes(from one: Int, to other: Int, _ plan: TermPlan, _ mask: UInt64) -> Bool {
        guard other - one <= Self.reach else { return false }
        if plan.rule == .email, other == one + 1, mask & plan.localMask != 0, token(other).separator.isBlank {
            return false
        }
        let isNumber = mask & (plan.mask(.number) | plan.mask(.generic)) != 0
        for place in (one + 1)..<max(other, one + 1) {
            let between = token(place)
            switch plan.rule {
            case .name, .whole:
                let isInitial = between.count == 1 && !between.isNumber
                guard isInitial || !between.roles.intersection([.honorific, .surname]).isEmpty else {
                    return false
                }
            case .email:
                guard between.roles.contains(.joint) else { return false }
            case .place where isNumber:
                guard !between.roles.intersection([.honorific, .place]).isEmpty else { return false }
            case .place, .none: break
            }
        }
        return true
    }

    private func grow(
        _ group: inout Group,
        _ use: LeakIndex.Use,
        _ hit: LeakIndex.Hit,
        _ first: Int,
        _ last: Int,
        _ plan: TermPlan
    ) {
        if use.mask < group.lastMask { group.isReordered = true }
        noteSeparator(&group, token(first), gap: first - group.last, plan)
        group.lastMask = use.mask
        group.covered |= use.mask
        group.last = last
        group.range = group.range.lowerBound..<token(last).end
        group.manner = max(group.manner, hit.manner)
    }

    private func noteSeparator(_ group: inout Group, _ token: Token, gap: Int, _ plan: TermPlan) {
        if gap == 1, token.separator == .space, token.separatorCount == 1 { return }
        if gap == 1, plan.words.contains(where: { $0.separator == token.separator && !$0.separator.isEmpty })
        {
            return
        }
        group.isSpaced = true
    }

    // MARK: Initials

    /// A surname that many share becomes telling by an initial after it: "Das, M."
    private mutating func initialAfter(_ place: Int, _ token: Token) {
        guard let before = recent.last, before.token == place - 1, token.isCapital, token.isFollowedByDot
        else { return }
        for hit in before.hits {
            for use in index.words[hit.word].uses { initials(use, hit, before.token, place...place) }
        }
    }

    /// … or before it: "M. K. Das".
    private mutating func initialsBefore(_ place: Int, _ hits: [LeakIndex.Hit]) {
        var first = place
        while first > 0, place - first < 3 {
            let before = token(first - 1)
            let between = token(first).separator
            guard before.initial != 0, between.subtracting([.dot, .space, .underscore, .hyphen]).isEmpty,
                before.isCapital || !between.isBlank
            else { break }
            first -= 1
        }
        guard first < place else { return }
        for hit in hits {
            for use in index.words[hit.word].uses { initials(use, hit, place, first...(place - 1)) }
        }
    }

    private mutating func initials(
        _ use: LeakIndex.Use,
        _ hit: LeakIndex.Hit,
        _ surname: Int,
        _ letters: ClosedRange<Int>
    ) {
        let plan = index.plans[use.term]
        guard plan.rule == .name, use.mask & plan.mask(.weak) != 0, let name = plan.words.first,
            plan.strengths[0] == .strong, !open.contains(where: { $0.term == use.term })
        else { return }
        for first in letters where token(first).initial == name.letters[0] {
            let (one, other) = (min(first, surname), max(letters.upperBound, surname))
            var group = Group(
                term: use.term,
                first: one,
                last: other,
                range: token(one).start..<token(other).end,
                covered: use.mask,
                lastMask: use.mask,
                manner: hit.manner,
                isEveryday: false,
                before: token(one).separator
            )
            group.hasInitials = true
            open.append(group)
            return
        }
    }

    // MARK: Letters taken apart

    /// Puts the last words together and looks whether they are a word of a term: "M i n a", "Mi-na",
    /// "Mi-" at the end of a line and "na" on the next.
    private mutating func joinLetters(_ place: Int, _ token: Token) {
        var letters = Int(token.count)
        var first = place
        var isTight = true
        while first > 0, place - first < Self.mostJoined {
            let last = ring[first]
            let before = ring[first - 1]
            if before.pointee.isNumber { return }
            if last.pointee.separatorCount > 4 {
                guard last.pointee.separator.contains(.newline), last.pointee.separatorCount <= 40 else {
                    return
                }
            }
            if isTight { isTight = Self.isTightlyJoined(before, last) }
            letters += Int(before.pointee.count)
            first -= 1
            if isTight {
                if letters > 40 { return }
            } else {
                if letters > index.longestGlued || place - first > 8 { return }
            }
            let start = first > 0 ? ring[first - 1].pointee.running : 0
            let hash = token.running &- start &* powers[letters]
            if !endings.mayHold(hash) { return }
            guard isTight || index.gluedLengths >> UInt64(letters) & 1 == 1 else { continue }
            guard index.mayHold(hash), letters >= 3 else { continue }
            for word in index.joined(hash, glued: !isTight) where index.words[word].letters.count == letters {
                let hit = LeakIndex.Hit(word: word, manner: .spaced)
                for use in index.words[word].uses { extend(use, hit, first, place) }
            }
        }
    }

    private static func isTightlyJoined(
        _ before: UnsafeMutablePointer<Token>,
        _ token: UnsafeMutablePointer<Token>
    ) -> Bool {
        let separator = token.pointee.separator
        let count = token.pointee.separatorCount
        if separator == .space && count == 1 { return before.pointee.count == 1 && token.pointee.count == 1 }
        if before.pointee.count == 1 && token.pointee.count == 1 {
            return count == 1 || (count <= 3 && separator.subtracting(.spelling).isEmpty)
        }
        if separator.contains(.softHyphen) || count == 0 { return true }
        if separator.contains(.newline) {
            return separator.contains(.hyphen) && separator.subtracting([.hyphen, .newline, .space]).isEmpty
        }
        guard count == 1 else { return false }
        return separator != .dot || !token.pointee.isCapital
    }

    /// Whether the last word stands after a hyphen and may go on the word before it.
    var isBroken: Bool {
        guard count > 1 else { return false }
        let last = token(count - 1)
        return !last.separator.intersection([.hyphen, .softHyphen]).isEmpty
            && last.separator.subtracting([.hyphen, .softHyphen, .newline, .space]).isEmpty
            && (last.separator.contains(.newline) || last.separatorCount <= 1) && last.separatorCount <= 40
    }

    /// The last two words are one, broken by a hyphen.
    mutating func addMended(_ hits: [LeakIndex.Hit]) {
        for hit in hits where index.words[hit.word].letters.count > 2 {
            let hit = LeakIndex.Hit(word: hit.word, manner: max(hit.manner, .spaced))
            for use in index.words[hit.word].uses { extend(use, hit, count - 2, count - 1) }
        }
    }

    // MARK: Numbers

    /// Takes the digits of a number that is about to be added.
    mutating func digits(_ digits: [UInt8], _ token: Token, _ separator: Separator, _ separators: Int) {
        let continues =
            !digitValues.isEmpty && separators <= 3 && separator.subtracting(.grouping).isEmpty && count > 0
            && self.token(count - 1).isNumber
        if !continues {
            digitValues.removeAll(keepingCapacity: true)
            digitStarts.removeAll(keepingCapacity: true)
            digitTokens.removeAll(keepingCapacity: true)
        }
        if digitValues.count > 128 {
            digitValues.removeFirst(64)
            digitStarts.removeFirst(64)
            digitTokens.removeFirst(64)
        }
        for (place, digit) in digits.enumerated() {
            digitValues.append(digit)
            // Digits of other scripts take more bytes; only the first of a group tells where it begins.
            let width = max(1, (token.end - token.start) / max(1, digits.count))
            digitStarts.append(token.start + place * width)
            digitTokens.append(count)
        }
        guard !tables.numbers.isEmpty else { return }
        for pattern in tables.numbers.ending(digitValues) { number(tables.numbers.patterns[pattern], token) }
    }

    private mutating func number(_ entry: (term: Int, pattern: NumberPattern), _ token: Token) {
        let pattern = entry.pattern
        let first = digitValues.count - pattern.digits.count
        guard digitValues[first...].elementsEqual(pattern.digits) else { return }
        // It begins where a group begins, or after what dialling puts there.
        var group = first
        while group > 0, digitTokens[group - 1] == digitTokens[first] { group -= 1 }
        if group < first, !pattern.prefixes.contains(Array(digitValues[group..<first])) { return }
        var start = digitStarts[first]
        var place = digitTokens[first]
        for element in pattern.before.reversed() {
            guard place > 0 else { return }
            let wanted: [UInt8]
            switch element {
            case .letters(let letters): wanted = letters
            case .digits(let digits): wanted = digits
            }
            var left = wanted.count
            var hash: UInt64 = 0
            while left > 0 {
                guard place > 0 else { return }
                let after = place == count ? token : self.token(place)
                let separator = place == count ? nil : after.separator
                if let separator, !separator.subtracting(.grouping).isEmpty || after.separatorCount > 3 {
                    return
                }
                place -= 1
                let before = self.token(place)
                guard Int(before.count) <= left, count - place < TokenRing.size else { return }
                hash = hash &+ before.hash &* powers[wanted.count - left]
                left -= Int(before.count)
                start = before.start
            }
            guard hash == WordHash.of(wanted) else { return }
        }
        if let after = pattern.after {
            pendingTails.append((entry.term, start, WordHash.of(after), count))
        } else {
            closeNumber(entry.term, start..<token.end)
        }
    }

    private mutating func closeTails(_ place: Int, _ token: Token) {
        for tail in pendingTails
        where tail.token == place - 1 && tail.letters == token.hash && token.separatorCount <= 3 {
            closeNumber(tail.term, tail.start..<token.end)
        }
        pendingTails.removeAll { $0.token < place }
    }

    private mutating func closeNumber(_ term: Int, _ range: Range<Int>) {
        closed.append(LeakMatch(term: term, range: range, manner: .reformatted))
    }

    // MARK: Dates

    private mutating func date(_ place: Int) {
        var parts: [BirthDate.Part] = []
        var start = token(place).start
        var at = place
        while parts.count < 3, at >= 0, place - at < 6 {
            let part = token(at)
            if part.isNumber, part.value >= 0 {
                let digits = Int(part.count)
                parts.insert(BirthDate.Part(value: Int(part.value), digits: digits, isMonth: false), at: 0)
            } else if part.month != 0 {
                parts.insert(BirthDate.Part(value: Int(part.month), digits: 0, isMonth: true), at: 0)
            } else if !part.roles.contains(.filler) {
                break
            }
            if part.isNumber || part.month != 0 { start = part.start }
            if parts.count == 1, parts[0].digits == 8 { break }
            if part.separatorCount > 4 { break }
            at -= 1
        }
        var told: Set<Int> = []
        for reading in BirthDate.readings(parts) {
            for term in tables.dates[reading] ?? [] where told.insert(term).inserted {
                closed.append(LeakMatch(term: term, range: start..<token(place).end, manner: .reformatted))
            }
        }
    }
}
