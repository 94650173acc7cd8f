internal import CaseFile
/// Where a record's bytes say which record they are: its start tag, in exclusive C14N.
///
/// `<kind xmlns="…" id="…" nonce="…" recordedAt="…" recordedBy="…" [replaces="…"] version="N">`. The canonical
/// form leaves no choice of order, spacing or quotes, so the tag is read without an XML parser. That matters to
/// verifying, which reads every record of a log.
struct RecordTag {
    /// Positions within the bytes.
    let kind: Range<Int>
    let id: Range<Int>
    /// Empty where there is no `replaces`.
    let replaces: Range<Int>
    let version: Int

    /// Nil where the bytes do not begin with such a tag.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var scanner = Scanner(bytes: bytes)
        guard scanner.skip("<"), let kind = scanner.value(upTo: " "), !kind.isEmpty,
            scanner.skip("xmlns=\""), scanner.value(upTo: "\"") != nil,
            scanner.skip(" id=\""), let id = scanner.value(of: 36),
            scanner.skip("\" nonce=\""), scanner.value(of: 32) != nil,
            scanner.skip("\" recordedAt=\""), scanner.value(upTo: "\"") != nil,
            scanner.skip(" recordedBy=\""), scanner.value(upTo: "\"") != nil
        else { return nil }
        var replaces = 0..<0
        if scanner.skip(" replaces=\"") {
            guard let found = scanner.value(upTo: "\""), !found.isEmpty else { return nil }
            replaces = found
        }
        guard scanner.skip(" version=\""), let digits = scanner.value(upTo: "\""),
            scanner.skip(">"), let version = Self.number(bytes[digits])
        else { return nil }
        self.kind = kind
        self.id = id
        self.replaces = replaces
        self.version = version
    }

    /// A version: one to nine digits, not beginning with 0.
    private static func number(_ digits: Slice<UnsafeRawBufferPointer>) -> Int? {
        guard (1...9).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
        var number = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            number = number * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return number
    }

    private struct Scanner {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        @inline(__always)
        mutating func skip(_ literal: StaticString) -> Bool {
            let length = literal.utf8CodeUnitCount
            guard bytes.count - position >= length,
                isSame(bytes.baseAddress! + position, UnsafeRawPointer(literal.utf8Start), length)
            else { return false }
            position += length
            return true
        }

        /// Eight bytes at a time, the last eight once more where they overlap: the literals are short, and known
        /// when this is compiled, so that nothing is called.
        @inline(__always)
        private func isSame(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ length: Int) -> Bool {
            guard length >= 8 else {
                for offset in 0..<length
                where a.load(fromByteOffset: offset, as: UInt8.self)
                    != b.load(fromByteOffset: offset, as: UInt8.self)
                {
                    return false
                }
                return true
            }
            var offset = 0
            while offset < length {
                let start = min(offset, length - 8)
                guard
                    a.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                        == b.loadUnaligned(fromByteOffset: start, as: UInt64.self)
                else { return false }
                offset += 8
            }
            return true
        }

        /// The next bytes, however they are made up.
        @inline(__always)
        mutating func value(of length: Int) -> Range<Int>? {
            guard bytes.count - position >= length else { return nil }
            defer { position += length }
            return position..<position + length
        }

        /// What stands before the next `end`, which is passed over.
        @inline(__always)
        mutating func value(upTo end: Unicode.Scalar) -> Range<Int>? {
            let start = position
            while position < bytes.count {
                defer { position += 1 }
                if bytes[position] == UInt8(ascii: end) { return start..<position }
            }
            return nil
        }
    }
}

// MARK: What the positions hold

extension RecordTag {
    func kind(in bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes[kind], as: UTF8.self) }

    func record(in bytes: UnsafeRawBufferPointer) -> RecordID? {
        RecordID(utf8: UnsafeRawBufferPointer(rebasing: bytes[id]).assumingMemoryBound(to: UInt8.self))
    }

    /// The hashes that `replaces` names, or nil where it is not hashes with a space between.
    func replaced(in bytes: UnsafeRawBufferPointer) -> [Hash]? {
        guard !replaces.isEmpty else { return [] }
        let names = String(decoding: bytes[replaces], as: UTF8.self).split(
            separator: " ",
            omittingEmptySubsequences: false
        )
        let hashes = names.compactMap { Hash(hex: $0) }
        return hashes.count == names.count ? hashes : nil
    }
}
