/// One run of all rules over a register.
///
/// Steps are counted into exhibits, not sorted, and one chain at a time is held in order: half a million steps
/// of a hundred thousand exhibits take a quarter of a second, and eight bytes per step besides the steps.
struct CustodyCheck {
    private let register: CustodyRegister
    private let limits: CustodyLimits
    private let rules = CustodyRules.table
    private var findings: CustodyFindings
    private let families: CustodyFamilies
    private let steps: [CustodyStep]
    /// The steps of exhibit `e` are those that `stepOrder[chainStart[e]..<chainStart[e + 1]]` names.
    private var stepOrder: [UInt32] = []
    private var chainStart: [Int] = []
    /// The steps of exhibits that the case does not have.
    private var strays: [UInt32] = []
    /// What the parts of a split or a copy begin with, until their own turn comes.
    private var inherited: [Int: (births: [CustodyState.Since], state: CustodyState)] = [:]

    init(_ register: CustodyRegister, _ limits: CustodyLimits) {
        self.register = register
        self.limits = limits
        findings = CustodyFindings(terms: register.terms)
        families = CustodyFamilies(register.exhibitsWithDigests, &findings)
        steps = CustodyVersions.current(of: register.steps, &findings)
        groupSteps()
    }

    /// - Parameter report: takes first what concerns no chain, then chain by chain, in lists of bounded length.
    mutating func run(_ report: ([CustodyFinding]) -> Void) {
        let byExhibit = findings.take().sorted {
            ($0.exhibit, $0.event ?? $0.exhibit) < ($1.exhibit, $1.event ?? $1.exhibit)
        }
        report(byExhibit)
        for stray in strays.map({ steps[Int($0)] }).sorted(by: { ($0.exhibit, $0.id) < ($1.exhibit, $1.id) })
        {
            ExhibitExists.report(stray, &findings)
            hand(to: report)
        }
        guard let first = families.exhibits.first else { return }
        var chain = CustodyChain(exhibit: first)
        for index in families.order {
            collect(Int(index), into: &chain)
            walk(&chain, visit: { _ in }, report)
            for rule in rules.chainRules { rule.check(chain, limits, &findings) }
            hand(to: report, atLeast: 1)
        }
    }

    /// Hands findings over before they become many: a chain can be made to break every rule at every step.
    private mutating func hand(to report: ([CustodyFinding]) -> Void, atLeast count: Int = 4096) {
        if findings.count >= count { report(findings.take()) }
    }

    /// One exhibit's chain; nil where there is no such exhibit. Only it and what it is a part of are walked.
    /// - Parameters:
    ///   - enter: takes each of these chains before its steps, the whole exhibit's first.
    ///   - visit: takes each step, with the state after it.
    @discardableResult
    mutating func walk(
        to exhibit: RecordID,
        enter: (CustodyChain) -> Void = { _ in },
        visit: (CustodyPoint) -> Void = { _ in }
    ) -> CustodyChain? {
        guard let target = families.index(of: exhibit) else { return nil }
        var chain = CustodyChain(exhibit: families.exhibits[target])
        for index in families.line(to: target) {
            collect(index, into: &chain)
            enter(chain)
            walk(&chain, visit: visit) { _ in }
        }
        return chain
    }

    private mutating func groupSteps() {
        let none = UInt32.max
        var exhibitOf = Array(repeating: none, count: steps.count)
        chainStart = Array(repeating: 0, count: families.exhibits.count + 1)
        var last: (id: RecordID, index: Int)?
        for (number, step) in steps.enumerated() {
            if last?.id != step.exhibit {
                last = families.index(of: step.exhibit).map { (step.exhibit, $0) }
            }
            guard let index = last?.index else {
                strays.append(UInt32(number))
                continue
            }
            exhibitOf[number] = UInt32(index)
            chainStart[index + 1] += 1
        }
        for index in families.exhibits.indices { chainStart[index + 1] += chainStart[index] }
        stepOrder = Array(repeating: 0, count: chainStart[families.exhibits.count])
        var free = chainStart
        for number in steps.indices where exhibitOf[number] != none {
            let index = Int(exhibitOf[number])
            stepOrder[free[index]] = UInt32(number)
            free[index] += 1
        }
    }

    private mutating func collect(_ index: Int, into chain: inout CustodyChain) {
        chain.exhibit = families.exhibits[index]
        chain.steps.removeAll(keepingCapacity: true)
        for number in stepOrder[chainStart[index]..<chainStart[index + 1]] {
            chain.steps.append(steps[Int(number)])
        }
        CustodyOrder.sortAsEntered(&chain.steps)
        CustodyOrder.sortByTime(&chain.steps)
        if let (births, state) = inherited.removeValue(forKey: index) {
            (chain.births, chain.beginning) = (births, state)
        } else {
            if !chain.births.isEmpty { chain.births = [] }
            chain.beginning = CustodyState(of: chain.exhibit)
        }
    }

    private mutating func walk(
        _ chain: inout CustodyChain,
        visit: (CustodyPoint) -> Void,
        _ report: ([CustodyFinding]) -> Void
    ) {
        chain.end = chain.beginning
        guard let first = chain.steps.first else { return }
        var point = CustodyPoint(chain, first, limits)
        for position in chain.steps.indices {
            point.position = position
            point.step = chain.steps[position]
            point.parts = parts(of: point.step)
            for rule in rules.stepRules(for: point.step.event, pastTheEnd: point.before.phase == .ended) {
                rule.check(point, &findings)
            }
            point.before.apply(point.step, parts: CustodyPoint.quantity(of: point.parts), findings.terms)
            if CustodyKinds.divisions.contains(point.step.event) { passOn(point) }
            visit(point)
            point.previous = point.step
            hand(to: report)
        }
        chain.end = point.before
    }

    private func parts(of step: CustodyStep) -> [CustodyPoint.Part] {
        guard step.partCount > 0 else { return [] }
        return register.parts(of: step).map { part in
            let exhibit = families.index(of: part.exhibit).map { families.exhibits[$0] }
            return CustodyPoint.Part(id: part.exhibit, stated: part.quantity, exhibit: exhibit)
        }
    }

    /// Lets the parts of a split or a copy begin where their origin stands.
    /// - Parameter point: the split or the copy, already applied.
    private mutating func passOn(_ point: CustodyPoint) {
        for part in point.parts {
            guard let exhibit = part.exhibit, exhibit.parent == point.exhibit.id,
                let index = families.index(of: part.id)
            else { continue }
            if inherited[index] == nil {
                inherited[index] = ([], CustodyState(of: part, exhibit, from: point.step, point.before))
            }
            inherited[index]?.births.append(CustodyState.Since(point.step))
        }
    }
}

extension CustodyPoint {
    /// Where a chain begins.
    init(_ chain: CustodyChain, _ first: CustodyStep, _ limits: CustodyLimits) {
        exhibit = chain.exhibit
        before = chain.beginning
        step = first
        position = 0
        parts = []
        hasBeginning = chain.hasBeginning
        birth = chain.births.first
        self.limits = limits
    }

    /// How much the parts are together; nothing stated where one of them does not say.
    static func quantity(of parts: [Part]) -> CustodyQuantity {
        guard let first = parts.first else { return .none }
        return parts.dropFirst().reduce(first.quantity) { $0.plus($1.quantity) }
    }
}
