/// The place of each record in a list, by its id.
///
/// It is a dictionary that is a good deal smaller and faster than Swift's for this one purpose: an open-addressed
/// table of numbers, at most half full. It hashes with a key of its own, drawn anew for each table, so that a
/// file cannot be written whose ids all collide.
package struct RecordIDTable: Sendable {
    package private(set) var ids: [RecordID] = []
    /// A number plus one, or 0; the length is a power of two.
    private var slots: [UInt32]
    private let key: (UInt64, UInt64)

    package init(minimumCapacity: Int = 0) {
        var random = SystemRandomNumberGenerator()
        key = (random.next(), random.next())
        var count = 64
        while count < minimumCapacity * 2 { count *= 2 }
        slots = Array(repeating: 0, count: count)
        ids.reserveCapacity(minimumCapacity)
    }

    /// The number of an id that is in the table.
    package func number(of id: RecordID) -> Int? {
        let number = slots[slot(of: id)]
        return number == 0 ? nil : Int(number) - 1
    }

    /// The number of an id, which gets the next one if it has none yet.
    package mutating func insert(_ id: RecordID) -> Int {
        let slot = slot(of: id)
        if slots[slot] != 0 { return Int(slots[slot]) - 1 }
        ids.append(id)
        slots[slot] = UInt32(ids.count)
        if ids.count * 2 > slots.count { grow() }
        return ids.count - 1
    }

    /// The slot that holds the id, or the free one where it would go.
    private func slot(of id: RecordID) -> Int {
        let (high, low) = (id.high ^ key.0).multipliedFullWidth(by: id.low ^ key.1)
        var slot = Int(truncatingIfNeeded: high ^ low) & (slots.count - 1)
        while slots[slot] != 0, ids[Int(slots[slot]) - 1] != id { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, id) in ids.enumerated() { slots[slot(of: id)] = UInt32(number + 1) }
    }
}
