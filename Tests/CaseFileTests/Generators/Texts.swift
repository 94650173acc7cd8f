/// Pieces of text such as come in with evidence, and such as break programs.
enum Texts {
    private static let pieces = [
        // What Latin script does.
        "the flat", "Señor Ångström", "e\u{301} and é", "ﬁ", "İstanbul ıss",
        // The scripts of the cases: Bengali and Devanagari with conjuncts, vowel signs and their own digits.
        "মেয়েটি বলল", "ক্ষ্ম্য", "১৪/০৩/২০২৬", "लड़की ने कहा", "क्ष्म्य", "१२३", "ਪੰਜਾਬੀ", "தமிழ்", "తెలుగు", "සිංහල",
        // Right to left, with marks that change direction.
        "قالت الفتاة", "שָׁלוֹם", "\u{200F}a\u{200E}", "\u{2067}قال\u{2069}", "اردو ۱۲۳",
        // East Asia; a Hangul syllable whole and in its parts; a character beyond the first plane.
        "女孩说", "少女は", "한", "\u{1112}\u{1161}\u{11AB}", "𠮷", "ဗမာစာ", "ภาษาไทย", "አማርኛ",
        // Many scalars, one character.
        "👩🏽‍⚖️", "🇮🇳", "a\u{300}\u{301}\u{302}\u{303}\u{304}", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
        // What XML must escape, or might trip over.
        "<b>&amp;</b>", "\"quoted\" 'twice'", "]]>", "<!-- -->", "<?x?>", "&#x0;", "%00", "\\u0000",
        // Space of every kind.
        " ", "  ", "\n", "\t", "\r", "\r\n", "\u{A0}", "\u{85}", "\u{2028}", "\u{200B}", "\u{FEFF}",
        // The ends of what XML 1.0 can carry.
        "\u{D7FF}", "\u{E000}", "\u{FFFD}", "\u{10FFFF}", "\u{7F}",
    ]

    /// A text of one to eight pieces.
    static func any(using random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 1...8, using: &random)).map { _ in pieces.randomElement(using: &random)! }
            .joined()
    }

    /// A text on one line, without space at its ends, of at most so many UTF-16 units; now and then that long.
    static func line(upTo longest: Int, using random: inout SeededGenerator) -> String {
        let isLong = Int.random(in: 0..<20, using: &random) == 0
        var scalars: [Unicode.Scalar] = []
        repeat {
            scalars += any(using: &random).unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
            while scalars.first == " " { scalars.removeFirst() }
            while scalars.reduce(0, { $0 + UTF16.width($1) }) > longest { scalars.removeLast() }
            while scalars.last == " " { scalars.removeLast() }
        } while scalars.isEmpty || isLong && scalars.count < longest / 2
        var line = ""
        line.unicodeScalars.append(contentsOf: scalars)
        return line
    }

    /// So many characters of an alphabet.
    static func word(
        _ alphabet: String,
        _ lengths: ClosedRange<Int>,
        using random: inout SeededGenerator
    ) -> String {
        let letters = Array(alphabet)
        return String(
            (0..<Int.random(in: lengths, using: &random)).map { _ in letters.randomElement(using: &random)! }
        )
    }

    static let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    static let smalls = "abcdefghijklmnopqrstuvwxyz"
    static let digits = "0123456789"
    static let hexadecimal = "0123456789abcdef"
}
