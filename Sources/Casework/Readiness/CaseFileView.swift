internal import Bundles
internal import CaseFile
internal import Law
internal import Ledger
internal import XML

/// A case as one case file, as a bundle made now would hold it, without its contents and its proof: what rules, clocks and
/// the chronology look at. And the records themselves, for custody and for the proof matrix.
struct CaseFileView: Sendable {
    private let bytes: [UInt8]
    /// What custody looks at, in the order of the log, and where each stands in it.
    private let custody: (bytes: [UInt8], seqs: [Int])
    /// What the proof matrix looks at, some hundreds of records to a piece.
    private let proof: [[UInt8]]

    fileprivate init(bytes: [UInt8], custody: (bytes: [UInt8], seqs: [Int]), proof: [[UInt8]]) {
        self.bytes = bytes
        self.custody = custody
        self.proof = proof
    }

    func document() throws -> Document { try Document(parsing: bytes) }

    /// The chains of custody: every version of their events, the current one of exhibits and files.
    func custodyRegister() throws -> CustodyRegister {
        try CustodyReading.register(custody.bytes, seqs: custody.seqs)
    }

    /// The records that the proof matrix looks at.
    func proofRecords() throws -> ProofRecords {
        var records = ProofRecords()
        for piece in proof {
            for case .element(let element) in try Element(parsing: piece, limits: .document).children {
                // That they are in their form was seen when they were recorded, and `log --verify` sees it again.
                let record = try Record(element)
                records.add(record.head.id, record.body)
            }
        }
        return records
    }
}

extension OpenCase {
    /// The kinds that the proof matrix looks at; exhibits and files are custody's too.
    private static let proofKinds: Set<Kind> = [
        .charge, .element, .proof, .party, .person, .exhibit, .file, .statement, .arrest, .examination,
        .document,
        .certificate, .search,
    ]

    /// - Parameter asOf: what stands in the file as its time of making.
    func caseFileView(asOf: Moment) throws -> CaseFileView {
        var last: [RecordID: Int] = [:]
        try forEachEntry { last[$0.record] = $0.seq }
        let about = try about(at: asOf)
        var bytes = Array(
            """
            <caseFile xmlns="\(CaseFileGrammar.namespace)" schemaVersion="\(CaseFileGrammar.schemaVersion)">
            """.utf8
        )
        bytes += try about.element().canonicalBytes() + Array("\n<records>\n".utf8)
        var custody = CaseFilePiece()
        var seqs: [Int] = []
        var proof: [[UInt8]] = []
        var piece = CaseFilePiece()
        try forEachEntry { entry in
            let isCurrent = last[entry.record] == entry.seq
            let kind = Kind(rawValue: entry.kind)
            if isCurrent {
                bytes += entry.bytes
                bytes.append(UInt8(ascii: "\n"))
            }
            // Of custody events every version belongs to the register.
            if kind == .custodyEvent || isCurrent && (kind == .exhibit || kind == .file) {
                custody.add(entry)
                seqs.append(entry.seq)
            }
            if isCurrent, kind.map(Self.proofKinds.contains) ?? false {
                piece.add(entry)
                if piece.count > 1 << 20 { proof.append(piece.taken()) }
            }
        }
        proof.append(piece.taken())
        bytes += Array("</records>\n</caseFile>\n".utf8)
        return CaseFileView(bytes: bytes, custody: (custody.taken(), seqs), proof: proof)
    }
}

/// Some records of a log in one element, to be read together.
private struct CaseFilePiece {
    private static let start = Array("<records>".utf8)
    private var bytes = Self.start

    var count: Int { bytes.count }

    mutating func add(_ entry: LogEntry) { bytes += entry.bytes }

    /// The piece as a document; another begins.
    mutating func taken() -> [UInt8] {
        defer { bytes = Self.start }
        return bytes + Array("</records>".utf8)
    }
}
