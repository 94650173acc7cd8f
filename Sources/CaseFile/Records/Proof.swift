/// A link from an element to what proves it.
public struct Proof: RecordBody {
    public static let kind = Kind.proof

    /// What it proves.
    public var element: Reference<OffenceElement>
    /// By an exhibit.
    public var exhibit: Reference<Exhibit>?
    /// By a file.
    public var file: Reference<EvidenceFile>?
    /// By a statement.
    public var statement: Reference<Statement>?
    /// By an arrest.
    public var arrest: Reference<Arrest>?
    /// By an examination.
    public var examination: Reference<Examination>?
    /// By a document.
    public var document: Reference<CaseDocument>?
    /// By a certificate.
    public var certificate: Reference<Certificate>?
    /// The number of the paragraph, in a statement or document.
    public var paragraph: Token?
    /// The page, in a file or document.
    public var page: Count?
    /// How it proves it.
    public var manner: Manner
    /// Whether it speaks for the element or against it.
    public var bearing: Bearing
    /// The witness through whom it comes before the court.
    public var witnesses: [Reference<Person>] = []
    /// How it bears on the element.
    public var explanation: FreeText?

    public init(element: Reference<OffenceElement>, manner: Manner, bearing: Bearing) {
        self.element = element
        self.manner = manner
        self.bearing = bearing
    }

    private enum CodingKeys: String, CodingKey {
        case element, exhibit, file, statement, arrest, examination, document, certificate
        case paragraph, page, manner, bearing
        case witnesses = "witness"
        case explanation
    }
}

extension Proof {
    public var subject: RecordID? { element.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.exactlyOne(
                [
                    "exhibit": exhibit != nil, "file": file != nil, "statement": statement != nil,
                    "arrest": arrest != nil, "examination": examination != nil, "document": document != nil,
                    "certificate": certificate != nil,
                ],
                "proof.source"
            )
            rules.require(
                paragraph == nil || statement != nil || document != nil,
                "proof.paragraph",
                "paragraph",
                "only a statement or a document has paragraphs"
            )
            rules.require(
                page == nil || file != nil || document != nil,
                "proof.page",
                "page",
                "only a file or a document has pages"
            )
        }
    }
}

extension Proof {
    /// How a piece of evidence proves an element.
    public enum Manner: String, CaseIterable, Codable, Hashable, Sendable {
        /// Of itself.
        case direct
        /// By inference, with others.
        case circumstantial
        /// As the foundation of a presumption.
        case presumption
    }
}

extension Proof {
    /// Which way a piece of evidence points.
    public enum Bearing: String, CaseIterable, Codable, Hashable, Sendable {
        /// For the prosecution.
        case supports
        /// For the defence, which must be told.
        case undermines
    }
}
