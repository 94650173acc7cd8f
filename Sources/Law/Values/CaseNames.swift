public import CaseFile
public import XML

/// What the file calls its records: an exhibit by its mark, a party by its code, a document by its number.
///
/// A person is named by code, number of the witness, pseudonym or post, so that a report may be shown: what a person's
/// record has as name is only the last resort, and a protected person's has none.
public struct CaseNames {
    private var records: [RecordID: DocumentNode] = [:]
    private var parties: [RecordID: [DocumentNode]] = [:]
    private let words: ReportWords
    private let language: String

    public init(of caseFile: Document, words: ReportWords, language: String) {
        self.words = words
        self.language = language
        for record in caseFile.root.elements.first(where: { $0.local == "records" })?.elements ?? [] {
            guard let id = record.attribute("id").flatMap({ RecordID($0) }), record.local != "superseded"
            else { continue }
            records[id] = record
            if record.local == "party", let person = record.target("person") {
                parties[person, default: []].append(record)
            }
        }
    }

    /// What the file calls a party, an exhibit, a document or the case, without any name; nil where it has no such code.
    public func code(of id: RecordID) -> String? {
        guard let record = records[id] else { return nil }
        switch record.local {
        case "party": return record.content("code") ?? record.content("witnessNumber")
        case "person":
            let roles = parties[id] ?? []
            return roles.lazy.compactMap { $0.content("code") }.first
                ?? roles.lazy.compactMap { $0.content("witnessNumber") }.first
        case "exhibit": return record.content("mark")
        case "document", "case": return record.content("number")
        case "arrest": return record.target("accused").flatMap { code(of: $0) }
        default: return nil
        }
    }

    public func kind(of id: RecordID) -> String? { records[id]?.local }

    /// A record for a list of many kinds: its kind, in the reader's language, before what the file calls it.
    public func title(of id: RecordID) -> String {
        let name = name(of: id)
        guard let record = records[id] else { return name }
        let kind = words.text("kind.\(record.local)", in: language)
        return name.hasPrefix(kind) ? name : "\(kind) \(name)"
    }

    public func name(of id: RecordID?) -> String {
        guard let id else { return "" }
        guard let record = records[id] else { return id.description }
        let kind = words.text("kind.\(record.local)", in: language)
        func with(_ parts: String?...) -> String {
            ([kind] + parts.compactMap { $0 }.filter { !$0.isEmpty }).joined(separator: " ")
        }
        switch record.local {
        case "party":
            return record.content("code") ?? record.content("witnessNumber")
                ?? person(record.target("person"))
        case "person": return person(id)
        case "exhibit": return record.content("mark") ?? kind
        case "document": return record.content("number") ?? record.content("title") ?? kind
        case "case": return record.content("number") ?? kind
        case "agency": return record.content("code") ?? kind
        case "place", "file": return record.content("name") ?? kind
        case "incident": return record.content("title") ?? kind
        case "arrest": return with(name(of: record.target("accused")))
        case "search": return with(record.content("startedAt").map { String($0.prefix(10)) })
        case "statement": return with(record.content("kind"), person(record.target("maker")))
        case "examination":
            return with(
                record.content("kind"),
                name(of: record.target("examinee") ?? record.target("exhibit"))
            )
        case "charge": return with(name(of: record.target("accused")), record.content("offence"))
        case "element": return with(name(of: record.target("charge")), record.content("code"))
        case "proof": return with(name(of: record.target("element")))
        case "custodyEvent": return with(name(of: record.target("exhibit")), record.content("event"))
        case "certificate": return with(name(of: record.target("exhibit")))
        case "translation": return with(name(of: record.target("statement") ?? record.target("document")))
        case "deadline": return with(record.content("rule"))
        case "bundle": return record.content("fileName") ?? kind
        default: return kind
        }
    }

    private func person(_ id: RecordID?) -> String {
        guard let id else { return "" }
        let roles = parties[id] ?? []
        if let code = roles.lazy.compactMap({ $0.content("code") }).first { return code }
        if let number = roles.lazy.compactMap({ $0.content("witnessNumber") }).first { return number }
        guard let record = records[id] else { return "" }
        return record.content("pseudonym") ?? record.content("designation") ?? record.content("name")
            ?? words.text("kind.person", in: language)
    }
}

extension DocumentNode {
    func child(_ local: String) -> DocumentNode? {
        elements.first { $0.local == local && $0.namespace == CaseFileGrammar.namespace }
    }

    /// The text of the first child of this name; nil for none and for white space.
    func content(_ local: String) -> String? {
        guard let text = child(local)?.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            !text.isEmpty
        else { return nil }
        return text
    }

    /// The record that the first child of this name refers to.
    func target(_ local: String) -> RecordID? { child(local)?.attribute("to").flatMap { RecordID($0) } }
}
