public import CaseFile
internal import XML

// What the whole file calls a protected person: unique in the case, the same in every edition, never changed, and
// never made from anything of the person.

/// How a pseudonym is chosen. Whether one that was given tells something, `LeakMatcher` says.
enum Pseudonyms {
    /// A word of the list that none in the case is called, in the case's language where the list has it.
    /// - Parameter isTaken: of any label of a word: the same word in another language is the same word.
    static func draw(
        from list: Element,
        in language: LanguageTag,
        isTaken: (String) throws -> Bool,
        using random: inout some RandomNumberGenerator
    ) throws -> String? {
        let words = list.elements.filter { $0.name.local == "word" }.map { word in
            word.elements.filter { $0.name.local == "label" }.map { label in
                (
                    language: label[attribute: "language"] ?? "",
                    text: label.children.compactMap { if case .text(let text) = $0 { text } else { nil } }
                        .joined()
                )
            }
        }
        let primary = language.rawValue.split(separator: "-").first.map(String.init) ?? "en"
        // Past the list's end its words go round with a number.
        for round in 1...99 {
            let suffix = round == 1 ? "" : " \(round)"
            let free = try words.filter { labels in
                try !labels.contains { try isTaken($0.text + suffix) }
            }
            if let labels = free.randomElement(using: &random) {
                let label = labels.first { $0.language == primary } ?? labels.first { $0.language == "en" }
                return label.map { $0.text + suffix }
            }
            if words.isEmpty { return nil }
        }
        return nil
    }
}

extension OpenCase {
    /// A pseudonym for a person whose name must not stand in the file: a word of the pack, by chance.
    public func drawPseudonym() throws -> Code {
        let jurisdiction = try caseRecord().jurisdiction.text
        guard office.templates.packCodes().contains(jurisdiction) else {
            throw CaseworkError.noPack(jurisdiction, known: office.templates.packCodes())
        }
        let path = "\(Templates.jurisdictions)/\(jurisdiction)/words/pseudonym.xml"
        let list: Element
        do { list = try Element(parsing: try office.templates.bytes(path), limits: .document) } catch {
            throw CaseworkError.noPseudonymLeft(pack: jurisdiction)
        }
        // A word that is part of somebody's name is taken too.
        var taken: Set<String> = []
        for person in try self.list(.person) {
            guard let body = person.record.body as? Person else { continue }
            let names =
                (body.names + body.aliases).map { $0.plain() } + [body.pseudonym?.text].compactMap { $0 }
            for name in names {
                taken.insert(name.lowercased())
                taken.formUnion(name.lowercased().split(separator: " ").map(String.init))
            }
        }
        let random = office.surroundings.random()
        func draw(_ random: some RandomNumberGenerator) throws -> String? {
            var random = random
            return try Pseudonyms.draw(
                from: list,
                in: language,
                isTaken: { taken.contains($0.lowercased()) },
                using: &random
            )
        }
        guard let drawn = try draw(random).flatMap({ Code($0) }) else {
            throw CaseworkError.noPseudonymLeft(pack: jurisdiction)
        }
        return drawn
    }
}
