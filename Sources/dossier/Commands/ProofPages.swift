internal import CaseFile
internal import Casework
internal import Law

/// The proof matrix for people: a table of the charges, their trees, and what everything hangs on.
struct ProofPages {
    let proving: Proving
    /// The charges to show, by their indices.
    let shown: [Int]
    let strike: Strike?
    let singles: [Strike]
    /// As they were typed.
    let struckNames: [String]
    let hints: Bool
    let terminal: Terminal
    /// Elements of which the findings say something though they are proved.
    private let weak: Set<RecordID>

    init(
        _ proving: Proving,
        shown: [Int],
        strike: Strike?,
        singles: [Strike],
        struckNames: [String],
        hints: Bool,
        terminal: Terminal
    ) {
        self.proving = proving
        self.shown = shown
        self.strike = strike
        self.singles = singles
        self.struckNames = struckNames
        self.hints = hints
        self.terminal = terminal
        weak = Set(proving.findings.filter { $0.severity == .warning }.compactMap(\.record))
    }

    private var matrix: ProofMatrix { proving.matrix }
    private var names: ProofNames { proving.names }

    func print() {
        guard !terminal.isJSON else { return }
        if let strike { print(strike) }
        table()
        for index in shown where strike == nil || loss(of: index) != nil { tree(of: index) }
        if strike == nil { print(singles) }
        let findings = proving.findings(of: shown)
        let grave = findings.count { $0.severity == .blocker }
        guard !findings.isEmpty else { return }
        let counts =
            proving.language.hasPrefix("en")
            ? "\(counted(grave, "blocker")), \(counted(findings.count - grave, "warning"))"
            : "\(grave) \(word(Severity.blocker)), \(findings.count - grave) \(word(Severity.warning))"
        terminal.print(terminal.styled("\(counts): dossier check", .faint))
    }

    /// What of a charge is proved, without what is struck out.
    func state(of index: Int) -> ProofTree.State { loss(of: index)?.state ?? matrix.charges[index].state }

    private func loss(of index: Int) -> Strike.Loss? { strike?.losses.first { $0.charge == index } }

    private func word(_ code: String) -> String {
        proving.pack.vocabularies["report"]?[code]?.label.text(in: proving.language)
            ?? code.replacing("-", with: " ")
    }

    private func word(_ severity: Severity) -> String {
        proving.pack.label("severity", severity.rawValue, in: proving.language)
    }

    // MARK: The table

    private func table() {
        var rows: [[String]] = []
        for index in shown {
            let charge = matrix.charges[index]
            let state = state(of: index)
            let leaves = charge.tree.facts.indices.filter { charge.tree.isLeaf($0) }
            let proved = leaves.count { state.facts[$0] }
            let fell = loss(of: index)?.chargeFalls ?? false
            let verdict =
                state.isProved
                ? terminal.styled("✓ \(word("stands"))", .good)
                : terminal.styled("✗ \(fell ? word("falls") : word("unproved"))", .bad)
            let title = charge.offence?.title.text(in: proving.language) ?? charge.charge.offence.text
            rows.append([
                names.name(charge.accused), charge.charge.count?.description ?? "",
                "\(charge.charge.provision.act.text) \(charge.charge.provision.section.text)",
                "\(proved)/\(leaves.count)", verdict + "  " + shortened(title, to: terminal.width - 46),
            ])
        }
        terminal.table(
            rows,
            header: [word("accused"), "#", word("charge"), word("proved"), ""]
        )
        terminal.print()
    }

    private func shortened(_ text: String, to length: Int) -> String {
        text.count <= length ? text : text.prefix(max(1, length - 1)) + "…"
    }

    // MARK: A tree

    private func tree(of index: Int) {
        let charge = matrix.charges[index]
        let title = charge.offence.map { "  \($0.title.text(in: proving.language))" } ?? ""
        terminal.print(terminal.styled(names.name(of: charge), .strong) + title)
        let until = charge.charge.until.map { "–\($0.text.prefix(10))" } ?? ""
        let victims = charge.charge.victims.map { names.name($0.to) }.joined(separator: ", ")
        let facts = [
            charge.charge.offence.text, "\(charge.charge.from.text.prefix(10))\(until)", victims,
            charge.hasElements ? "" : word("no-elements-on-file"),
        ]
        terminal.print(
            terminal.styled("  " + facts.filter { !$0.isEmpty }.joined(separator: " · "), .faint)
        )
        if !charge.tree.nodes.isEmpty { node(0, of: index, lead: "", below: "") }
        terminal.print()
    }

    /// - Parameters:
    ///   - lead: what stands before the node's own line.
    ///   - below: what stands before all lines under it.
    private func node(_ number: Int, of index: Int, lead: String, below: String) {
        let charge = matrix.charges[index]
        let node = charge.tree.nodes[number]
        let state = state(of: index)
        var text = node.text(in: proving.language, naming: names.name)
        if let presumption = node.presumption { text += " [\(word("presumption")) \(presumption)]" }
        let parts = node.parts.count > 1 ? node.join.map { word($0 == .all ? "all-of" : "any-of") } : nil
        if let parts { text += " (\(parts.replacing(" ", with: "\u{A0}")))" }
        let mark = mark(number, of: index, state)
        let isLost = loss(of: index)?.nodes.contains(number) ?? false
        let indent = below + (node.parts.isEmpty ? "   " : "│  ")
        // A way that the law has beside one that is proved, and that nobody goes: its line is enough.
        if charge.hasElements, node.element == nil, !state.nodes[number], !isLost,
            let parent = node.parent, charge.tree.nodes[parent].join == .any, state.nodes[parent]
        {
            fold(text, first: "\(lead)\(mark) ", rest: below + "   ", style: .faint)
            return
        }
        fold(text, first: "\(lead)\(mark) ", rest: indent, style: isLost ? .strong : nil)
        if node.isLeaf,
            charge.tree.facts[node.fact].nodes.first(where: { charge.tree.nodes[$0].isLeaf }) == number
        {
            evidence(for: node, of: index, indent: indent, isProved: state.facts[node.fact])
        } else if node.isLeaf, !charge.tree.facts[node.fact].links.isEmpty {
            terminal.print("\(indent)  \(terminal.styled(word("as-above"), .faint))")
        }
        for (place, part) in node.parts.enumerated() {
            let isLast = place == node.parts.count - 1
            self.node(
                part,
                of: index,
                lead: below + (isLast ? "└─ " : "├─ "),
                below: below + (isLast ? "   " : "│  ")
            )
        }
    }

    private func mark(_ number: Int, of index: Int, _ state: ProofTree.State) -> String {
        let charge = matrix.charges[index]
        guard state.nodes[number] else { return terminal.styled("✗", .bad) }
        let node = charge.tree.nodes[number]
        let isWeak = node.isLeaf && charge.tree.node(of: node.fact).element.map(weak.contains) ?? false
        return isWeak ? terminal.styled("~", .warning) : terminal.styled("✓", .good)
    }

    private func evidence(for node: ProofTree.Node, of index: Int, indent: String, isProved: Bool) {
        let fact = matrix.charges[index].tree.facts[node.fact]
        if let age = fact.age { self.age(age, indent: indent) }
        let rows = fact.links.map { number in
            let link = matrix.links[number]
            return (
                number: number, citation: names.citation(of: link),
                manner: word(link.proof.manner.rawValue), witnesses: link.witnesses.map(names.name),
                supports: link.supports
            )
        }
        let width = min(rows.map(\.citation.count).max() ?? 0, 34)
        let manner = rows.map(\.manner.count).max() ?? 0
        for row in rows {
            let isFallen = strike?.links.contains(row.number) ?? false
            let line =
                padded(row.citation, to: width) + "  " + padded(row.manner, to: manner) + "  "
                + (row.witnesses.isEmpty ? word("no-witness") : row.witnesses.joined(separator: ", "))
            let style: Terminal.Style? = isFallen ? .faint : row.witnesses.isEmpty ? .warning : nil
            let against = row.supports ? "" : "  " + terminal.styled(word("against"), .warning)
            let styled = style.map { terminal.styled(line, $0) } ?? line
            terminal.print("\(indent)\(isFallen ? "✗" : " ") \(styled)\(against)")
        }
        guard hints, !isProved, !node.evidence.isEmpty else { return }
        fold("(\(node.evidence.text(in: proving.language)))", first: indent + "  ", rest: indent + "  ")
    }

    private func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func age(_ age: AgeCheck, indent: String) {
        for person in age.people {
            let style: Terminal.Style =
                switch person.verdict {
                case .met: .faint
                case .contradicted: .bad
                case .straddles, .unknown: .warning
                }
            let told = person.years == nil ? word("no-age-on-record") : person.told
            let text = "\(names.name(person.party)): \(told); \(age.limit)"
            terminal.print("\(indent)  \(terminal.styled(text, style))")
        }
    }

    /// Prints a text folded to the page.
    private func fold(_ text: String, first: String, rest: String, style: Terminal.Style? = nil) {
        // Colours take no room; a mark is one column.
        let lead = first.contains("\u{1B}") ? rest.count : first.count
        var line = ""
        var room = terminal.width - lead
        var head = first
        func flush() {
            terminal.print(head + (style.map { terminal.styled(line, $0) } ?? line))
            (head, line, room) = (rest, "", terminal.width - rest.count)
        }
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > room { flush() }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        flush()
    }

    // MARK: What falls

    private func print(_ strike: Strike) {
        let struck = zip(strike.struck, struckNames).map { id, typed in
            let name = names.name(id)
            return name == typed || name == String(id.description.prefix(8)) ? typed : "\(typed) (\(name))"
        }
        terminal.print(terminal.styled("\(word("without")) \(struck.joined(separator: ", "))", .strong))
        guard !strike.losses.isEmpty else {
            terminal.print("  \(word("nothing-falls"))")
            terminal.print()
            return
        }
        for loss in strike.losses {
            let charge = matrix.charges[loss.charge]
            let verdict =
                loss.chargeFalls
                ? terminal.styled("✗ \(word("falls"))", .bad)
                : terminal.styled("! \(word("lost"))", .warning)
            fold(
                "\(names.name(of: charge)): \(lost(loss).joined(separator: "; "))",
                first: "  \(verdict)  ",
                rest: "    "
            )
        }
        for party in strike.nothingLeft {
            terminal.print(
                "  \(terminal.styled("✗ \(word("nothing-left-against")): \(names.name(party))", .bad))"
            )
        }
        terminal.print()
    }

    /// The texts of the leaves, and of the presumptions, that are lost.
    private func lost(_ loss: Strike.Loss) -> [String] {
        let tree = matrix.charges[loss.charge].tree
        var seen: Set<Int> = []
        return loss.nodes.map { tree.nodes[$0] }
            .filter { ($0.isLeaf || $0.presumption != nil) && seen.insert($0.fact).inserted }
            .map { $0.text(in: proving.language, naming: names.name).trimmingFullStop }
    }

    private func print(_ singles: [Strike]) {
        let shownCharges = Set(shown)
        let relevant = singles.compactMap { strike -> (Strike, [Strike.Loss])? in
            let losses = strike.losses.filter { shownCharges.contains($0.charge) }
            return losses.isEmpty ? nil : (strike, losses)
        }
        guard !relevant.isEmpty else { return }
        terminal.print(
            terminal.styled("\(word("single-points-of-failure")) (\(relevant.count))", .strong)
        )
        for (strike, losses) in relevant {
            terminal.print("  \(names.name(strike.struck[0]))")
            for loss in losses {
                let charge = matrix.charges[loss.charge]
                let mark =
                    loss.chargeFalls
                    ? terminal.styled("✗", .bad) : terminal.styled("!", .warning)
                fold(
                    "\(names.name(of: charge)) \(loss.chargeFalls ? word("falls") : word("lost")): "
                        + lost(loss).joined(separator: "; "),
                    first: "    \(mark) ",
                    rest: "      "
                )
            }
            for party in strike.nothingLeft
            where losses.contains(where: { matrix.charges[$0.charge].accused == party }) {
                terminal.print(
                    "    \(terminal.styled("✗ \(word("nothing-left-against")): \(names.name(party))", .bad))"
                )
            }
        }
        terminal.print()
    }
}

extension String {
    fileprivate var trimmingFullStop: String {
        hasSuffix(".") || hasSuffix("।") ? String(dropLast()) : self
    }
}
