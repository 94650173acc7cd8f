internal import CaseFile
internal import Crypto
internal import Foundation
internal import Ledger
internal import XML

/// What one pass over a case file gives: the tree of its leaves, its references, its chains of custody, its lists.
///
/// It decodes no record. It looks at heads, at references, at the fields that the rules of custody need, and hashes
/// each record's canonical form; all in memory of some two hundred bytes for each record.
final class CaseFileReading: StreamHandler {
    struct Listed: Sendable {
        let file: RecordID
        let size: Int
        let sha256: String
        /// nil: it travels apart, or is withheld.
        let path: String?
    }

    struct FileFacts: Sendable {
        var size = -1
        var sha256 = ""
        var exhibit: RecordID?
    }

    struct Log: Sendable {
        var origin = ""
        var root = ""
        var size = -1
        var keys: [String] = []
        var checkpoint = ""
    }

    private(set) var summary = VerificationReport.Summary()
    private(set) var findings: [VerificationFinding] = []
    private(set) var about: [String: String] = [:]
    /// The case that it says it is of.
    private(set) var caseRecord: RecordID?
    private(set) var listed: [Listed] = []
    private(set) var files: [RecordID: FileFacts] = [:]
    private(set) var log = Log()
    private(set) var tree = Frontier()
    private(set) var references = ReferenceTable(targets: ReferenceTargets.table)
    private(set) var custody = CustodyStreamReader()

    /// Leaves that a later version replaces, each with its record; taken out when the replacement is met.
    private var superseded: [String: RecordID] = [:]
    /// Leaves that are not shown. Which record each is of nobody can tell; a later version may replace one.
    private var withheldLeaves: Set<Hash> = []

    private let kinds = CaseFileNames.kinds
    private let referenceOf: [Int]

    // Where the reading is.
    private var section = NameTable.other
    private var recordDepth = -1
    private var recordIsSuperseded = false
    private var kind = Kind.case
    private var id = RecordID.none
    private var version = 1
    private var isCustodys = false
    private var replaces: [String] = []
    private var depth = 0
    private var text: [UInt8] = []
    private var textDepth = -1
    private var textElement = NameTable.other
    private var fileFacts = FileFacts()
    private var fileDigestIsSHA256 = false

    init() {
        let names = references.names
        referenceOf = CaseFileNames.elements.map { names.firstIndex(of: $0) ?? -1 }
    }

    // MARK: Events

    func start(_ tag: borrowing StartTag) throws -> StreamInterest {
        depth = tag.depth
        if recordDepth >= 0 { return inRecord(tag) }
        switch tag.depth {
        case 0:
            if tag.number != Self.caseFile {
                add("casefile.not-a-case-file", .failure, at: "line \(tag.line)")
            }
        case 1:
            section = tag.number
            if section == Self.log {
                log.origin = string(tag, Self.origin)
                log.root = string(tag, Self.root)
                log.size = Int(string(tag, Self.size)) ?? -1
            }
        case 2 where section == Self.records:
            if tag.number == Self.superseded { return .events }
            if tag.number == Self.withheld {
                withheld(tag)
                return .events
            }
            return beginRecord(tag, isSuperseded: false)
        case 2 where section == Self.contents: list(tag)
        case 2 where section == Self.about || section == Self.log:
            collectText(tag)
            if section == Self.about, let to = target(tag) {
                // An edition may name its recipient too.
                if tag.number == Self.caseElement { caseRecord = to }
                references.refer(from: to, to: to, element: referenceOf[tag.number])
            }
        case 3 where section == Self.records:
            if tag.number == Self.reason {
                let law = string(tag, Self.law)
                // A hostile file could give each leaf a law of its own.
                if summary.withheldBy.count < Self.mostLaws || summary.withheldBy[law] != nil {
                    summary.withheldBy[law, default: 0] += 1
                }
                return .events
            }
            return beginRecord(tag, isSuperseded: true)
        default: break
        }
        return .events
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if textDepth == depth { text.append(contentsOf: bytes) }
        if recordDepth >= 0, isCustodys { custody.text(bytes) }
    }

    func end(_ number: Int) throws {
        if textDepth == depth, textElement == number { endText() }
        if recordDepth == depth { endRecordFields() } else if recordDepth >= 0, isCustodys { custody.end() }
        depth -= 1
    }

    func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        let leaf = Merkle.leafHash(of: UnsafeRawBufferPointer(bytes))
        tree.append(leaf)
        if recordIsSuperseded {
            superseded[leaf.description] = id
        }
        checkReplaced()
        recordDepth = -1
    }

    // MARK: Records

    private func beginRecord(_ tag: borrowing StartTag, isSuperseded: Bool) -> StreamInterest {
        guard tag.number != NameTable.other, let kind = kinds[tag.number] else { return .events }
        recordDepth = tag.depth
        recordIsSuperseded = isSuperseded
        self.kind = kind
        id = tag[attribute: Self.id].flatMap { RecordID(utf8: $0) } ?? .none
        version = Int(string(tag, Self.version)) ?? 1
        replaces =
            tag[attribute: Self.replaces].map { String(decoding: $0, as: UTF8.self) }.map {
                $0.split(separator: " ").map(String.init)
            } ?? []
        summary.records += 1
        if isSuperseded {
            summary.superseded += 1
        } else {
            references.define(id, kind: kind)
        }
        switch kind {
        case .custodyEvent where !isSuperseded: summary.custodyEvents += 1
        case .exhibit where !isSuperseded: summary.exhibits += 1
        case .file where !isSuperseded:
            fileFacts = FileFacts()
            summary.originals += 1
        default: break
        }
        // Of an exhibit and a file the chain looks at the current version, of an event at all.
        isCustodys = kind == .custodyEvent || !isSuperseded && (kind == .exhibit || kind == .file)
        if isCustodys {
            let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
            custody.begin(
                kind,
                id: id,
                version: version,
                recordedAt: tag[attribute: Self.recordedAt] ?? empty,
                recordedBy: tag[attribute: Self.recordedBy] ?? empty,
                logIndex: UInt32(clamping: summary.records + summary.withheld - 1)
            )
        }
        return .capture
    }

    private func inRecord(_ tag: borrowing StartTag) -> StreamInterest {
        let depth = tag.depth - recordDepth
        if tag.number != NameTable.other, let to = target(tag) {
            if referenceOf[tag.number] >= 0 {
                references.refer(from: id, to: to, element: referenceOf[tag.number])
            }
            if depth == 1, kind == .file, tag.number == Self.exhibit { fileFacts.exhibit = to }
        }
        if isCustodys {
            custody.start(
                tag.number,
                to: tag[attribute: Self.to],
                algorithm: tag[attribute: Self.algorithm],
                approximate: tag[attribute: Self.approximate]
            )
        }
        if depth == 1, kind == .file, tag.number == Self.sizeElement || tag.number == Self.digestElement {
            fileDigestIsSHA256 = string(tag, Self.algorithm) == Digest.Algorithm.sha256.rawValue
            collectText(tag)
        }
        return .events
    }

    private func endRecordFields() {
        if isCustodys { custody.finish() }
        if kind == .file, !recordIsSuperseded { files[id] = fileFacts }
    }

    /// A later version names the leaf of each version that it replaces, and replaces no other record's.
    private func checkReplaced() {
        guard version > 1 || !replaces.isEmpty else { return }
        if (version > 1) == replaces.isEmpty {
            add(
                "casefile.version-without-replacement",
                .failure,
                at: id.description,
                found: "version \(version)"
            )
        }
        for leaf in replaces {
            if let hash = Hash(hex: leaf), withheldLeaves.remove(hash) != nil { continue }
            guard let replaced = superseded.removeValue(forKey: leaf), replaced == id else {
                add("casefile.replaces-unknown-version", .failure, at: id.description, found: leaf)
                continue
            }
        }
    }

    private func withheld(_ tag: borrowing StartTag) {
        summary.withheld += 1
        guard let hash = Hash(hex: string(tag, Self.leaf)) else {
            return add("casefile.withheld-leaf", .failure, at: "line \(tag.line)")
        }
        tree.append(hash)
        withheldLeaves.insert(hash)
        if let id = tag[attribute: Self.id].flatMap({ RecordID(utf8: $0) }) {
            references.define(id, kind: Kind(rawValue: string(tag, Self.kindAttribute)))
        }
    }

    private func list(_ tag: borrowing StartTag) {
        guard let file = tag[attribute: Self.fileAttribute].flatMap({ RecordID(utf8: $0) }) else { return }
        let isInside = tag.number == Self.content
        if tag.number == Self.apart { summary.apart += 1 }
        if tag.number == Self.withheldContent { summary.withheldContents += 1 }
        listed.append(
            Listed(
                file: file,
                size: Int(string(tag, Self.size)) ?? -1,
                sha256: string(tag, Self.digest),
                path: isInside ? string(tag, Self.path) : nil
            )
        )
    }

    // MARK: Texts

    private func collectText(_ tag: borrowing StartTag) {
        text.removeAll(keepingCapacity: true)
        textDepth = tag.depth
        textElement = tag.number
    }

    private func endText() {
        textDepth = -1
        if recordDepth >= 0 {
            if textElement == Self.sizeElement {
                fileFacts.size = Int(String(decoding: text, as: UTF8.self)) ?? -1
            }
            if textElement == Self.digestElement, fileDigestIsSHA256 {
                fileFacts.sha256 = String(decoding: text, as: UTF8.self)
            }
        } else if section == Self.about, textElement != NameTable.other {
            about[CaseFileNames.elements[textElement]] = String(decoding: text, as: UTF8.self)
        } else if section == Self.log {
            if textElement == Self.key { log.keys.append(String(decoding: text, as: UTF8.self)) }
            if textElement == Self.checkpoint { log.checkpoint = String(decoding: text, as: UTF8.self) }
        }
    }

    private func string(_ tag: borrowing StartTag, _ attribute: Int) -> String {
        tag[attribute: attribute].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func target(_ tag: borrowing StartTag) -> RecordID? {
        tag[attribute: Self.to].flatMap { RecordID(utf8: $0) }
    }

    private static let mostLaws = 1000

    // MARK: The end

    func finish() {
        references.finish()
        findings += references.findings
        for (leaf, id) in superseded.sorted(by: { $0.key < $1.key }) {
            add("casefile.superseded-by-nothing", .failure, at: id.description, found: leaf)
        }
    }

    private func add(
        _ code: String,
        _ severity: VerificationFinding.Severity,
        at place: String,
        expected: String? = nil,
        found: String? = nil
    ) {
        // A hostile file could hold a million faults; the verifier keeps enough to show that it is one.
        guard findings.count < VerificationLimits.findings else { return }
        findings.append(.init(code, severity, at: place, expected: expected, found: found))
    }

    private static let caseFile = CaseFileNames.element("caseFile")
    private static let caseElement = CaseFileNames.element("case")
    private static let about = CaseFileNames.element("about")
    private static let records = CaseFileNames.element("records")
    private static let superseded = CaseFileNames.element("superseded")
    private static let withheld = CaseFileNames.element("withheld")
    private static let contents = CaseFileNames.element("contents")
    private static let content = CaseFileNames.element("content")
    private static let apart = CaseFileNames.element("apart")
    private static let withheldContent = CaseFileNames.element("withheldContent")
    private static let reason = CaseFileNames.element("reason")
    private static let log = CaseFileNames.element("log")
    private static let key = CaseFileNames.element("key")
    private static let checkpoint = CaseFileNames.element("checkpoint")
    private static let exhibit = CaseFileNames.element("exhibit")
    private static let sizeElement = CaseFileNames.element("size")
    private static let digestElement = CaseFileNames.element("digest")

    private static let id = CaseFileNames.attribute("id")
    private static let version = CaseFileNames.attribute("version")
    private static let recordedAt = CaseFileNames.attribute("recordedAt")
    private static let recordedBy = CaseFileNames.attribute("recordedBy")
    private static let replaces = CaseFileNames.attribute("replaces")
    private static let approximate = CaseFileNames.attribute("approximate")
    private static let to = CaseFileNames.attribute("to")
    private static let leaf = CaseFileNames.attribute("leaf")
    private static let kindAttribute = CaseFileNames.attribute("kind")
    private static let path = CaseFileNames.attribute("path")
    private static let fileAttribute = CaseFileNames.attribute("file")
    private static let size = CaseFileNames.attribute("size")
    private static let digest = CaseFileNames.attribute("digest")
    private static let law = CaseFileNames.attribute("law")
    private static let algorithm = CaseFileNames.attribute("algorithm")
    private static let origin = CaseFileNames.attribute("origin")
    private static let root = CaseFileNames.attribute("root")
}
