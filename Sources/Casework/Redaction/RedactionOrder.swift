public import CaseFile
public import Leaks
public import Redaction

/// What a person wants taken out of a file.
public struct RedactionOrder: Sendable {
    public var request: RedactionRequest
    /// Why, and by which law or order. It is recorded with the copy, so it names nobody who is protected.
    public var reason: FreeText
    /// The findings of the leak scan that the copy answers: each gets a decision, in one commit with the copy.
    public var findings: [Code] = []
    /// For which editions the decisions hold; none: for all.
    public var editions: [Token] = []
    /// Who decided it.
    public var decidedBy: RecordID?

    public init(_ request: RedactionRequest, reason: FreeText) {
        self.request = request
        self.reason = reason
    }
}

extension RedactionRequest {
    /// Has all places painted over at which protected terms are in the text of a page or can be read in its pixels.
    public mutating func hide(_ protected: [ProtectedTerm]) {
        let matcher = LeakMatcher(protected)
        terms = { text in matcher.matches(in: text).map(\.range) }
    }
}

/// A redacted copy in the case.
public struct RedactedFile: Sendable {
    /// Its record; its bytes are in the vault.
    public let file: RecordID
    public let name: String
    /// Of the exhibit; nil where the original is a paper of the file.
    public let mark: String?
    /// Lower-case hexadecimal.
    public let sha256: String
    public let size: Int
    public let mediaType: String
    public let pages: Int
    /// What was painted over.
    public let painted: [RedactedCopy.Painted]
    /// Whether text lies under its pages.
    public let isSearchable: Bool
    public let recorded: [Recorded]
}

/// The pages of a copy that was made to be looked at, and not kept.
public struct RedactionPreview: Sendable {
    /// PNG or JPEG, one to a page.
    public let pictures: [String]
    public let painted: [RedactedCopy.Painted]
}
