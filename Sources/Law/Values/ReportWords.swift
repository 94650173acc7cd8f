internal import XML

/// The words that reports are written with, in each language: the vocabularies of `templates/words`, by pack.xsd.
public struct ReportWords: Sendable {
    private var words: [String: LocalizedText] = [:]

    /// - Throws: `XMLError` for what is no XML.
    public init(parsing files: [[UInt8]]) throws {
        for bytes in files {
            for word in try Document(parsing: bytes).root.all("word") {
                words[word.code] = word.texts("label")
            }
        }
    }

    /// A word by its code; the code itself where there is none.
    public func text(_ code: String, in language: String) -> String {
        words[code].map { $0.text(in: language) } ?? code
    }

    /// Codes of the words that lack one of these languages.
    public func untranslated(_ languages: [String]) -> [String] {
        words.filter { !$0.value.languages.isSuperset(of: languages) }.map(\.key).sorted()
    }

    public func has(_ code: String) -> Bool { words[code] != nil }
}
