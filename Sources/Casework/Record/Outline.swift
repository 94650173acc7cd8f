public import CaseFile
internal import XML

// A record for people: its fields as an outline, and as a draft to be edited.

extension StoredRecord {
    /// The record without its head, laid out for an editor; `dossier amend --from` takes it back.
    public func draft() throws -> [UInt8] {
        Array(try record.body.element().laidOut(indent: 0, isRoot: true).utf8) + [0x0A]
    }

    /// Field by field, references by what the file calls them.
    public func outline(naming: (RecordID) throws -> String) throws -> [String] {
        var lines: [String] = []
        for child in try record.body.element().elements { try child.outline(into: &lines, depth: 0, naming) }
        return lines
    }
}

extension Record {
    /// The same of a record that came from elsewhere; references by id.
    public func outline() throws -> [String] { try body.shortened().outline() }
}

extension OpenedIdentity {
    /// In clear, as a draft that `dossier identity add` takes back.
    public func draft() throws -> [UInt8] {
        Array(try identity.element().laidOut(indent: 0, isRoot: true).utf8) + [0x0A]
    }

    /// Field by field, in clear; pictures by their size.
    public func outline() throws -> [String] { try identity.shortened().outline() }
}

extension RecordBody {
    /// The element, with the size of each picture in place of its bytes.
    fileprivate func shortened() throws -> Element {
        guard var identity = self as? Identity else { return try element() }
        let sizes = identity.pictures.map { "\($0.mediaType.text), \($0.content.bytes.count) bytes" }
        identity.pictures = []
        var element = try identity.element()
        for size in sizes {
            var picture = Element(CaseFileGrammar.name("picture"))
            picture.children = [.text(size)]
            element.children.append(.element(picture))
        }
        return element
    }
}

extension Element {
    fileprivate func outline() throws -> [String] {
        var lines: [String] = []
        for child in elements { try child.outline(into: &lines, depth: 0) { $0.description } }
        return lines
    }

    private var hasText: Bool { children.contains { if case .text = $0 { true } else { false } } }

    fileprivate func outline(
        into lines: inout [String],
        depth: Int,
        _ naming: (RecordID) throws -> String
    ) throws {
        let indent = String(repeating: "  ", count: depth)
        if let target = self[attribute: "to"].flatMap({ RecordID($0) }) {
            lines.append("\(indent)\(name.local): \(try naming(target))")
        } else if hasText {
            let language = self[attribute: "language"].map { " [\($0)]" } ?? ""
            lines.append("\(indent)\(name.local)\(language): \(try plain(naming))")
        } else {
            lines.append("\(indent)\(name.local):")
            for child in elements { try child.outline(into: &lines, depth: depth + 1, naming) }
        }
    }

    private func plain(_ naming: (RecordID) throws -> String) throws -> String {
        try children.map { child in
            switch child {
            case .text(let text): text
            case .element(let ref): try ref[attribute: "to"].flatMap { RecordID($0) }.map(naming) ?? ""
            }
        }.joined()
    }

    /// White space goes between elements only: inside of a text it would be text.
    fileprivate func laidOut(indent: Int, isRoot: Bool) throws -> String {
        let space = String(repeating: "  ", count: indent)
        guard !hasText, !elements.isEmpty else {
            var alone = self
            if alone.children.isEmpty { alone.children = [] }
            return space + (try alone.markup())
        }
        var start = self
        start.children = []
        let tag = try start.markup()
        var text = space + tag.replacing("></\(name.local)>", with: ">") + "\n"
        for child in elements { text += try child.laidOut(indent: indent + 1, isRoot: false) + "\n" }
        return text + space + "</\(name.local)>"
    }

    /// The element's canonical form; below the root the namespace is known already.
    private func markup() throws -> String {
        let markup = String(decoding: try canonicalBytes(), as: UTF8.self)
        guard name.local != "drafts", Kind(rawValue: name.local) == nil || self[attribute: "to"] != nil else {
            return markup
        }
        return markup.replacing(" xmlns=\"\(CaseFileGrammar.namespace)\"", with: "")
    }
}
