/// The exhibits of a case in an order in which every parent comes before its parts.
struct CustodyFamilies {
    /// By id.
    let exhibits: [CustodyExhibit]
    private let table: RecordIDTable
    /// Whole exhibits by id, each followed by its parts and their parts.
    private(set) var order: [Int32] = []

    init(_ given: [CustodyExhibit], _ findings: inout CustodyFindings) {
        let isByID = zip(given, given.dropFirst()).allSatisfy { $0.id < $1.id }
        exhibits = isByID ? given : Self.byID(given)
        var table = RecordIDTable(minimumCapacity: exhibits.count)
        for exhibit in exhibits { _ = table.insert(exhibit.id) }
        self.table = table
        order = parentsFirst(&findings)
    }

    func index(of id: RecordID) -> Int? { table.number(of: id) }

    /// An exhibit with all that it is a part of, the whole one first.
    func line(to target: Int) -> [Int] {
        var line = [target]
        // A ring of parents is cut where it closes.
        var seen: Set = [target]
        while let parent = exhibits[line[line.count - 1]].parent.flatMap(index(of:)),
            seen.insert(parent).inserted
        {
            line.append(parent)
        }
        return line.reversed()
    }

    /// Sorted by id; of two with one id, the one given last.
    private static func byID(_ given: [CustodyExhibit]) -> [CustodyExhibit] {
        var last: [RecordID: CustodyExhibit] = [:]
        for exhibit in given { last[exhibit.id] = exhibit }
        return last.values.sorted { $0.id < $1.id }
    }

    private func parentsFirst(_ findings: inout CustodyFindings) -> [Int32] {
        let none = Int32(-1)
        // Each exhibit's first part, and each part's next sibling; filled from behind, so they come by id.
        var firstPart = Array(repeating: none, count: exhibits.count)
        var nextPart = Array(repeating: none, count: exhibits.count)
        var roots: [Int32] = []
        for index in exhibits.indices.reversed() {
            guard let parent = exhibits[index].parent else {
                roots.append(Int32(index))
                continue
            }
            guard let above = self.index(of: parent) else {
                ParentageIsSound.report(exhibits[index], &findings)
                roots.append(Int32(index))
                continue
            }
            nextPart[index] = firstPart[above]
            firstPart[above] = Int32(index)
        }
        var order: [Int32] = []
        order.reserveCapacity(exhibits.count)
        var isPlaced = Array(repeating: false, count: exhibits.count)
        func place(_ root: Int32) {
            var stack = [root]
            while let index = stack.popLast() {
                guard !isPlaced[Int(index)] else { continue }
                isPlaced[Int(index)] = true
                order.append(index)
                var parts: [Int32] = []
                var part = firstPart[Int(index)]
                while part != none {
                    parts.append(part)
                    part = nextPart[Int(part)]
                }
                stack.append(contentsOf: parts.reversed())
            }
        }
        for root in roots.reversed() { place(root) }
        // Whatever no root leads to is in a ring of parents, or hangs on one.
        for index in exhibits.indices where !isPlaced[index] {
            ParentageIsSound.report(exhibits[index], &findings)
            place(Int32(index))
        }
        return order
    }
}
