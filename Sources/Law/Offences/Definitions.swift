internal import CaseFile
internal import XML

/// The definitions that the offences of a pack share, and how a node that uses one becomes a tree.
struct Definitions {
    private enum State {
        case unread
        /// Being resolved: to meet it again is to go round in a circle.
        case open
        case tree(ElementTree)
        /// In a circle, or too large: whoever uses it has no tree either.
        case broken
    }

    private struct Definition {
        let node: DocumentNode
        let document: PackDocument
        var state = State.unread
    }

    private var definitions: [String: Definition] = [:]
    /// Those that are open, in order, to tell the circle.
    private var path: [String] = []

    init(_ documents: [PackDocument], problems: inout [PackProblem]) {
        for document in documents {
            for node in document.root.all("definition") {
                guard definitions[node.code] == nil else {
                    problems.append(
                        document.problem(.duplicate, at: node, "there is a definition \(node.code) already")
                    )
                    continue
                }
                definitions[node.code] = Definition(node: node, document: document)
            }
        }
        // Also those that no offence uses: a circle among them is a mistake too.
        for code in definitions.keys.sorted() { _ = resolve(code, problems: &problems) }
    }

    /// The tree of a node, its definitions put in; nil where it has none that could be evaluated.
    mutating func tree(
        _ node: DocumentNode,
        in document: PackDocument,
        problems: inout [PackProblem]
    ) -> ElementTree? {
        let nodes = node.all("element")
        let join = node.attribute("join").flatMap(ElementTree.Join.init(rawValue:))
        check(node, hasParts: !nodes.isEmpty, join: join, in: document, problems: &problems)
        var used: ElementTree?
        if let name = node.attribute("use") {
            if let definition = definitions[name] {
                if case .open = definition.state {
                    let circle = path[path.firstIndex(of: name)!...] + [name]
                    problems.append(
                        document.problem(
                            .cycle,
                            at: node,
                            "the definition \(name) uses itself: \(circle.joined(separator: " → "))"
                        )
                    )
                    return nil
                }
                guard let tree = resolve(name, problems: &problems) else { return nil }
                used = tree
            } else {
                problems.append(document.problem(.reference, at: node, "there is no definition \(name)"))
            }
        }
        var parts: [ElementTree] = []
        var isWhole = true
        for node in nodes {
            // All of them are looked at, so that everything wrong is told at once.
            if let part = tree(node, in: document, problems: &problems) {
                parts.append(part)
            } else {
                isWhole = false
            }
        }
        guard isWhole else { return nil }
        let text = node.texts("text")
        let evidence = node.texts("evidence")
        let tree = ElementTree(
            code: node.code,
            text: text.isEmpty ? used?.text ?? LocalizedText(node.code) : text,
            evidence: evidence.isEmpty ? used?.evidence ?? evidence : evidence,
            join: parts.isEmpty ? used?.join : join ?? .all,
            presumption: node.first("presumption")?.citation ?? used?.presumption,
            age: node.ageLimit ?? used?.age,
            confidence: node.confidence ?? used?.confidence,
            parts: parts.isEmpty ? used?.parts ?? [] : parts
        )
        guard tree.count <= ElementTree.largest else {
            problems.append(
                document.problem(
                    .schema,
                    at: node,
                    "the tree of \(node.code) has more than \(ElementTree.largest) elements"
                )
            )
            return nil
        }
        return tree
    }

    private mutating func resolve(_ code: String, problems: inout [PackProblem]) -> ElementTree? {
        guard let definition = definitions[code] else { return nil }
        switch definition.state {
        case .tree(let tree): return tree
        case .broken, .open: return nil
        case .unread: break
        }
        definitions[code]!.state = .open
        path.append(code)
        let tree = tree(definition.node, in: definition.document, problems: &problems)
        path.removeLast()
        definitions[code]!.state = tree.map { .tree($0) } ?? .broken
        return tree
    }

    /// What the schema cannot say of a node.
    private func check(
        _ node: DocumentNode,
        hasParts: Bool,
        join: ElementTree.Join?,
        in document: PackDocument,
        problems: inout [PackProblem]
    ) {
        func require(_ holds: Bool, _ message: String) {
            guard !holds else { return }
            problems.append(document.problem(.schema, at: node, "element \(node.code): \(message)"))
        }
        let uses = node.attribute("use") != nil
        require(
            !uses || !hasParts && join == nil,
            "what stands for a definition has no parts or join of its own"
        )
        require(uses || join == nil || hasParts, "a leaf is proved by evidence and has no join")
        require(!hasParts || join != nil, "say how its parts combine: all or any")
        require(
            uses || node.first("presumption") == nil || hasParts,
            "a presumption needs its foundational facts as parts"
        )
        require(uses || hasParts || !node.texts("text").isEmpty, "say what must be proved")
        if node.first("age") != nil {
            require(!hasParts, "a limit of age belongs to a leaf")
            let age = node.ageLimit
            require(age?.below != nil || age?.from != nil, "an age is below or from a number of years")
            if let below = age?.below, let from = age?.from {
                require(from < below, "nobody is from \(from) and below \(below) years old")
            }
        }
    }
}

extension DocumentNode {
    fileprivate var ageLimit: AgeLimit? {
        guard let age = first("age"),
            let subject = age.attribute("of").flatMap(AgeLimit.Subject.init(rawValue:))
        else { return nil }
        return AgeLimit(
            subject,
            below: age.attribute("below").flatMap { Int($0) },
            from: age.attribute("from").flatMap { Int($0) }
        )
    }
}
