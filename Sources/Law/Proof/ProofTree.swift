public import CaseFile

/// The tree of one charge: its nodes in order, each before its parts, and the facts that they stand for.
public struct ProofTree: Sendable {
    public internal(set) var nodes: [Node] = []
    /// A code that stands twice in the tree is one fact.
    public internal(set) var facts: [Fact] = []
    public internal(set) var differences: [TreeDifference] = []

    public struct Node: Sendable {
        public let code: String
        /// The record; nil where only the pack has it.
        public let element: RecordID?
        /// As the record has it.
        public let text: FreeText?
        public let packText: LocalizedText
        /// What usually proves it.
        public let evidence: LocalizedText
        public let parent: Int?
        public let depth: Int
        /// Nil for a leaf.
        public let join: OffenceElement.Join?
        public let presumption: Citation?
        /// The index of its fact.
        public let fact: Int
        /// Its parts, by their indices.
        public internal(set) var parts: [Int] = []

        public var isLeaf: Bool { join == nil }
    }

    public struct Fact: Sendable {
        public let code: String
        /// The nodes that stand for it.
        public internal(set) var nodes: [Int] = []
        /// The matrix's links to what proves it or speaks against it.
        public internal(set) var links: [Int] = []
        /// Whether the ages on record allow it, where it is a limit of age.
        public internal(set) var age: AgeCheck?
    }

    /// What is proved: by node and by fact.
    public struct State: Hashable, Sendable {
        public internal(set) var nodes: [Bool]
        public internal(set) var facts: [Bool]

        /// The whole charge.
        public var isProved: Bool { nodes.first ?? false }
    }
}

extension ProofTree {
    init(_ root: MergedElement?, differences: [TreeDifference]) {
        self.differences = differences
        var factOf: [String: Int] = [:]
        func add(_ merged: MergedElement, parent: Int?, depth: Int) {
            let fact = factOf[merged.code] ?? facts.count
            if fact == facts.count {
                factOf[merged.code] = fact
                facts.append(Fact(code: merged.code))
            }
            let index = nodes.count
            facts[fact].nodes.append(index)
            nodes.append(
                Node(
                    code: merged.code,
                    element: merged.record,
                    text: merged.text,
                    packText: merged.packText,
                    evidence: merged.evidence,
                    parent: parent,
                    depth: depth,
                    join: merged.parts.isEmpty ? nil : merged.join ?? .all,
                    presumption: merged.parts.isEmpty ? nil : merged.presumption,
                    fact: fact
                )
            )
            if let parent { nodes[parent].parts.append(index) }
            for part in merged.parts { add(part, parent: index, depth: depth + 1) }
        }
        if let root { add(root, parent: nil, depth: 0) }
    }

    /// Which nodes are proved, given which facts are.
    func state(_ facts: [Bool]) -> State {
        var proved = [Bool](repeating: false, count: nodes.count)
        // Parts come after their whole.
        for index in nodes.indices.reversed() {
            let node = nodes[index]
            switch node.join {
            case nil: proved[index] = facts[node.fact]
            case .all: proved[index] = node.parts.allSatisfy { proved[$0] }
            case .any: proved[index] = node.parts.contains { proved[$0] }
            }
        }
        return State(nodes: proved, facts: facts)
    }

    /// Whether the tree is proved, given which facts are.
    func isProved(_ facts: [Bool]) -> Bool { state(facts).isProved }

    /// The node that tells best what a fact is: one of the records, else the first.
    public func node(of fact: Int) -> Node {
        let all = facts[fact].nodes
        return nodes[all.first { nodes[$0].element != nil } ?? all[0]]
    }

    /// Whether a fact stands somewhere as a leaf, where evidence proves it.
    public func isLeaf(_ fact: Int) -> Bool { facts[fact].nodes.contains { nodes[$0].isLeaf } }
}

extension ProofTree.Node {
    /// What must be proved, in the language asked for where the file or the pack has it.
    public func text(in language: String, naming name: (RecordID) -> String) -> String {
        func base(_ tag: String) -> Substring { tag.prefix { $0 != "-" } }
        if let text, base(text.language.rawValue) == base(language) { return text.plain(name) }
        if packText.languages.contains(where: { base($0) == base(language) }) {
            return packText.text(in: language)
        }
        return text?.plain(name) ?? (packText.isEmpty ? code : packText.text(in: language))
    }
}
