/// How much of an exhibit there is: 2.5 kg, 14 pieces; or nothing stated.
///
/// Amounts are whole millionths, so that sums over children are exact.
public struct CustodyQuantity: Hashable, Sendable {
    /// In millionths of the unit.
    public let millionths: Int64
    /// The unit as it is written, such as `g`; `.none` where things are counted without one.
    public let unit: CustodyTerm

    public init(millionths: Int64, unit: CustodyTerm) {
        (self.millionths, self.unit) = (millionths, unit)
    }

    /// Nothing is stated.
    public static let none = CustodyQuantity(millionths: .min, unit: .none)

    public var isStated: Bool { millionths != .min }

    /// Reads a decimal number of at most six decimals, such as `2.5`; nil where it is none, or too large.
    public static func millionths(_ text: some StringProtocol) -> Int64? {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        let fraction = parts.count == 2 ? parts[1] : text.utf8.suffix(0)
        guard !parts[0].isEmpty, parts.count == 1 || !fraction.isEmpty, fraction.count <= 6 else {
            return nil
        }
        var value: Int64 = 0
        let zeros = repeatElement(UInt8(ascii: "0"), count: 6 - fraction.count)
        for digit in [Array(parts[0]), Array(fraction), Array(zeros)].joined() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tenfold, over) = value.multipliedReportingOverflow(by: 10)
            let (next, overToo) = tenfold.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            guard !over, !overToo else { return nil }
            value = next
        }
        return value
    }

    /// What stays when this much is taken away; nothing stated where that cannot be told.
    func less(_ taken: CustodyQuantity) -> CustodyQuantity {
        guard isStated, taken.isStated, unit == taken.unit, taken.millionths <= millionths else {
            return .none
        }
        return CustodyQuantity(millionths: millionths - taken.millionths, unit: unit)
    }

    /// Both together; nothing stated where one is not, or the units differ.
    func plus(_ other: CustodyQuantity) -> CustodyQuantity {
        guard isStated, other.isStated, unit == other.unit else { return .none }
        let (sum, over) = millionths.addingReportingOverflow(other.millionths)
        return over ? .none : CustodyQuantity(millionths: sum, unit: unit)
    }

    /// The number as people write it: `2.5`.
    var amount: String {
        let (whole, fraction) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
        guard fraction != 0 else { return String(whole) }
        let digits = String(fraction)
        var text = String(repeating: "0", count: 6 - digits.count) + digits
        while text.hasSuffix("0") { text.removeLast() }
        return "\(whole).\(text)"
    }
}
