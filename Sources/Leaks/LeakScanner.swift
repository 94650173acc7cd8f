/// Reads text in chunks of any size and gives the matches as they are certain.
///
/// Where the chunks are cut changes nothing. The scanner remembers a few words, whatever the length of the
/// text. It belongs to one thread at a time.
public final class LeakScanner {
    let tables: LeakMatcher.Tables
    /// Bytes that cannot be judged before more is known.
    private var carried: [UInt8] = []
    /// Where `carried` begins in the piece.
    private var offset = 0

    // Words already looked up: most words of a text come again and again.
    private var seen: [UInt64]
    private var seenFinding: [Int32]
    private var findings: [LeakIndex.Finding] = []
    private let seenShift: UInt64

    var assembly: Assembly
    private var word = ReadWord()
    private var separator: Separator = []
    private var separatorCount = 0
    /// The last word, if a hyphen follows it: the rest of it may stand on the next line.
    private var broken: ReadWord?

    init(_ tables: LeakMatcher.Tables, pieceSize: Int) {
        self.tables = tables
        assembly = Assembly(tables)
        var bits: UInt64 = 6
        while bits < 14, pieceSize > 8 << bits { bits += 1 }
        seen = Array(repeating: 0, count: 1 << bits)
        seenFinding = Array(repeating: -1, count: 1 << bits)
        seenShift = 64 - bits
    }

    /// The matches in one whole piece, by where they begin. What was fed before is forgotten.
    public func matches(in text: UnsafeBufferPointer<UInt8>) -> [LeakMatch] {
        reset()
        _ = process(text, isLast: true)
        assembly.finish(separator)
        let matches = assembly.take()
        reset()
        return matches.sorted(by: Self.precedes)
    }

    /// Takes the next bytes of the piece; gives the matches that are certain by now.
    public func feed(_ chunk: some Collection<UInt8>) -> [LeakMatch] {
        carried.append(contentsOf: chunk)
        let used = carried.withUnsafeBufferPointer { process($0, isLast: false) }
        carried.removeFirst(used)
        offset += used
        return assembly.take()
    }

    /// Ends the piece: gives the last matches, and is ready for another.
    public func finish() -> [LeakMatch] {
        _ = carried.withUnsafeBufferPointer { process($0, isLast: true) }
        assembly.finish(separator)
        let matches = assembly.take()
        reset()
        return matches.sorted(by: Self.precedes)
    }

    private func reset() {
        carried.removeAll(keepingCapacity: true)
        offset = 0
        separator = []
        separatorCount = 0
        broken = nil
        assembly.reset()
    }

    static func precedes(_ one: LeakMatch, _ other: LeakMatch) -> Bool {
        (one.range.lowerBound, one.range.upperBound, one.term)
            < (other.range.lowerBound, other.range.upperBound, other.term)
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
    private func process(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Int {
        let reader = TextReader(bytes: bytes)
        let limit = isLast ? bytes.count : bytes.count - TextReader.lookahead
        var index = 0
        return Self.classes.withUnsafeBufferPointer { classes in
            Self.separators.withUnsafeBufferPointer { separators in
                while index < limit {
                    let byte = bytes[index]
                    switch classes[Int(byte)] {
                    case 3:
                        separator.formUnion(Separator(rawValue: separators[Int(byte)]))
                        separatorCount &+= 1
                        index += 1
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
    @inline(__always) private func plainWord(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ start: Int,
        _ end: Int,
        _ hash: UInt64
    ) {
        let slot = Int(truncatingIfNeeded: WordHash.mixed(hash) >> seenShift)
        var finding = seenFinding[slot]
        if finding < 0 || seen[slot] != hash {
            word.kind = .letters
            word.script = .latin
            word.scalars.removeAll(keepingCapacity: true)
            word.letters.removeAll(keepingCapacity: true)
            for index in start..<end { word.letters.append(bytes[index] | 0x20) }
            finding = look(word, key: hash, slot: slot)
        }
        var token = Token(start: offset + start, end: offset + end, hash: hash, count: end - start)
        token.isCapital = bytes[start] & 0x20 == 0
        token.isFollowedByDot = end < bytes.count && bytes[end] == 46
        let isHyphenated = broken != nil || (end < bytes.count && bytes[end] == 45)
        if isHyphenated {
            word.kind = .letters
            word.script = .latin
            word.scalars.removeAll(keepingCapacity: true)
            word.letters.removeAll(keepingCapacity: true)
            for index in start..<end { word.letters.append(bytes[index] | 0x20) }
        }
        add(token, finding, bytes[start..<end])
        if isHyphenated { mend(bytes, end) }
    }

    /// Looks for the word that this one and the one before a hyphen make together.
    private func mend(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) {
        if var whole = broken, whole.script == word.script, whole.kind == .letters, word.kind == .letters,
            assembly.isBroken, whole.letters.count + word.letters.count <= 48
        {
            whole.letters += word.letters
            whole.scalars += word.scalars
            if !whole.scalars.isEmpty {
                whole.letters = []
                Brahmic.romanise(whole.scalars[...], into: &whole.letters)
            }
            let found = find(whole)
            if found != 0 { assembly.addMended(findings[Int(found) - 1].hits) }
        }
        let next = end < bytes.count ? bytes[end] : 0
        // A hyphen, or the first byte of a soft or a typographic one.
        broken = next == 45 || next == 0xC2 || next == 0xE2 ? word : nil
    }

    private func look(_ word: ReadWord, key: UInt64, slot: Int) -> Int32 {
        let found = tables.index.find(word)
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
    private func closeWord(_ reader: TextReader, _ start: Int, _ limit: Int, _ isLast: Bool) -> Int? {
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
        if finding == 0 || findings[Int(finding) - 1].hits.isEmpty {
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
                if found != 0, !findings[Int(found) - 1].hits.isEmpty {
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

    private func find(_ word: ReadWord) -> Int32 {
        let key: UInt64
        if word.scalars.isEmpty {
            key = WordHash.of(word.letters)
        } else {
            key = word.scalars.reduce(1 << 62) { ($0 ^ UInt64($1)) &* WordHash.base }
        }
        let slot = Int(truncatingIfNeeded: WordHash.mixed(key) >> seenShift)
        if seenFinding[slot] >= 0, seen[slot] == key { return seenFinding[slot] }
        return look(word, key: key, slot: slot)
    }

    private func token(
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
    private func addHumps(_ start: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
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

    @inline(__always) private func add(
        _ token: Token,
        _ finding: Int32,
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) {
        var token = token
        token.separator = separator
        token.separatorCount = UInt8(clamping: separatorCount)
        separator = []
        separatorCount = 0
        assembly.add(token, finding == 0 ? nil : findings[Int(finding) - 1], bytes)
    }
}
