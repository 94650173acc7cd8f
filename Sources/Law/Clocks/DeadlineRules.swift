internal import CaseFile
internal import XML

/// The statutory clocks of a pack: deadlines.xml, compiled by templates/jurisdictions/compile-deadlines.xsl.
public struct DeadlineRules: Sendable {
    public let rules: [DeadlineRule]
    /// The classes of offences that its expressions name as $class-NAME, each with the line of the clock.
    let classes: [String: Int]
    let file: String
    private let stylesheet: Stylesheet?
    /// deadlines.xml and its compiler, to compile one clock alone where all together fail.
    private let source: [UInt8]
    private let compiler: Stylesheet

    /// - Parameters:
    ///   - document: deadlines.xml, valid by pack.xsd.
    ///   - compiler: compile-deadlines.xsl.
    ///   - problems: an expression that does not compile is one, with the line of its clock; the others still run.
    init(_ document: PackDocument, compiler: Stylesheet, problems: inout [PackProblem]) {
        file = document.path
        self.compiler = compiler
        source = (try? document.root.document.canonical(document.root)) ?? []
        var rules: [DeadlineRule] = []
        for node in document.root.all("deadline") {
            guard let rule = DeadlineRule(node) else {
                let period = node.first("within")?.attribute("period") ?? ""
                problems.append(
                    document.problem(
                        .rule,
                        at: node,
                        "\(node.code): '\(period)' is not a period of whole minutes"
                    )
                )
                continue
            }
            rules.append(rule)
        }
        self.rules = rules
        problems += Self.unknownKeys(in: document)
        classes = Self.classes(in: document.root)
        do throws(XMLError) {
            stylesheet = try Self.compile(document.root.document, compiler, only: rules.map(\.code))
        } catch {
            let sound = Self.sound(rules, of: document, compiler, otherwise: error, &problems)
            stylesheet =
                sound.isEmpty ? nil : try? Self.compile(document.root.document, compiler, only: sound)
        }
    }

    private static func compile(
        _ document: Document,
        _ compiler: Stylesheet,
        only codes: [String]
    ) throws(XMLError) -> Stylesheet {
        // A dash is no code: nothing but the keys.
        let only = codes.isEmpty ? "-" : codes.joined(separator: " ")
        return try Stylesheet(compiler.transform(document, parameters: ["only": only]))
    }

    /// The clocks that compile alone; what does not is a problem.
    private static func sound(
        _ rules: [DeadlineRule],
        of document: PackDocument,
        _ compiler: Stylesheet,
        otherwise error: XMLError,
        _ problems: inout [PackProblem]
    ) -> [String] {
        do throws(XMLError) { _ = try compile(document.root.document, compiler, only: []) } catch {
            let key = document.root.first("key") ?? document.root
            problems.append(document.problem(.rule, at: key, "a key does not compile: \(error.reason)"))
            return []
        }
        return rules.filter { rule in
            do throws(XMLError) {
                _ = try compile(document.root.document, compiler, only: [rule.code])
                return true
            } catch {
                problems.append(
                    PackProblem(.rule, file: document.path, line: rule.line, "\(rule.code): \(error.reason)")
                )
                return false
            }
        }.map(\.code)
    }

    /// A key that is not there finds nothing, and no processor says so.
    private static func unknownKeys(in document: PackDocument) -> [PackProblem] {
        let keys = Set(document.root.all("key").compactMap { $0.attribute("name") } + ["record"])
        return document.root.all("deadline").flatMap { deadline in
            deadline.elements.flatMap(\.attributes).flatMap { attribute in
                attribute.value.split(separator: "key('", omittingEmptySubsequences: false).dropFirst().map {
                    String($0.prefix { $0 != "'" })
                }
            }.filter { !keys.contains($0) }.map {
                document.problem(.rule, at: deadline, "\(deadline.code): there is no key \($0)")
            }
        }
    }

    /// What is between `$class-` and the end of the name, in any attribute.
    private static func classes(in root: DocumentNode) -> [String: Int] {
        var found: [String: Int] = [:]
        func look(_ node: DocumentNode) {
            for attribute in node.attributes {
                for part in attribute.value.split(separator: "$class-", omittingEmptySubsequences: false)
                    .dropFirst()
                {
                    let name = String(part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
                    found[name] = found[name] ?? node.line
                }
            }
            node.elements.forEach(look)
        }
        look(root)
        return found
    }

    /// The classes that its expressions name and the pack's offences do not have.
    func unknownClasses(besides classes: [String: [String]]) -> [PackProblem] {
        self.classes.filter { classes[$0.key] == nil }.map { name, line in
            PackProblem(.reference, file: file, line: line, "there is no class of offences \(name)")
        }.sorted()
    }

    /// The clocks of a case file as their expressions find them.
    ///
    /// A prefix, function or key that is not there is found only when the expression is evaluated: such a clock is a
    /// problem, and the others still run.
    /// - Parameter classes: the codes of the offences of each class.
    /// - Throws: where the case file cannot be looked at.
    func readings(
        of caseFile: Document,
        classes: [String: [String]]
    ) throws(XMLError) -> (readings: [ClockReading], problems: [PackProblem]) {
        guard let stylesheet else { return ([], []) }
        var parameters: [String: String] = [:]
        for name in self.classes.keys {
            parameters["class-\(name)"] = " " + (classes[name] ?? []).map { $0 + " " }.joined()
        }
        do throws(XMLError) {
            return (try readings(by: stylesheet, of: caseFile, parameters), [])
        } catch {
            guard case .transformation = error else { throw error }
        }
        var readings: [ClockReading] = []
        var problems: [PackProblem] = []
        let document = try Document(parsing: source)
        for rule in rules {
            guard let stylesheet = try? Self.compile(document, compiler, only: [rule.code]) else { continue }
            do throws(XMLError) {
                readings += try self.readings(by: stylesheet, of: caseFile, parameters)
            } catch {
                let message =
                    "\(rule.code): an expression has a prefix, function, key or type that cannot be evaluated"
                problems.append(PackProblem(.rule, file: file, line: rule.line, message))
            }
        }
        return (readings, problems)
    }

    private func readings(
        by stylesheet: Stylesheet,
        of caseFile: Document,
        _ parameters: [String: String]
    ) throws(XMLError) -> [ClockReading] {
        let report = try Document(parsing: stylesheet.transform(caseFile, parameters: parameters))
        let byCode = Dictionary(rules.map { ($0.code, $0) }) { first, _ in first }
        return report.root.elements.compactMap { node in
            byCode[node.attribute("rule") ?? ""].map { ClockReading(node, rule: $0) }
        }
    }
}

extension XMLError {
    /// What libxslt or libxml2 said, without what stands around it.
    var reason: String {
        switch self {
        case .stylesheet(let message), .xpath(let message): message
        default: "\(self)"
        }
    }
}
