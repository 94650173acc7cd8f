internal import CaseFile

/// A node on its way into a charge's tree: from the file's records, from the pack, or both in one.
struct MergedElement {
    var code: String
    /// As the record has it.
    var text: FreeText?
    var packText = LocalizedText([:])
    var evidence = LocalizedText([:])
    /// The record; nil where only the pack has the node.
    var record: RecordID?
    var join: OffenceElement.Join?
    var presumption: Citation?
    var parts: [MergedElement] = []

    init(code: String) { self.code = code }
}

/// How the records of a charge's elements differ from what the law asks for.
public enum TreeDifference: Hashable, Sendable {
    /// The law asks for it as well.
    case missing(code: String)
    /// It was proved as one; the law asks for its parts.
    case notDivided(code: String, parts: [String])
    /// The records combine the parts otherwise. All of them are then asked for.
    case joinedOtherwise(code: String)
    /// An alternative that the law does not have.
    case alternativeNotInLaw(code: String)
    /// Its parents lead nowhere: it stands in no tree, or beside it.
    case loose(code: String)
}

/// Makes one tree of a charge's element records and the tree of its offence.
///
/// The records are the tree. What the pack has beside it is added, so that what nobody thought of shows as unproved.
/// Since a fact is one wherever it stands, what is added takes the proofs that are there already.
struct ElementMerge {
    private(set) var differences: [TreeDifference] = []
    /// Records that are in the tree.
    private(set) var placed: Set<RecordID> = []
    private let elements: [(id: RecordID, body: OffenceElement)]
    private let children: [RecordID: [Int]]
    private let codes: Set<String>
    /// Leaves of the records that evidence is linked to.
    private let provedLeaves: Set<String>

    /// - Parameters:
    ///   - elements: of one charge.
    ///   - proved: those that a proof names.
    init(_ elements: [(id: RecordID, body: OffenceElement)], proved: Set<RecordID>) {
        let elements = elements.enumerated().sorted { a, b in
            let (first, second) = (a.element.body.position?.value, b.element.body.position?.value)
            return (first ?? .max, a.offset) < (second ?? .max, b.offset)
        }.map(\.element)
        let children = Dictionary(
            grouping: elements.indices.filter { elements[$0].body.parentElement != nil },
            by: { elements[$0].body.parentElement!.to }
        )
        self.elements = elements
        self.children = children
        codes = Set(elements.map(\.body.code.text))
        provedLeaves = Set(
            elements.filter { proved.contains($0.id) && children[$0.id] == nil }.map(\.body.code.text)
        )
    }

    /// The tree; nil where neither has one.
    mutating func tree(_ law: ElementTree?) -> MergedElement? {
        guard !elements.isEmpty else { return law.map { Self.node($0, undivided: []) } }
        let ids = Set(elements.map(\.id))
        let roots = elements.indices.filter { index in
            elements[index].body.parentElement.map { !ids.contains($0.to) } ?? true
        }
        var trees = roots.map { node($0) }
        for element in elements where !placed.contains(element.id) {
            differences.append(.loose(code: element.body.code.text))
        }
        for index in roots where elements[index].body.parentElement != nil {
            differences.append(.loose(code: elements[index].body.code.text))
        }
        guard !trees.isEmpty else { return law.map { Self.node($0, undivided: []) } }
        var root: MergedElement
        if trees.count == 1 {
            root = trees.removeFirst()
        } else {
            // Several roots: the charge asks for all of them.
            root = MergedElement(code: law?.code ?? "charge")
            root.join = .all
            root.parts = trees
        }
        if let law { merge(&root, law) }
        return root
    }

    private mutating func node(_ index: Int) -> MergedElement {
        let (id, body) = elements[index]
        placed.insert(id)
        var node = MergedElement(code: body.code.text)
        node.text = body.text
        node.record = id
        node.presumption = body.presumption.map { .section(act: $0.act.text, section: $0.section.text) }
        for child in children[id] ?? [] where !placed.contains(elements[child].id) {
            node.parts.append(self.node(child))
        }
        node.join = node.parts.isEmpty ? nil : body.join ?? .all
        return node
    }

    private static func node(_ law: ElementTree, undivided: Set<String>) -> MergedElement {
        var node = MergedElement(code: law.code)
        node.packText = law.text
        node.evidence = law.evidence
        guard !undivided.contains(law.code) else { return node }
        node.join = law.join
        node.presumption = law.presumption
        node.parts = law.parts.map { Self.node($0, undivided: undivided) }
        return node
    }

    private mutating func merge(_ node: inout MergedElement, _ law: ElementTree) {
        node.packText = law.text
        node.evidence = law.evidence
        // The records may divide what the law does not.
        guard let join = law.join, !law.parts.isEmpty else { return }
        let isBare = node.parts.isEmpty
        if isBare {
            guard !provedLeaves.contains(node.code) else {
                tell(.notDivided(code: node.code, parts: law.parts.map(\.code)))
                return
            }
            node.join = join
        } else if node.join != join {
            tell(.joinedOtherwise(code: node.code))
            node.join = .all
        }
        node.presumption = node.presumption ?? law.presumption
        let own = Set(node.parts.map(\.code))
        for part in law.parts {
            if let index = node.parts.firstIndex(where: { $0.code == part.code }) {
                merge(&node.parts[index], part)
            } else {
                if join == .all { for code in missing(in: part) { tell(.missing(code: code)) } }
                node.parts.append(Self.node(part, undivided: provedLeaves))
            }
        }
        guard join == .any else { return }
        if isBare, law.parts.allSatisfy({ !missing(in: $0).isEmpty }) {
            tell(.missing(code: law.parts.map(\.code).joined(separator: " / ")))
        }
        let known = Set(law.parts.map(\.code))
        for code in own.subtracting(known).sorted() { tell(.alternativeNotInLaw(code: code)) }
    }

    /// A definition that stands in two places differs in both: it is told once.
    private mutating func tell(_ difference: TreeDifference) {
        if !differences.contains(difference) { differences.append(difference) }
    }

    /// What of a part of the law stands nowhere in the records. One of its alternatives is enough.
    private func missing(in law: ElementTree) -> [String] {
        guard !codes.contains(law.code) else { return [] }
        guard let join = law.join, !law.parts.isEmpty else { return [law.code] }
        let parts = law.parts.map { missing(in: $0) }
        return switch join {
        case .all: parts.flatMap { $0 }
        case .any: parts.contains([]) ? [] : [law.code]
        }
    }
}
