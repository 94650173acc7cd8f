internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Redaction

struct RedactCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Make a copy of a PDF or picture from which something is gone, and record it.",
        discussion: """
            The copy is made of the pixels that a reader sees, with black over what is taken out; nothing else of the \
            original is in it: no hidden text, no metadata, no place where a photograph was taken. It is looked through \
            before it is kept. The original stays as it is. docs/redaction.md says what is done and checked.

            A box is measured from the top left corner of the page as it is seen. Look at a copy with --preview first: \
            it writes the pages as pictures, and keeps no copy. With px a box is measured in those pictures.

            dossier redact KOL-7 KT-3/statement.pdf --box 1:72,140,200,18 --box 2:10,5,80,12% --reason "Name of V-1."
            dossier redact KOL-7 KT-3/statement.pdf --terms --reason "BNS s.72" --decide 0f3c…
            dossier redact KOL-7 photo.jpg --box 400,250,160,100 --reason "Face of V-1." --preview /tmp/look
            dossier redact KOL-7 scan.tif --page 2,5-7 --reason "Medical history; not relied on."
            """
    )

    @OptionGroup var options: GlobalOptions

    @Argument(help: "The case: its number, its id, or the beginning of its id.")
    var `case`: String

    @Argument(help: "The file: its name, MARK/NAME where several are called so, or its id.")
    var file: String

    @Option(
        help: ArgumentHelp(
            """
            Black out page:x,y,width,height. Without a unit in points of a PDF (72 to the inch) and in pixels of a \
            picture; put pt, px or % after it. Of a picture the page may be left out. May be repeated.
            """,
            valueName: "box"
        )
    )
    var box: [String] = []

    @Option(
        name: .customLong("page"),
        help: ArgumentHelp("Black out whole pages, such as 2,5-7.", valueName: "pages")
    )
    var pages: String?

    @Flag(
        help: """
            Black out every place where a protected term of the case is in a page's text, seen or hidden, or can be read \
            in its pixels (with Tesseract).
            """
    )
    var terms = false

    @Flag(help: "Paint nothing: only leave behind metadata and what is hidden.")
    var clean = false

    @Option(help: "Why, and by which law or order. Recorded with the copy: name nobody who is protected.")
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "A finding of the leak scan that the copy answers: it is recorded as redacted. May be repeated.",
            valueName: "finding"
        )
    )
    var decide: [String] = []

    @Option(help: ArgumentHelp("The edition that the decision holds for; default: all.", valueName: "name"))
    var edition: [String] = []

    @Option(help: ArgumentHelp("Who decided it, a person of the case.", valueName: "person"))
    var by: String?

    @Option(
        help: ArgumentHelp(
            "Write the pages as pictures into this folder, and keep no copy.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var preview: String?

    @Option(
        help: ArgumentHelp("At which a PDF's pages are made, in pixels to the inch.", valueName: "number")
    )
    var resolution = 300

    @Flag(help: "Lay no text under the pages of a PDF.")
    var withoutText = false

    @Option(
        help: ArgumentHelp(
            "The language of the reason (BCP 47; default: that of the case).",
            valueName: "tag"
        )
    )
    var language: String?

    @OptionGroup var unlocking: UnlockingOptions

    func validate() throws {
        guard !box.isEmpty || pages != nil || terms || clean else {
            throw ValidationError(
                "say what is to go: --box, --page or --terms; or --clean to leave only hidden things behind"
            )
        }
        guard !clean || box.isEmpty && pages == nil && !terms else {
            throw ValidationError("--clean paints nothing: leave out --box, --page and --terms")
        }
        guard reason != nil || preview != nil else {
            throw ValidationError("say why, with --reason; or look at it first, with --preview")
        }
    }

    func run() async throws {
        let openCase = try options.office().open(`case`)
        let terminal = options.terminal
        let id = try openCase.file(named: file)
        var request = try request(isPDF: try openCase.isPDF(id))
        if terms {
            let protected = try unlocking.terms(
                of: openCase,
                by: try unlocking.unlock(openCase),
                purpose: "to redact a file"
            )
            guard !protected.isEmpty else {
                throw InputError.value("--terms", "of use here: the case keeps no identities")
            }
            request.hide(protected)
        }
        let tools = RedactionTools(path: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let bar = ProgressBar("redacting", on: terminal)
        if let preview {
            let folder = URL(fileURLWithPath: preview).standardizedFileURL.path
            let result = try openCase.previewRedaction(of: id, request, to: folder, tools: tools) {
                bar.update($0, of: $1, bytes: false)
            }
            bar.finish()
            try terminal.json(Previewed(pictures: result.pictures, painted: result.painted.map(Area.init)))
            for picture in result.pictures { terminal.print(picture) }
            terminal.note("no copy was kept; \(counted(result.painted.count, "place")) painted over")
            return
        }
        guard let reason else { throw InputError.missing("the reason") }
        var order = RedactionOrder(
            request,
            reason: try Input.freeText(reason, language ?? openCase.language.rawValue)
        )
        order.findings = try decide.map { try Input.plain($0) }
        order.editions = try edition.map { try Input.plain($0) }
        order.decidedBy = try by.map { try openCase.record(named: $0, kinds: [.person]) }
        let result = try openCase.redact(id, order, program: Version.generator, tools: tools) {
            bar.update($0, of: $1, bytes: false)
        }
        bar.finish()
        try terminal.json(Line(result, from: id))
        terminal.print(
            "\(terminal.styled(result.name, .strong))  \(result.mediaType)  \(result.sha256.prefix(16))…  "
                + ProgressBar.size(result.size)
        )
        terminal.print(
            "\(counted(result.pages, "page")), \(counted(result.painted.count, "place")) painted over"
                + (result.isSearchable ? ", searchable" : "")
        )
        terminal.note("recorded as file \(result.file), made from \(id); the original is unchanged")
    }

    private func request(isPDF: Bool) throws -> RedactionRequest {
        var request = RedactionRequest()
        request.boxes = try box.map { try BoxText.read($0, isPDF: isPDF) }
        request.wholePages = try pages.map(BoxText.pages) ?? []
        request.resolution = resolution
        request.isSearchable = !withoutText
        return request
    }
}

extension OpenCase {
    fileprivate func isPDF(_ file: RecordID) throws -> Bool {
        (try current(file)?.record.body as? EvidenceFile)?.mediaType.text == "application/pdf"
    }
}

/// A painted rectangle, in JSON.
private struct Area: Encodable {
    let page: Int
    let cause: String
    let x: Int
    let y: Int
    let width: Int
    let height: Int

    init(_ painted: RedactedCopy.Painted) {
        page = painted.page
        cause = painted.cause.rawValue
        x = painted.area.x
        y = painted.area.y
        width = painted.area.width
        height = painted.area.height
    }
}

private struct Previewed: Encodable {
    let pictures: [String]
    let painted: [Area]
}

private struct Line: Encodable {
    let file: String
    let derivedFrom: String
    let name: String
    let exhibit: String?
    let sha256: String
    let size: Int
    let mediaType: String
    let pages: Int
    let searchable: Bool
    let painted: [Area]

    init(_ result: RedactedFile, from original: RecordID) {
        file = result.file.description
        derivedFrom = original.description
        name = result.name
        exhibit = result.mark
        sha256 = result.sha256
        size = result.size
        mediaType = result.mediaType
        pages = result.pages
        searchable = result.isSearchable
        painted = result.painted.map(Area.init)
    }
}
