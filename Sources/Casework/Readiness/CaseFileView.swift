internal import Bundles
internal import CaseFile
internal import Law
internal import Ledger
internal import XML

/// A case as one case file, as a bundle made now would hold it, without its contents and its proof: what rules, clocks and
/// the chronology look at. And the records themselves, for custody and for the proof matrix.
struct CaseFileView: Sendable {
    private let bytes: [UInt8]
    private let records: [LogEntry]
    private let current: Set<Int>

    fileprivate init(bytes: [UInt8], records: [LogEntry], current: Set<Int>) {
        self.bytes = bytes
        self.records = records
        self.current = current
    }

    func document() throws -> Document { try Document(parsing: bytes) }

    /// The records as values; in every version for custody, in the current one for proof.
    func registers() throws -> (custody: CustodyRegister, proof: ProofRecords) {
        var custody = CustodyRegister()
        var proof = ProofRecords()
        for entry in records {
            // That they are in their form was seen when they were recorded, and `log --verify` sees it again.
            let record = try Record(Element(parsing: entry.bytes))
            custody.add(record, logIndex: UInt32(clamping: entry.seq))
            if current.contains(entry.seq) { proof.add(entry.record, record.body) }
        }
        return (custody, proof)
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
        let body = try caseRecord()
        let about = CaseFileAbout(
            caseRecord: id,
            caseNumber: body.number.text,
            titles: body.titles,
            jurisdiction: body.jurisdiction.text,
            agencyCode: office.code,
            agencyNames: [office.name],
            edition: "court",
            number: 1,
            createdAt: asOf,
            generator: "Dossier"
        )
        var bytes = Array(
            """
            <caseFile xmlns="\(CaseFileGrammar.namespace)" schemaVersion="\(CaseFileGrammar.schemaVersion)">
            """.utf8
        )
        bytes += try about.element().canonicalBytes() + Array("\n<records>\n".utf8)
        var records: [LogEntry] = []
        var current: Set<Int> = []
        try forEachEntry { entry in
            let isCurrent = last[entry.record] == entry.seq
            let kind = Kind(rawValue: entry.kind)
            if isCurrent {
                bytes += entry.bytes
                bytes.append(UInt8(ascii: "\n"))
                current.insert(entry.seq)
            }
            let isProof = kind.map(Self.proofKinds.contains) ?? false
            // Of custody events every version belongs to the register.
            if kind == .custodyEvent || isCurrent && isProof { records.append(entry) }
        }
        bytes += Array("</records>\n</caseFile>\n".utf8)
        return CaseFileView(bytes: bytes, records: records, current: current)
    }
}
