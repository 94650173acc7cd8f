internal import CaseFile
internal import XML

/// Records as a person writes them: without a head, and with references by what the file calls a thing.
///
/// A file holds one record, or several in `<drafts>`. In a draft `to` may be a record's id, or its label: an
/// exhibit's mark (`KT/7`), a pseudonym, a party's code (`A1`), an agency's code, a document's number. A record that
/// the file has no name for (a statement, a search) can be given one for the drafts that follow it:
/// `<statement label="first statement">`. A draft that begins with `<amendment>` is a new version of the record of
/// its kind and label.
struct Draft {
    let kind: Kind
    /// What the drafts after this one may call it.
    let handle: String?
    /// Why it replaces the record that there is; nil for a new record.
    let amendment: FreeText?
    private let element: Element

    static func read(_ bytes: [UInt8]) throws -> [Draft] {
        let root: Element
        do { root = try Element(parsing: bytes, limits: .document) } catch {
            throw CaseworkError.draftNotXML(error)
        }
        guard root.name.namespace == CaseFileGrammar.namespace else {
            throw CaseworkError.draftNamespace(found: root.name.namespace)
        }
        guard root.name.local == "drafts" else { return [try Draft(root)] }
        guard !root.elements.isEmpty else { throw RecordError.empty(path: "drafts") }
        for case .text(let text) in root.children where !text.allSatisfy(\.isWhitespace) {
            throw RecordError.unexpected(path: "the text between the drafts")
        }
        return try root.elements.map { try Draft($0) }
    }

    private init(_ element: Element) throws {
        guard element.name.namespace == CaseFileGrammar.namespace,
            let kind = Kind(rawValue: element.name.local)
        else { throw RecordError.unknownKind(element.name.local) }
        self.kind = kind
        var body = element
        handle = element[attribute: "label"]
        body.attributes.removeAll { $0.name.local == "label" && $0.name.namespace.isEmpty }
        if let first = element.elements.first, first.name == CaseFileGrammar.name("amendment") {
            amendment = try FreeText(content: first, path: "\(kind)/amendment")
            let index = body.children.firstIndex { if case .element = $0 { true } else { false } }
            body.children.remove(at: index!)
        } else {
            amendment = nil
        }
        self.element = body
    }

    /// The body, once every label in it is known to mean one record.
    /// - Parameter find: the records of these kinds that are called so.
    func body(
        defaultingPersonTo person: RecordID? = nil,
        find: (_ label: String, _ kinds: Set<Kind>) throws -> [RecordID]
    ) throws -> any RecordBody {
        var element = element
        if let person, element.elements.first?.name != CaseFileGrammar.name("person") {
            var first = Element(CaseFileGrammar.name("person"))
            first.attributes = [Attribute(local: "to", value: person.description)]
            element.children.insert(.element(first), at: 0)
        }
        return try kind.bodyType.init(draft: resolved(element, path: kind.rawValue, find: find))
    }

    private func resolved(
        _ element: Element,
        path: String,
        find: (String, Set<Kind>) throws -> [RecordID]
    ) throws -> Element {
        var resolved = element
        if let index = element.attributes.firstIndex(where: { $0.name.local == "to" }) {
            let label = element.attributes[index].value
            if RecordID(label) == nil {
                let kinds = ReferenceTargets.kinds(of: element.name.local)
                let found = try find(label, kinds)
                guard found.count == 1 else {
                    throw CaseworkError.label(
                        label,
                        path: path,
                        kinds: kinds.sorted { $0.rawValue < $1.rawValue },
                        found: found
                    )
                }
                resolved.attributes[index].value = found[0].description
            }
        }
        resolved.children = try element.children.map { child in
            guard case .element(let inner) = child else { return child }
            return .element(try self.resolved(inner, path: path + "/" + inner.name.local, find: find))
        }
        return resolved
    }
}
