/// A place in a text where a protected term stands.
public struct LeakMatch: Sendable, Hashable {
    /// How far what stands there is from the term as it was given. The later, the weaker.
    public enum Manner: UInt8, Sendable, Hashable, Comparable, CaseIterable {
        /// Byte for byte.
        case exact
        /// With other case, other Unicode forms of the same letters, or invisible characters between.
        case folded
        /// With other spaces or punctuation, run together, or taken apart.
        case spaced
        /// Its words in another order.
        case reordered
        /// Only a part, but one that tells who is meant: the given name.
        case part
        /// A number or a date written in another way.
        case reformatted
        /// Initials and surname.
        case initials
        /// In another script, or in another spelling of the same sound.
        case transliterated
        /// With an ending glued to it.
        case inflected
        /// With one letter (two in long words) wrong, missing, added or swapped.
        case misspelt
        /// A part that is also a word of everyday language: look before deciding.
        case commonWord

        public static func < (one: Manner, other: Manner) -> Bool { one.rawValue < other.rawValue }
    }

    /// The place of the term in the list that the matcher was made from.
    public let term: Int
    /// Where it stands, in bytes from the start of the piece.
    public let range: Range<Int>
    public let manner: Manner

    public init(term: Int, range: Range<Int>, manner: Manner) {
        self.term = term
        self.range = range
        self.manner = manner
    }
}
