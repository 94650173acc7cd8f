internal import ArgumentParser
internal import Bundles
internal import CaseFile
internal import Casework
internal import Foundation

struct CompareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two bundles of one case record by record: what one shows that the other does not.",
        discussion: """
            The bundles may be two editions, or one edition at two dates. Both are verified first. A record that one withholds \
            is named with the law by which it does; a later bundle is shown to continue the log of the earlier one, or not to.

            It needs no office. Exit status 0: they show the same. 1: they differ, or one does not verify.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The first bundle.", completion: .file(extensions: ["asice"]))
    var first: String

    @Argument(help: "The second bundle.", completion: .file(extensions: ["asice"]))
    var second: String

    @Option(
        help: ArgumentHelp("Certificates to trust (PEM).", valueName: "file"),
        completion: .file(extensions: ["pem"])
    )
    var trust: String?

    func run() async throws {
        let terminal = options.terminal
        for bundle in [first, second] {
            let report = try await BundleVerification.verify(
                bundle,
                trustPEM: try trust.map(Input.text),
                templates: options.templates(),
                now: options.surroundings.moment(),
                work: FileManager.default.temporaryDirectory.path
            )
            guard report.verified != nil else {
                VerifyReport(report, terminal: terminal, showsNotes: false).print()
                terminal.note("\(bundle) does not verify: nothing is compared with it")
                throw ExitStatus.findings.code
            }
        }
        let comparison = try BundleVerification.compare(
            first,
            second,
            work: FileManager.default.temporaryDirectory.path
        )
        try terminal.json(ComparisonResult(comparison))
        print(comparison, on: terminal)
        if comparison.relation != .sameState || !comparison.differences.isEmpty {
            throw ExitStatus.findings.code
        }
    }

    private func print(_ comparison: BundleComparison, on terminal: Terminal) {
        for (name, side) in [("first", comparison.first), ("second", comparison.second)] {
            terminal.print(
                "\(name.padding(toLength: 8, withPad: " ", startingAt: 0))\(side.edition) \(side.number) of "
                    + "\(side.createdAt): \(counted(side.shown, "record")) shown, \(side.withheld) withheld"
            )
        }
        switch comparison.relation {
        case .sameState: terminal.print("log     the same state of the same log")
        case .secondContinues(let leaves):
            terminal.print("log     the second continues the first by \(counted(leaves, "record"))")
        case .firstContinues(let leaves):
            terminal.print("log     the first continues the second by \(counted(leaves, "record"))")
        case .forked(let leaf):
            terminal.print(
                terminal.styled("log     they part at record \(leaf): one history was rewritten", .bad)
            )
        case .otherCase:
            return terminal.print(terminal.styled("log     they are of two different cases", .bad))
        }
        terminal.table(
            comparison.differences.map { difference in
                [
                    difference.kind.rawValue, difference.label ?? difference.record.description,
                    words(difference.what),
                ]
            },
            header: ["kind", "record", "difference"]
        )
        terminal.print(
            comparison.differences.isEmpty
                ? "they show the same records" : counted(comparison.differences.count, "difference")
        )
    }

    private func words(_ what: BundleComparison.Difference.What) -> String {
        switch what {
        case .onlyInFirst(.withheld(let law)): "only in the first; the second withholds it (\(law))"
        case .onlyInFirst(.notYet): "only in the first; it came after the second was made"
        case .onlyInSecond(.withheld(let law)): "only in the second; the first withholds it (\(law))"
        case .onlyInSecond(.notYet): "only in the second; it came after the first was made"
        case .versions(let one, let other): "version \(one) in the first, version \(other) in the second"
        case .bytesOnlyInFirst: "its bytes are only in the first"
        case .bytesOnlyInSecond: "its bytes are only in the second"
        }
    }
}

/// A comparison as JSON.
private struct ComparisonResult: Encodable {
    struct Side: Encodable {
        let edition, number, createdAt: String
        let size, shown, withheld: Int

        init(_ side: BundleComparison.Side) {
            (edition, number, createdAt) = (side.edition, side.number, side.createdAt)
            (size, shown, withheld) = (side.size, side.shown, side.withheld)
        }
    }

    struct Difference: Encodable {
        let record, kind: String
        let label: String?
        let what: String
        let law: String?
        let versions: [Int]?

        init(_ difference: BundleComparison.Difference) {
            record = difference.record.description
            kind = difference.kind.rawValue
            label = difference.label
            switch difference.what {
            case .onlyInFirst(let absence): (what, law, versions) = ("only-in-first", absence.law, nil)
            case .onlyInSecond(let absence): (what, law, versions) = ("only-in-second", absence.law, nil)
            case .versions(let one, let other): (what, law, versions) = ("versions", nil, [one, other])
            case .bytesOnlyInFirst: (what, law, versions) = ("bytes-only-in-first", nil, nil)
            case .bytesOnlyInSecond: (what, law, versions) = ("bytes-only-in-second", nil, nil)
            }
        }
    }

    let first, second: Side
    let relation: String
    let differences: [Difference]

    init(_ comparison: BundleComparison) {
        first = Side(comparison.first)
        second = Side(comparison.second)
        relation =
            switch comparison.relation {
            case .sameState: "same-state"
            case .secondContinues: "second-continues"
            case .firstContinues: "first-continues"
            case .forked: "forked"
            case .otherCase: "other-case"
            }
        differences = comparison.differences.map(Difference.init)
    }
}

extension BundleComparison.Difference.Absence {
    fileprivate var law: String? {
        switch self {
        case .withheld(let law): law
        case .notYet: nil
        }
    }
}
