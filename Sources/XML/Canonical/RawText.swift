#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Text that lies in a parser's memory.
struct RawText: CanonicalText {
    private let start: UnsafePointer<UInt8>?
    let count: Int

    /// A C string; nil is the empty text, as libxml2 has it for "no prefix" and "no namespace".
    init(_ start: UnsafePointer<UInt8>?) {
        self.start = start
        count =
            start.map { start in Int(strlen(UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))) }
            ?? 0
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        start = bytes.baseAddress
        count = bytes.count
    }

    static var xml: RawText {
        let literal: StaticString = "xml"
        return RawText(UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    var isEmpty: Bool { count == 0 }

    func isSame(as other: RawText) -> Bool {
        guard count == other.count else { return false }
        // Names are kept once, so that the same name nearly always is the same pointer.
        guard start != other.start, let start, let other = other.start else { return true }
        return memcmp(start, other, count) == 0
    }

    func precedes(_ other: RawText) -> Bool {
        guard let start, let otherStart = other.start else { return count < other.count }
        if count > 0, other.count > 0, start[0] != otherStart[0] { return start[0] < otherStart[0] }
        let order = memcmp(start, otherStart, min(count, other.count))
        return order == 0 ? count < other.count : order < 0
    }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: start, count: count))
    }
}
