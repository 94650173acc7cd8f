/// The words of the grammar that custody looks for, as bytes, so that a stream is read without making strings.
enum CustodyWords {
    static let events = Table(CustodyEventKind.allCases)
    static let authorities = Table(AuthorityKind.allCases)
    static let categories = Table(Exhibit.Category.allCases)
    static let roles = Table(EvidenceFile.Role.allCases)
    static let algorithms = Table(Digest.Algorithm.allCases)
    static let flags = Table([("true", true), ("false", false)])

    /// What stands before a digest in a term: `sha256:`.
    static let prefixes = Dictionary(
        uniqueKeysWithValues: Digest.Algorithm.allCases.map { ($0, Array("\($0.shortName):".utf8)) }
    )

    /// A few words and what they mean.
    struct Table<Value: Sendable>: Sendable {
        private let words: [(bytes: [UInt8], value: Value)]

        init(_ words: [(String, Value)]) { self.words = words.map { (Array($0.utf8), $1) } }

        init(_ values: [Value]) where Value: RawRepresentable<String> {
            self.init(values.map { ($0.rawValue, $0) })
        }

        func value(of text: UnsafeBufferPointer<UInt8>) -> Value? {
            for word in words where word.bytes.count == text.count {
                if text.indices.allSatisfy({ text[$0] == word.bytes[$0] }) { return word.value }
            }
            return nil
        }
    }
}
