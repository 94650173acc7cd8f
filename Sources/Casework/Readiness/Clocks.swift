public import CaseFile
public import Law
internal import XML

// The statutory clocks of a case: running, met, missed.

/// The clocks of a case, and what they are told with.
public struct CaseClocks {
    public let clocks: Clocks
    public let texts: ClockTexts
    public let names: CaseNames
    public let pack: Pack
    public let language: String
    private let openCase: OpenCase
    private let words: ReportWords

    fileprivate init(
        _ clocks: Clocks,
        of openCase: OpenCase,
        by pack: Pack,
        in view: Document,
        language: String
    ) throws {
        let words = try openCase.office.templates.reportWords()
        self.clocks = clocks
        self.pack = pack
        self.language = language
        self.openCase = openCase
        self.words = words
        texts = ClockTexts(clocks, words: words, language: language)
        names = CaseNames(of: view, words: words, language: language)
    }

    /// The law that a clock rests on, for people.
    public func law(_ clock: Clock) -> String {
        pack.text(of: clock.law, confidence: clock.rule?.confidence ?? .read, in: language)
    }

    /// The clocks as a calendar (RFC 5545), which names nobody.
    public func calendar(of chosen: [Clock]) throws -> [UInt8] {
        CalendarFile(
            clocks,
            caseID: openCase.id,
            caseNumber: try openCase.caseRecord().number.text,
            stamp: openCase.office.surroundings.now(),
            words: words,
            language: language
        ).bytes(of: chosen, code: names.code, law: law)
    }

    /// What they come to in the readiness report.
    public func findings() -> [Finding] {
        clocks.findings(words: words, language: language, naming: names.name)
    }
}

extension OpenCase {
    /// Counts every clock of the case's pack.
    ///
    /// - Parameters:
    ///   - asOf: the time against which what is open is judged, a day at its end; nil: now. What came later is not known yet.
    ///   - language: nil: the case's.
    public func clocks(asOf: Moment? = nil, language: String? = nil) throws -> CaseClocks {
        let now = judged(asOf)
        return try clocks(in: caseFileView(asOf: now).document(), of: pack(), asOf: now, language: language)
    }

    /// The same of a view that is there already.
    func clocks(in view: Document, of pack: Pack, asOf: Moment, language: String?) throws -> CaseClocks {
        let clocks = try Clocks(of: view, by: pack.deadlines, classes: pack.offenceClasses, asOf: asOf)
        return try CaseClocks(
            clocks,
            of: self,
            by: pack,
            in: view,
            language: language ?? self.language.rawValue
        )
    }
}

extension Templates {
    /// The words that reports are written with.
    public func reportWords() throws -> ReportWords {
        try ReportWords(parsing: ["words/report.xml", "words/chronology.xml"].map { try bytes($0) })
    }
}
