internal import Foundation

/// Every object of a copy, as qpdf lists them. A copy has pages, pictures, and text that is not drawn with its one
/// font; the names of those are known, so whatever has another name does not belong there.
struct PDFParts {
    private let objects: [String: Any]

    init(of name: String, on bench: Workbench) throws(RedactionError) {
        try bench.run(
            .qpdf,
            ["--json=2", "--json-key=qpdf", "--json-stream-data=none", name],
            output: "parts"
        )
        defer { bench.remove("parts") }
        let bytes = try WholeFile.bytes(of: bench.path("parts"))
        guard let whole = (try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any],
            let parts = whole["qpdf"] as? [Any], let objects = parts.last as? [String: Any], !objects.isEmpty
        else { throw .unsound(.foreignPart) }
        self.objects = objects
    }

    func check() throws(RedactionError) {
        for (name, object) in objects {
            guard name == "trailer" || name.hasPrefix("obj:") else { throw .unsound(.foreignPart) }
            try check(object, under: name)
        }
    }

    private func check(_ value: Any, under key: String) throws(RedactionError) {
        switch value {
        case let dictionary as [String: Any]:
            for (key, value) in dictionary {
                guard Self.keys.contains(key) || Self.isResource(key) else { throw .unsound(.foreignPart) }
                try check(value, under: key)
            }
        case let array as [Any]:
            for value in array { try check(value, under: key) }
        case let text as String:
            if key == "/Type" || key == "/Subtype" || key == "/Filter" {
                guard Self.kinds.contains(text) else { throw .unsound(.foreignPart) }
            } else if text.hasPrefix("u:") || text.hasPrefix("b:") {
                guard key == "/ID" || Self.strings.contains(text) else { throw .unsound(.foreignPart) }
            }
        default: break
        }
    }

    /// What resources are called: `/Im` by `PicturePDF`, `/Fx0` by qpdf, `/f-0-0` by Tesseract.
    private static func isResource(_ key: String) -> Bool {
        key == "/Im" || key.hasPrefix("/Fx") && Int(key.dropFirst(3)) != nil || key == "/f-0-0"
    }

    private static let keys: Set<String> = [
        "value", "stream", "dict",
        // Trailer, catalog, page tree, cross-reference and object streams.
        "/ID", "/Root", "/Size", "/Pages", "/Count", "/Kids", "/Parent", "/Type", "/Index", "/W", "/First",
        "/N",
        // Pages and what they draw.
        "/Contents", "/MediaBox", "/Resources", "/XObject", "/Font", "/ProcSet", "/BBox", "/Matrix",
        "/FormType", "/Group",
        "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent",
        "/Filter", "/DecodeParms", "/Predictor", "/Colors", "/Columns", "/Length", "/Length1",
        // The font without glyphs.
        "/BaseFont", "/DescendantFonts", "/Encoding", "/ToUnicode", "/CIDSystemInfo", "/Ordering",
        "/Registry",
        "/Supplement", "/CIDToGIDMap", "/DW", "/FontDescriptor", "/Ascent", "/CapHeight", "/Descent",
        "/Flags",
        "/FontBBox", "/FontFile2", "/FontName", "/ItalicAngle", "/StemV",
    ]

    private static let kinds: Set<String> = [
        "/Catalog", "/Pages", "/Page", "/XObject", "/Image", "/Form", "/Font", "/Type0", "/CIDFontType2",
        "/FontDescriptor", "/ObjStm", "/XRef", "/FlateDecode", "/DCTDecode",
    ]

    private static let strings: Set<String> = ["u:Identity", "u:Adobe"]
}
