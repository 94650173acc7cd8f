/// A rectangle whose content is taken out of a page or picture.
///
/// It is measured from the top left corner of the page as a reader sees it: turned as `/Rotate` or the camera's
/// orientation says, and cropped to the crop box.
public struct RedactionBox: Hashable, Sendable {
    /// Counted from 1. A picture has one page; the pictures of a TIFF are pages.
    public var page: Int
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double
    public var unit: Unit

    public init(page: Int, x: Double, y: Double, width: Double, height: Double, unit: Unit) {
        self.page = page
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.unit = unit
    }

    public enum Unit: String, CaseIterable, Hashable, Sendable {
        /// 1/72 of an inch; of a PDF only. A page's `UserUnit` is left out of account.
        case points = "pt"
        /// Of a picture its own; of a PDF those of the resolution at which its pages are made.
        case pixels = "px"
        /// Hundredths of the page's width and height.
        case percent = "%"
    }
}

/// Why a part of a page was painted over.
public enum RedactionCause: String, Hashable, Sendable {
    /// Somebody gave the rectangle.
    case box
    /// Somebody named the page.
    case page
    /// A protected term is in the page's text there.
    case text
    /// A protected term was read in the pixels there.
    case pixels
}
