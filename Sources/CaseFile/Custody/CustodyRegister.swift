/// The custody register of a case, or of one exhibit's family: its exhibits and the steps of their chains.
///
/// Add exhibits and steps in any order, also straight from a streaming parser, then ask. Only the current
/// version of an exhibit's record belongs here; of custody events, add every version that is at hand.
public struct CustodyRegister: Sendable {
    /// The people, places, seals and digests that exhibits and steps speak of.
    public var terms = CustodyTerms()
    private(set) var exhibits: [CustodyExhibit] = []
    private(set) var steps: [CustodyStep] = []
    /// The exhibits that splits and copies name, one step's after the other's.
    private(set) var parts: [CustodyStep.Part] = []
    /// The original files: of which exhibit, and their digests.
    private(set) var originals: [(exhibit: RecordID, digests: CustodyTerm)] = []

    public init() {}

    public mutating func add(_ exhibit: CustodyExhibit) {
        exhibits.append(exhibit)
    }

    /// - Parameter parts: the exhibits that a split or a copy made.
    public mutating func add(_ step: CustodyStep, parts: some Collection<CustodyStep.Part> = []) {
        steps.append(step)
        steps[steps.count - 1].firstPart = UInt32(self.parts.count)
        steps[steps.count - 1].partCount = UInt32(parts.count)
        self.parts.append(contentsOf: parts)
    }

    /// Adds an exhibit's original file, for its digests to be held against those of the chain.
    ///
    /// Only where an exhibit has one original can the chain's digests be that file's.
    public mutating func addOriginal(of exhibit: RecordID, digests: CustodyTerm) {
        originals.append((exhibit, digests))
    }

    public mutating func reserveCapacity(exhibits: Int, steps: Int) {
        self.exhibits.reserveCapacity(exhibits)
        self.steps.reserveCapacity(steps)
    }

    /// The exhibits, each with the digests of its original file where it has exactly one.
    var exhibitsWithDigests: [CustodyExhibit] {
        if originals.isEmpty { return exhibits }
        let digests = Dictionary(grouping: originals) { $0.exhibit }
        return exhibits.map { exhibit in
            guard let files = digests[exhibit.id], files.count == 1 else { return exhibit }
            var exhibit = exhibit
            exhibit.digest = files[0].digests
            return exhibit
        }
    }

    func parts(of step: CustodyStep) -> ArraySlice<CustodyStep.Part> {
        parts[Int(step.firstPart)..<Int(step.firstPart) + Int(step.partCount)]
    }
}

// MARK: Asking

extension CustodyRegister {
    /// Everything that any rule finds, whole exhibits by id, each followed by its parts, each chain by time.
    public func findings(at now: Moment, _ options: CustodyOptions = CustodyOptions()) -> [CustodyFinding] {
        var findings: [CustodyFinding] = []
        check(at: now, options) { findings.append($0) }
        return findings
    }

    /// The same, handed out one by one, so that a file made to break every rule fills no memory.
    public func check(
        at now: Moment,
        _ options: CustodyOptions = CustodyOptions(),
        report: (CustodyFinding) -> Void
    ) {
        var check = CustodyCheck(self, CustodyLimits(options, now: now))
        check.run { $0.forEach(report) }
    }

    /// The chain of one exhibit; nil where the register does not have it.
    public func chain(of exhibit: RecordID) -> CustodyChain? {
        var check = CustodyCheck(self, CustodyLimits(CustodyOptions(), now: Moment(microseconds: 0)))
        return check.walk(to: exhibit)
    }

    /// What recording this step now would add to the findings: the whole check with it, less the check without.
    ///
    /// A step whose time lies before others is weighed in its place, and so is what it does to those after it.
    /// What is outstanding is left out: whoever enters an old register enters the release before the receipt.
    /// It is meant for a register of one exhibit's family: it runs the check twice.
    public func findings(
        adding step: CustodyStep,
        parts: some Collection<CustodyStep.Part> = [],
        at now: Moment,
        _ options: CustodyOptions = CustodyOptions()
    ) -> [CustodyFinding] {
        var known: [CustodyFinding: Int] = [:]
        check(at: now, options) { finding in known[finding, default: 0] += 1 }
        var register = self
        register.add(step, parts: parts)
        var added: [CustodyFinding] = []
        register.check(at: now, options) { finding in
            if finding.isOutstanding { return }
            if let count = known[finding], count > 0 {
                known[finding] = count - 1
            } else {
                added.append(finding)
            }
        }
        return added
    }
}
