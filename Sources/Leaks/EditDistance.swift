/// How many letters are wrong, missing, added, or swapped with their neighbour.
enum EditDistance {
    /// The distance (optimal string alignment) of two words, or nil if it is more than `limit`.
    static func between(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>, limit: Int) -> Int? {
        let one = Array(one)
        let other = Array(other)
        guard abs(one.count - other.count) <= limit else { return nil }
        var before: [Int] = []
        var last = Array(0...other.count)
        for row in 0..<one.count {
            var current = [row + 1]
            for column in 0..<other.count {
                let same = one[row] == other[column]
                var least = min(last[column + 1] + 1, current[column] + 1, last[column] + (same ? 0 : 1))
                if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
                    least = min(least, before[column - 1] + 1)
                }
                current.append(least)
            }
            before = last
            last = current
        }
        return last[other.count] <= limit ? last[other.count] : nil
    }

    /// How many mistakes a word of so many letters may have and still be recognised.
    static func allowed(letters: Int) -> Int { letters >= 10 ? 2 : letters >= 6 ? 1 : 0 }
}
