/// Something that a reader of a bundle must know about one of its signatures.
///
/// Findings are values and all of them are collected; an error is thrown only when it was impossible to look.
public struct SignatureFinding: Hashable, Sendable {
    public let code: Code
    public let severity: Severity
    /// The container entry that it is about, where it is about one: its path.
    public let entry: String?
    /// The line in the signature file, where it was seen there.
    public let line: Int?
    /// What would have been right.
    public let expected: String
    /// What is there.
    public let found: String

    init(
        _ code: Code,
        _ severity: Severity = .fault,
        entry: String? = nil,
        line: Int? = nil,
        expected: String,
        found: String
    ) {
        self.code = code
        self.severity = severity
        self.entry = entry
        self.line = line
        self.expected = expected
        self.found = found
    }
}

extension SignatureFinding {
    /// How much a finding takes away.
    public enum Severity: String, Comparable, Sendable {
        /// Nothing is wrong, but something was not looked at.
        case notice
        /// The signature holds; a person should look.
        case warning
        /// The signature does not hold.
        case fault

        public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .fault: 2
            }
        }
    }

    /// The stable names of findings; the raw value is what machines read.
    public enum Code: String, CaseIterable, Sendable {
        // The file
        /// Not XML that is accepted: malformed, a DOCTYPE, too deep, too many attributes.
        case xml = "signature.xml"
        /// The file, or the number of its references, is beyond what the container can need.
        case size = "signature.size"
        /// An element, attribute or text that has no place there, or one that is missing.
        case structure = "signature.structure"
        /// Two elements have one Id.
        case duplicateId = "signature.id.duplicate"
        /// The bytes are not those that the profile's writer gives for the same content.
        case layout = "signature.layout"

        // Algorithms
        /// The canonicalization is not exclusive C14N 1.0 without comments.
        case canonicalization = "signature.algorithm.canonicalization"
        /// The signature algorithm is not among those accepted.
        case method = "signature.algorithm.method"
        /// The digest algorithm is not among those accepted.
        case digestMethod = "signature.algorithm.digest"
        /// A transform that is not accepted.
        case transform = "signature.algorithm.transform"
        /// A value is not base64 as it should be, or of the wrong length.
        case encoding = "signature.encoding"

        // References
        /// A reference names something that is no entry of this container.
        case referenceURI = "signature.reference.uri"
        /// A reference has a Type that it should not have.
        case referenceType = "signature.reference.type"
        /// A second reference names the same entry.
        case duplicateReference = "signature.reference.duplicate"
        /// A reference names an entry that is not there.
        case missingEntry = "signature.reference.missing"
        /// An entry's bytes are not those that were signed.
        case entryDigest = "signature.reference.digest"
        /// An entry is not covered by the signature.
        case coverage = "signature.coverage"

        // Signed properties
        /// The signature does not refer once, and rightly, to its own signed properties.
        case signedProperties = "signature.properties.reference"
        /// The signed properties are not those that were signed.
        case signedPropertiesDigest = "signature.properties.digest"
        /// The qualifying properties say that they belong to another signature.
        case target = "signature.properties.target"
        /// The signing time is missing or not a moment with a zone.
        case signingTime = "signature.properties.time"
        /// The certificate in use is not the one that was signed for.
        case signingCertificate = "signature.properties.certificate"
        /// The stated formats of the files are missing, double, or of no file.
        case dataObjectFormat = "signature.properties.format"
        /// A signed property that this profile does not read; what it claims is for a person to weigh.
        case unreadProperty = "signature.properties.unread"
        /// Unsigned properties are present; nobody vouches for them and they were not read.
        case unsignedProperties = "signature.properties.unsigned"

        // The value and who made it
        /// The signature value does not verify.
        case value = "signature.value"
        /// A certificate cannot be read, or there are none, or too many.
        case certificate = "signature.certificate"
        /// The signer's certificate may not sign documents.
        case keyUsage = "signature.certificate.usage"
        /// A certificate was not valid when the signature says it was made.
        case certificateValidity = "signature.certificate.validity"
        /// A certificate is no longer, or not yet, valid today.
        case certificateValidityNow = "signature.certificate.validity.now"
        /// The certificates are not a chain in which each is issued by the next.
        case chain = "signature.certificate.chain"
        /// The signature says that it was made in the future.
        case futureTime = "signature.time.future"
        /// The signer's certificate does not lead to a trusted one.
        case untrusted = "signature.trust"
        /// No trusted certificates were given, so nobody has said who the signer is.
        case trustNotGiven = "signature.trust.not-given"
        /// There were more findings than are kept.
        case more = "signature.more"
    }
}

/// Findings of one signature, kept up to a limit: a hostile file must not fill the memory with complaints.
struct Findings {
    static let most = 10_000

    private(set) var all: [SignatureFinding] = []
    private var dropped = 0

    mutating func add(_ finding: SignatureFinding) {
        if all.count < Self.most { all.append(finding) } else { dropped += 1 }
    }

    mutating func add(
        _ code: SignatureFinding.Code,
        _ severity: SignatureFinding.Severity = .fault,
        entry: String? = nil,
        line: Int? = nil,
        expected: String,
        found: String
    ) {
        add(SignatureFinding(code, severity, entry: entry, line: line, expected: expected, found: found))
    }

    /// All findings, with one that says how many more there were.
    var complete: [SignatureFinding] {
        guard dropped > 0 else { return all }
        let more = SignatureFinding(
            .more,
            .fault,
            expected: "at most \(Self.most) findings",
            found: "\(dropped) more findings"
        )
        return all + [more]
    }
}
