/// A PDF whose every page is one picture: a catalog, pages, pictures, and nothing that could carry more.
struct PicturePDF: ~Copyable {
    private var out: OutputFile
    private var offsets: [Int: Int] = [:]
    private var pages: [Int] = []
    private var next = 3

    init(_ path: String) throws(RedactionError) {
        var file = try OutputFile(path)
        // The comment tells programs that move files that this one is binary.
        try file.append(Array("%PDF-1.5\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
        out = file
    }

    /// - Parameter size: of the page, in points.
    mutating func add(_ picture: Picture, size: PageSize) throws(RedactionError) {
        let bytes = try WholeFile.bytes(of: picture.path)
        let colours = picture.isGray ? 1 : 3
        var entries =
            "/Type /XObject /Subtype /Image /Width \(picture.size.width) /Height \(picture.size.height) "
            + "/ColorSpace \(picture.isGray ? "/DeviceGray" : "/DeviceRGB") /BitsPerComponent 8 "
        let data: [UInt8]
        if picture.format == .jpeg {
            entries += "/Filter /DCTDecode"
            data = bytes
        } else {
            entries +=
                "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors \(colours) "
                + "/BitsPerComponent 8 /Columns \(picture.size.width) >>"
            data = try PNGPicture(bytes).samples
        }
        let image = try object("<< \(entries) /Length \(data.count) >>", stream: data)
        let drawing = Array("q \(size.width.inPDF) 0 0 \(size.height.inPDF) 0 0 cm /Im Do Q".utf8)
        let contents = try object("<< /Length \(drawing.count) >>", stream: drawing)
        pages.append(
            try object(
                "<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 \(size.width.inPDF) \(size.height.inPDF) ] "
                    + "/Resources << /XObject << /Im \(image) 0 R >> >> /Contents \(contents) 0 R >>"
            )
        )
    }

    consuming func finish() throws(RedactionError) {
        try write(1, "<< /Type /Catalog /Pages 2 0 R >>")
        let kids = pages.map { "\($0) 0 R" }.joined(separator: " ")
        try write(2, "<< /Type /Pages /Count \(pages.count) /Kids [ \(kids) ] >>")
        let table = out.count
        var lines = "xref\n0 \(next)\n0000000000 65535 f \n"
        for number in 1..<next { lines += offsets[number]!.tenDigits + " 00000 n \n" }
        lines += "trailer\n<< /Size \(next) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
        try out.append(Array(lines.utf8))
        try out.close()
    }

    private mutating func object(_ text: String, stream: [UInt8]? = nil) throws(RedactionError) -> Int {
        defer { next += 1 }
        try write(next, text, stream)
        return next
    }

    private mutating func write(
        _ number: Int,
        _ text: String,
        _ stream: [UInt8]? = nil
    ) throws(RedactionError) {
        offsets[number] = out.count
        try out.append(Array("\(number) 0 obj\n\(text)\n".utf8))
        if let stream {
            try out.append(Array("stream\n".utf8))
            try out.append(stream)
            try out.append(Array("\nendstream\n".utf8))
        }
        try out.append(Array("endobj\n".utf8))
    }
}

/// The size of a page as a reader sees it, in points.
struct PageSize: Hashable {
    let width: Double
    let height: Double
}

extension Double {
    /// A real number as PDF writes it: no exponent, no more digits than count.
    fileprivate var inPDF: String {
        let thousandths = Int((self * 1000).rounded())
        let (whole, rest) = thousandths.quotientAndRemainder(dividingBy: 1000)
        guard rest != 0 else { return String(whole) }
        return "\(whole).\(String(1000 + rest).dropFirst())"
    }
}

extension Int {
    fileprivate var tenDigits: String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, 10 - digits.count)) + digits
    }
}
