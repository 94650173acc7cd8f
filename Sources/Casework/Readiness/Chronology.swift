public import CaseFile
public import Law
internal import XML

// Every dated fact of a case in one line of time.

/// The chronology of a case, and what it is told with.
public struct CaseChronology {
    public let chronology: Chronology
    public let texts: ChronologyTexts
    public let names: CaseNames
}

extension OpenCase {
    /// - Parameters:
    ///   - from, until: only what can have been in this time; a span counts where it reaches into it.
    ///   - person: only what concerns this party or person, in whatever role.
    ///   - language: nil: the case's.
    public func chronology(
        from: Moment? = nil,
        until: Moment? = nil,
        of person: RecordID? = nil,
        language: String? = nil
    ) throws -> CaseChronology {
        let language = language ?? self.language.rawValue
        let templates = office.templates
        let words = try templates.reportWords()
        let table = try FactTable(parsing: templates.bytes("chronology.xml"))
        let view = try caseFileView(asOf: office.surroundings.moment()).document()
        let names = CaseNames(of: view, words: words, language: language)
        let whole = Chronology(of: view, by: table, language: language, naming: names.name)
        let texts = ChronologyTexts(
            words: words,
            table: table,
            language: language,
            zone: try caseRecord().timeZone.text
        )
        let concerned = try person.map { try roles(of: $0) }
        return CaseChronology(
            chronology: whole.filtered(from: from, until: until, concerning: concerned),
            texts: texts,
            names: names
        )
    }

    /// A person with all the parties that she or he is, from either.
    private func roles(of id: RecordID) throws -> Set<RecordID> {
        let person = (try current(id)?.record.body as? Party)?.person?.to ?? id
        let parties = try list(.party).filter { ($0.record.body as? Party)?.person?.to == person }.map(\.id)
        return Set(parties + [id, person])
    }
}
