internal import Redaction

/// Boxes and pages as they are typed: `2:72,140,200,18`, `400,250,160,100px`, `1:10,5,80,12%`; `2,5-7`.
enum BoxText {
    static func read(_ text: String, isPDF: Bool) throws -> RedactionBox {
        var rest = Substring(text)
        var unit = isPDF ? RedactionBox.Unit.points : .pixels
        for known in RedactionBox.Unit.allCases where rest.hasSuffix(known.rawValue) {
            unit = known
            rest = rest.dropLast(known.rawValue.count)
        }
        let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
        let numbers = (parts.last ?? "").split(separator: ",", omittingEmptySubsequences: false).map {
            Double($0)
        }
        let page = parts.count == 2 ? Int(parts[0]) : parts.count == 1 && !isPDF ? 1 : nil
        guard let page, numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2],
            let height = numbers[3], [x, y, width, height].allSatisfy(\.isFinite)
        else { throw InputError.value(text, "a box such as 2:72,140,200,18 (page:x,y,width,height)") }
        return RedactionBox(page: page, x: x, y: y, width: width, height: height, unit: unit)
    }

    static func pages(_ text: String) throws -> Set<Int> {
        var pages: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
                first > 0,
                first <= last, last <= 100_000
            else { throw InputError.value(text, "pages such as 2,5-7") }
            pages.formUnion(first...last)
        }
        return pages
    }
}
