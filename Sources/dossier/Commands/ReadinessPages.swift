internal import CaseFile
internal import Casework
internal import Foundation
internal import Law

/// The readiness report for people.
struct ReadinessPages {
    private let readiness: Readiness
    private let terminal: Terminal
    private let isShort: Bool

    private var report: ReadinessReport { readiness.report }
    private var names: CaseNames { readiness.names }

    init(_ readiness: Readiness, terminal: Terminal, isShort: Bool) {
        self.readiness = readiness
        self.terminal = terminal
        self.isShort = isShort
    }

    func print(least: Severity = .note) {
        for severity in [Severity.blocker, .warning, .note] where severity >= least {
            let findings = readiness.open.filter { $0.severity == severity }
            guard !findings.isEmpty else { continue }
            terminal.print(
                terminal.styled("\(word("severity", severity.rawValue)) (\(findings.count))", .strong)
            )
            if isShort { printShort(findings) } else { for finding in findings { print(finding) } }
        }
        let answered = readiness.answered
        if !answered.isEmpty {
            terminal.print(terminal.styled("\(word("report", "answered")) (\(answered.count))", .strong))
            for (finding, stored) in answered {
                let answer = stored.answer
                terminal.print(
                    "  \(name(finding))  \(finding.title)  \(handle(finding))"
                )
                field(
                    nil,
                    "\(answer.decision.rawValue), \(answer.at.text.prefix(10)), \(stored.record.recordedBy): "
                        + answer.reason.plain()
                )
            }
            terminal.print()
        }
        summary(answered: answered.count)
    }

    /// One line for each finding; what many records share, in one line for all of them.
    private func printShort(_ findings: [Finding]) {
        var rest = findings[...]
        while let first = rest.first {
            let same = rest.prefix { $0.rule == first.rule }
            rest = rest.dropFirst(same.count)
            guard same.count > 2 else {
                for finding in same { print(finding) }
                continue
            }
            let records = same.map { finding in finding.record.map { names.name(of: $0) } ?? "" }
            let rule = terminal.styled("[\(first.rule)]", .faint)
            terminal.print(
                "\(mark(of: first)) \(first.title) (\(same.count)): \(records.joined(separator: ", "))  \(rule)"
            )
        }
        terminal.print()
    }

    private func mark(of finding: Finding) -> String {
        switch finding.severity {
        case .blocker: terminal.styled("✗", .bad)
        case .warning: terminal.styled("!", .warning)
        case .note: terminal.styled("·", .faint)
        }
    }

    private func print(_ finding: Finding) {
        let mark = mark(of: finding)
        let rule = handle(finding)
        guard !isShort else {
            // A finding of custody says what was expected and what was found; its title says what is wrong.
            let text = finding.source == .custody ? "\(finding.title): \(finding.text)" : finding.text
            terminal.print("\(mark) \(name(finding))  \(text)  \(rule)")
            return
        }
        terminal.print("\(mark) \(terminal.styled(name(finding), .strong))  \(finding.title)  \(rule)")
        field(nil, finding.text)
        let law = report.pack.text(of: finding.law, confidence: finding.confidence, in: report.language)
        if !finding.law.isEmpty { field("law", law) }
        let mender = finding.mender.map { report.pack.label("mender", $0, in: report.language) }
        let remedy =
            mender.map { finding.remedy.isEmpty ? "(\($0))" : "\(finding.remedy) (\($0))" } ?? finding.remedy
        if !remedy.isEmpty { field("remedy", remedy) }
        if let stored = readiness.answer(to: finding) {
            let why =
                stored.standing == .outdated ? "the record has changed since" : "the answer's time is over"
            field("answered", "\(stored.answer.at.text.prefix(10)); \(why)")
        }
        terminal.print()
    }

    /// A field of a finding, folded to the width of the page.
    private func field(_ label: String?, _ text: String) {
        let head = label.map { "\(word("report", $0)):" } ?? ""
        let indent = "    "
        var line = indent + (head.isEmpty ? "" : head + " ")
        for word in text.split(separator: " ") {
            if line.count + word.count > Self.width, line.count > indent.count {
                terminal.print(line.trimmingTrailingSpaces)
                line = indent + (head.isEmpty ? "" : "  ")
            }
            line += word + " "
        }
        terminal.print(line.trimmingTrailingSpaces)
    }

    private static let width = 100

    private func name(_ finding: Finding) -> String {
        finding.record.map { names.title(of: $0) } ?? word("report", "case")
    }

    /// The rule, by which the finding is answered; and the record's id, where the file has no name for it.
    private func handle(_ finding: Finding) -> String {
        let id = finding.record.flatMap { names.code(of: $0) == nil ? " \($0)" : nil } ?? ""
        return terminal.styled("[\(finding.rule)\(id)]", .faint)
    }

    private func word(_ vocabulary: String, _ code: String) -> String {
        report.pack.label(vocabulary, code, in: report.language)
    }

    private func summary(answered: Int) {
        func count(_ severity: Severity) -> Int { readiness.open.count { $0.severity == severity } }
        let isEnglish = report.language.hasPrefix("en")
        let parts = [Severity.blocker, .warning, .note].map { severity in
            isEnglish
                ? counted(count(severity), severity.rawValue)
                : "\(count(severity)) \(word("severity", severity.rawValue))"
        }
        terminal.print(
            parts.joined(separator: ", ")
                + (answered > 0 ? ", \(answered) \(word("report", "answered"))" : "")
                + terminal.styled(
                    "  \(report.pack.name.text(in: report.language)) \(report.pack.version), \(report.asOf.text.prefix(10))",
                    .faint
                )
        )
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
