/// The files of a jurisdiction pack, by their paths in its folder, `/` between folders.
public struct PackFiles: Sendable {
    /// The folder's name, which is the pack's code: in, ew.
    public let code: String
    public var files: [String: [UInt8]]

    public init(code: String, files: [String: [UInt8]]) {
        self.code = code
        self.files = files
    }

    public static let pack = "pack.xml"
    public static let acts = "acts.xml"
    public static let offences = "offences.xml"
    public static let deadlines = "deadlines.xml"
    public static let rules = "rules.sch"
    /// Who must not be made known. A pack may be without it.
    public static let protection = "protection.xml"
    /// What each edition shows. A pack may be without it.
    public static let editions = "editions.xml"
    /// The sound cases that worked examples start from.
    public static let examples = "examples/"
}
