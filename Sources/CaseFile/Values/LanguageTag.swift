/// The language of a text: a BCP 47 tag such as `bn`, `hi` or `en-IN`.
public struct LanguageTag: Hashable, Sendable, RawRepresentable {
    public let rawValue: String

    /// Nil where the text has not the form of a tag; whether the language exists is not asked.
    public init?(rawValue: String) {
        let parts = rawValue.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isLetter: (UInt8) -> Bool = {
            ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
        }
        let isDigit: (UInt8) -> Bool = { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard let language = parts.first, (2...3).contains(language.count),
            language.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }),
            parts.dropFirst().allSatisfy({ part in
                (2...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
            })
        else { return nil }
        self.rawValue = rawValue
    }

    public static let english = LanguageTag(rawValue: "en")!
    public static let hindi = LanguageTag(rawValue: "hi")!
    public static let bengali = LanguageTag(rawValue: "bn")!
}

extension LanguageTag: Codable {}
