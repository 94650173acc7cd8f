/// The code of an agency: 2 to 32 capital letters, digits and inner dashes, as in `AHTU-KOL:r.sen`.
public struct AgencyCode: PlainText, ExpressibleByStringLiteral {
    public static let form = "an agency's code, such as AHTU-KOL"

    public let text: String

    public init?(_ text: String) {
        guard Recorder.isCode(text) else { return nil }
        self.text = text
    }
}
