/// The law of a jurisdiction, as data: read from a pack's folder and found sound.
public struct Pack: Sendable {
    /// in, ew.
    public let code: String
    public let version: String
    public let name: LocalizedText
    public let about: LocalizedText
    /// The languages that its labels have; English first.
    public let languages: [String]
    /// The zone of its clocks where a case does not say another.
    public let timeZone: String
    public let numberings: [Numbering]
    /// By name.
    public let vocabularies: [String: Vocabulary]
    public let courts: [String: LocalizedText]
    public let statementKinds: [PaperKind]
    public let formalities: [PaperKind]
    public let acts: Acts
    public let offences: Offences
    public let rules: [ReadinessRule]
    public let compiledRules: CompiledRules
    public let deadlines: DeadlineRules
    /// Who must not be made known; without any rule where the pack has none.
    public let protection: ProtectionRules
    /// What each edition shows. Where it has none, the pack knows no edition but the whole file.
    public let editions: [EditionRules]
    /// The codes of the offences of each class.
    public let offenceClasses: [String: [String]]

    /// The edition of this code.
    public func edition(_ code: String) -> EditionRules? { editions.first { $0.code == code } }

    /// What people are shown for a word: its label, or the word itself.
    public func label(_ vocabulary: String, _ code: String, in language: String) -> String {
        vocabularies[vocabulary]?[code]?.label.text(in: language) ?? code
    }

    /// Citations for people: `POCSO s.23; Nipun Saxena v. Union of India, …`.
    public func text(of citations: [Citation], in language: String) -> String {
        citations.map { acts.text(of: $0, in: language) }.joined(separator: "; ")
    }

    /// A citation for people; what was not read in a source says so.
    public func text(of citations: [Citation], confidence: Confidence, in language: String) -> String {
        let texts = text(of: citations, in: language)
        return confidence == .read
            ? texts : "\(texts) (\(label("confidence", confidence.rawValue, in: language)))"
    }
}
