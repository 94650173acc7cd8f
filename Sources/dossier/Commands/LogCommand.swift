internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Ledger
internal import Vault

struct LogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Show a case's log, or verify it.",
        discussion: """
            --verify reads every record and every original again: the signatures of the checkpoints, the Merkle tree, \
            the versions, the vault's bytes. It names each record that is not as it was signed.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Flag(help: "Verify the log and the originals.")
    var verify = false

    @Flag(help: "With --verify: the log alone, without reading the originals.")
    var withoutOriginals = false

    @Option(help: ArgumentHelp("Show only the last so many.", valueName: "number"))
    var last: Int?

    func run() async throws {
        let openCase = try options.office().open(`case`)
        if verify { try check(openCase) } else { try list(openCase) }
    }

    private func list(_ openCase: OpenCase) throws {
        let terminal = options.terminal
        let size = try openCase.size()
        try openCase.forEachRecord(from: last.map { max(0, size - $0) } ?? 0) { record in
            try terminal.json(RecordLine(record))
            let version = record.version > 1 ? " v\(record.version)" : ""
            let why = record.amendment.map { terminal.styled("  (\($0))", .faint) } ?? ""
            terminal.print(
                "\(record.seq)  \(record.recordedAt)  \(record.recordedBy)  \(record.kind.rawValue)\(version) "
                    + "\(record.label ?? terminal.styled(record.id.description, .faint))\(why)"
            )
        }
    }

    private func check(_ openCase: OpenCase) throws {
        let terminal = options.terminal
        let records = ProgressBar("reading the log", on: terminal)
        let originals = ProgressBar("reading the originals", on: terminal)
        let result = try openCase.verifyLog(
            readingOriginals: !withoutOriginals,
            records: { records.update($0, of: $1, bytes: false) },
            originals: { originals.update(Int($0.bytes), of: Int($0.bytesFound)) }
        )
        records.finish()
        originals.finish()
        try terminal.json(Result(result))
        for finding in result.log { terminal.print("\(terminal.styled("log", .bad))  \(finding)") }
        for finding in result.vault {
            terminal.print(
                "\(terminal.styled("vault", .bad))  \(finding.path): \(finding.words)  [\(finding.code)]"
            )
        }
        terminal.print(
            result.isSound
                ? terminal.styled(
                    "the log holds: \(counted(result.records, "record")), size and root as signed",
                    .good
                )
                    + (withoutOriginals ? "" : "; \(counted(result.originals, "original")) as recorded")
                : terminal.styled("the store is not as it was signed", .bad)
        )
        if !result.isSound { throw ExitStatus.findings.code }
    }

    private struct Result: Encodable {
        let records: Int
        let originals: Int
        let sound: Bool
        let log: [LogFinding]
        let vault: [Vault]

        struct Vault: Encodable {
            let code: String
            let path: String
        }

        init(_ verification: LogVerification) {
            records = verification.records
            originals = verification.originals
            sound = verification.isSound
            log = verification.log
            vault = verification.vault.map { Vault(code: $0.code, path: $0.path) }
        }
    }
}

extension VaultFinding {
    /// The problem in words.
    fileprivate var words: String {
        switch problem {
        case .altered(let digest, _): "its bytes are not those of its name; they hash to \(digest.hex)"
        case .truncated(let expected, let found, _): "cut short: \(found) bytes instead of \(expected)"
        case .sizeDisagrees(let expected, let found): "\(found) bytes, and the record says \(expected)"
        case .missing: "missing"
        case .unreadable(let errno): "cannot be read (errno \(errno))"
        case .misplaced(let path): "in the wrong folder; it belongs at \(path)"
        case .foreign: "not put there by the vault"
        case .permissions(let expected, let found):
            "permissions \(String(found, radix: 8)) instead of \(String(expected, radix: 8))"
        case .linkedElsewhere(let links): "has \(links) names, and could be changed by another"
        }
    }
}
