import Testing

@testable import Leaks

/// What only looks like a protected term must not be found: each false alarm costs trust.
@Suite struct `What is no protected term is not found` {
    static let terms: [(ProtectedTerm.Kind, String)] = [
        (.name, "Mina Das"), (.name, "Ria Sen"), (.name, "Priya Sharma"), (.name, "Asmita Roy"),
        (.name, "সুমন মণ্ডল"), (.name, "Sharmila Khatun"), (.kin, "Gopal Das"), (.nickname, "Chhoto Rani"),
        (.phone, "+91 98300 12345"), (.birthDate, "2009-03-14"), (.email, "mina@example.org"),
        (.paper, "ABCDE1234F"), (.account, "01234567890"), (.address, "14 Sonagachi Lane, Kolkata 700006"),
        (.school, "Loreto Girls' High School, Bongaon"),
    ]

    static let neutral: [String] = [
        "administration", "terminal", "The criminal administration examined the terminal.", "Minamata",
        "feminan",
        "laminate", "nominal", "luminary", "aluminas", "material", "Maria", "malaria", "aria", "criteria",
        "Rian",
        "Das", "Mr Das said", "Roy", "Khatun and Bibi", "Begum", "Singh", "Smt Devi", "Kumari", "Sk",
        "Sharma",
        "P. Das", "R. Khatun", "Miss", "Smt.", "Mr. and Mrs.", "M. D.", "M.D.", "m d", "mine", "main road",
        "many men",
        "mini", "menu", "moan", "a mean man", "price", "pray", "Pryor", "The prayer was long.", "parry",
        "Lane", "the lane to the school", "14", "14 lanes", "Kolkata", "Kolkata 700006", "High School",
        "Girls' school",
        "P.O. and P.S.", "village, district, Kolkata", "Sonagachi", "on 14 March they went", "14 March 2010",
        "15/3/2009", "2009", "March 2009", "4/3/2009", "9830012346", "98300 12344", "19830012345",
        "98300123456",
        "ABCDE1235F", "BCDE1234F", "info@example.org", "mini at home is what mini is not",
        "দাস", "মণ্ডল", "খাতুন বলেন", "মানা", "মনে আছে", "মানে", "মন", "रोमन", "मन", "माना", "मान", "प्रजा", "राजा", "रानी",
        "छोटो", "সমান", "সামান্য", "সামনে", "সম্মান", "সেন", "রায়", "Sumatra", "summon", "So many", "Roy, S. Sen",
        "Go Pal", "gopher", "The minar of Delhi", "Qutub Minar", "A. Sharma", "R. Das",
        "0x4d696e61", "4d696e61", "c2hhcm1pbGE", "x98300 1234", "Min", "5 min", "aminas", "Amina", "Yamina",
        "Minal",
        "Minati", "Carmina Burana", "Rina", "Bina", "Tina", "Nina", "Mona", "Mita", "Mana", "Mira",
    ]

    @Test(arguments: neutral)
    func `in what only looks like it`(text: String) {
        let matcher = LeakMatcher(
            Self.terms.enumerated().map { ProtectedTerm(code: "\($0)", kind: $1.0, text: $1.1) }
        )
        for text in [text, "Then \(text) was seen.", "(\(text))"] {
            let found = matcher.matches(in: text).filter { Self.terms[$0.term].1 != "" }
            #expect(found.isEmpty, "\(text): \(found.map { "\(Self.terms[$0.term].1) \($0.manner)" })")
        }
    }

    @Test func `in more than sixty near misses`() {
        #expect(Self.neutral.count >= 60)
    }
}
