/// The people, places, seal numbers, digests and units of one register, each under a small number.
///
/// Half a million steps name the same few hundred people and places again and again, and rules only ask
/// whether two are the same: so a step holds numbers, and the words stay here for messages. Two terms of one
/// register are equal exactly when what they stand for is the same, byte for byte; nothing is folded or hashed
/// down, so that no two seal numbers can be made to look alike.
public struct CustodyTerms: Sendable {
    private var records = RecordIDTable()

    /// All texts, one after the other, and where each of them ends.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// An open-addressed table of text numbers plus one; its length is a power of two, at most half full.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    public init() {}

    /// The number of a person, a place or another record.
    public mutating func term(for id: RecordID) -> CustodyTerm {
        CustodyTerm(number: UInt32(records.insert(id) + 1) << 1)
    }

    public mutating func term(for id: RecordID?) -> CustodyTerm {
        if let id { term(for: id) } else { .none }
    }

    /// The number of a seal number, a digest or a unit. An empty text says nothing: it is `.none`.
    public mutating func term(for text: some StringProtocol) -> CustodyTerm {
        var text = String(text)
        return text.withUTF8 { term(utf8: $0) }
    }

    /// The same from raw UTF-8, without making a string.
    public mutating func term(utf8 text: UnsafeBufferPointer<UInt8>) -> CustodyTerm {
        guard !text.isEmpty else { return .none }
        var slot = firstSlot(of: text)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isText(number, equalTo: text) { return CustodyTerm(number: UInt32(number + 1) << 1 | 1) }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(contentsOf: text)
        ends.append(bytes.count)
        slots[slot] = UInt32(ends.count)
        if ends.count * 2 > slots.count { growSlots() }
        return CustodyTerm(number: UInt32(ends.count) << 1 | 1)
    }

    /// The record that a term stands for; nil for `.none` and for a text.
    public func id(of term: CustodyTerm) -> RecordID? {
        term.isStated && term.number & 1 == 0 ? records.ids[Int(term.number >> 1) - 1] : nil
    }

    /// The text that a term stands for; nil for `.none` and for a record.
    public func text(of term: CustodyTerm) -> String? {
        guard term.isStated, term.number & 1 == 1 else { return nil }
        return String(decoding: bytes[range(of: Int(term.number >> 1) - 1)], as: UTF8.self)
    }

    private func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    private func isText(_ number: Int, equalTo text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: number)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            text.indices.allSatisfy { bytes[range.lowerBound + $0] == text[$0] }
        }
    }

    /// Hashed with the process's random seed: a file cannot be written so that all its seal numbers collide.
    private func firstSlot(of text: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(text))
        return hasher.finalize() & (slots.count - 1)
    }

    private mutating func growSlots() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for number in ends.indices {
            var slot = bytes[range(of: number)].withUnsafeBufferPointer { firstSlot(of: $0) }
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}

/// A person, a place, a seal number, a digest or a unit of one register, or nothing.
public struct CustodyTerm: Hashable, Sendable {
    fileprivate(set) var number: UInt32

    /// Nothing is stated.
    public static let none = CustodyTerm(number: 0)

    public var isStated: Bool { number != 0 }

    /// Both say something, and not the same.
    func contradicts(_ other: CustodyTerm) -> Bool { isStated && other.isStated && self != other }

    /// This one where it says something, else the other.
    func or(_ other: CustodyTerm) -> CustodyTerm { isStated ? self : other }
}
