public import CaseFile

extension Finding {
    /// What the state machine of custody found, in the same report.
    ///
    /// - Parameters:
    ///   - name: what the file calls a record.
    ///   - title: of the rule in the reader's language; nil: its own, in English.
    public init(
        _ custody: CustodyFinding,
        title: String? = nil,
        naming name: (RecordID) -> String
    ) {
        let rule = CustodyRules.rule(custody.code)
        let english = rule?.title ?? custody.code
        self.init(
            rule: custody.code,
            source: .custody,
            severity: custody.isOutstanding ? .note : custody.severity == .blocker ? .blocker : .warning,
            record: custody.event ?? custody.exhibit,
            title: title ?? english,
            text: Self.text(custody, naming: name)
        )
        related = [custody.exhibit, custody.against].compactMap { $0 }.filter { $0 != record }
        law = rule?.basis.map { .named($0.rawValue) } ?? []
        remedy =
            custody.isOutstanding
            ? "Record the event that ends it, when it has happened."
            : "If the register of the one who had it says otherwise, record or amend the event; if not, have it explained in a statement, and answer the finding."
        mender = "store-keeper"
    }

    private static func text(
        _ custody: CustodyFinding,
        naming name: (RecordID) -> String
    ) -> String {
        func words(_ facts: [CustodyFact]) -> String {
            let words = facts.map { fact in
                switch fact {
                case .person(let id), .place(let id), .exhibit(let id): name(id)
                default: fact.description
                }
            }
            return words.isEmpty ? "nothing" : words.joined(separator: ", ")
        }
        let exhibit = name(custody.exhibit)
        if custody.expected.isEmpty && custody.found.isEmpty { return exhibit }
        return "\(exhibit): expected \(words(custody.expected)), found \(words(custody.found))"
    }
}
