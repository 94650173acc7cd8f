internal import CaseFile
internal import Foundation
internal import XML

/// A case file cut into one summary and pages of exhibits, each a case file of its own.
///
/// Exhibits stand on pages in the order of the log; their files and custody events follow them. What names people,
/// places and papers stands on every page.
final class CaseFileCut: StreamHandler {
    private(set) var pages = 0
    private let work: String
    private let perPage: Int
    private var pageOf: [RecordID: Int] = [:]
    private var exhibits = 0
    private var head: [UInt8] = []
    private var shared: [UInt8] = []
    private var tail: [UInt8] = []
    private var waiting: [Int: [UInt8]] = [:]
    private var waitingBytes = 0

    // Of the record that is being read.
    private var current = Part.none
    private var id: RecordID?
    private var exhibit: RecordID?
    private var isFirstChild = false

    private enum Part { case none, head, exhibit, ofExhibit, shared, summary, withheld, listed, tail }

    private static let elements = [
        "caseFile", "about", "records", "superseded", "withheld", "exhibit", "file", "custodyEvent", "person",
        "place",
        "agency", "case", "document", "search", "party", "contents", "content", "apart",
        "withheldContent", "log",
    ]
    private static let number = Dictionary(uniqueKeysWithValues: elements.enumerated().map { ($1, $0) })
    private var summary: [UInt8] = []
    /// The exhibits again, without files and events: what cites one in the summary names it by its mark. A case of
    /// very many goes without, since the summary is transformed whole.
    private var marked: [UInt8] = []
    private static let mostMarked = 4 << 20
    /// The leaves that are not shown, unless there are very many: then the page says that the case file has them.
    private var withheld: [UInt8] = []
    private var withheldCount = 0
    private static let mostWithheld = 1000
    /// The list of contents, by the page of the file's exhibit; 0 is the summary.
    private var contents: [Int: [UInt8]] = [:]
    private var pageOfFile: [RecordID: Int] = [:]
    /// Files and events of exhibits that were amended after them: the current version is still to come.
    private var early: [RecordID: [(id: RecordID, bytes: [UInt8])]] = [:]

    init(casefile: String, work: String, exhibitsPerPage: Int) throws {
        self.work = work
        perPage = exhibitsPerPage
        let reader = StreamReader(
            names: NameTable(
                namespace: CaseFileGrammar.namespace,
                elements: Self.elements,
                attributes: ["id", "to", "file"]
            )
        )
        try reader.read(try ByteSource(file: casefile), self)
        pages = (exhibits + perPage - 1) / perPage
        // What belongs to an exhibit that this edition does not show.
        for (_, members) in early.sorted(by: { $0.key < $1.key }) {
            for member in members { summary += member.bytes }
        }
        try flush()
    }

    /// The case file of one page; 0 is the summary.
    func document(_ page: Int) throws -> [UInt8] {
        var bytes = Array(
            "<caseFile xmlns=\"\(CaseFileGrammar.namespace)\" schemaVersion=\"\(CaseFileGrammar.schemaVersion)\">"
                .utf8
        )
        bytes += head
        bytes += "<records>".utf8
        bytes += shared
        if page == 0 {
            bytes += summary
            if withheldCount <= Self.mostWithheld { bytes += withheld }
            if marked.count <= Self.mostMarked { bytes += marked }
        } else if let part = FileManager.default.contents(atPath: path(page)) {
            bytes += part
        }
        bytes += "</records><contents>".utf8
        bytes += contents[page] ?? []
        bytes += "</contents>".utf8
        bytes += tail
        bytes += "</caseFile>".utf8
        return bytes
    }

    func start(_ tag: borrowing StartTag) throws -> StreamInterest {
        let name = tag.number == NameTable.other ? nil : Self.elements[tag.number]
        switch (tag.depth, name) {
        case (0, _), (1, "records"): return .events
        case (1, "about"): return begin(.head, tag)
        case (1, "contents"): return .events
        case (1, "log"): return begin(.tail, tag)
        // Older versions and withheld leaves are the summary's: it tells the history.
        case (2, "superseded"): return begin(.summary, tag)
        case (2, "withheld"): return begin(.withheld, tag)
        case (2, "content"), (2, "apart"), (2, "withheldContent"):
            let interest = begin(.listed, tag)
            exhibit = tag[attribute: 2].flatMap { RecordID(utf8: $0) }
            return interest
        case (2, "exhibit"): return begin(.exhibit, tag)
        case (2, "file"), (2, "custodyEvent"): return begin(.ofExhibit, tag)
        case (2, "person"), (2, "place"), (2, "agency"), (2, "case"), (2, "document"), (2, "search"),
            (2, "party"):
            return begin(.shared, tag)
        case (2, _) where current == .none: return begin(.summary, tag)
        case (3, "exhibit") where current == .ofExhibit && exhibit == nil:
            exhibit = tag[attribute: 1].flatMap { RecordID(utf8: $0) }
            return .events
        default: return .events
        }
    }

    private func begin(_ part: Part, _ tag: borrowing StartTag) -> StreamInterest {
        current = part
        id = tag[attribute: 0].flatMap { RecordID(utf8: $0) }
        exhibit = nil
        return .capture
    }

    func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        defer { current = .none }
        switch current {
        case .head: head += bytes
        case .tail: tail += bytes
        case .shared: shared += bytes
        case .summary: summary += bytes
        case .withheld:
            withheldCount += 1
            if withheldCount <= Self.mostWithheld { withheld += bytes }
        case .exhibit:
            exhibits += 1
            let page = (exhibits - 1) / perPage + 1
            try put(bytes, on: page)
            if let id {
                pageOf[id] = page
                for member in early.removeValue(forKey: id) ?? [] {
                    pageOfFile[member.id] = page
                    try member.bytes.withUnsafeBufferPointer { try put($0, on: page) }
                }
            }
            if marked.count <= Self.mostMarked { marked += bytes }
        case .ofExhibit:
            // A file of a document, not of an exhibit, belongs to the summary.
            guard let exhibit, let id else {
                summary += bytes
                return
            }
            if let page = pageOf[exhibit] {
                pageOfFile[id] = page
                try put(bytes, on: page)
            } else {
                early[exhibit, default: []].append((id, Array(bytes)))
            }
        case .listed: contents[exhibit.flatMap { pageOfFile[$0] } ?? 0, default: []] += bytes
        case .none: break
        }
    }

    private func path(_ page: Int) -> String { work + "/cut-\(page).xml" }

    private func put(_ bytes: UnsafeBufferPointer<UInt8>, on page: Int) throws {
        waiting[page, default: []] += bytes
        waitingBytes += bytes.count
        if waitingBytes > 16 << 20 { try flush() }
    }

    /// Appends what waits to each page's file.
    private func flush() throws {
        for (page, bytes) in waiting.sorted(by: { $0.key < $1.key }) {
            let descriptor = open(path(page), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw BundleError.system("open", errno: errno) }
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try file.write(contentsOf: Data(bytes))
        }
        waiting = [:]
        waitingBytes = 0
    }
}
