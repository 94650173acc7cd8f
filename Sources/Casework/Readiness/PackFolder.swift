internal import Law

/// The files of a jurisdiction's pack as they travel in a bundle, so that its receiver can make the readiness report
/// again with programs that are not ours.
///
/// Below `data/rules/` they stand as they do in `templates/jurisdictions/`: the pack's folder by its code, and the
/// compiler of rules beside it. Worked examples and forms stay at home.
struct PackFolder {
    /// By their paths below `data/rules/`; none where the jurisdiction has no pack, or one that cannot be used.
    let files: [(path: String, bytes: [UInt8])]
    /// What keeps the pack from being used.
    let problems: [PackProblem]

    init(of code: String, in office: Office) throws {
        let templates = office.templates
        guard let pack = try templates.packFiles(code), let reading = try office.packReading(code) else {
            (files, problems) = ([], [])
            return
        }
        guard let sound = reading.pack else {
            files = []
            problems = reading.problems.filter { $0.kind != .untranslated }
            return
        }
        problems = []
        files =
            pack.files.filter { Self.travels($0.key) }.map { ("\(code)/\($0.key)", $0.value) } + [
                ("compile-rules.xsl", try templates.bytes(Templates.rulesCompiler)),
                ("rules.xsl", sound.compiledRules.stylesheet),
            ]
    }

    /// The law and the rules; not what lies hidden, such as an editor's copies.
    private static func travels(_ path: String) -> Bool {
        !path.hasPrefix(PackFiles.examples) && !path.hasPrefix("forms/")
            && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }
}
