/// A rectangle of whole pixels, from the top left corner of a page.
public struct PixelArea: Hashable, Sendable {
    public let x: Int
    public let y: Int
    public let width: Int
    public let height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The pixels that a rectangle touches, cut off at the page's edges; nil where none is left.
    init?(x: Double, y: Double, width: Double, height: Double, in page: (width: Int, height: Int)) {
        guard x.isFinite, y.isFinite, width.isFinite, height.isFinite, width > 0, height > 0 else {
            return nil
        }
        let (w, h) = (Double(page.width), Double(page.height))
        let left = max(0, min(x.rounded(.down), w))
        let top = max(0, min(y.rounded(.down), h))
        let right = max(0, min((x + width).rounded(.up), w))
        let bottom = max(0, min((y + height).rounded(.up), h))
        guard right > left, bottom > top else { return nil }
        self.init(x: Int(left), y: Int(top), width: Int(right - left), height: Int(bottom - top))
    }

    /// Whether the middle of a word, placed in pixels, is in it.
    func holds(_ word: PlacedWord) -> Bool {
        let (x, y) = (word.x + word.width / 2, word.y + word.height / 2)
        return x >= Double(self.x) && x < Double(self.x + width) && y >= Double(self.y)
            && y < Double(self.y + height)
    }

    /// The same place on a page of another size, a few pixels narrower so that blended edges stay out.
    func scaled(from: (width: Int, height: Int), to: (width: Int, height: Int), inset: Int) -> PixelArea? {
        let (sx, sy) = (Double(to.width) / Double(from.width), Double(to.height) / Double(from.height))
        // At the page's edge there is nothing to blend with.
        let left = x == 0 ? 0 : Int((Double(x) * sx).rounded(.up)) + inset
        let top = y == 0 ? 0 : Int((Double(y) * sy).rounded(.up)) + inset
        let right = x + width == from.width ? to.width : Int((Double(x + width) * sx).rounded(.down)) - inset
        let bottom =
            y + height == from.height ? to.height : Int((Double(y + height) * sy).rounded(.down)) - inset
        guard right > left, bottom > top else { return nil }
        return PixelArea(x: left, y: top, width: right - left, height: bottom - top)
    }
}
