internal import CaseFile
internal import XML

/// Reads editions.xml and the files that it includes, and holds them to what an edition must have.
struct EditionReading {
    private(set) var editions: [EditionRules] = []
    private(set) var problems: [PackProblem] = []

    private let documents: [PackDocument]
    private let vocabularies: [String: Vocabulary]
    /// What expressions may speak of.
    private var names: Set<String>
    private var sets: [FactSet] = []
    private var reasons: [String: DocumentNode] = [:]

    /// - Parameter documents: valid by pack.xsd; the first is editions.xml.
    init(
        _ documents: [PackDocument],
        vocabularies: [String: Vocabulary],
        classes: some Sequence<String>
    ) {
        self.documents = documents
        self.vocabularies = vocabularies
        names = EditionFacts.builtIn.union(classes.map { "class-\($0)" })
        readSets()
        readReasons()
        for document in documents {
            for node in [document.root] + document.root.all("edition") where node.local == "edition" {
                read(node, in: document)
            }
        }
    }

    /// A set may speak of those before it.
    private mutating func readSets() {
        for document in documents {
            for node in document.root.all("set") {
                let set = FactSet(node)
                report(unknownKinds(node, in: document))
                report(set.problems(in: document.path))
                report(set.select.problem(in: document.path, knowing: names))
                if names.insert(set.name).inserted {
                    sets.append(set)
                } else {
                    problems.append(
                        document.problem(
                            .duplicate,
                            at: node,
                            "there is a set or variable \(set.name) already"
                        )
                    )
                }
            }
        }
    }

    private mutating func readReasons() {
        for document in documents {
            for node in document.root.all("reason") {
                if reasons.updateValue(node, forKey: node.code) != nil {
                    problems.append(
                        document.problem(.duplicate, at: node, "there is a reason \(node.code) already")
                    )
                }
            }
        }
    }

    private mutating func read(_ node: DocumentNode, in document: PackDocument) {
        if editions.contains(where: { $0.code == node.code }) {
            problems.append(
                document.problem(.duplicate, at: node, "there is an edition \(node.code) already")
            )
        }
        checkWord(node.code, of: "edition/name", at: node, in: document)
        let role = node.attribute("for")
        if let role { checkWord(role, of: "party/role", at: node, in: document) }

        var withholding = [WithholdingRule.unmentioned]
        var rules: [Kind: [EditionRules.Rule]] = [:]
        var earlier: [Kind: [EditionRules.Rule]] = [:]
        var contents: [EditionRules.Rule] = []
        var followers: [Kind: [String]] = [:]
        var links: [Kind: [String]] = [:]
        for child in node.elements {
            let kinds = child.words("kinds").compactMap(Kind.init(rawValue:))
            report(unknownKinds(child, in: document))
            let test = PackExpression(child, "where")
            if let test { report(test.problem(in: document.path, knowing: names)) }
            switch child.local {
            case "show":
                add(.init(test: test, withholds: nil), to: &rules, kinds, at: child, in: document)
            case "withhold", "withhold-earlier", "withhold-contents":
                withholding.append(rule(child, in: document))
                let rule = EditionRules.Rule(test: test, withholds: withholding.count - 1)
                switch child.local {
                case "withhold": add(rule, to: &rules, kinds, at: child, in: document)
                case "withhold-earlier": for kind in kinds { earlier[kind, default: []].append(rule) }
                default: contents.append(rule)
                }
            case "follow":
                let has = ["kinds", "of", "from", "by"].map { child.attribute($0) != nil }
                if ![[true, true, false, false], [false, false, true, true]].contains(has) {
                    problems.append(
                        document.problem(.schema, at: child, "follow has kinds and of, or from and by")
                    )
                }
                for kind in kinds { followers[kind, default: []] += child.words("of") }
                if let kind = child.attribute("from").flatMap(Kind.init(rawValue:)) {
                    links[kind, default: []] += child.words("by")
                }
            default: break
            }
        }
        for kind in Kind.allCases where rules[kind]?.last.map({ $0.test == nil }) != true {
            problems.append(
                document.problem(
                    .unmentioned,
                    at: node,
                    rules[kind] == nil
                        ? "the edition \(node.code) says nothing of \(kind): none is shown"
                        : "the edition \(node.code) says of \(kind) only what becomes of some: the others are not shown"
                )
            )
        }
        let expressions = (Array(rules.values) + Array(earlier.values) + [contents]).joined().compactMap(
            \.test
        )
        let needed = FactSet.needed(of: sets, for: Array(expressions))
        editions.append(
            EditionRules(
                code: node.code,
                label: node.texts("label"),
                purpose: node.texts("purpose"),
                recipientRole: role,
                factKinds: needed.reduce(into: role == nil ? [] : [Kind.party]) { $0.formUnion($1.kinds) },
                sets: needed,
                rules: rules,
                earlier: earlier,
                contents: contents,
                followers: followers,
                links: links,
                withholding: withholding
            )
        )
    }

    /// After a rule without a test no other is asked.
    private mutating func add(
        _ rule: EditionRules.Rule,
        to rules: inout [Kind: [EditionRules.Rule]],
        _ kinds: [Kind],
        at node: DocumentNode,
        in document: PackDocument
    ) {
        for kind in kinds {
            if let last = rules[kind]?.last, last.test == nil {
                problems.append(
                    document.problem(.duplicate, at: node, "what becomes of \(kind) is decided already")
                )
            }
            rules[kind, default: []].append(rule)
        }
    }

    private mutating func rule(_ node: DocumentNode, in document: PackDocument) -> WithholdingRule {
        let code = node.attribute("reason") ?? ""
        let reason = reasons[code]
        if reason == nil {
            problems.append(document.problem(.reference, at: node, "there is no reason \(code)"))
        }
        return WithholdingRule(
            code: code,
            reason: reason?.texts("text") ?? LocalizedText([:]),
            law: reason?.citations ?? [],
            confidence: reason?.confidence ?? .memory,
            showsKind: !["false", "0"].contains(node.attribute("shows-kind")),
            isAlone: ["true", "1"].contains(node.attribute("alone"))
        )
    }

    private func unknownKinds(_ node: DocumentNode, in document: PackDocument) -> [PackProblem] {
        (node.words("kinds") + [node.attribute("from")].compactMap(\.self)).filter {
            Kind(rawValue: $0) == nil
        }
        .map { document.problem(.reference, at: node, "there is no kind of record \($0)") }
    }

    private mutating func checkWord(
        _ word: String,
        of path: String,
        at node: DocumentNode,
        in document: PackDocument
    ) {
        let vocabularies = vocabularies.values.filter { $0.paths.contains(path) }
        guard !vocabularies.contains(where: { $0[word] != nil }) else { return }
        problems.append(
            document.problem(.reference, at: node, "'\(word)' is no word that the pack has for \(path)")
        )
    }

    private mutating func report(_ problem: PackProblem?) {
        if let problem { problems.append(problem) }
    }

    private mutating func report(_ problems: [PackProblem]) { self.problems += problems }
}

extension EditionReading {
    /// Some mistakes in an expression show only when it is evaluated: every set, and every test on every record that it is
    /// for. An edition that is for a party is tried with each of them.
    func problems(on caseFile: Document, classes: [String: [String]]) -> [PackProblem] {
        var problems: [PackProblem] = []
        var values = FactSet.variables(of: classes)
        for name in EditionFacts.builtIn { values[name] = "" }
        for (document, node) in documents.flatMap({ document in
            document.root.all("set").map { (document, $0) }
        }) {
            let set = FactSet(node)
            do throws(XMLError) { values[set.name] = try set.value(in: caseFile, values) } catch {
                problems.append(document.problem(.rule, at: node, "\(set.name): \(error.reason)"))
            }
        }
        guard problems.isEmpty else { return problems }
        let records = Dictionary(
            grouping: caseFile.root.elements.first { $0.local == "records" }?.elements ?? [],
            by: \.local
        )
        for document in documents {
            for edition in [document.root] + document.root.all("edition") {
                for node in edition.elements {
                    guard let test = PackExpression(node, "where") else { continue }
                    let kinds = node.local == "withhold-contents" ? ["file"] : node.words("kinds")
                    for record in kinds.flatMap({ records[$0] ?? [] }) {
                        do throws(XMLError) { _ = try test.isTrue(at: record, values) } catch {
                            problems.append(document.problem(.rule, at: node, error.reason))
                            break
                        }
                    }
                }
            }
        }
        return problems
    }
}
