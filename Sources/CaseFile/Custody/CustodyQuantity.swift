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

    /// This one where it says something, else the other.
    func or(_ other: CustodyQuantity) -> CustodyQuantity { isStated ? self : other }

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

    /// The number as people write it: `2.5`; of a quantity that is stated.
    var amount: String {
        let (whole, fraction) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
        guard fraction != 0 else { return String(whole) }
        let digits = String(fraction)
        var text = String(repeating: "0", count: 6 - digits.count) + digits
        while text.hasSuffix("0") { text.removeLast() }
        return "\(whole).\(text)"
    }
}

extension CustodyTerms {
    /// A quantity as people write it: `2.5 kg`; nil where none is stated.
    func description(of quantity: CustodyQuantity) -> String? {
        guard quantity.isStated else { return nil }
        return text(of: quantity.unit).map { "\(quantity.amount) \($0)" } ?? quantity.amount
    }
}
