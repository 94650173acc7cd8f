public import CaseFile
public import XML

/// What is true of one case that the rules of an edition ask for: the sets that they name, as texts of ids.
public struct EditionFacts: Sendable {
    let values: [String: String]

    /// - Parameters:
    ///   - document: a case file with the current records of the edition's `factKinds`; others do not matter.
    ///   - recipient: the party that the edition is made for, where it is for one.
    ///   - protected: the persons who are protected, those of whom it cannot be told among them.
    ///   - classes: the codes of the offences of each class.
    /// - Throws: where an expression cannot be evaluated.
    public init(
        for rules: EditionRules,
        in document: Document,
        recipient: RecordID? = nil,
        protected: some Sequence<RecordID> = [RecordID](),
        classes: [String: [String]] = [:]
    ) throws(XMLError) {
        var values = FactSet.variables(of: classes)
        values["recipient"] = recipient?.description ?? ""
        values["recipient-person"] = ""
        values["protected"] = " " + protected.map { "\($0) " }.joined()
        if let recipient {
            let person = PackExpression(
                "/c:caseFile/c:records/c:party[@id = $recipient]/c:person",
                line: 0
            )
            let nodes = try person.nodes(in: document, ["recipient": recipient.description])
            values["recipient-person"] = nodes.first?.attribute("to") ?? ""
        }
        for set in rules.sets { values[set.name] = try set.value(in: document, values) }
        self.values = values
    }

    /// What every edition may speak of beside its sets and the classes of offences.
    static let builtIn: Set<String> = ["recipient", "recipient-person", "protected"]
}
