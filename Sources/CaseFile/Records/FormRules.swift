/// Collects what is wrong with a record's form, beyond what its types and the schema say.
///
/// A rule is asked as a sentence that should hold. Rules of the shared values report the field that they stand in:
/// `receivedAttestation/account`.
struct FormRules {
    private(set) var findings: [FormFinding] = []
    private var place: [String] = []

    /// The findings of one record.
    static func findings(_ ask: (inout FormRules) -> Void) -> [FormFinding] {
        var rules = FormRules()
        ask(&rules)
        return rules.findings
    }

    /// - Parameters:
    ///   - code: the rule's stable name, such as `charge.ends-before-it-begins`.
    ///   - field: the element that should change.
    ///   - message: what is wrong and what to do; it never quotes the record.
    mutating func require(_ holds: Bool, _ code: String, _ field: String, _ message: String) {
        guard !holds else { return }
        let path = (place + [field]).joined(separator: "/")
        findings.append(FormFinding(code: code, field: path, message: message))
    }

    /// Two times must not surely be the wrong way round. Where one is missing, or both may be the same day, they are
    /// in order.
    mutating func inOrder(
        _ first: Moment?,
        _ second: Moment?,
        _ code: String,
        _ field: String,
        _ message: String
    ) {
        guard let first, let second else { return }
        require(!second.isSurelyBefore(first), code, field, message)
    }

    /// Exactly one of the fields must be there.
    mutating func exactlyOne(_ fields: KeyValuePairs<String, Bool>, _ code: String) {
        let names = fields.map(\.key).joined(separator: ", ")
        require(
            fields.filter(\.value).count == 1,
            code,
            fields.first { $0.value }?.key ?? fields[0].key,
            "give exactly one of these: \(names)"
        )
    }

    /// No two values may be the same.
    mutating func unique(
        _ values: some Sequence<some Hashable>,
        _ code: String,
        _ field: String,
        _ message: String
    ) {
        var seen: Set<AnyHashable> = []
        require(values.allSatisfy { seen.insert(AnyHashable($0)).inserted }, code, field, message)
    }

    /// The rules of a value that has its own.
    mutating func ask(_ value: (some FormChecked)?, in field: String) {
        guard let value else { return }
        place.append(field)
        value.ask(&self)
        place.removeLast()
    }

    mutating func ask(_ values: [some FormChecked], in field: String) {
        for value in values { ask(value, in: field) }
    }
}

/// A value with form rules of its own, wherever it stands.
protocol FormChecked {
    func ask(_ rules: inout FormRules)
}
