internal import CaseFile
internal import XML

/// Runs a pack's worked examples: on a sound case no rule finds anything, and each example is found by its own rule.
struct RuleExamples {
    let grammar: PackGrammar
    let rules: CompiledRules
    /// The files with one pattern each.
    let patterns: [PackDocument]
    /// The sound cases by name: raid for examples/raid.xml.
    let cases: [String: Document]

    func problems() -> [PackProblem] {
        var problems: [PackProblem] = []
        var sound: [String: Set<RuleHit>] = [:]
        var asked: Set<String> = []
        for (name, document) in cases.sorted(by: { $0.key < $1.key }) {
            do {
                let report = try rules.report(on: document)
                let hits = try RuleHit.read(report)
                sound[name] = Set(hits)
                asked.formUnion(try RuleHit.asked(in: report))
                problems += hits.map { hit in
                    PackProblem(
                        .example,
                        file: "examples/\(name).xml",
                        line: 0,
                        "the case is to be sound, and \(hit.assertion) finds: \(hit.text)"
                    )
                }
            } catch {
                problems.append(
                    PackProblem(
                        .rule,
                        file: PackFiles.rules,
                        line: 0,
                        "the rules fail on examples/\(name).xml"
                    )
                )
            }
        }
        for pattern in patterns {
            guard let rule = ReadinessRule(pattern) else { continue }
            if !cases.isEmpty, !asked.contains(rule.name) {
                let message = "no sound case has anything that \(rule.name) asks about"
                problems.append(pattern.problem(.example, at: pattern.root, message))
            }
            problems += self.problems(of: pattern, rule: rule.name, sound: sound)
        }
        return problems
    }

    private func problems(
        of pattern: PackDocument,
        rule: String,
        sound: [String: Set<RuleHit>]
    ) -> [PackProblem] {
        var problems: [PackProblem] = []
        var found: Set<String> = []
        let examples = pattern.root.first("rule")?.all("example") ?? []
        for (index, example) in examples.enumerated() {
            let name = example.attribute("case") ?? ""
            guard let case_ = cases[name], let before = sound[name] else {
                problems.append(
                    pattern.problem(
                        .reference,
                        at: example,
                        "there is no examples/\(name).xml that can be used"
                    )
                )
                continue
            }
            do {
                let broken = try apply(example, index + 1, of: pattern, to: case_)
                let new = Set(try RuleHit.read(try rules.report(on: broken))).subtracting(before)
                let own = new.filter { $0.rule == rule }
                found.formUnion(own.map(\.assertion))
                if own.isEmpty {
                    problems.append(
                        pattern.problem(.example, at: example, "the rule does not find its example")
                    )
                }
                let also = Set(example.words("also") + [rule])
                for other in Set(new.map(\.rule)).subtracting(also).sorted() {
                    problems.append(
                        pattern.problem(.example, at: example, "the example is also found by \(other)")
                    )
                }
            } catch {
                problems.append(
                    pattern.problem(
                        .example,
                        at: example,
                        "the example cannot be done; is there anything at its place? \(error)"
                    )
                )
            }
        }
        for assertion in assertions(of: pattern) where !found.contains(assertion.attribute("id") ?? "") {
            let id = assertion.attribute("id") ?? "it has no id, and"
            problems.append(pattern.problem(.example, at: assertion, "\(id): no example shows it"))
        }
        return problems
    }

    private func apply(
        _ example: DocumentNode,
        _ number: Int,
        of pattern: PackDocument,
        to sound: Document
    ) throws -> Document {
        let changes = example.elements.count { $0.local != "text" }
        var document = sound
        for change in 1...max(1, changes) {
            let stylesheet = try grammar.examples.transform(
                pattern.root.document,
                parameters: ["example": "\(number)", "change": "\(change)"]
            )
            document = try Document(parsing: try Stylesheet(stylesheet).transform(document))
        }
        return document
    }

    private func assertions(of pattern: PackDocument) -> [DocumentNode] {
        pattern.root.elements.filter { $0.local == "rule" && $0.namespace == ReadinessRule.schematron }
            .flatMap(\.elements).filter { $0.local == "assert" || $0.local == "report" }
    }
}
