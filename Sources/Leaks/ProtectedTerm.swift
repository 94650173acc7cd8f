/// One thing that must not leave the vault: a name, a number, an address.
///
/// Its text is used to look for it and is never given back: what is found names the term by its place in
/// the list, and a report by its `code`.
public struct ProtectedTerm: Sendable, Hashable {
    /// What a term is decides which of its variants are looked for.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The name of a person, one or more words.
        case name
        /// A pet name or alias: found only whole.
        case nickname
        /// The name of a relative, as good as the person's own.
        case kin
        case address
        case school
        case phone
        case email
        /// An account number, a payment address or a handle.
        case account
        /// The number of a paper: passport, Aadhaar, school certificate.
        case paper
        /// A date of birth: `2009-03-14`, `14/3/2009` or `14 March 2009`.
        case birthDate
        /// Any other words, found only whole and in their order.
        case other
    }

    /// How the term is called where its text must not stand: `018f…/name/1`.
    public let code: String
    public let kind: Kind
    public let text: String

    public init(code: String, kind: Kind, text: String) {
        self.code = code
        self.kind = kind
        self.text = text
    }
}
