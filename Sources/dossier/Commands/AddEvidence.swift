internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Vault

struct AddEvidence: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Take in files and folders as exhibits.",
        discussion: """
            Each file becomes an exhibit of its own, marked PREFIX/1, PREFIX/2 …; with --as-one all of them become \
            one exhibit, and with --into they are added to one that there is. The files are copied into the vault \
            under their SHA-256 and never touched. With --seized-at and --seized-by the first event of each chain of \
            custody is recorded too. What cannot be read is named, and the rest goes in; a take-in that was \
            interrupted is resumed by doing it again.
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    @Flag(help: "All the files are one exhibit.")
    var asOne = false

    @Option(help: "With --as-one, or for a single file: the exhibit's mark, such as KT/7.")
    var mark: String?

    @Option(help: "The beginning of the marks, which are numbered on from the highest there is.")
    var prefix = "EX"

    @Option(help: ArgumentHelp("Add the files to this exhibit.", valueName: "exhibit"))
    var into: String?

    @Flag(help: "The files are scans of papers of the file, not exhibits.")
    var papers = false

    @Option(
        help: ArgumentHelp(
            "Record the files' original paths as seen from this folder (default: as given).",
            valueName: "dir"
        ),
        completion: .directory
    )
    var seenFrom: String?

    @Option(help: "What it is (default: each file's name).")
    var description: String?

    @Option(
        help: ArgumentHelp(
            "\(Exhibit.Category.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "category"
        )
    )
    var category = "digital"

    @Option(
        help: ArgumentHelp(
            "\(EvidenceFile.Role.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "role"
        )
    )
    var role = "original"

    @Option(help: ArgumentHelp("The search that they were seized in.", valueName: "search"))
    var search: String?

    @Option(help: ArgumentHelp("The memo of the seizure, where there was no search.", valueName: "document"))
    var seizureMemo: String?

    @Option(help: ArgumentHelp("From whom.", valueName: "person"))
    var seizedFrom: String?

    @Option(help: ArgumentHelp("When they were seized.", valueName: "time"))
    var seizedAt: String?

    @Option(help: ArgumentHelp("Who seized them.", valueName: "person"))
    var seizedBy: String?

    @Option(help: ArgumentHelp("Where.", valueName: "place"))
    var place: String?

    @Option(help: "Where in that place.")
    var foundAt: String?

    @Option(help: ArgumentHelp("Who will produce them in court.", valueName: "person"))
    var producedBy: String?

    @Flag(help: "Seeing them would harm somebody: no thumbnails.")
    var sensitive = false

    @Option(help: ArgumentHelp("The language of the texts (BCP 47).", valueName: "tag"))
    var language = "en"

    func validate() throws {
        guard into == nil || mark == nil && !asOne else {
            throw ValidationError("--into excludes --as-one and --mark")
        }
        guard !papers || into == nil && mark == nil && !asOne else {
            throw ValidationError("--papers are no exhibit")
        }
        guard !asOne || mark != nil else { throw ValidationError("with --as-one give the exhibit's --mark") }
        guard mark == nil || asOne || paths.count == 1 else {
            throw ValidationError("one --mark is for one exhibit: give --as-one too, or --prefix instead")
        }
    }

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let terminal = options.terminal
        let bar = ProgressBar("taking in", on: terminal)
        let total = try openCase.office.vault.survey(paths.map { RawPath($0) }).bytesFound
        let result = try openCase.addEvidence(try request(openCase)) {
            bar.update(Int($0.bytes), of: Int(total))
        }
        bar.finish()
        for item in result.items {
            try terminal.json(Line(item))
            let twin =
                item.isDuplicate ? terminal.styled("  (the vault had these bytes already)", .faint) : ""
            terminal.print(
                "\(item.exhibit ?? "paper")  \(item.path)  \(item.sha256.prefix(16))…  \(ProgressBar.size(item.size))\(twin)"
            )
        }
        for refusal in result.refusals {
            try terminal.json(Refused(path: refusal.path, reason: refusal.reason))
            Terminal.complain("not taken in: \(refusal.path): \(refusal.reason)")
        }
        let twins = result.items.count(where: \.isDuplicate)
        terminal.note(
            counted(result.items.count, "file") + " taken in"
                + (twins > 0 ? ", \(twins) of them stored before" : "")
                + (result.refusals.isEmpty ? "" : ", \(result.refusals.count) not")
        )
        if !result.refusals.isEmpty { throw (result.items.isEmpty ? ExitStatus.input : .findings).code }
    }

    private func request(_ openCase: OpenCase) throws -> EvidenceRequest {
        let marking: EvidenceRequest.Marking =
            if papers { .papers } else if let into { .into(exhibit: into) } else if let mark {
                .one(mark: mark)
            } else { .each(prefix: prefix) }
        var request = EvidenceRequest(paths: paths, marking: marking)
        request.description = try description.map { try Input.freeText($0, language) }
        request.category = try Input.word(category)
        request.role = papers && role == "original" ? .scan : try Input.word(role)
        request.search = search
        request.seizureMemo = seizureMemo
        request.seizedFrom = seizedFrom
        request.seizedAt = try seizedAt.map { try Input.moment($0, zone: openCase.office.surroundings.zone) }
        request.seizedBy = seizedBy
        request.place = place
        request.foundAt = try foundAt.map { try Input.freeText($0, language) }
        request.producedBy = producedBy
        request.sensitive = sensitive
        request.seenFrom = seenFrom.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        return request
    }

    private struct Line: Encodable {
        let path: String
        let exhibit: String?
        let file: String
        let sha256: String
        let size: Int
        let mediaType: String
        let duplicate: Bool

        init(_ item: EvidenceResult.Item) {
            path = item.path
            exhibit = item.exhibit
            file = item.file.description
            sha256 = item.sha256
            size = item.size
            mediaType = item.mediaType
            duplicate = item.isDuplicate
        }
    }

    private struct Refused: Encodable {
        let path: String
        let reason: String
    }
}
