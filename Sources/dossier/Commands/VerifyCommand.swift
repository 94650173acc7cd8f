internal import ArgumentParser
internal import Bundles
internal import Casework
internal import Foundation

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify a bundle: its signatures, its files, its log, its chains of custody.",
        discussion: """
            It needs no office and no network. Without --trust the signature shows that the bundle is whole, and \
            not who made it. Exit status 0: it verifies. 1: something was found that speaks against the bundle, or \
            breaks a chain of custody.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The bundle.", completion: .file(extensions: ["asice"]))
    var bundle: String

    @Option(
        help: ArgumentHelp("Certificates to trust (PEM).", valueName: "file"),
        completion: .file(extensions: ["pem"])
    )
    var trust: String?

    @Flag(help: "Show the notes too.")
    var notes = false

    func run() async throws {
        let terminal = options.terminal
        let bar = ProgressBar("verifying", on: terminal)
        let report = try await BundleVerification.verify(
            bundle,
            trustPEM: try trust.map(Input.text),
            templates: options.templates(),
            now: options.surroundings.moment(),
            work: FileManager.default.temporaryDirectory.path
        ) { bar.update($0, of: $1) }
        bar.finish()
        try terminal.json(Result(report))
        VerifyReport(report, terminal: terminal, showsNotes: notes).print()
        if report.findings.contains(where: { $0.severity >= .warning }) { throw ExitStatus.findings.code }
    }

    private struct Result: Encodable {
        let verified: Bool
        let `case`: String?
        let agency: String?
        let edition: String?
        let number: String?
        let logSize: Int?
        let root: String?
        let signers: [VerifiedBundle.Signer]
        let summary: VerificationReport.Summary
        let findings: [VerificationFinding]
        let findingsLeftOut: Int

        init(_ report: VerificationReport) {
            let bundle = report.verified
            verified = bundle != nil
            `case` = bundle?.caseNumber
            agency = bundle?.agencyCode
            edition = bundle?.edition
            number = bundle?.number
            logSize = bundle?.size
            root = bundle?.root
            signers = bundle?.signers ?? []
            summary = report.summary
            findings = report.findings
            findingsLeftOut = report.findingsLeftOut
        }
    }
}

/// The report of a verification, for people.
struct VerifyReport {
    private let report: VerificationReport
    private let terminal: Terminal
    private let showsNotes: Bool

    init(_ report: VerificationReport, terminal: Terminal, showsNotes: Bool) {
        self.report = report
        self.terminal = terminal
        self.showsNotes = showsNotes
    }

    func print() {
        for finding in report.findings where showsNotes || finding.severity > .note { print(finding) }
        let notes = report.findings.count { $0.severity == .note }
        if report.findingsLeftOut > 0 { terminal.print("… and \(report.findingsLeftOut) more findings") }
        if let bundle = report.verified {
            terminal.print(
                terminal.styled("verified", .good)
                    + "  \(bundle.caseNumber), edition \(bundle.edition) \(bundle.number), by \(bundle.agencyCode) on \(bundle.createdAt)"
            )
            for signer in bundle.signers {
                terminal.print("signed    \(signer.subject), \(signer.signedAt) (the signer's own clock)")
                terminal.print("          certificate \(signer.fingerprint)")
                terminal.print(
                    signer.trustedBy.map { "          trusted by \($0)" }
                        ?? terminal.styled(
                            "          not known to be trusted: give the signer's authority with --trust",
                            .warning
                        )
                )
            }
            terminal.print("log       \(counted(bundle.size, "record")), root \(bundle.root)")
        } else {
            terminal.print(terminal.styled("does not verify", .bad))
        }
        let summary = report.summary
        terminal.print(
            "holds     \(counted(summary.exhibits, "exhibit")), \(counted(summary.custodyEvents, "custody event")), "
                + counted(summary.originals, "original")
                + (summary.apart > 0 ? " (\(summary.apart) of them travel apart)" : "")
                + (summary.withheld > 0 ? ", \(counted(summary.withheld, "record")) withheld" : "")
        )
        if notes > 0, !showsNotes {
            terminal.note("\(counted(notes, "note")); see \(notes == 1 ? "it" : "them") with --notes")
        }
    }

    private func print(_ finding: VerificationFinding) {
        let style: Terminal.Style =
            switch finding.severity {
            case .failure: .bad
            case .warning: .warning
            case .note: .faint
            }
        var line = "\(terminal.styled(finding.severity.rawValue, style))  \(finding.code)  \(finding.place)"
        if let expected = finding.expected { line += "  expected \(expected)" }
        if let found = finding.found { line += "  found \(found)" }
        terminal.print(line)
    }
}
