/// A numbered paragraph, which can be cited as proof.
public struct Paragraph: Codable, Hashable, Sendable {
    /// Its number, unique within the text: 1, 12a, Q3.
    public var number: Token
    /// What it says; people and exhibits are named by reference.
    public var text: FreeText
    /// Why it is kept from some readers.
    public var exclusion: Exclusion?

    public init(number: Token, text: FreeText, exclusion: Exclusion? = nil) {
        self.number = number
        self.text = text
        self.exclusion = exclusion
    }
}

extension FormRules {
    /// A paragraph is cited by its number, so a text cannot have one number twice.
    mutating func uniqueNumbers(_ paragraphs: [Paragraph]) {
        unique(
            paragraphs.map(\.number),
            "paragraph.repeated-number",
            "paragraph",
            "give each paragraph a number of its own"
        )
    }
}

/// Why a part of a text is withheld from the accused's copy (BNSS s.193(7)).
public struct Exclusion: Codable, Hashable, Sendable {
    /// The law that allows it.
    public var provision: Provision
    /// The reason that was given to the court.
    public var reason: FreeText

    public init(provision: Provision, reason: FreeText) {
        self.provision = provision
        self.reason = reason
    }
}
