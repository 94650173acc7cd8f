internal import CaseFile
internal import XML

/// The current records of a case file, by kind and by id.
struct CaseRecords {
    private var byKind: [String: [DocumentNode]] = [:]
    private var byID: [RecordID: DocumentNode] = [:]
    /// In the order of the log; superseded and withheld ones are not among them.
    private(set) var all: [DocumentNode] = []

    init(_ caseFile: Document) {
        for node in caseFile.root.child("records")?.elements ?? [] {
            guard node.local != "superseded", node.local != "withheld" else { continue }
            all.append(node)
            byKind[node.local, default: []].append(node)
            if let id = node.id { byID[id] = node }
        }
    }

    func of(_ kind: Kind) -> [DocumentNode] { byKind[kind.rawValue] ?? [] }

    subscript(id: RecordID?) -> DocumentNode? { id.flatMap { byID[$0] } }
}

extension DocumentNode {
    var id: RecordID? { attribute("id").flatMap { RecordID($0) } }

    /// All children of this name in the records' namespace.
    func children(_ local: String) -> [DocumentNode] {
        elements.filter { $0.local == local && $0.namespace == CaseFileGrammar.namespace }
    }

    /// The first element at the end of a path of names.
    func at(_ path: String) -> DocumentNode? {
        path.split(separator: "/").reduce(self) { $0?.child(String($1)) }
    }

    /// The time that this element holds.
    var moment: Moment? { Moment(text, approximate: attribute("approximate") == "true") }

    func moment(_ path: String) -> Moment? { at(path)?.moment }

    func target(at path: String) -> RecordID? { at(path)?.attribute("to").flatMap { RecordID($0) } }

    /// All the records that children of this name refer to.
    func targets(_ local: String) -> [RecordID] {
        children(local).compactMap { $0.attribute("to").flatMap { RecordID($0) } }
    }
}
