internal import CaseFile
internal import Ledger
internal import XML

/// What a case file shows of its log, leaf by leaf: enough to compare it with another one.
final class ShownRecords: StreamHandler {
    struct Shown: Sendable {
        let leaf: Hash
        let kind: Kind
        let version: Int
    }

    /// The current version of each record that is shown.
    private(set) var shown: [RecordID: Shown] = [:]
    /// By the leaf: the law by which it is not shown.
    private(set) var withheld: [Hash: String] = [:]
    /// Every leaf in the order of the log.
    private(set) var leaves: [Hash] = []
    /// The files whose bytes the container has.
    private(set) var contents: Set<RecordID> = []
    private(set) var about: [String: String] = [:]
    private(set) var origin = ""

    private var section = NameTable.other
    private var isSuperseded = false
    private var id: RecordID?
    private var kind = Kind.case
    private var version = 1
    private var withheldLeaf: Hash?
    private var textElement: Int?
    private var text: [UInt8] = []

    init(reading path: String) throws {
        try StreamReader(names: CaseFileNames.table).read(try ByteSource(file: path), self)
    }

    func start(_ tag: borrowing StartTag) throws -> StreamInterest {
        if tag.depth == 1 {
            section = tag.number
            if section == Self.log { origin = string(tag, Self.originAttribute) }
        }
        if tag.depth == 2, section == Self.about {
            textElement = tag.number
            text = []
        }
        if tag.depth == 2, section == Self.contents, tag.number == Self.content,
            let file = RecordID(string(tag, Self.file))
        {
            contents.insert(file)
        }
        guard section == Self.records, tag.depth == 2 || tag.depth == 3 else { return .events }
        if tag.depth == 2 {
            isSuperseded = tag.number == Self.superseded
            withheldLeaf = nil
            if isSuperseded { return .events }
            if tag.number == Self.withheldElement {
                withheldLeaf = Hash(hex: string(tag, Self.leaf))
                if let withheldLeaf {
                    leaves.append(withheldLeaf)
                    withheld[withheldLeaf] = ""
                }
                return .events
            }
        } else if let withheldLeaf {
            withheld[withheldLeaf] = string(tag, Self.law)
            return .events
        } else if !isSuperseded {
            return .events
        }
        guard tag.number != NameTable.other, let kind = CaseFileNames.kinds[tag.number] else {
            return .events
        }
        self.kind = kind
        id = RecordID(string(tag, Self.idAttribute))
        version = Int(string(tag, Self.versionAttribute)) ?? 1
        return .capture
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if textElement != nil { text.append(contentsOf: bytes) }
    }

    func end(_ number: Int) throws {
        guard let element = textElement, element == number, element != NameTable.other else { return }
        about[CaseFileNames.elements[element]] = String(decoding: text, as: UTF8.self)
        textElement = nil
    }

    func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        let leaf = Merkle.leafHash(of: UnsafeRawBufferPointer(bytes))
        leaves.append(leaf)
        guard !isSuperseded, let id else { return }
        shown[id] = Shown(leaf: leaf, kind: kind, version: version)
    }

    private func string(_ tag: borrowing StartTag, _ attribute: Int) -> String {
        tag[attribute: attribute].map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static let about = CaseFileNames.element("about")
    private static let records = CaseFileNames.element("records")
    private static let superseded = CaseFileNames.element("superseded")
    private static let withheldElement = CaseFileNames.element("withheld")
    private static let contents = CaseFileNames.element("contents")
    private static let content = CaseFileNames.element("content")
    private static let log = CaseFileNames.element("log")
    private static let idAttribute = CaseFileNames.attribute("id")
    private static let versionAttribute = CaseFileNames.attribute("version")
    private static let leaf = CaseFileNames.attribute("leaf")
    private static let law = CaseFileNames.attribute("law")
    private static let file = CaseFileNames.attribute("file")
    private static let originAttribute = CaseFileNames.attribute("origin")
}

/// What the records of these ids are called in a case file.
final class RecordLabels: StreamHandler {
    private(set) var labels: [RecordID: String] = [:]
    private let wanted: Set<RecordID>
    private var isRecords = false

    init(of wanted: Set<RecordID>, reading path: String) throws {
        self.wanted = wanted
        try StreamReader(names: CaseFileNames.table).read(try ByteSource(file: path), self)
    }

    func start(_ tag: borrowing StartTag) throws -> StreamInterest {
        if tag.depth == 1 { isRecords = tag.number == CaseFileNames.element("records") }
        guard isRecords, tag.depth == 2, let bytes = tag[attribute: CaseFileNames.attribute("id")],
            let id = RecordID(utf8: bytes), wanted.contains(id)
        else { return .events }
        return .capture
    }

    func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        guard let record = try? Record(parsing: Array(bytes)) else { return }
        labels[record.head.id] = record.body.label
    }
}
