internal import Glibc
internal import Media

/// The reading of one file: what is still to be read, how much may be, and what was used.
final class Reading {
    let folder: WorkFolder
    let limits: ExtractionLimits
    let tools: ExtractionTools
    private let mediaTypes: MediaTypes
    private let deadline: ContinuousClock.Instant
    private var used: Set<Tool> = []
    private var unpacked = 0
    private var report = ExtractionReport()
    private var missed: Set<NotSearched> = []

    init(folder: WorkFolder, limits: ExtractionLimits, tools: ExtractionTools) throws {
        self.folder = folder
        self.limits = limits
        self.tools = tools
        do {
            mediaTypes = try MediaTypes(Self.table)
        } catch {
            throw ExtractionError.noMediaTypes(message: error.message)
        }
        deadline = .now + .seconds(limits.fileSeconds)
    }

    /// libmagic's table, once for all: it is only ever read.
    private static let table = MediaTypeTable()

    func run(_ blob: Blob, name: String, each: (Passage) throws -> Void) async throws -> ExtractionReport {
        func hand(_ passage: Passage) throws {
            report.passages += 1
            report.bytes += passage.text.count
            try each(passage)
        }
        try hand(Passage(place: .file.adding(.name), text: Charset.lenient(Array(name.utf8))))
        if let decoded = Escapes.decode(Array(name.utf8)) {
            try hand(Passage(place: .file.adding(.name).adding(.decoded, 1), text: decoded))
        }
        var waiting = [Item(place: .file, depth: 0, source: .blob(blob))]
        while let item = waiting.popLast() {
            if let reason = reasonToStop(before: item) {
                // Once for the whole: which of a bomb's members come after is of no use to anybody.
                missed.insert(NotSearched(place: reason == .tooDeep ? item.place : .file, reason: reason))
                guard reason == .tooDeep else { break }
                continue
            }
            report.parts += item.depth > 0 ? 1 : 0
            var found = Findings()
            if let blob = open(item, &found) {
                let format = Format.of(blob, mediaTypes)
                await read(item, blob, format, &found)
                for passage in found.passages { try hand(passage) }
                // A text may begin with a mark of another charset than it goes on in.
                if format.needsRawPass || !blob.withBytes(Charset.isUTF8) {
                    try blob.withBytes { try RawText.read($0, at: item.place, each: hand) }
                }
                blob.forget()
            }
            missed.formUnion(found.notSearched)
            waiting.append(contentsOf: found.inside.reversed())
        }
        report.notSearched = missed.sorted()
        report.tools = used.map(tools.version).sorted()
        return report
    }

    private func reasonToStop(before item: Item) -> NotSearched.Reason? {
        if ContinuousClock.now > deadline { return .timedOut }
        if report.parts > limits.parts || unpacked > limits.totalBytes { return .tooLarge }
        if item.depth > limits.depth { return .tooDeep }
        return nil
    }

    /// The bytes of an item, unpacked now.
    private func open(_ item: Item, _ found: inout Findings) -> Blob? {
        switch item.source {
        case .blob(let blob): return blob
        case .deflated(let blob, let range):
            let result = blob.withBytes {
                Inflation.inflate(
                    UnsafeRawBufferPointer(rebasing: $0[range.clamped(to: 0..<$0.count)]),
                    .raw,
                    limits: limits
                )
            }
            unpacked += result.bytes.count
            switch result.end {
            case .ended: break
            case .tooLarge: found.miss(item.place, .tooLarge)
            case .damaged: found.miss(item.place, .damaged)
            }
            return Blob(result.bytes)
        }
    }

    /// Counts bytes that a tool or an inner reader unpacked.
    func count(unpacked bytes: Int) { unpacked += bytes }

    var unpackedLeft: Int { max(limits.totalBytes - unpacked, 0) }

    /// Runs a tool; nil when it is not there or cannot be started, which is then said.
    func run(
        _ tool: Tool,
        _ arguments: [String],
        for place: Place,
        limits special: ExtractionLimits? = nil,
        _ found: inout Findings
    ) async -> ToolRun.Result? {
        guard tools.has(tool) else {
            found.miss(place, .noTool)
            return nil
        }
        used.insert(tool)
        do {
            let result = try await ToolRun(tool, arguments).result(
                with: tools,
                limits: special ?? limits,
                folder: folder.path
            )
            switch result.ran {
            case .timedOut: found.miss(place, .timedOut)
            case .saidTooMuch: found.miss(place, .tooLarge)
            case .finished: break
            }
            return result
        } catch {
            found.miss(place, .noTool)
            return nil
        }
    }

    /// The path of a blob's bytes, for a tool.
    func path(of blob: Blob, at place: Place, _ found: inout Findings) -> String? {
        do {
            return try blob.stored(at: folder.newPath())
        } catch {
            found.miss(place, .tooLarge)  // the disk is full, or the file may not grow so far
            return nil
        }
    }

    private func read(_ item: Item, _ blob: Blob, _ format: Format, _ found: inout Findings) async {
        switch format {
        case .empty: break
        case .text, .richText, .markup, .mail:
            if blob.count > TextWindows.length {
                found.inside += TextWindows.items(of: item, blob)
            } else {
                readText(item, blob, format, &found)
            }
            if format == .mail { await readMail(item, blob, &found) }
        case .pdf: await readPDF(item, blob, &found)
        case .zip: await readZip(item, blob, &found)
        case .archive, .compressed: await readArchive(item, blob, format, &found)
        case .image: await readImage(item, blob, &found)
        case .soundOrMotion:
            await readMetadata(item, blob, &found)
            found.miss(item.place, .soundOrMotion)
            findEmbedded(item, blob, &found)
        case .compound: await readCompound(item, blob, &found)
        case .database: await readDatabase(item, blob, &found)
        case .unknown:
            if !item.isGuess {
                await readMetadata(item, blob, &found)
                found.miss(item.place, .unknownFormat)
            } else if item.isTooMuchToGuess(blob) {
                found.miss(item.place, .unknownFormat)
            }
            findEmbedded(item, blob, &found)
        }
    }
}
