internal import CaseFile
internal import Foundation

/// Finds what a record refers to in its canonical form, without reading it as XML: an attribute is written in one way only
/// there, and no text holds a `<`. A text that quotes an attribute `to` with an id is taken for a reference as well.
enum ReferenceScan {
    /// The first that an element of this name refers to.
    static func first(in bytes: [UInt8], of element: String) -> RecordID? {
        var first: RecordID?
        targets(in: bytes, of: element) {
            first = $0
            return false
        }
        return first
    }

    /// - Parameters:
    ///   - element: only of elements of this name; nil: of all.
    ///   - each: whether to go on.
    static func targets(in bytes: [UInt8], of element: String? = nil, _ each: (RecordID) -> Bool) {
        let before = Array(((element.map { "<\($0)" } ?? "") + " to").utf8)
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            var at = 0
            // An equals sign is rarer than any letter.
            while at < buffer.count,
                let found = memchr(base + at, Int32(UInt8(ascii: "=")), buffer.count - at)
            {
                let equals = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
                at = equals + 1
                guard equals >= before.count, equals + 38 < buffer.count,
                    buffer[equals + 1] == UInt8(ascii: "\""),
                    buffer[equals + 38] == UInt8(ascii: "\""),
                    buffer[(equals - before.count)..<equals].elementsEqual(before),
                    let id = RecordID(
                        utf8: UnsafeBufferPointer(rebasing: buffer[(equals + 2)..<(equals + 38)])
                    )
                else { continue }
                guard each(id) else { return }
                at = equals + 39
            }
        }
    }
}
