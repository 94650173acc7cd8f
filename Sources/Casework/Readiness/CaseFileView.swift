internal import Bundles
internal import CaseFile
internal import Law
internal import Ledger
internal import XML

/// A case as one case file, as a bundle made now would hold it, without its contents and its proof: what rules, clocks and
/// the chronology look at.
struct CaseFileView {
    let document: Document
    let custody: CustodyRegister
    let proof: ProofRecords
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
        var custody = CustodyRegister()
        var proof = ProofRecords()
        try forEachEntry { entry in
            let isCurrent = last[entry.record] == entry.seq
            let kind = Kind(rawValue: entry.kind)
            if isCurrent {
                bytes += entry.bytes
                bytes.append(UInt8(ascii: "\n"))
            }
            let isProof = kind.map(Self.proofKinds.contains) ?? false
            guard kind == .custodyEvent || isCurrent && isProof else { return }
            let record = try Record(parsing: entry.bytes)
            // Of custody events every version belongs to the register.
            custody.add(record, logIndex: UInt32(clamping: entry.seq))
            if isCurrent { proof.add(entry.record, record.body) }
        }
        bytes += Array("</records>\n</caseFile>\n".utf8)
        return CaseFileView(document: try Document(parsing: bytes), custody: custody, proof: proof)
    }
}
