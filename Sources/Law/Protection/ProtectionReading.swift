internal import CaseFile
internal import XML

/// Reads protection.xml and holds it to what its rules must have.
struct ProtectionReading {
    let rules: ProtectionRules
    private(set) var problems: [PackProblem] = []
    private let path: String

    /// - Parameter document: valid by pack.xsd; nil where the pack has none.
    init(_ document: PackDocument?, classes: some Sequence<String>) {
        guard let document else {
            rules = ProtectionRules(rules: [], sets: [], kinds: [])
            path = PackFiles.protection
            return
        }
        path = document.path
        var names = Set(classes.map { "class-\($0)" })
        var sets: [FactSet] = []
        for node in document.root.all("set") {
            let set = FactSet(node)
            for kind in node.words("kinds") where Kind(rawValue: kind) == nil {
                problems.append(document.problem(.reference, at: node, "there is no kind of record \(kind)"))
            }
            problems += set.problems(in: path)
            if let problem = set.select.problem(in: path, knowing: names) { problems.append(problem) }
            if !names.insert(set.name).inserted {
                problems.append(
                    document.problem(.duplicate, at: node, "there is a set or variable \(set.name) already")
                )
            }
            sets.append(set)
        }
        var rules: [ProtectionRule] = []
        var kinds: Set<Kind> = [.person]
        for node in document.root.all("protected") {
            let rule = ProtectionRule(node, ranking: .juvenileJusticeAct)
            if rules.contains(rule) {
                problems.append(
                    document.problem(.duplicate, at: node, "there is a rule \(rule.code) already")
                )
            }
            for expression in rule.expressions {
                let own = names.union(["id", "person"])
                if let problem = expression.problem(in: path, knowing: own) { problems.append(problem) }
            }
            for kind in node.words("kinds") {
                guard let known = Kind(rawValue: kind) else {
                    problems.append(
                        document.problem(.reference, at: node, "there is no kind of record \(kind)")
                    )
                    continue
                }
                kinds.insert(known)
            }
            rules.append(rule)
        }
        for set in sets { kinds.formUnion(set.kinds) }
        self.rules = ProtectionRules(rules: rules, sets: sets, kinds: kinds)
        for rule in rules {
            for expression in rule.expressions {
                for name in expression.recordNames where Kind(rawValue: name).map(kinds.contains) != true {
                    problems.append(
                        PackProblem(
                            .reference,
                            file: path,
                            line: expression.line,
                            "\(rule.code) looks for \(name), which is not among its kinds"
                        )
                    )
                }
            }
        }
    }

    /// Some mistakes in an expression show only when it is evaluated.
    func problems(on caseFile: Document, classes: [String: [String]]) -> [PackProblem] {
        var facts = FactSet.variables(of: classes)
        for set in rules.sets {
            do throws(XMLError) { facts[set.name] = try set.value(in: caseFile, facts) } catch {
                return [
                    PackProblem(.rule, file: path, line: set.select.line, "\(set.name): \(error.reason)")
                ]
            }
        }
        return rules.rules.compactMap { rule in
            do throws(XMLError) {
                try rule.evaluate(on: caseFile, facts)
                return nil
            } catch {
                return PackProblem(.rule, file: path, line: rule.each.line, "\(rule.code): \(error.reason)")
            }
        }
    }
}

extension ProtectionRule {
    /// Whether every expression can be evaluated, whomever it finds.
    fileprivate func evaluate(on caseFile: Document, _ facts: [String: String]) throws(XMLError) {
        for node in try each.nodes(in: caseFile, facts) { _ = try person(of: node, facts) }
        try evaluateAge(at: caseFile.root, facts)
    }
}
