internal import CaseFile

/// What hangs on what: a file on its exhibit, a statement on its maker, a report on what was examined.
///
/// A record falls with any one that it hangs on wholly, and with all of those that it was made from together.
struct EvidenceGraph: Sendable {
    private struct Support {
        /// It falls with each of these.
        var each: [RecordID] = []
        /// It falls when all of these have fallen.
        var together: [RecordID] = []
    }

    private let records: ProofRecords

    init(_ records: ProofRecords) { self.records = records }

    private func support(of id: RecordID) -> Support {
        if let exhibit = records.exhibits[id] {
            return Support(each: [exhibit.parentExhibit?.to, exhibit.search?.to].compactMap { $0 })
        }
        if let file = records.files[id] {
            return Support(each: [file.exhibit?.to].compactMap { $0 }, together: file.sources.map(\.to))
        }
        if let statement = records.statements[id] { return Support(each: [statement.maker.to]) }
        if let examination = records.examinations[id] {
            return Support(together: examination.exhibits.map(\.to))
        }
        if let document = records.documents[id] {
            return Support(each: [document.exhibit?.to].compactMap { $0 })
        }
        if let certificate = records.certificates[id] {
            return Support(together: certificate.exhibits.map(\.to) + certificate.files.map(\.to))
        }
        return Support()
    }

    /// All that a record hangs on, itself first, nearest first.
    func ancestry(of id: RecordID) -> [RecordID] {
        var found = [id]
        var seen: Set<RecordID> = [id]
        var at = 0
        while at < found.count {
            let support = support(of: found[at])
            for next in support.each + support.together where seen.insert(next).inserted {
                found.append(next)
            }
            at += 1
        }
        return found
    }

    /// Whether a record falls when these are struck out.
    func falls(_ id: RecordID, with struck: Set<RecordID>) -> Bool {
        var open: Set<RecordID> = []
        return falls(id, with: struck, &open)
    }

    private func falls(_ id: RecordID, with struck: Set<RecordID>, _ open: inout Set<RecordID>) -> Bool {
        if struck.contains(id) { return true }
        // Exhibits that are parts of each other: a mistake in the records, which holds nothing up.
        guard open.insert(id).inserted else { return false }
        defer { open.remove(id) }
        let support = support(of: id)
        if support.each.contains(where: { falls($0, with: struck, &open) }) { return true }
        return !support.together.isEmpty && support.together.allSatisfy { falls($0, with: struck, &open) }
    }

    /// The thing that a piece of evidence is, or is a part of: of a file in a phone's image, the phone.
    func item(of id: RecordID) -> RecordID {
        var item = id
        var seen: Set<RecordID> = []
        while seen.insert(item).inserted {
            guard let whole = records.exhibits[item]?.parentExhibit?.to ?? records.files[item]?.exhibit?.to
            else { break }
            item = whole
        }
        return item
    }

    /// The witnesses through whom a proof comes in: those that it names, else those whose work its evidence is.
    func witnesses(of proof: Proof) -> [RecordID] {
        let named = proof.witnesses.map(\.to)
        guard named.isEmpty, let source = proof.source else { return named }
        return witnesses(of: source)
    }

    private func witnesses(of id: RecordID) -> [RecordID] {
        if records.exhibits[id] != nil { return producers(of: id) }
        if let file = records.files[id] { return file.exhibit.map { producers(of: $0.to) } ?? [] }
        if let statement = records.statements[id] { return [statement.maker.to] }
        if let examination = records.examinations[id] { return examination.examiners.map(\.to) }
        if let arrest = records.arrests[id] { return [arrest.arrestingOfficer.to] }
        if let certificate = records.certificates[id] { return [certificate.certifier.to] }
        if let document = records.documents[id] { return document.authors.map(\.to) }
        return []
    }

    /// Who produces an exhibit, or else the whole that it is a part of.
    private func producers(of id: RecordID) -> [RecordID] {
        var at: RecordID? = id
        var seen: Set<RecordID> = []
        while let id = at, seen.insert(id).inserted, let exhibit = records.exhibits[id] {
            guard exhibit.producers.isEmpty else { return exhibit.producers.map(\.to) }
            at = exhibit.parentExhibit?.to
        }
        return []
    }
}
