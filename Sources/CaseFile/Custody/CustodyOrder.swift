/// The order of time, where some times are known only to the day.
///
/// Where two steps' times do not tell which came first, they stand as they were entered: by their numbers
/// where all of them have one in the same register, else as they stand in the log.
enum CustodyOrder {
    /// Sorts one exhibit's steps as they were entered.
    static func sortAsEntered(_ steps: inout [CustodyStep]) {
        let numbered = isNumbered(steps)
        func comesFirst(_ a: CustodyStep, _ b: CustodyStep) -> Bool {
            if numbered, a.sequence != b.sequence { return a.sequence < b.sequence }
            return (a.logIndex, a.id) < (b.logIndex, b.id)
        }
        if !zip(steps, steps.dropFirst()).allSatisfy({ comesFirst($0, $1) }) {
            steps.sort(by: comesFirst)
        }
    }

    /// Whether all steps have numbers, and of one register.
    static func isNumbered(_ steps: [CustodyStep]) -> Bool {
        steps.allSatisfy { $0.sequence != 0 && $0.reporter == steps[0].reporter }
    }

    /// Sorts steps that stand as they were entered by time.
    ///
    /// None stands behind one that it is surely before; otherwise whatever was entered first comes first.
    /// It takes n log n, also for a chain that was made to be slow.
    static func sortByTime(_ steps: inout [CustodyStep]) {
        var latestStart = Int64.min
        let isInOrder = steps.allSatisfy { step in
            defer { latestStart = max(latestStart, step.at.earliest) }
            return step.at.latest >= latestStart
        }
        if isInOrder { return }
        let byStart = steps.indices.sorted { (steps[$0].at.earliest, $0) < (steps[$1].at.earliest, $1) }
        if steps.allSatisfy({ $0.at.isInstant }) {
            steps = byStart.map { steps[$0] }
        } else {
            steps = order(steps, byStart).map { steps[$0] }
        }
    }

    /// Takes, again and again, the first entered of the steps that nothing left is surely before.
    private static func order(_ steps: [CustodyStep], _ byStart: [Int]) -> [Int] {
        let byEnd = steps.indices.sorted { (steps[$0].at.latest, $0) < (steps[$1].at.latest, $1) }
        var isPlaced = Array(repeating: false, count: steps.count)
        var order: [Int] = []
        var open = SmallestFirst()
        var (nextStart, nextEnd) = (0, 0)
        while order.count < steps.count {
            while isPlaced[byEnd[nextEnd]] { nextEnd += 1 }
            // A step is surely before another when it ends before that one starts.
            let firstEnd = steps[byEnd[nextEnd]].at.latest
            while nextStart < byStart.count, steps[byStart[nextStart]].at.earliest <= firstEnd {
                open.insert(byStart[nextStart])
                nextStart += 1
            }
            let next = open.removeFirst()
            isPlaced[next] = true
            order.append(next)
        }
        return order
    }
}

/// A binary heap of numbers.
private struct SmallestFirst {
    private var numbers: [Int] = []

    mutating func insert(_ number: Int) {
        numbers.append(number)
        var child = numbers.count - 1
        while child > 0, numbers[child] < numbers[(child - 1) / 2] {
            numbers.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() -> Int {
        numbers.swapAt(0, numbers.count - 1)
        let first = numbers.removeLast()
        var parent = 0
        while true {
            var child = 2 * parent + 1
            if child + 1 < numbers.count, numbers[child + 1] < numbers[child] { child += 1 }
            guard child < numbers.count, numbers[child] < numbers[parent] else { return first }
            numbers.swapAt(child, parent)
            parent = child
        }
    }
}
