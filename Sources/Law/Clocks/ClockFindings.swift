public import CaseFile

extension Clocks {
    /// What the clocks come to in the readiness report: those that were missed, those that end soon, those that cannot
    /// be told, and those that the case has recorded with another date.
    ///
    /// - Parameter name: what the file calls a record.
    public func findings(
        words: ReportWords,
        language: String,
        naming name: (RecordID) -> String
    ) -> [Finding] {
        let texts = ClockTexts(self, words: words, language: language)
        let now = asOf.latest
        return clocks.flatMap { clock -> [Finding] in
            let whom = (clock.concerns ?? clock.record).map { "\(name($0)): " } ?? ""
            func finding(_ severity: Severity, _ text: String) -> Finding {
                var finding = Finding(
                    rule: "deadline.\(clock.code)",
                    source: .deadlines,
                    severity: severity,
                    record: clock.record,
                    title: clock.title.text(in: language),
                    text: text
                )
                finding.law = clock.law
                finding.confidence = clock.rule?.confidence ?? .read
                finding.remedy = clock.rule?.remedy.text(in: language) ?? ""
                finding.mender = clock.rule?.mender
                finding.related = [clock.concerns, clock.met?.record, clock.recorded].compactMap { $0 }
                    .filter { $0 != clock.record }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
                return finding
            }
            var findings: [Finding] = []
            switch clock.state {
            case .missed:
                findings.append(finding(clock.rule?.severity ?? .warning, whom + texts.sentence(clock)))
            case .unknown:
                findings.append(finding(.note, whom + texts.sentence(clock)))
            case .running where clock.endsSoon(asOf: now):
                let left = texts.duration(clock.margin(asOf: now) ?? 0)
                findings.append(
                    finding(
                        clock.rule?.severity == .blocker ? .warning : .note,
                        "\(whom)\(texts.word("clock.ends-in")) \(left); \(texts.sentence(clock))"
                    )
                )
            case .running, .met, .ended: break
            }
            if let due = clock.recordedDue {
                var other = finding(
                    .warning,
                    "\(whom)\(texts.word("clock.due")) \(texts.due(clock)); "
                        + "\(texts.word("clock.recorded-due")) \(texts.recordedDue(due))"
                )
                other.rule = "deadline.due-disagrees"
                other.title = texts.word("clock.disagrees")
                other.remedy = ""
                other.mender = nil
                other.record = clock.recorded
                findings.append(other)
            }
            return findings
        }
    }
}
