internal import ArgumentParser
internal import Bundles
internal import CaseFile
internal import Casework
internal import Foundation

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Make the sample case from nothing, export it, verify it.",
        discussion: """
            It makes an office and its case in an empty folder (--home, default .demo here), takes in the sample's \
            evidence, and writes the signed bundle. Look around afterwards with 'dossier --home .demo case list'.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Option(
        help: ArgumentHelp("The folder that the bundle goes into.", valueName: "dir"),
        completion: .directory
    )
    var to = "exports"

    func run() async throws {
        let terminal = options.terminal
        let home = Home(path: options.home ?? ".demo")
        let templates = try options.templates()
        let exports = URL(fileURLWithPath: to).standardizedFileURL.path
        let sample = try SampleCase(folder: templates.path + "/" + Templates.sample, templates: templates)
        guard !FileManager.default.fileExists(atPath: home.office) else {
            throw CaseworkError.officeExists(home: home.path)
        }
        try makeRoom(for: sample, in: exports)

        let bar = ProgressBar("recording the sample case", on: terminal)
        let made = try sample.carryOut(
            in: home,
            exports: exports,
            surroundings: options.surroundings,
            generator: Version.generator
        ) { bar.update($0, of: $1, bytes: false) }
        bar.finish()

        let trust = try Input.text(of: made.office.home.trustAnchor)
        let report = try await BundleVerification.verify(
            made.bundle.path,
            trustPEM: trust,
            templates: templates,
            now: options.surroundings.moment(),
            work: made.office.home.work
        )
        let summary = try made.openCase.summary()
        try terminal.json(
            Result(
                home: home.path,
                bundle: made.bundle.path,
                trust: made.office.home.trustAnchor,
                verified: report.verified != nil
            )
        )
        terminal.print(terminal.styled("\(summary.label)  \(summary.title)", .strong))
        terminal.print(summary.counts.map { "\($0.count) \($0.kind.commandName)" }.joined(separator: ", "))
        terminal.print()
        VerifyReport(report, terminal: terminal, showsNotes: true).print()
        terminal.print()
        try readiness(of: made.openCase, asOf: sample.plan.lastRecording, on: terminal)
        editions(made, on: terminal)
        tell(made, asOf: sample.plan.lastRecording, on: terminal)
        guard report.verified != nil else { throw ExitStatus.findings.code }
    }

    /// What the file still lacks on the day on which the sample's story ends.
    private func readiness(of openCase: OpenCase, asOf: Moment?, on terminal: Terminal) throws {
        terminal.print(terminal.styled("is it ready?", .strong))
        ReadinessPages(try openCase.check(asOf: asOf), terminal: terminal, isShort: true).print()
        terminal.print()
    }

    /// An earlier demo's bundle gives way; nothing else does.
    private func makeRoom(for sample: SampleCase, in exports: String) throws {
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: exports)) ?? []
        where name.hasPrefix(sample.plan.code) && name.hasSuffix("-1.asice") {
            try files.removeItem(atPath: exports + "/" + name)
        }
    }

    /// What each reader gets, and what the law keeps from them.
    private func editions(_ made: SampleCase.Result, on terminal: Terminal) {
        terminal.print(terminal.styled("who gets what", .strong))
        terminal.table(
            ([made.bundle] + made.editions).map { edition in
                [
                    (edition.path as NSString).lastPathComponent, counted(edition.records, "record"),
                    "\(edition.withheld) withheld", counted(edition.originals, "original"),
                ]
            }
        )
        terminal.print()
    }

    private func tell(_ made: SampleCase.Result, asOf: Moment?, on terminal: Terminal) {
        let bundle = made.bundle.path
        let home = made.office.home.path
        let trust = made.office.home.trustAnchor
        terminal.print(terminal.styled("look at it", .strong))
        terminal.print("  dossier --home \(home) case show \(made.number)")
        terminal.print("  dossier --home \(home) custody \(made.number) KT-1")
        let name = made.number
        let day = asOf.map { " --as-of \($0.text.prefix(10))" } ?? ""
        terminal.print("  dossier --home \(home) check \(name)\(day)")
        terminal.print("  dossier --home \(home) proof \(name) --accused A3")
        terminal.print("  dossier --home \(home) deadlines \(name)\(day)")
        terminal.print("  dossier --home \(home) chronology \(name)")
        terminal.print("  unzip -d bundle \(bundle) && open bundle/data/index.html")
        if let other = made.editions.first {
            terminal.print("  dossier compare \(bundle) \(other.path)")
        }
        terminal.print()
        terminal.print(terminal.styled("verify it", .strong))
        terminal.print("  dossier verify \(bundle) --trust \(trust)")
        terminal.print("without Dossier, in the unpacked folder:")
        terminal.print(
            "  xmlsec1 --verify --trusted-pem \(trust) --enabled-reference-uris empty,same-doc,local,remote \\"
        )
        terminal.print(
            "      --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties META-INF/signatures001.xml"
        )
        terminal.print("  bagit.py --validate .")
        terminal.print("  xmllint --nonet --noout --schema data/schema/casefile.xsd data/casefile.xml")
    }

    private struct Result: Encodable {
        let home: String
        let bundle: String
        let trust: String
        let verified: Bool
    }
}
