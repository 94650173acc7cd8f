internal import XML

/// What came of reading a pack's folder.
public struct PackReading: Sendable {
    /// Nil where a problem keeps the pack from being used; a missing translation does not.
    public let pack: Pack?
    /// By file and line.
    public let problems: [PackProblem]
}

extension Pack {
    /// Reads a pack and holds it to its grammar, its citations and its references.
    ///
    /// - Parameter checkingExamples: also runs every worked example, and names texts without a translation: what a writer of
    ///   packs wants to know.
    public static func read(
        _ files: PackFiles,
        grammar: PackGrammar,
        checkingExamples: Bool = false
    ) -> PackReading {
        var reading = PackReader(files, grammar: grammar)
        let pack = reading.read(checkingExamples: checkingExamples)
        let problems = reading.documents.problems.sorted()
        let isUsable = problems.allSatisfy { $0.kind.isHarmless || $0.kind == .example }
        return PackReading(pack: isUsable ? pack : nil, problems: problems)
    }
}

/// One reading: the files in the order in which they lean on each other.
private struct PackReader {
    let files: PackFiles
    let grammar: PackGrammar
    var documents: PackDocuments

    init(_ files: PackFiles, grammar: PackGrammar) {
        self.files = files
        self.grammar = grammar
        documents = PackDocuments(files, schema: grammar.schema)
    }

    mutating func read(checkingExamples: Bool) -> Pack? {
        let packs = documents.withIncludes(PackFiles.pack)
        let actsDocument = documents.document(PackFiles.acts)
        let offenceDocuments = documents.withIncludes(PackFiles.offences)
        let deadlines = documents.document(PackFiles.deadlines)
        let rules = documents.withIncludes(PackFiles.rules, isSchematron: true)
        // Not every pack has these.
        let protectionDocument =
            files.files[PackFiles.protection].flatMap { _ in documents.document(PackFiles.protection) }
        let editionDocuments =
            files.files[PackFiles.editions].map { _ in documents.withIncludes(PackFiles.editions) } ?? []
        let optional = [protectionDocument].compactMap(\.self) + editionDocuments
        guard let root = packs.first, let actsDocument, let deadlines else { return nil }

        var problems: [PackProblem] = []
        let acts = Acts(actsDocument, problems: &problems)
        let offences = Offences(offenceDocuments + [actsDocument], problems: &problems)
        let vocabularies = vocabularies(packs, &problems)
        let languages = root.root.all("language").map(\.text)
        if root.root.code != files.code {
            problems.append(
                root.problem(
                    .reference,
                    at: root.root,
                    "the pack's code is to be its folder's name, \(files.code)"
                )
            )
        }
        let classes = offences.classes.keys.reduce(into: [:]) { $0[$1] = offences.codes(inClass: $1) }
        let deadlineRules = DeadlineRules(deadlines, compiler: grammar.deadlines, problems: &problems)
        problems += deadlineRules.unknownClasses(besides: classes)
        let protection = ProtectionReading(protectionDocument, classes: classes.keys)
        let editions = EditionReading(editionDocuments, vocabularies: vocabularies, classes: classes.keys)
        problems += protection.problems + editions.problems
        for document in packs + offenceDocuments + [deadlines] + optional {
            problems += citations(in: document, acts: acts)
        }
        if checkingExamples {
            for document in packs + offenceDocuments + [actsDocument, deadlines] + optional {
                problems += Translations(languages).missing(in: document)
            }
            for rule in rules.dropFirst() { problems += Translations(languages).missing(in: rule) }
        }
        for problem in problems { documents.report(problem) }

        let reading = RuleReading(
            acts: acts,
            vocabularies: vocabularies,
            languages: checkingExamples ? languages : ["en"],
            deadlines: Set(deadlines.root.all("deadline").map(\.code))
        )
        let readinessRules = reading.read(rules, &documents)
        if let schema = rules.first { reading.classes(in: schema, offences, &documents) }
        guard documents.problems.allSatisfy(\.kind.isHarmless),
            let compiled = compile(rules)
        else { return nil }
        if checkingExamples {
            let cases = soundCases()
            runExamples(rules, compiled, on: cases)
            count(deadlineRules, classes, on: cases)
            evaluate(editions, protection, classes, on: cases)
        }

        return Pack(
            code: root.root.code,
            version: root.root.attribute("version") ?? "",
            name: root.root.texts("name"),
            about: root.root.texts("about"),
            languages: languages,
            timeZone: root.root.first("timeZone")?.text ?? "UTC",
            numberings: root.root.all("numbering").map { Numbering($0) },
            vocabularies: vocabularies,
            courts: Dictionary(root.root.all("court").map { ($0.code, $0.texts("label")) }) { first, _ in
                first
            },
            statementKinds: root.root.all("statementKind").map { PaperKind($0) },
            formalities: root.root.all("formality").map { PaperKind($0) },
            acts: acts,
            offences: offences,
            rules: readinessRules,
            compiledRules: compiled,
            deadlines: deadlineRules,
            protection: protection.rules,
            editions: editions.editions,
            offenceClasses: classes
        )
    }

    /// Of pack.xml and of the files that it includes, which have a vocabulary as their root.
    private func vocabularies(
        _ packs: [PackDocument],
        _ problems: inout [PackProblem]
    ) -> [String: Vocabulary] {
        var vocabularies: [String: Vocabulary] = [:]
        for document in packs {
            let nodes =
                document.root.local == "vocabulary" ? [document.root] : document.root.all("vocabulary")
            for node in nodes {
                let vocabulary = Vocabulary(node)
                if vocabularies.updateValue(vocabulary, forKey: vocabulary.name) != nil {
                    problems.append(
                        document.problem(
                            .duplicate,
                            at: node,
                            "there are two vocabularies \(vocabulary.name)"
                        )
                    )
                }
                var seen: Set<String> = []
                for word in node.all("word") where !seen.insert(word.code).inserted {
                    problems.append(
                        document.problem(.duplicate, at: word, "the word \(word.code) is there twice")
                    )
                }
            }
        }
        return vocabularies
    }

    private func citations(in document: PackDocument, acts: Acts) -> [PackProblem] {
        var problems: [PackProblem] = []
        var open = [document.root]
        while let node = open.popLast() {
            open += node.elements
            guard ["citation", "presumption", "offence", "predecessor"].contains(node.local),
                let citation = node.citation, !acts.resolves(citation)
            else { continue }
            problems.append(document.problem(.citation, at: node, "\(citation) is not in acts.xml"))
        }
        return problems
    }

    private mutating func compile(_ rules: [PackDocument]) -> CompiledRules? {
        let compiler = RuleCompiler(grammar: grammar, documents: rules)
        if let compiled = try? CompiledRules(try compiler.compile()) { return compiled }
        guard let first = rules.first, (try? CompiledRules(try compiler.compile(only: ""))) != nil else {
            if let first = rules.first {
                documents.report(
                    first.problem(.rule, at: first.root, "without any rule in it, this does not compile")
                )
            }
            return nil
        }
        // Which of them is it?
        var isFound = false
        for document in rules.dropFirst() {
            do { _ = try CompiledRules(try compiler.compile(only: document.path)) } catch {
                isFound = true
                documents.report(
                    document.problem(.rule, at: document.root, "the rule does not compile: \(error)")
                )
            }
        }
        if !isFound {
            documents.report(first.problem(.rule, at: first.root, "the rules do not compile together"))
        }
        return nil
    }

    /// The sound cases by name: raid for examples/raid.xml.
    private mutating func soundCases() -> [String: Document] {
        var cases: [String: Document] = [:]
        for (path, bytes) in files.files where path.hasPrefix(PackFiles.examples) && path.hasSuffix(".xml") {
            let name = String(path.dropFirst(PackFiles.examples.count).dropLast(4))
            do { cases[name] = try Document(parsing: bytes) } catch {
                documents.report(PackProblem(.notXML, file: path, line: 0, "\(error)"))
            }
        }
        return cases
    }

    /// Some mistakes in an expression show only when it is evaluated: on every sound case.
    private mutating func count(
        _ deadlines: DeadlineRules,
        _ classes: [String: [String]],
        on cases: [String: Document]
    ) {
        var told: Set<PackProblem> = []
        for document in cases.values {
            guard let problems = try? deadlines.readings(of: document, classes: classes).problems
            else { continue }
            for problem in problems where told.insert(problem).inserted { documents.report(problem) }
        }
    }

    private mutating func evaluate(
        _ editions: EditionReading,
        _ protection: ProtectionReading,
        _ classes: [String: [String]],
        on cases: [String: Document]
    ) {
        var told: Set<PackProblem> = []
        for (_, document) in cases.sorted(by: { $0.key < $1.key }) {
            let problems =
                protection.problems(on: document, classes: classes)
                + editions.problems(on: document, classes: classes)
            for problem in problems where told.insert(problem).inserted { documents.report(problem) }
        }
    }

    private mutating func runExamples(
        _ rules: [PackDocument],
        _ compiled: CompiledRules,
        on cases: [String: Document]
    ) {
        // A rule that cannot be evaluated takes all the others with it: it is told alone.
        let compiler = RuleCompiler(grammar: grammar, documents: rules)
        for (name, document) in cases.sorted(by: { $0.key < $1.key }) {
            guard (try? compiled.report(on: document)) == nil else { continue }
            var isFound = false
            for rule in rules.dropFirst() {
                let alone = try? CompiledRules(try compiler.compile(only: rule.path))
                guard (try? alone?.report(on: document)) == nil else { continue }
                isFound = true
                let message =
                    "the rule cannot be evaluated on examples/\(name).xml: a variable, key or function is not there"
                documents.report(rule.problem(.rule, at: rule.root, message))
            }
            if isFound { return }
        }
        let examples = RuleExamples(
            grammar: grammar,
            rules: compiled,
            patterns: Array(rules.dropFirst()),
            cases: cases
        )
        for problem in examples.problems() { documents.report(problem) }
    }
}
