/// A number as it is looked for: its digits whatever stands between them, and the letters around them.
struct NumberPattern: Sendable {
    enum Element: Sendable, Equatable {
        case digits([UInt8])
        case letters([UInt8])
    }

    /// What must stand before the digits, nearest last.
    let before: [Element]
    let digits: [UInt8]
    /// The letters after the last digits.
    let after: [UInt8]?
    /// What may stand before the digits in the same group: 0, 91, 0091.
    let prefixes: Set<[UInt8]>

    static let leastDigits = 5

    init?(_ term: ProtectedTerm) {
        var elements: [Element] = []
        for word in TermWord.words(of: term.text) {
            if !word.isNumber {
                if term.kind != .phone { elements.append(.letters(word.letters)) }
            } else if case .digits(let digits) = elements.last {
                elements[elements.count - 1] = .digits(digits + word.letters)
            } else {
                elements.append(.digits(word.letters))
            }
        }
        if term.kind != .phone { Self.dropCaption(&elements) }
        guard let last = elements.lastIndex(where: { if case .digits = $0 { true } else { false } }),
            case .digits(var digits) = elements[last], last >= elements.count - 2
        else { return nil }
        let count = elements.reduce(0) { if case .digits(let digits) = $1 { $0 + digits.count } else { $0 } }
        guard count >= Self.leastDigits || (elements.count > 1 && count >= 3) else { return nil }
        var prefixes: Set<[UInt8]> = []
        if term.kind == .phone {
            let significant = Self.significant(digits)
            prefixes = Set(["0", "91", "091", "0091", "880", "00880", "977", "00977"].map { Array($0.utf8) })
            prefixes.insert(Array(digits.dropLast(significant.count)))
            digits = significant
        }
        before = Array(elements[..<last])
        self.digits = digits
        if last + 1 < elements.count, case .letters(let letters) = elements[last + 1] {
            after = letters
        } else {
            after = nil
        }
        self.prefixes = prefixes
    }

    /// The number without what dialling from elsewhere puts before it.
    private static func significant(_ digits: [UInt8]) -> [UInt8] {
        guard digits.count > 10 else {
            return digits.count > 8 && digits.first == 48 ? Array(digits.dropFirst()) : digits
        }
        return Array(digits.suffix(10))
    }

    /// Words such as "passport no." are no part of the number.
    private static func dropCaption(_ elements: inout [Element]) {
        while elements.count > 1, case .letters(let letters) = elements[0],
            letters.count > 5 || ["no", "nr", "ac", "num"].contains(String(decoding: letters, as: UTF8.self))
        {
            elements.removeFirst()
        }
    }
}

/// The numbers of all terms, by their last run of digits.
struct NumberIndex: Sendable {
    let patterns: [(term: Int, pattern: NumberPattern)]
    private let byDigits: HashIndex<Int>
    /// The lengths of the runs of digits, as bits.
    private let lengths: UInt64
    private let longest: Int

    init(_ terms: [ProtectedTerm]) {
        var patterns: [(term: Int, pattern: NumberPattern)] = []
        for (index, term) in terms.enumerated() {
            switch term.kind {
            case .phone, .paper: break
            case .account where !term.text.contains("@"): break
            default: continue
            }
            if let pattern = NumberPattern(term) { patterns.append((index, pattern)) }
        }
        var byDigits: [UInt64: [Int]] = [:]
        var lengths: UInt64 = 0
        for (index, entry) in patterns.enumerated() where entry.pattern.digits.count < 64 {
            byDigits[WordHash.of(entry.pattern.digits), default: []].append(index)
            lengths |= 1 << UInt64(entry.pattern.digits.count)
        }
        self.patterns = patterns
        self.byDigits = HashIndex(byDigits)
        self.lengths = lengths
        longest = 64 - lengths.leadingZeroBitCount
    }

    var isEmpty: Bool { patterns.isEmpty }

    /// The patterns whose digits are the last ones of `digits`.
    func ending(_ digits: [UInt8]) -> [Int] {
        var found: [Int] = []
        var hash: UInt64 = 0
        for length in 1...min(longest, digits.count) where longest > 0 {
            hash = hash &+ WordHash.code(digits[digits.count - length]) &* WordHash.powers[length - 1]
            if lengths >> UInt64(length) & 1 == 1 { found += byDigits[hash] }
        }
        return found
    }
}
