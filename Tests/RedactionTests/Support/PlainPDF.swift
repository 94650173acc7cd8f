/// Writes small PDFs by hand, object by object, so that a test knows every byte of them.
struct PlainPDF {
    /// Objects 1 and up: the catalog is 1, the page tree 2, a font that every page knows as `/F` 3.
    var objects: [[UInt8]] = []
    var catalogEntries = ""
    var trailerEntries = ""
    /// Written after the rest, as a later revision.
    var revision: [(number: Int, body: [UInt8])] = []

    private var pages: [Int] = []

    init(font: String = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>") {
        objects = [[], [], Array(font.utf8)]
    }

    @discardableResult
    mutating func add(_ text: String) -> Int {
        objects.append(Array(text.utf8))
        return objects.count
    }

    @discardableResult
    mutating func add(stream: String, _ entries: String = "") -> Int { add(Self.stream(stream, entries)) }

    /// - Parameter resources: beside the font.
    /// - Returns: the number of its content.
    @discardableResult
    mutating func page(
        _ content: String,
        box: String = "0 0 400 300",
        _ entries: String = "",
        resources: String = ""
    ) -> Int {
        let content = add(stream: content)
        pages.append(
            add(
                "<< /Type /Page /Parent 2 0 R /MediaBox [ \(box) ] /Contents \(content) 0 R "
                    + "/Resources << /Font << /F 3 0 R >> \(resources) >> \(entries) >>"
            )
        )
        return content
    }

    static func stream(_ text: String, _ entries: String = "") -> String {
        "<< /Length \(text.utf8.count) \(entries) >>\nstream\n\(text)\nendstream"
    }

    static func line(_ text: String, x: Int = 100, y: Int = 120, size: Int = 18) -> String {
        "BT /F \(size) Tf \(x) \(y) Td (\(text)) Tj ET\n"
    }

    func bytes() -> [UInt8] {
        var objects = objects
        objects[0] = Array("<< /Type /Catalog /Pages 2 0 R \(catalogEntries) >>".utf8)
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        objects[1] = Array("<< /Type /Pages /Count \(pages.count) /Kids [ \(kids) ] >>".utf8)
        var out = Array("%PDF-1.7\n".utf8)
        func section(_ numbered: [(Int, [UInt8])], previous: Int?) -> Int {
            var table = "xref\n"
            if previous == nil { table += "0 1\n0000000000 65535 f \n" }
            for (number, body) in numbered {
                let digits = String(out.count)
                table +=
                    "\(number) 1\n\(String(repeating: "0", count: 10 - digits.count))\(digits) 00000 n \n"
                out += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
            }
            let start = out.count
            let before = previous.map { "/Prev \($0) " } ?? ""
            out += Array(
                (table
                    + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(before)\(trailerEntries) >>\nstartxref\n\(start)\n%%EOF\n")
                    .utf8
            )
            return start
        }
        let first = section(objects.enumerated().map { ($0.offset + 1, $0.element) }, previous: nil)
        if !revision.isEmpty { _ = section(revision.map { ($0.number, $0.body) }, previous: first) }
        return out
    }
}
