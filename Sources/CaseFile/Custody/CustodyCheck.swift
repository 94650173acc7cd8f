/// One run of all rules over a register.
///
/// Steps are counted into exhibits, not sorted, and one chain at a time is held in order: half a million steps
/// of a hundred thousand exhibits take a fraction of a second and four bytes per step besides the steps.
struct CustodyCheck {
    private let register: CustodyRegister
    private let limits: CustodyLimits
    private let rules = CustodyRules.Table()
    private var findings: CustodyFindings
    private let families: CustodyFamilies
    private let steps: [CustodyStep]
    /// The steps of exhibit `e` are those that `stepOrder[chainStart[e]..<chainStart[e + 1]]` names.
    private var stepOrder: [UInt32] = []
    private var chainStart: [Int] = []
    /// What the parts of a split or a copy begin with, until their own turn comes.
    private var inherited: [Int: (births: [CustodyState.Since], state: CustodyState)] = [:]

    init(_ register: CustodyRegister, _ limits: CustodyLimits) {
        self.register = register
        self.limits = limits
        findings = CustodyFindings(terms: register.terms)
        families = CustodyFamilies(register.exhibits, &findings)
        steps = CustodyVersions.current(of: register.steps, &findings)
        groupSteps()
    }

    /// - Parameter visit: takes the findings of each chain with the chain; first those that concern none.
    mutating func run(_ visit: ([CustodyFinding], CustodyChain?) -> Void) {
        visit(
            findings.take().sorted {
                ($0.exhibit, $0.event ?? $0.exhibit) < ($1.exhibit, $1.event ?? $1.exhibit)
            },
            nil
        )
        guard let first = families.exhibits.first else { return }
        var chain = CustodyChain(exhibit: first)
        for index in families.order {
            collect(Int(index), into: &chain)
            walk(&chain)
            for rule in rules.chainRules { rule.check(chain, limits, &findings) }
            visit(findings.isEmpty ? [] : findings.take(), chain)
        }
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
                ExhibitExists.report(step, &findings)
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

    private mutating func walk(_ chain: inout CustodyChain) {
        var point: CustodyPoint?
        let hasBeginning = chain.hasBeginning
        chain.end = chain.beginning
        for (position, step) in chain.steps.enumerated() {
            let parts =
                step.partCount == 0
                ? []
                : register.parts(of: step).map { id in
                    CustodyPoint.Part(id: id, exhibit: families.index(of: id).map { families.exhibits[$0] })
                }
            let current = CustodyPoint(
                exhibit: chain.exhibit,
                before: chain.end,
                step: step,
                previous: point?.step,
                position: position,
                parts: parts,
                hasBeginning: hasBeginning,
                birth: chain.births.first,
                limits: limits
            )
            let isPastTheEnd = chain.end.phase == .ended
            for rule in rules.stepRules(for: step.event, pastTheEnd: isPastTheEnd) {
                rule.check(current, &findings)
            }
            chain.end.apply(step, parts: CustodyPoint.quantity(of: parts))
            if CustodyKinds.divisions.contains(step.event) { pass(on: chain.end, at: current) }
            point = current
        }
    }

    /// Lets the parts of a split or a copy begin where their origin stands.
    private mutating func pass(on state: CustodyState, at point: CustodyPoint) {
        for part in point.parts {
            guard let exhibit = part.exhibit, exhibit.parent == point.exhibit.id,
                let index = families.index(of: part.id)
            else { continue }
            if inherited[index] == nil {
                inherited[index] = ([], CustodyState(of: exhibit, from: point.step, state))
            }
            inherited[index]?.births.append(CustodyState.Since(point.step))
        }
    }
}

extension CustodyPoint {
    /// How much the parts are together; nothing stated where one of them does not say.
    static func quantity(of parts: [Part]) -> CustodyQuantity {
        guard let first = parts.first else { return .none }
        return parts.dropFirst().reduce(first.exhibit?.quantity ?? .none) { sum, part in
            sum.plus(part.exhibit?.quantity ?? .none)
        }
    }
}
