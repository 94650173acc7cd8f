/// Collects what the rules find in one chain, and turns terms into facts.
struct CustodyFindings {
    let terms: CustodyTerms
    private var found: [(position: Int, finding: CustodyFinding)] = []

    init(terms: CustodyTerms) { self.terms = terms }

    /// What a rule says that it expected or found, before terms are looked up.
    enum Claim {
        case person(CustodyTerm)
        case place(CustodyTerm)
        case exhibit(RecordID)
        case event(CustodyEventKind)
        case time(CustodyTime)
        case microseconds(Int64)
        case seal(CustodyTerm)
        case digest(CustodyTerm)
        case quantity(CustodyQuantity)
        case number(Int)
        case authority(AuthorityKind)
        case field(String)
    }

    /// Notes that a step breaks a rule.
    mutating func report(
        _ rule: any CustodyRule.Type,
        _ point: CustodyPoint,
        against: RecordID? = nil,
        expected: Claim?...,
        found: Claim?...
    ) {
        add(
            rule,
            exhibit: point.exhibit.id,
            event: point.step.id,
            against: against,
            expected: expected,
            found: found,
            position: point.position
        )
    }

    /// Notes that a chain breaks a rule, at one of its steps or, without one, at its end.
    mutating func report(
        _ rule: any CustodyRule.Type,
        _ chain: CustodyChain,
        at position: Int? = nil,
        against: RecordID? = nil,
        isOutstanding: Bool = false,
        expected: Claim?...,
        found: Claim?...
    ) {
        add(
            rule,
            exhibit: chain.exhibit.id,
            event: position.map { chain.steps[$0].id },
            against: against,
            expected: expected,
            found: found,
            position: position ?? chain.steps.count,
            isOutstanding: isOutstanding
        )
    }

    /// Notes what is wrong apart from any chain.
    mutating func report(
        _ rule: any CustodyRule.Type,
        exhibit: RecordID,
        event: RecordID? = nil,
        against: RecordID? = nil,
        expected: Claim?...,
        found: Claim?...
    ) {
        add(
            rule,
            exhibit: exhibit,
            event: event,
            against: against,
            expected: expected,
            found: found,
            position: 0
        )
    }

    private mutating func add(
        _ rule: any CustodyRule.Type,
        exhibit: RecordID,
        event: RecordID?,
        against: RecordID?,
        expected: [Claim?],
        found: [Claim?],
        position: Int,
        isOutstanding: Bool = false
    ) {
        let finding = CustodyFinding(
            code: rule.code,
            severity: rule.severity,
            exhibit: exhibit,
            event: event,
            against: against,
            expected: expected.compactMap(fact),
            found: found.compactMap(fact),
            isOutstanding: isOutstanding
        )
        self.found.append((position, finding))
    }

    /// Hands over everything, in the order of the steps concerned, and begins anew.
    mutating func take() -> [CustodyFinding] {
        defer { found.removeAll(keepingCapacity: true) }
        guard found.count > 1 else { return found.map(\.finding) }
        return found.indices.sorted { (found[$0].position, $0) < (found[$1].position, $1) }
            .map { found[$0].finding }
    }

    var count: Int { found.count }

    /// Two digests that cannot be of the same bytes.
    func contradict(_ a: CustodyTerm, _ b: CustodyTerm) -> Bool {
        a.contradicts(b) && terms.compare(a, b) == .different
    }

    /// Nil where nothing is stated.
    private func fact(_ claim: Claim?) -> CustodyFact? {
        switch claim {
        case nil: nil
        case .person(let term): terms.id(of: term).map { .person($0) }
        case .place(let term): terms.id(of: term).map { .place($0) }
        case .exhibit(let id): .exhibit(id)
        case .event(let kind): .event(kind)
        case .time(let time): .time(time)
        case .microseconds(let microseconds): .duration(microseconds / 1_000_000)
        case .seal(let term): terms.text(of: term).map { .seal($0) }
        case .digest(let term): terms.text(of: term).map { .digest($0) }
        case .quantity(let quantity): terms.description(of: quantity).map { .quantity($0) }
        case .number(let number): .number(number)
        case .authority(let kind): .authority(kind)
        case .field(let name): .field(name)
        }
    }
}
