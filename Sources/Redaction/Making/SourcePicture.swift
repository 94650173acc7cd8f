/// The picture that a copy is made of, as libvips reads it.
struct SourcePicture {
    private let bench: Workbench
    /// Of each of its pictures, in pixels, upright.
    let sizes: [(width: Int, height: Int)]

    init(_ format: SourceFormat, on bench: Workbench) throws(RedactionError) {
        self.bench = bench
        let frames = try bench.field("n-pages", of: "source", isOptional: true) ?? 1
        var count = 1
        switch format {
        case .tiff: count = frames
        // A HEIF file has one picture that it is about; what else is in it stays behind.
        case .heif: break
        default: guard frames == 1 else { throw .animated(frames: frames) }
        }
        guard count <= bench.limits.pages else { throw .tooManyPages(count, limit: bench.limits.pages) }
        var sizes: [(width: Int, height: Int)] = []
        for page in 1...max(count, 1) {
            let name = count == 1 ? "source" : "source[page=\(page - 1)]"
            guard let width = try bench.field("width", of: name),
                let height = try bench.field("height", of: name)
            else { throw .damaged }
            // The camera lay on its side: 5 to 8 (Exif 2.3, 4.6.4 A, Orientation).
            let isTurned = (5...8).contains(try bench.field("orientation", of: name, isOptional: true) ?? 1)
            sizes.append(isTurned ? (height, width) : (width, height))
        }
        self.sizes = sizes
    }

    /// The pixels, upright, in sRGB, on white where the picture is transparent.
    func decode(_ page: Int) throws(RedactionError) -> Raster {
        try bench.decode(sizes.count == 1 ? "source" : "source[page=\(page - 1)]", to: "page")
    }
}

extension Workbench {
    /// A number of a picture's header.
    func field(_ field: String, of name: String, isOptional: Bool = false) throws(RedactionError) -> Int? {
        guard let text = try fieldText(field, of: name) else {
            if isOptional { return nil }
            throw .damaged
        }
        return Int(text.split(whereSeparator: \.isNewline).first ?? "")
    }

    private func fieldText(_ field: String, of name: String) throws(RedactionError) -> String? {
        let status = try run(
            .vipsheader,
            ["-f", field, name],
            output: "field",
            accepting: { $0 == 0 || $0 == 1 }
        )
        defer { remove("field") }
        return status == 0 ? String(decoding: try WholeFile.bytes(of: path("field")), as: UTF8.self) : nil
    }

    func decode(_ name: String, to target: String) throws(RedactionError) -> Raster {
        // A thumbnail that is never made smaller: it turns the picture upright. What libvips cannot read to its end is
        // refused, not filled up with grey.
        var arguments = [
            "thumbnail", name, target + ".ppm[background=255]", "1000000", "--height", "1000000", "--size",
            "down",
            "--fail-on", "error",
        ]
        // The colours of a picture that has a profile are those that it means; without one they stay as they are.
        if try fieldText("icc-profile-data", of: name) != nil { arguments += ["--export-profile", "srgb"] }
        let status = try run(.vips, arguments, accepting: { $0 == 0 || $0 == 1 })
        guard status == 0 else { throw .damaged }
        return try Raster(path(target + ".ppm"))
    }
}
