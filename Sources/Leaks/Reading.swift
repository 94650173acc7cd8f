/// Reads a text word by word, knows again the words it has seen, and hands them to the assembly.
struct Reading {
    private let index: LeakIndex
    /// Where the bytes of the next `process` begin in the piece.
    private var offset = 0

    // Words already looked up: most words of a text come again and again.
    private var seen: [UInt64]
    private var seenFinding: [Int32]
    private var findings: [LeakIndex.Finding] = []
    private let seenShift: UInt64

    private var assembly: Assembly
    private var word = ReadWord()
    private var separator: Separator = []
    private var separatorCount = 0
    /// The last word, if a hyphen follows it: the rest of it may stand on the next line.
    private var broken = ReadWord()
    private var isBroken = false

    init(_ tables: LeakMatcher.Tables, pieceSize: Int) {
        index = tables.index
        assembly = Assembly(tables)
        var bits: UInt64 = 6
        while bits < 15, pieceSize > 8 << bits { bits += 1 }
        seen = Array(repeating: 0, count: 1 << bits)
        seenFinding = Array(repeating: -1, count: 1 << bits)
        seenShift = 64 - bits
    }

    mutating func reset() {
        offset = 0
        separator = []
        separatorCount = 0
        isBroken = false
        assembly.reset()
    }

    mutating func take() -> [LeakMatch] { assembly.take() }

    /// Ends the piece.
    mutating func finish() -> [LeakMatch] {
        assembly.finish(separator)
        let matches = assembly.take()
        reset()
        return matches
    }

    /// Per byte: 0 starts a word that is plain ASCII, 1 must be looked at closely, 2 starts a number, else
    /// it only separates.
    private static let classes: [UInt8] = (0...255).map { byte in
        switch byte {
        case 65...90, 97...122: 0
        case 128...255, 37, 38, 92: 1
        case 48...57: 2
        default: 3
        }
    }
    private static let separators: [UInt16] = (0...127).map { byte in
        if case .separator(let separator) = Glyph(UInt32(byte)) { separator.rawValue } else { 0 }
    }

    /// - Returns: how many bytes need not be seen again.
    mutating func process(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
        let reader = TextReader(bytes: bytes)
        let limit = isLast ? bytes.count : bytes.count - TextReader.lookahead
        var index = 0
        defer { offset += index }
        return Self.classes.withUnsafeBufferPointer { classes in
            Self.separators.withUnsafeBufferPointer { separators in
                while index < limit {
                    let byte = bytes[index]
                    switch classes[Int(byte)] {
                    case 3:
                        var found = separators[Int(byte)]
                        let start = index
                        index += 1
                        while index < limit, classes[Int(bytes[index])] == 3 {
                            found |= separators[Int(bytes[index])]
                            index += 1
                        }
                        separator.formUnion(Separator(rawValue: found))
                        separatorCount &+= index - start
                    case 0:
                        var hash: UInt64 = 0
                        var end = index
                        let longest = min(limit, index + TextReader.longestWord)
                        var isHumped: UInt8 = 0
                        var wasSmall: UInt8 = 0
                        var next = byte
                        repeat {
                            hash = hash &* WordHash.base &+ UInt64(next & 0x1F)
                            let small = next & 0x20
                            isHumped |= wasSmall & ~small
                            wasSmall = small
                            end += 1
                            guard end < longest else { break }
                            next = bytes[end]
                        } while classes[Int(next)] == 0
                        if end == limit && !isLast { return index }
                        let isPlain = end == bytes.count || classes[Int(bytes[end])] != 1
                        let isEscaped = index > 0 && bytes[index - 1] == 92
                        if isPlain && isHumped & 0x20 == 0 && !isEscaped {
                            plainWord(bytes, index, end, hash)
                            index = end
                        } else if let next = closeWord(reader, index, limit, isLast) {
                            index = next
                        } else {
                            return index
                        }
                    case 2:
                        var end = index + 1
                        while end < limit, classes[Int(bytes[end])] == 2 { end += 1 }
                        if end == limit && !isLast { return index }
                        if end == bytes.count || classes[Int(bytes[end])] != 1,
                            end - index <= TextReader.longestWord
                        {
                            plainNumber(bytes, index, end)
                            index = end
                            continue
                        }
                        guard let next = closeWord(reader, index, limit, isLast) else { return index }
                        index = next
                    default:
                        let (scalar, length) = reader.scalar(at: index)
                        switch Glyph(scalar) {
                        case .ignorable: index += length
                        case .separator(let found):
                            separator.formUnion(found)
                            if found != .softHyphen { separatorCount &+= 1 }
                            index += length
                        case .letters, .indic, .digit:
                            guard let next = closeWord(reader, index, limit, isLast) else { return index }
                            index = next
                        }
                    }
                }
                return index
            }
        }
    }

    /// A word of ASCII letters only.
    @inline(__always) private mutating func plainWord(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ hash: UInt64
    ) {
        let slot = Int(truncatingIfNeeded: WordHash.mixed(hash) >> seenShift)
        var finding = seenFinding[slot]
        if finding < 0 || seen[slot] != hash {
            take(bytes[start..<end])
            finding = look(word, key: hash, slot: slot)
        }
        var token = Token(start: offset + start, end: offset + end, hash: hash, count: end - start)
        token.isCapital = bytes[start] & 0x20 == 0
        token.isFollowedByDot = end < bytes.count && bytes[end] == 46
        let isHyphenated = isBroken || (end < bytes.count && bytes[end] == 45)
        if finding == 0, !isHyphenated {
            token.separator = separator
            token.separatorCount = UInt8(clamping: separatorCount)
            separator = []
            separatorCount = 0
            assembly.addNothing(token)
            return
        }
        if isHyphenated { take(bytes[start..<end]) }
        add(token, finding == 0 ? nil : findings[Int(finding) - 1], bytes[start..<end])
        if isHyphenated { mend(bytes, end) }
    }

    /// Makes `word` of ASCII letters.
    private mutating func take(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        word.kind = .letters
        word.script = .latin
        word.scalars.removeAll(keepingCapacity: true)
        word.letters.removeAll(keepingCapacity: true)
        for byte in bytes { word.letters.append(byte | 0x20) }
    }

    /// A number of ASCII digits only.
    private mutating func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        word.kind = .digits
        word.script = .latin
        word.scalars.removeAll(keepingCapacity: true)
        word.letters.removeAll(keepingCapacity: true)
        word.letters.append(contentsOf: bytes[start..<end])
        isBroken = false
        add(token(word, start, end, bytes), find(word), bytes[start..<end])
    }

    /// Looks for the word that this one and the one before a hyphen make together.
    private mutating func mend(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) {
        if isBroken, broken.script == word.script, broken.kind == .letters, word.kind == .letters,
            assembly.isBroken, broken.letters.count + word.letters.count <= 48
        {
            var whole = broken
            whole.letters += word.letters
            whole.scalars += word.scalars
            if !whole.scalars.isEmpty {
                whole.letters = []
                Brahmic.romanise(whole.scalars[...], into: &whole.letters)
            }
            if let found = find(whole) { assembly.addMended(found.hits) }
        }
        let next = end < bytes.count ? bytes[end] : 0
        // A hyphen, or the first byte of a soft or a typographic one.
        isBroken = next == 45 || next == 0xC2 || next == 0xE2
        if isBroken { broken = word }
    }

    private mutating func look(_ word: ReadWord, key: UInt64, slot: Int) -> Int32 {
        let found = index.find(word)
        var finding: Int32 = 0
        if !found.isNothing {
            if findings.count > 20_000 {
                findings.removeAll(keepingCapacity: true)
                for slot in seenFinding.indices { seenFinding[slot] = -1 }
            }
            findings.append(found)
            finding = Int32(findings.count)
        }
        seen[slot] = key
        seenFinding[slot] = finding
        return finding
    }

    /// - Returns: where to go on, or nil if the word may not be whole yet.
    private mutating func closeWord(_ reader: TextReader, _ start: Int, _ limit: Int, _ isLast: Bool) -> Int?
    {
        let isWhole = reader.readWord(at: start, limit: limit, into: &word)
        if !isWhole && !isLast { return nil }
        let bytes = reader.bytes
        guard word.end > start, !word.letters.isEmpty else {
            separator.formUnion(.other)
            separatorCount &+= 1
            return max(word.end, start + reader.scalar(at: start).length)
        }
        let end = word.end
        let finding = find(word)
        if finding?.hits.isEmpty ?? true {
            if !word.humps.isEmpty {
                addHumps(start, end, bytes)
                return end
            }
            // "\n" before a word may be a line end that a program wrote so.
            if start > 0, bytes[start - 1] == 92, word.script == .latin, word.letters.count > 1,
                [110, 114, 116, 98, 102].contains(word.letters[0])
            {
                var rest = word
                rest.letters.removeFirst()
                let found = find(rest)
                if let found, !found.hits.isEmpty {
                    separator.formUnion(.newline)
                    add(token(rest, start + 1, end, bytes), found, bytes[(start + 1)..<end])
                    return end
                }
            }
        }
        add(token(word, start, end, bytes), finding, bytes[start..<end])
        mend(bytes, end)
        return end
    }

    private mutating func find(_ word: ReadWord) -> LeakIndex.Finding? {
        let key: UInt64
        if word.scalars.isEmpty {
            key = WordHash.of(word.letters)
            if word.kind == .digits, !index.mayHold(key) { return nil }
        } else {
            key = word.scalars.reduce(1 << 62) { ($0 ^ UInt64($1)) &* WordHash.base }
        }
        let slot = Int(truncatingIfNeeded: WordHash.mixed(key) >> seenShift)
        let isKnown = seenFinding[slot] >= 0 && seen[slot] == key
        let finding = isKnown ? seenFinding[slot] : look(word, key: key, slot: slot)
        return finding == 0 ? nil : findings[Int(finding) - 1]
    }

    private mutating func token(
        _ word: ReadWord,
        _ start: Int,
        _ end: Int,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Token {
        var token = Token(
            start: offset + start,
            end: offset + end,
            hash: WordHash.of(word.letters),
            count: word.letters.count
        )
        token.isNumber = word.kind == .digits
        token.isCapital = word.startsWithCapital || word.script != .latin
        token.isFollowedByDot = end < bytes.count && bytes[end] == 46
        if token.isNumber {
            assembly.digits(word.letters, token, separator, separatorCount)
            if word.letters.count <= 8 {
                token.value = Int32(word.letters.reduce(0) { $0 * 10 + Int($1 - 48) })
            }
        }
        return token
    }

    /// The words of `MinaDas`, one by one.
    private mutating func addHumps(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        let whole = word
        let places = [0] + whole.humps + [whole.letters.count]
        let offsets = [start] + whole.humpOffsets + [end]
        for part in 0..<(places.count - 1) {
            var piece = ReadWord()
            piece.letters = Array(whole.letters[places[part]..<places[part + 1]])
            piece.startsWithCapital = part > 0 || whole.startsWithCapital
            add(
                token(piece, offsets[part], offsets[part + 1], bytes),
                find(piece),
                bytes[offsets[part]..<offsets[part + 1]]
            )
        }
    }

    @inline(__always) private mutating func add(
        _ token: Token,
        _ finding: LeakIndex.Finding?,
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) {
        var token = token
        token.separator = separator
        token.separatorCount = UInt8(clamping: separatorCount)
        separator = []
        separatorCount = 0
        assembly.add(token, finding, bytes)
    }
}
