/// Decimal numbers without rounding: digits, perhaps a point and more digits, as a whole number of the last place.
enum FixedPoint {
    /// - Parameters:
    ///   - whole: how many digits may stand before the point, at least one being there.
    ///   - decimals: how many may stand after it; the result counts units of 10 to the minus this.
    /// - Returns: nil for anything but `12` or `12.5`. With 18 digits in all it cannot overflow.
    static func read(_ text: some Collection<UInt8>, whole: Int, decimals: Int) -> Int? {
        let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let integer = parts.first, (1...whole).contains(integer.count) else { return nil }
        let fraction = parts.count == 2 ? Array(parts[1]) : []
        guard parts.count == 1 || (1...decimals).contains(fraction.count) else { return nil }
        var value = 0
        for digit in Array(integer) + fraction {
            guard digit.isDigit else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        for _ in fraction.count..<decimals { value *= 10 }
        return value
    }
}
