public import CaseFile
internal import XML

/// A named set of records of a case, that the expressions of a pack speak of as `$name`: the ids, each between spaces.
///
/// It is asked of a case file that holds only the records of some kinds, so that a case of half a million records never
/// stands in memory as a tree.
public struct FactSet: Hashable, Sendable {
    public let name: String
    /// The kinds that its expression looks at.
    public let kinds: Set<Kind>
    let select: PackExpression

    init(_ node: DocumentNode) {
        name = node.attribute("name") ?? ""
        kinds = Set(node.words("kinds").compactMap(Kind.init(rawValue:)))
        select = PackExpression(node.attribute("select") ?? "", line: node.line)
    }

    /// Its ids in a case file: a record stands for itself, a reference for what it refers to, and any other element for the
    /// record that it is in.
    func value(in document: Document, _ facts: [String: String]) throws(XMLError) -> String {
        var ids: Set<String> = []
        var text = " "
        for node in try select.nodes(in: document, facts) {
            guard let id = node.recordOrReference, ids.insert(id).inserted else { continue }
            text += id + " "
        }
        return text
    }

    /// A kind that it looks for and that is not among its kinds would never be found.
    func problems(in file: String) -> [PackProblem] {
        select.recordNames.compactMap { name in
            guard let kind = Kind(rawValue: name), kinds.contains(kind) else {
                return PackProblem(
                    .reference,
                    file: file,
                    line: select.line,
                    "the set \(self.name) looks for \(name), which is not among its kinds"
                )
            }
            return nil
        }
    }
}

extension FactSet {
    /// The sets of a file that some expressions need, those that they lean on among them, in the file's order.
    static func needed(of sets: [FactSet], for expressions: [PackExpression]) -> [FactSet] {
        var names = Set(expressions.flatMap(\.variables))
        var needed: [FactSet] = []
        for set in sets.reversed() where names.contains(set.name) {
            needed.insert(set, at: 0)
            names.formUnion(set.select.variables)
        }
        return needed
    }

    /// What packs' expressions may call the classes of offences: `$class-pocso`, the codes each between spaces.
    static func variables(of classes: [String: [String]]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: classes.map { name, codes in
                ("class-\(name)", " " + codes.map { $0 + " " }.joined())
            }
        )
    }
}

extension DocumentNode {
    private var isRecord: Bool { parent?.local == "records" }

    /// The id of the record that this is, of what it refers to, or of the record that it is in.
    var recordOrReference: String? {
        if isRecord { return attribute("id") }
        if let target = attribute("to") { return target }
        return recordNode?.attribute("id")
    }

    /// The record that this is, or is in.
    var recordNode: DocumentNode? {
        var node: DocumentNode? = self
        while let current = node {
            if current.isRecord { return current }
            node = current.parent
        }
        return nil
    }
}
