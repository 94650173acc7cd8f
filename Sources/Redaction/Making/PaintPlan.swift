/// The rectangles and pages that somebody gave, weighed against the pages that there are.
struct PaintPlan {
    private let request: RedactionRequest
    private let points: [PageSize]?

    /// - Parameters:
    ///   - pages: the size of each in pixels.
    ///   - points: the size of each in points, for a PDF.
    init(
        _ request: RedactionRequest,
        pages: [(width: Int, height: Int)],
        points: [PageSize]?,
        limit: Int
    ) throws(RedactionError) {
        for (index, size) in pages.enumerated() {
            let (area, overflow) = size.width.multipliedReportingOverflow(by: size.height)
            guard !overflow, area <= limit else {
                throw .tooLarge(page: index + 1, width: size.width, height: size.height, limit: limit)
            }
        }
        for page in request.boxes.map(\.page) + request.wholePages.sorted() {
            guard (1...pages.count).contains(page) else { throw .noSuchPage(page, pages: pages.count) }
        }
        self.request = request
        self.points = points
        for box in request.boxes {
            if box.unit == .points, points == nil { throw .pointsOfPicture }
            guard area(of: box, in: pages[box.page - 1]) != nil else { throw .boxOutside(page: box.page) }
        }
    }

    func areas(
        of page: Int,
        in size: (width: Int, height: Int)
    ) throws(RedactionError) -> [RedactedCopy.Painted] {
        var painted: [RedactedCopy.Painted] = []
        if request.wholePages.contains(page) {
            let whole = PixelArea(x: 0, y: 0, width: size.width, height: size.height)
            painted.append(.init(page: page, cause: .page, area: whole))
        }
        for box in request.boxes where box.page == page {
            guard let area = area(of: box, in: size) else { throw .boxOutside(page: page) }
            painted.append(.init(page: page, cause: .box, area: area))
        }
        return painted
    }

    private func area(of box: RedactionBox, in size: (width: Int, height: Int)) -> PixelArea? {
        let scale: (x: Double, y: Double)
        switch box.unit {
        case .pixels: scale = (1, 1)
        case .percent: scale = (Double(size.width) / 100, Double(size.height) / 100)
        case .points:
            let page = points![box.page - 1]
            scale = (Double(size.width) / page.width, Double(size.height) / page.height)
        }
        return PixelArea(
            x: box.x * scale.x,
            y: box.y * scale.y,
            width: box.width * scale.x,
            height: box.height * scale.y,
            in: size
        )
    }
}
