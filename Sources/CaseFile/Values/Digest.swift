public import XML

/// The digest of a file, with the algorithm that made it.
///
/// `<digest algorithm="http://www.w3.org/2001/04/xmlenc#sha256">…</digest>`: the algorithm is named by its
/// XML Signature URI, the value is in lower-case hexadecimal, as `sha256sum` prints it. MD5 and SHA-1 are
/// here because other people's reports use them (BSA s.63 certificate, Schedule); Dossier makes SHA-256.
public struct Digest: Hashable, Sendable {
    public enum Algorithm: String, CaseIterable, Codable, Hashable, Sendable {
        case md5 = "http://www.w3.org/2001/04/xmldsig-more#md5"
        case sha1 = "http://www.w3.org/2000/09/xmldsig#sha1"
        case sha256 = "http://www.w3.org/2001/04/xmlenc#sha256"
        case sha384 = "http://www.w3.org/2001/04/xmldsig-more#sha384"
        case sha512 = "http://www.w3.org/2001/04/xmlenc#sha512"

        /// The length of a digest, in bytes.
        public var length: Int {
            switch self {
            case .md5: 16
            case .sha1: 20
            case .sha256: 32
            case .sha384: 48
            case .sha512: 64
            }
        }
    }

    public let algorithm: Algorithm
    /// Lower-case hexadecimal.
    public let value: String

    /// Nil where the value is not lower-case hexadecimal of the algorithm's length.
    public init?(_ algorithm: Algorithm, _ value: String) {
        guard value.utf8.count == algorithm.length * 2, value.utf8.allSatisfy({ Hex.value(of: $0) != nil })
        else { return nil }
        self.algorithm = algorithm
        self.value = value
    }
}

extension Digest: ElementContent {
    public init(content element: Element, path: String) throws(RecordError) {
        guard let name = element[attribute: "algorithm"], let algorithm = Algorithm(rawValue: name),
            let digest = Digest(algorithm, element.text)
        else { throw .malformed(path: path, expected: "a digest with its algorithm") }
        self = digest
    }

    public func fill(_ element: inout Element) {
        element.attributes = [Attribute(local: "algorithm", value: algorithm.rawValue)]
        element.children = [.text(value)]
    }
}

extension Digest: Codable {}
