import Testing

@testable import Leaks

/// Terms, and what they may look like in a text; each must be found.
@Suite struct `A protected term is found` {
    struct Hidden: Sendable, CustomTestStringConvertible {
        let kind: ProtectedTerm.Kind
        let term: String
        let spellings: [String]
        var testDescription: String { "\(kind) \(term)" }
    }

    static let hidden: [Hidden] = [
        Hidden(
            kind: .name,
            term: "Mina Das",
            spellings: [
                "Mina Das", "MINA DAS", "mina das", "Mina", "Mina  Das", "Mina\tDas", "Mina\nDas",
                "Mina\u{A0}Das",
                "Das, Mina", "DAS MINA", "Miss Mina Das", "Smt. Mina Das", "Kumari Mina", "Km. Mina Das",
                "Sri Mina",
                "Mina Kumari Das", "Mina (Das)", "Mina-Das", "mina_das.jpg", "mina.das@example.org",
                "MinaDas",
                "minadas", "dasmina", "IMG_MinaDas_2009.jpg", "mina2009.png", "M-i-n-a", "M I N A",
                "M.I.N.A.",
                "M i n a  D a s", "M\0i\0n\0a\0", "Mi-\nna", "Mi-\r\n   na Das", "Mi\u{AD}na", "Mi\u{200B}na",
                "M\u{200D}i\u{200C}n\u{2060}a", "\u{202E}Mina\u{202C}", "\u{FEFF}Mina", "M. Das", "M Das",
                "m.das",
                "m_das", "Das, M.", "M. K. Das", "Mina's", "Mina\u{2019}s", "\"Mina\"", "Mina.", "Meena Das",
                "Meena",
                "Minaa", "Miina", "Mína", "Mi\u{301}na", "ＭＩＮＡ", "𝐌𝐢𝐧𝐚", "Ⓜⓘⓝⓐ", "Мinа", "Mіna", "Minа Dаs",
                "&#77;ina", "&#x4d;ina", "Mi&shy;na", "Mina&nbsp;Das", "%4Dina%20Das", "Mina%20Das",
                "\\u004dina", "{\"t\":\"a\\nMina\"}", "\\nmina went", "মিনা দাস", "মীনা", "মিনা", "মিনার", "মিনাকে",
                "মিনারা",
                "মিনাদের", "মিনাও", "শ্রীমতী মিনা দাস", "কুমারী মিনা", "মিনাদি", "মিনা-র", "Mina-র", "Minaকে", "मीना दास", "मिना",
                "मीना को", "मीनाको", "सुश्री मीना दास", "कुमारी मीना", "मीना जी", "मीनाजी", "मी\u{200D}ना",
                "&#2350;&#2368;&#2344;&#2366;",
                "%E0%A6%AE%E0%A6%BF%E0%A6%A8%E0%A6%BE", "\\u09ae\\u09bf\\u09a8\\u09be", "এম. দাস", "एम. दास",
                "Mina Dass",
                "Minadi", "Mina/Das", "Mina+Das", "Mina|Das", "Mina,Das", "mina-das-2.pdf",
                "C:\\Users\\mina\\a.txt",
                "Mi na Das", "M ina D as", "Mina D.", "<b>Mina</b>", "name=Mina;", "Mina\u{2028}Das",
                "Mina\u{3000}Das",
                "\\u092E\\u0940\\u0928\\u093E", "Мина", "મીના", "ਮੀਨਾ",
            ]
        ),
        Hidden(
            kind: .name,
            term: "Priya Sharma",
            spellings: [
                "Priya", "Prya", "Priyaa", "PRIYA SARMA", "Preeya Sharma", "প্রিয়া শর্মা", "প্রিয\u{9BC}া", "প্রিয়ার", "প্রিয়াকে",
                "प्रिया शर्मा", "प्रिया", "प्रियाको", "P. Sharma", "P. Sarma", "Sharma, P.", "priyasharma99", "Sharma Priya",
                "P. শর্মা", "পি. শর্মা", "पी. शर्मा",
            ]
        ),
        Hidden(
            kind: .name,
            term: "লক্ষ্মী মণ্ডল",
            spellings: [
                "লক্ষ্মী মণ্ডল", "লক্ষ্মী", "লক্ষী", "লক্ষ্মীর", "Lakshmi Mondal", "Laxmi", "Lakshmi", "Laksmi Mandal", "लक्ष्मी",
                "लक्ष्मी मंडल",
                "Lokkhi",
            ]
        ),
        Hidden(
            kind: .name,
            term: "সৌরভ চট্টোপাধ্যায়",
            spellings: ["সৌরভ", "Sourav", "Saurav", "Saurabh Chatterjee", "Sourabh", "सौरभ", "সৌরভের", "সৌরভকে"]
        ),
        Hidden(
            kind: .name,
            term: "মৌমিতা ঘোষ",
            spellings: ["Moumita", "Maumita", "Mowmita Ghosh", "मौमिता", "মৌমিতার", "M. Ghosh", "Mou-\nmita"]
        ),
        Hidden(
            kind: .name,
            term: "कमला विश्वास",
            spellings: [
                "Kamala", "Kamla", "Komola", "Kamala Biswas", "কমলা", "কমলার", "কমলা বিশ্বাস", "कमला को", "K. Viswas",
            ]
        ),
        Hidden(
            kind: .name,
            term: "Vikram Singh",
            spellings: [
                "Bikram", "Vikrama", "Bikram Singh", "বিক্রম সিং", "विक्रम", "विक्रम सिंह", "বিক্রমকে", "Vikarm", "Viikram",
            ]
        ),
        Hidden(
            kind: .name,
            term: "Sharmila Khatun",
            spellings: [
                "Sharmila", "Sarmila", "Sharmeela", "Sharmilla", "Shramila", "Sharmia", "Sharmilaa",
                "Shaarmila",
                "শর্মিলা", "শর্মিলা খাতুন", "शर्मिला", "शर्मिला खातून", "শর্মিলার", "Sharmila Khatoon", "S. Khatun",
            ]
        ),
        Hidden(
            kind: .name,
            term: "Bhagyashree Tamang",
            spellings: ["Bhagyashri", "Bhagyasree", "Bagyashree", "Bhagyshre", "ভাগ্যশ্রী", "भाग्यश्री", "Bhaygashree"]
        ),
        Hidden(
            kind: .name,
            term: "Anwara Bibi",
            spellings: ["Anwara", "Anwaara", "Anowara", "আনোয়ারা", "আনোয়ারা বিবি", "अनवारा", "A. Bibi", "Anbara"]
        ),
        Hidden(
            kind: .name,
            term: "Fatima Begum",
            spellings: [
                "Fatima", "Phatima", "Fatema", "Fathima", "Faatimah", "ফাতিমা", "ফতিমা", "फ़ातिमा", "फातिमा", "ফাতিমাকে",
            ]
        ),
        Hidden(
            kind: .name,
            term: "Sangita Yadav",
            spellings: ["Sangeeta", "Sangita", "সঙ্গীতা", "সংগীতা", "संगीता", "सङ्गीता", "S. Yadav", "S. Jadav", "সঙ্গীতাকে"]
        ),
        Hidden(
            kind: .name,
            term: "Swapna Roy",
            spellings: ["Swapna", "Sapna", "স্বপ্না", "স্বপ্নার", "स्वप्ना", "Svapna", "S. Ray"]
        ),
        Hidden(
            kind: .name,
            term: "Ria Sen",
            spellings: ["Ria", "Riya", "Reeya", "রিয়া", "रिया", "রিয়ার", "RIA SEN", "R. Sen"]
        ),
        Hidden(
            kind: .nickname,
            term: "Chhoto Rani",
            spellings: ["Chhoto Rani", "Choto Rani", "chhoto-rani", "ছোটো রানি", "छोटो रानी", "ChhotoRani"]
        ),
        Hidden(
            kind: .nickname,
            term: "Tuktuki",
            spellings: ["Tuktuki", "tuktuki", "টুকটুকি", "টুকটুকির", "Tuk-tuki", "Tuktukee"]
        ),
        Hidden(
            kind: .phone,
            term: "+91 98300 12345",
            spellings: [
                "9830012345", "98300 12345", "98300-12345", "+91-98300-12345", "+919830012345", "09830012345",
                "098300 12345", "0091 9830012345", "(+91) 983 001 2345", "98.30.01.23.45",
                "9 8 3 0 0 1 2 3 4 5",
                "৯৮৩০০১২৩৪৫", "৯৮৩০০-১২৩৪৫", "९८३००१२३४५", "９８３００１２３４５", "tel:+919830012345",
                "98300\u{A0}12345",
                "9830012345@ybl", "wa.me/919830012345",
            ]
        ),
        Hidden(
            kind: .birthDate,
            term: "2009-03-14",
            spellings: [
                "2009-03-14", "14/3/2009", "14/03/2009", "14.03.2009", "14.03.09", "14-3-09", "14 March 2009",
                "14th March, 2009", "14th of March 2009", "March 14, 2009", "14 Mar 2009", "14-Mar-2009",
                "20090314",
                "14032009", "2009/3/14", "১৪/৩/২০০৯", "১৪ মার্চ ২০০৯", "১৪ই মার্চ, ২০০৯", "१४ मार्च २००९",
                "14 मार्च 2009",
                "১৪.০৩.২০০৯", "3/14/2009",
            ]
        ),
        Hidden(
            kind: .email,
            term: "mina.das95@example.org",
            spellings: [
                "mina.das95@example.org", "MINA.DAS95@EXAMPLE.ORG", "mina.das95 at example dot org",
                "mina.das95 [at] example", "mailto:mina.das95@example.org", "mina%2Edas95%40example.org",
                "@mina.das95",
                "minadas95@example.org",
            ]
        ),
        Hidden(
            kind: .account,
            term: "@minadas_official",
            spellings: ["@minadas_official", "instagram.com/minadas_official"]
        ),
        Hidden(
            kind: .account,
            term: "0123 4567 8901",
            spellings: ["012345678901", "0123-4567-8901", "০১২৩৪৫৬৭৮৯০১"]
        ),
        Hidden(
            kind: .paper,
            term: "ABCDE1234F",
            spellings: ["ABCDE1234F", "abcde1234f", "ABCDE 1234 F", "ABCDE-1234-F"]
        ),
        Hidden(kind: .paper, term: "Passport N1234567", spellings: ["N1234567", "N 1234567", "n-123 4567"]),
        Hidden(
            kind: .paper,
            term: "WB/12/345/678901",
            spellings: ["WB/12/345/678901", "WB12345678901", "wb 12 345 678901"]
        ),
        Hidden(
            kind: .address,
            term: "14 Sonagachi Lane, Kolkata 700006",
            spellings: [
                "14 Sonagachi Lane, Kolkata 700006", "Sonagachi Lane 14", "14, Sonagachi Lane",
                "SONAGACHI LANE",
                "Sonagachi, Kolkata", "১৪ সোনাগাছি লেন", "सोनागाछी लेन", "14 Sonagachi", "Sonagachhi Lane",
            ]
        ),
        Hidden(
            kind: .school,
            term: "Hare Krishna Balika Vidyalaya, Bongaon",
            spellings: [
                "Hare Krishna Balika Vidyalaya", "hare krishna school at Bongaon", "হরে কৃষ্ণ বালিকা বিদ্যালয়",
                "Hare Krishna Girls' School",
            ]
        ),
        Hidden(
            kind: .other,
            term: "yellow scooter",
            spellings: ["yellow scooter", "Yellow  Scooter", "yellow-scooter"]
        ),
    ]

    @Test(arguments: hidden)
    func `however it is spelt`(hidden: Hidden) {
        let matcher = LeakMatcher([ProtectedTerm(code: "1", kind: hidden.kind, text: hidden.term)])
        for spelling in hidden.spellings {
            for text in [spelling, "In the room \(spelling) sat, they said.", "১২ তারিখে (\(spelling)) "] {
                #expect(!matcher.matches(in: text).isEmpty, "\(text)")
            }
        }
    }

    @Test func `in more than a hundred and fifty spellings`() {
        #expect(Self.hidden.reduce(0) { $0 + $1.spellings.count } >= 150)
    }
}
