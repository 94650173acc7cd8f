/// What is to be taken out of a PDF or picture.
public struct RedactionRequest: Sendable {
    public var boxes: [RedactionBox] = []
    /// Pages of which nothing is to be seen, counted from 1.
    public var wholePages: Set<Int> = []
    /// Where the protected terms are in a piece of UTF-8 text, as ranges of its bytes; nil: no term is looked for.
    ///
    /// With it, all that it finds in the text of the pages and in what is read in their pixels is painted over, and
    /// the copy is kept only if it finds nothing there.
    public var terms: (@Sendable ([UInt8]) -> [Range<Int>])?
    /// At which the pages of a PDF are made, in pixels to the inch.
    public var resolution = 300
    /// Whether what can be read in the painted pages of a PDF is laid under them, so that they can be searched. It
    /// needs Tesseract; without it the copy has no text.
    public var isSearchable = true
    /// In which languages pixels are read (Tesseract's codes); those that are not installed are left out.
    public var languages = ["eng", "hin", "ben"]

    public init() {}
}

/// What is refused as too large, and how long a program may take.
public struct RedactionLimits: Hashable, Sendable {
    public var pages = 5000
    /// Of one page or picture.
    public var pixels = 200_000_000
    /// For one page, of each program.
    public var seconds = 300
    /// Of memory, for each program.
    public var memory = 4 << 30
    /// Of one file that a program writes.
    public var fileSize = 8 << 30

    public init() {}
}
