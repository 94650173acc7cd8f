// How each program tells its version: one word after its name, somewhere in the first lines.

extension Workbench {
    func version(of name: RedactionTools.Name) throws(RedactionError) -> ToolVersion {
        let question =
            switch name {
            case .pdfinfo, .pdftoppm, .pdftotext: "-v"
            default: "--version"
            }
        try run(name, [question], output: "version", accepting: { _ in true })
        let said = try WholeFile.head(of: path("version"), bytes: 4096)
        let text = String(decoding: said, as: UTF8.self) + "\n" + lastComplaints()
        remove("version")
        let version = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "-" }).first { word in
            word.first?.isNumber == true && word.contains(".")
        }
        return ToolVersion(name: name.package, version: version.map(String.init) ?? "")
    }
}
