internal import XML

/// What the law asks of a kind of statement, or of a formality: who must, may and must not sign it and be there.
public struct PaperKind: Sendable {
    public let code: String
    /// The kind of record that a formality belongs to; nil for a statement.
    public let record: String?
    public let label: LocalizedText
    public let law: [Citation]
    public let confidence: Confidence
    public let signatures: [(by: String, duty: Duty)]
    public let presences: [(of: String, duty: Duty, when: LocalizedText)]
    /// Parts of the record that must be there: memorandum, warning, declaration.
    public let needs: [String]
    public let note: LocalizedText

    public enum Duty: String, CaseIterable, Sendable {
        case required
        case allowed
        case forbidden
    }
}

extension PaperKind {
    init(_ node: DocumentNode) {
        func duty(_ node: DocumentNode) -> Duty { Duty(rawValue: node.attribute("rule") ?? "") ?? .allowed }
        code = node.code
        record = node.attribute("of")
        label = node.texts("label")
        law = node.citations
        confidence = node.confidence ?? .memory
        signatures = node.all("signature").map { ($0.attribute("by") ?? "", duty($0)) }
        presences = node.all("presence").map { ($0.attribute("of") ?? "", duty($0), $0.texts("when")) }
        needs = node.all("needs").compactMap { $0.attribute("part") }
        note = node.texts("note")
    }
}
