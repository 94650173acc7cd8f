/// A time zone by its name in the tz database: `Asia/Kolkata`. Whether there is such a zone is not asked.
public struct TimeZoneName: PlainText, ExpressibleByStringLiteral {
    public static let form = "a time zone, such as Asia/Kolkata"

    public let text: String

    public init?(_ text: String) {
        let steps = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 64, text.utf8.first?.isLetter == true,
            steps.allSatisfy({ step in
                !step.isEmpty
                    && step.allSatisfy { $0.isLetterOrDigit || "_+-".utf8.contains($0) }
            })
        else { return nil }
        self.text = text
    }
}
