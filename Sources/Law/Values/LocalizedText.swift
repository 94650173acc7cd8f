/// A text of a pack in each language that the pack has it in.
public struct LocalizedText: Hashable, Sendable {
    private var texts: [String: String]

    public init(_ texts: [String: String]) { self.texts = texts }

    /// In English only, as the program's own texts are.
    public init(_ english: String) { texts = ["en": english] }

    /// In the language asked for; else in what it is a variety of (`en` for `en-IN`), else in English, else in any.
    public func text(in language: String) -> String {
        texts[language] ?? texts[String(language.prefix { $0 != "-" })] ?? texts["en"]
            ?? texts.min { $0.key < $1.key }?.value ?? ""
    }

    public var isEmpty: Bool { texts.isEmpty }
    public var languages: Set<String> { Set(texts.keys) }
}
