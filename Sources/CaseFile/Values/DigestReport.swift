/// Digests as a certificate or report states them.
public struct DigestReport: Codable, Hashable, Sendable {
    /// The values, each with its algorithm.
    public var digests: [Digest]
    /// Values by an algorithm that this grammar has no name for.
    public var otherDigests: [NamedDigest]
    /// Whether the report of the hashing tool is enclosed.
    public var reportEnclosed: Bool
    /// That report.
    public var report: Reference<CaseDocument>?

    public init(
        digests: [Digest] = [],
        otherDigests: [NamedDigest] = [],
        reportEnclosed: Bool,
        report: Reference<CaseDocument>? = nil
    ) {
        self.digests = digests
        self.otherDigests = otherDigests
        self.reportEnclosed = reportEnclosed
        self.report = report
    }

    private enum CodingKeys: String, CodingKey {
        case digests = "digest"
        case otherDigests = "otherDigest"
        case reportEnclosed, report
    }
}

extension DigestReport: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            !digests.isEmpty || !otherDigests.isEmpty,
            "digest-report.empty",
            "digest",
            "give at least one digest"
        )
        rules.uniqueAlgorithms(digests, "digest")
    }
}

extension FormRules {
    /// Two values by one algorithm would be a contradiction, or a repetition.
    mutating func uniqueAlgorithms(_ digests: [Digest], _ field: String) {
        unique(
            digests.map(\.algorithm),
            "digest.repeated-algorithm",
            field,
            "give one digest for each algorithm"
        )
    }
}

/// A digest by an algorithm that has no URI in this grammar.
public struct NamedDigest: Codable, Hashable, Sendable {
    /// The algorithm, as the source names it.
    public var algorithm: Code
    /// The value, as the source writes it.
    public var value: Code

    public init(algorithm: Code, value: Code) {
        self.algorithm = algorithm
        self.value = value
    }
}
