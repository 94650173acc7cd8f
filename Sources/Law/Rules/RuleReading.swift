internal import XML

/// Reads the rules of a pack and holds each file to what a rule must have.
struct RuleReading {
    let acts: Acts
    let vocabularies: [String: Vocabulary]
    let languages: [String]
    let deadlines: Set<String>

    /// The rules of these files, the first of which is rules.sch.
    func read(_ documents: [PackDocument], _ pack: inout PackDocuments) -> [ReadinessRule] {
        var rules: [ReadinessRule] = []
        var ids: Set<String> = []
        for document in documents.dropFirst() {
            guard document.root.local == "pattern", document.root.namespace == ReadinessRule.schematron else {
                pack.report(
                    document.problem(.schema, at: document.root, "a rule's file holds one Schematron pattern")
                )
                continue
            }
            guard let element = document.root.first("rule"), let rule = ReadinessRule(document),
                let bytes = try? element.document.canonical(element)
            else {
                pack.report(
                    document.problem(
                        .schema,
                        at: document.root,
                        "the pattern says nothing of its law (element rule)"
                    )
                )
                continue
            }
            let name = document.path.split(separator: "/").last.map { $0.dropLast(4) } ?? ""
            if rule.name != name {
                pack.report(
                    document.problem(
                        .reference,
                        at: document.root,
                        "the pattern's id is to be the file's name, \(name)"
                    )
                )
            }
            if !ids.insert(rule.name).inserted {
                pack.report(
                    document.problem(.duplicate, at: document.root, "there is a rule \(rule.name) already")
                )
            }
            _ = pack.isValid(bytes, path: document.path, from: element.line)
            check(rule, element, in: document, &pack)
            expressions(in: document, &pack)
            rules.append(rule)
        }
        return rules
    }

    private func check(
        _ rule: ReadinessRule,
        _ element: DocumentNode,
        in document: PackDocument,
        _ pack: inout PackDocuments
    ) {
        for node in element.all("citation") {
            guard let citation = node.citation, acts.resolves(citation) else {
                let what = node.citation.map(\.description) ?? "this"
                pack.report(document.problem(.citation, at: node, "\(what) is not in acts.xml"))
                continue
            }
        }
        if vocabularies["mender"]?[rule.mender] == nil {
            pack.report(
                document.problem(
                    .reference,
                    at: element,
                    "'\(rule.mender)' is no word of the vocabulary mender"
                )
            )
        }
        if let clock = rule.clock, !deadlines.contains(clock) {
            pack.report(
                document.problem(.reference, at: element, "there is no deadline \(clock) in deadlines.xml")
            )
        }
        for assertion in document.root.elements.flatMap(\.elements)
        where ["assert", "report"].contains(assertion.local) {
            let id = assertion.attribute("id") ?? ""
            guard ReadinessRule.name(ofAssertion: id) == rule.name, id != rule.name else {
                pack.report(
                    document.problem(
                        .reference,
                        at: assertion,
                        "an assertion's id is the rule's with a number: \(rule.name).1"
                    )
                )
                continue
            }
            let texts = Set(
                element.all("message").filter { $0.attribute("assertion") == id }.compactMap {
                    $0.attribute("language")
                }
            )
            for language in languages where language != "en" && !texts.contains(language) {
                pack.report(
                    document.problem(.untranslated, at: assertion, "\(id) has no text in \(language)")
                )
            }
        }
    }

    /// The variables `class-NAME` of rules.sch have the codes of that class in offences.xml, each between spaces.
    func classes(in schema: PackDocument, _ offences: Offences, _ pack: inout PackDocuments) {
        for node in schema.root.elements where node.local == "let" {
            guard let name = node.attribute("name"), name.hasPrefix("class-") else { continue }
            let className = String(name.dropFirst("class-".count))
            guard offences.classes[className] != nil else {
                pack.report(
                    schema.problem(.reference, at: node, "there is no class \(className) in offences.xml")
                )
                continue
            }
            let value = node.attribute("value") ?? ""
            let has = Set(value.split { $0 == " " || $0 == "'" || $0 == "\"" }.map(String.init))
            let wanted = Set(offences.codes(inClass: className))
            guard has != wanted else { continue }
            let text = wanted.sorted().joined(separator: " ")
            pack.report(
                schema.problem(.reference, at: node, "the offences of class \(className) are: ' \(text) '")
            )
        }
    }

    /// Every XPath of a pattern, read alone, so that a mistake is told with its line.
    private func expressions(in document: PackDocument, _ pack: inout PackDocuments) {
        var open = [document.root]
        while let node = open.popLast() {
            open += node.elements
            let names =
                switch node.local {
                case "assert", "report": ["test"]
                case "let": ["value"]
                case "value-of": ["select"]
                case "rule" where node.namespace == ReadinessRule.schematron: ["context"]
                case "set", "remove", "insert": ["at"]
                default: [String]()
                }
            for name in names {
                guard let expression = node.attribute(name) else { continue }
                do { try XPathSyntax.check(expression) } catch {
                    pack.report(document.problem(.rule, at: node, "\(name): \(error)"))
                }
            }
        }
    }
}
