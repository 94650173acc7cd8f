/// A code, number or mark as somebody else wrote it: `KT/7`, `GDE 512`, a seal's number, an IMEI.
///
/// One line of 1 to 200 characters (UTF-16 units, which is how some validators count) with no space at either end.
/// It belongs to no language.
public struct Code: PlainText, ExpressibleByStringLiteral {
    public static let form = "a code of one line"

    public let text: String

    public init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard (1...200).contains(text.utf16.count), scalars.first != " ", scalars.last != " ",
            scalars.allSatisfy({ $0 != "\t" && $0 != "\n" && $0 != "\r" })
        else { return nil }
        self.text = text
    }
}
