/// The names that a reader's handler tells apart, each with a number: elements and attributes are numbered
/// apart, in the order given, from 0. What is not in the table has the number `NameTable.other`.
public struct NameTable: Sendable {
    /// The number of every name that is not in the table.
    public static let other = -1

    var elements: [Name] = []
    var attributes: [Name] = []

    struct Name: Sendable {
        let namespace: [UInt8]
        let local: [UInt8]
    }

    /// - Parameters:
    ///   - elements: local names of elements in the namespace.
    ///   - attributes: names of attributes in no namespace.
    public init(namespace: String = "", elements: [String] = [], attributes: [String] = []) {
        self.elements = elements.map { Name(namespace: Array(namespace.utf8), local: Array($0.utf8)) }
        self.attributes = attributes.map { Name(namespace: [], local: Array($0.utf8)) }
    }

    /// Adds an element of another namespace.
    /// - Returns: its number.
    @discardableResult
    public mutating func addElement(_ local: String, namespace: String) -> Int {
        elements.append(Name(namespace: Array(namespace.utf8), local: Array(local.utf8)))
        return elements.count - 1
    }
}

/// The numbers of names by their address: libxml2 keeps each name of a document once, so that after the first
/// meeting a name is known by its pointer alone.
struct NameNumbers: ~Copyable {
    typealias Pointer = UnsafePointer<UInt8>

    private struct Slot {
        var local: Pointer?
        var namespace: Pointer?
        var number: Int32
    }

    private let names: [NameTable.Name]
    private var slots: [Slot]
    private(set) var count = 0

    init(_ names: [NameTable.Name]) {
        self.names = names
        slots = Array(repeating: Slot(local: nil, namespace: nil, number: 0), count: 64)
    }

    mutating func number(local: Pointer, namespace: Pointer?) -> Int {
        var index = Self.hash(local, namespace) & (slots.count - 1)
        while let known = slots[index].local {
            if known == local, slots[index].namespace == namespace { return Int(slots[index].number) }
            index = (index + 1) & (slots.count - 1)
        }
        let number = names.firstIndex { name in
            matches(local, name.local) && matches(namespace, name.namespace)
        }
        insert(Slot(local: local, namespace: namespace, number: Int32(number ?? NameTable.other)))
        return number ?? NameTable.other
    }

    private mutating func insert(_ slot: Slot) {
        if count * 2 >= slots.count {
            let old = slots
            slots = Array(
                repeating: Slot(local: nil, namespace: nil, number: 0),
                count: old.count * 2
            )
            for slot in old where slot.local != nil { place(slot) }
        }
        place(slot)
        count += 1
    }

    private mutating func place(_ slot: Slot) {
        guard let local = slot.local else { return }
        var index = Self.hash(local, slot.namespace) & (slots.count - 1)
        while slots[index].local != nil { index = (index + 1) & (slots.count - 1) }
        slots[index] = slot
    }

    private static func hash(_ local: Pointer, _ namespace: Pointer?) -> Int {
        let mixed =
            UInt(bitPattern: local) &* 0x9E37_79B9_7F4A_7C15 ^ UInt(bitPattern: namespace)
            &* 0xC2B2_AE3D_27D4_EB4F
        return Int(bitPattern: mixed >> 32)
    }

    private func matches(_ pointer: Pointer?, _ name: [UInt8]) -> Bool {
        guard let pointer else { return name.isEmpty }
        for (offset, byte) in name.enumerated() where pointer[offset] != byte { return false }
        return pointer[name.count] == 0
    }
}
