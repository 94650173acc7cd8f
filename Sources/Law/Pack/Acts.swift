internal import XML

/// The laws and authorities that a pack cites.
public struct Acts: Sendable {
    public let acts: [Act]
    public let authorities: [Authority]
    private let byCode: [String: Int]
    private let authorityByCode: [String: Int]

    public init(acts: [Act], authorities: [Authority]) {
        self.acts = acts
        self.authorities = authorities
        byCode = Dictionary(acts.enumerated().map { ($1.code, $0) }) { first, _ in first }
        authorityByCode = Dictionary(authorities.enumerated().map { ($1.code, $0) }) { first, _ in first }
    }

    public subscript(code: String) -> Act? { byCode[code].map { acts[$0] } }
    public func authority(_ code: String) -> Authority? { authorityByCode[code].map { authorities[$0] } }

    /// Whether the pack has what is cited: the section itself, or one that it is a sub-section or clause of.
    public func resolves(_ citation: Citation) -> Bool {
        switch citation {
        case .authority(let code): authority(code) != nil
        case .named: true
        case .section(let act, ""): self[act] != nil
        case .section(let act, let section): self[act]?.section(section) != nil
        }
    }

    /// A citation in full, for people: `BNSS s.58`; `Mihir Rajesh Shah v. State of Maharashtra, 2025 INSC 1288`.
    public func text(of citation: Citation, in language: String) -> String {
        guard case .authority(let code) = citation, let authority = authority(code) else {
            return citation.description
        }
        let title = authority.title.text(in: language)
        return authority.citation.map { "\(title), \($0)" } ?? title
    }

    /// A law.
    public struct Act: Sendable {
        /// Its short name: BNS, ITPA.
        public let code: String
        public let title: LocalizedText
        /// In force from the beginning of this day.
        public let from: String?
        /// In force until the end of this day.
        public let until: String?
        public let confidence: Confidence
        public let sections: [Section]

        /// The section of that number, or the nearest one that it is a part of: 193(3)(i) is a part of 193(3) and of 193.
        public func section(_ number: String) -> Section? {
            var number = Substring(number)
            while true {
                if let section = sections.first(where: { $0.number == number }) { return section }
                guard number.hasSuffix(")"), let open = number.lastIndex(of: "(") else { return nil }
                number = number[..<open]
            }
        }
    }

    public struct Section: Sendable {
        public let number: String
        public let title: LocalizedText
        /// What governs acts done before this law was in force.
        public let predecessors: [Citation]
        public let confidence: Confidence?
    }

    /// A judgment, a practice direction, a standard.
    public struct Authority: Sendable {
        public let code: String
        public let citation: String?
        public let title: LocalizedText
        public let holding: LocalizedText
        public let confidence: Confidence
    }
}

extension Acts {
    init(_ document: PackDocument, problems: inout [PackProblem]) {
        let acts = document.root.all("act").map { node in
            Act(
                code: node.code,
                title: node.texts("title"),
                from: node.attribute("from"),
                until: node.attribute("until"),
                confidence: node.confidence ?? .memory,
                sections: node.all("section").map { section in
                    Section(
                        number: section.attribute("number") ?? "",
                        title: section.texts("title"),
                        predecessors: section.all("predecessor").compactMap(\.citation),
                        confidence: section.confidence
                    )
                }
            )
        }
        let authorities = document.root.all("authority").map { node in
            Authority(
                code: node.code,
                citation: node.attribute("citation"),
                title: node.texts("title"),
                holding: node.texts("holding"),
                confidence: node.confidence ?? .memory
            )
        }
        self.init(acts: acts, authorities: authorities)
        for act in document.root.all("act") {
            var seen: Set<String> = []
            for section in act.all("section") {
                let number = section.attribute("number") ?? ""
                if !seen.insert(number).inserted {
                    problems.append(
                        document.problem(.duplicate, at: section, "\(act.code) has section \(number) twice")
                    )
                }
                for predecessor in section.all("predecessor") {
                    guard let citation = predecessor.citation, !resolves(citation) else { continue }
                    problems.append(
                        document.problem(.citation, at: predecessor, "\(citation) is not in acts.xml")
                    )
                }
            }
        }
    }
}
