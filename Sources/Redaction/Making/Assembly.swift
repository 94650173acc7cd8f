/// Puts the pages of a copy together and writes them once more with qpdf, which leaves out whatever nothing refers to.
struct Assembly {
    let bench: Workbench

    func write(_ pages: [MadePage], sizes: [PageSize], to name: String) throws(RedactionError) {
        var pdf = try PicturePDF(bench.path("pictures.pdf"))
        for (page, size) in zip(pages, sizes) { try pdf.add(page.picture, size: size) }
        try pdf.finish()
        defer { bench.remove("pictures.pdf") }

        let layers = pages.compactMap(\.textLayer)
        var arguments = ["pictures.pdf"]
        if !layers.isEmpty {
            // The names go through a file: there may be more than a command line holds.
            let list = ["--empty", "--pages"] + layers + ["--", "text.pdf"]
            try WholeFile.write(Array(list.joined(separator: "\n").utf8), to: bench.path("list"))
            try bench.run(.qpdf, ["@list"])
            bench.remove("list")
            arguments += ["--underlay", "text.pdf", "--"]
        }
        defer { bench.remove("text.pdf") }
        // An identifier that follows from the content: it tells no time.
        arguments += [
            "--deterministic-id", "--object-streams=generate", "--remove-unreferenced-resources=yes", name,
        ]
        try bench.run(.qpdf, arguments)
    }
}
