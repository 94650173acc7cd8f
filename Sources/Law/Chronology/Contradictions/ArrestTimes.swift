internal import CaseFile
internal import XML

extension ContradictionRule {
    /// When somebody was arrested, by the arrest and by what became of the party. A party that was arrested twice has two
    /// arrests, and each status must fit one of them.
    static let arrestTimes = ContradictionRule("arrest-times") { records in
        let arrests = Dictionary(grouping: records.of(.arrest)) { $0.target("accused") }
        return records.of(.party).flatMap { party -> [Contradiction] in
            guard let id = party.id, let own = arrests[id] else { return [] }
            return party.children("status").compactMap { status in
                guard status.content("state") == "arrested", let since = status.moment("since"),
                    own.allSatisfy({ $0.moment("at")?.isApart(from: since) == true }), let arrest = own.first,
                    let arrestID = arrest.id, let at = arrest.moment("at")
                else { return nil }
                return Contradiction(
                    about: id,
                    [.init(arrestID, "arrest/at", at), .init(id, "party/status/since", since)]
                )
            }
        }
    }
}
