public import CaseFile
public import Law

/// The proof matrix of a case, with what its pack says of it.
public struct Proving: Sendable {
    public let matrix: ProofMatrix
    public let names: ProofNames
    public let pack: Pack
    /// Of the texts: elements, findings.
    public let language: String
    public let findings: [Finding]

    /// The findings that are about some of the charges, by their indices in the matrix.
    public func findings(of charges: [Int]) -> [Finding] {
        var records: Set<RecordID> = []
        for charge in charges.map({ matrix.charges[$0] }) { records.formUnion([charge.id, charge.accused]) }
        return findings.filter { finding in
            ([finding.record].compactMap { $0 } + finding.related).contains(where: records.contains)
        }
    }
}

// What must be proved, what proves it, and what falls without it.

extension OpenCase {
    /// - Parameter language: of the texts; nil: the case's.
    /// - Throws: `.noPack`, `.pack`.
    public func proofMatrix(language: String? = nil) throws -> Proving {
        let pack = try pack()
        let language = language ?? self.language.rawValue
        let records = try proofRecords()
        let matrix = ProofMatrix(records, offences: pack.offences)
        let names = ProofNames(records)
        let findings = ProofFindings(matrix, names: names, pack: pack, language: language)
        return Proving(
            matrix: matrix,
            names: names,
            pack: pack,
            language: language,
            findings: findings.all()
        )
    }

    /// The charges, elements and proofs, and what they lean on: of 100,000 exhibits those that prove something.
    package func proofRecords() throws -> ProofRecords {
        var records = ProofRecords()
        for kind in [Kind.charge, .element, .proof, .party] {
            for stored in try list(kind) { records.add(stored.id, stored.record.body) }
        }
        var asked: Set<RecordID> = []
        while true {
            let wanted = records.missing.subtracting(asked)
            guard !wanted.isEmpty else { return records }
            asked.formUnion(wanted)
            for id in wanted.sorted() {
                // What an edition withholds is named and not there.
                if let stored = try current(id) { records.add(id, stored.record.body) }
            }
        }
    }

    /// What people name to be struck out: a mark, a witness's number, a party's code, a pseudonym, a statement as the
    /// matrix calls it, or any record's id.
    public func struckOut(_ names: [String], of proving: Proving) throws -> [RecordID] {
        try names.map { name in
            let found = proving.matrix.records.called(name, by: proving.names)
            guard found.count <= 1 else { throw CaseworkError.manyRecords(name, ids: found) }
            let id = try found.first ?? record(named: name)
            // Evidence comes in through a person, whatever the person's part in the case.
            let party = proving.matrix.records.parties[id]
            return party?.person?.to ?? id
        }
    }
}
