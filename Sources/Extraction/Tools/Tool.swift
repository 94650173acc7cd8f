/// The programs that read what this module does not read itself.
public enum Tool: String, CaseIterable, Sendable, Comparable {
    case antiword, bsdcat, bsdtar, catppt, exiftool, pdffonts, pdfimages, pdftoppm, pdftotext, prlimit,
        python3, qpdf
    case sqlite3, tesseract, unshare, xls2csv

    /// The Debian package that brings it.
    public var package: String {
        switch self {
        case .antiword: "antiword"
        case .bsdcat, .bsdtar: "libarchive-tools"
        case .catppt, .xls2csv: "catdoc"
        case .exiftool: "libimage-exiftool-perl"
        case .pdffonts, .pdfimages, .pdftoppm, .pdftotext: "poppler-utils"
        case .prlimit, .unshare: "util-linux"
        case .python3: "python3"
        case .qpdf: "qpdf"
        case .sqlite3: "sqlite3"
        case .tesseract: "tesseract-ocr"
        }
    }

    /// What makes it say its version.
    var versionArguments: [String] {
        switch self {
        case .antiword: []
        case .catppt, .xls2csv: ["-V"]
        case .exiftool: ["-ver"]
        case .pdffonts, .pdfimages, .pdftoppm, .pdftotext: ["-v"]
        default: ["--version"]
        }
    }

    public static func < (a: Tool, b: Tool) -> Bool { a.rawValue < b.rawValue }
}
