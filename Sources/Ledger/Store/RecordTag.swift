internal import CaseFile
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

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
        guard scanner.skip("<"), let kind = scanner.value(upTo: UInt8(ascii: " ")), !kind.isEmpty,
            scanner.skip("xmlns=\""), scanner.value(upTo: UInt8(ascii: "\"")) != nil,
            scanner.skip(" id=\""), let id = scanner.value(upTo: UInt8(ascii: "\"")),
            scanner.skip(" nonce=\""), scanner.value(upTo: UInt8(ascii: "\""))?.count == 32,
            scanner.skip(" recordedAt=\""), scanner.value(upTo: UInt8(ascii: "\"")) != nil,
            scanner.skip(" recordedBy=\""), scanner.value(upTo: UInt8(ascii: "\"")) != nil
        else { return nil }
        var replaces = 0..<0
        if scanner.skip(" replaces=\"") {
            guard let found = scanner.value(upTo: UInt8(ascii: "\"")), !found.isEmpty else { return nil }
            replaces = found
        }
        guard scanner.skip(" version=\""), let digits = scanner.value(upTo: UInt8(ascii: "\"")),
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

        mutating func skip(_ literal: StaticString) -> Bool {
            let length = literal.utf8CodeUnitCount
            guard bytes.count - position >= length,
                memcmp(bytes.baseAddress! + position, literal.utf8Start, length) == 0
            else { return false }
            position += length
            return true
        }

        /// What stands before the next `end`, which is passed over.
        mutating func value(upTo end: UInt8) -> Range<Int>? {
            guard position < bytes.count,
                let found = memchr(bytes.baseAddress! + position, Int32(end), bytes.count - position)
            else { return nil }
            let start = position
            let stop = bytes.baseAddress!.distance(to: UnsafeRawPointer(found))
            position = stop + 1
            return start..<stop
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
