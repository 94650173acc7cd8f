internal import CaseFile
internal import XML

/// A file of a pack, read and valid.
struct PackDocument {
    static let namespace = "urn:dossier:pack:1"

    /// Its path in the pack's folder.
    let path: String
    let root: DocumentNode

    func problem(_ kind: PackProblem.Kind, at node: DocumentNode, _ message: String) -> PackProblem {
        PackProblem(kind, file: path, line: node.line, message)
    }
}

extension DocumentNode {
    /// The children of this name, in the pack's namespace.
    func all(_ local: String) -> [DocumentNode] {
        elements.filter { $0.local == local && $0.namespace == PackDocument.namespace }
    }

    func first(_ local: String) -> DocumentNode? { all(local).first }

    /// The child of this name in every language that it is there in, runs of white space as one space.
    func texts(_ local: String) -> LocalizedText {
        var texts: [String: String] = [:]
        for node in all(local) {
            guard let language = node.attribute("language") else { continue }
            texts[language] = node.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return LocalizedText(texts)
    }

    var code: String { attribute("code") ?? "" }

    /// A list of words in an attribute.
    func words(_ attribute: String) -> [String] {
        (self.attribute(attribute) ?? "").split(separator: " ").map(String.init)
    }

    var confidence: Confidence? { attribute("confidence").flatMap(Confidence.init(rawValue:)) }

    /// A citation as this element's attributes give it.
    var citation: Citation? {
        if let authority = attribute("authority") { return .authority(authority) }
        guard let act = attribute("act") else { return nil }
        return .section(act: act, section: attribute("section") ?? "")
    }

    var citations: [Citation] { all("citation").compactMap(\.citation) }
}
