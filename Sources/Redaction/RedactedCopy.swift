/// A copy that was made and found sound.
public struct RedactedCopy: Sendable {
    /// Where it is, in the private folder.
    public let path: String
    public let format: CopyFormat
    public let pages: Int
    public let painted: [Painted]
    /// Whether text lies under its pages.
    public let isSearchable: Bool
    /// The programs that made it, with their versions, in the order of their names.
    public let tools: [ToolVersion]
    /// Each page as it is in the copy, PNG or JPEG, in the private folder.
    public let pictures: [String]

    /// A rectangle that was painted over.
    public struct Painted: Hashable, Sendable {
        public let page: Int
        public let cause: RedactionCause
        /// In pixels of the page.
        public let area: PixelArea
    }
}

/// What a copy is written as.
public enum CopyFormat: String, CaseIterable, Sendable {
    case pdf
    case png
    case jpeg

    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    /// Of a file's name, without the dot.
    public var suffix: String { self == .jpeg ? "jpg" : rawValue }
}

/// A program and its version.
public struct ToolVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let name: String
    /// Empty where it does not say it.
    public let version: String

    public var description: String { version.isEmpty ? name : "\(name) \(version)" }

    public static func < (a: Self, b: Self) -> Bool { a.description < b.description }
}
