import Testing

@testable import Leaks

@Suite struct `A pseudonym` {
    static let matcher = LeakMatcher([
        ProtectedTerm(code: "1", kind: .name, text: "Mina Das"),
        ProtectedTerm(code: "2", kind: .name, text: "প্রিয়া শর্মা"),
        ProtectedTerm(code: "3", kind: .phone, text: "98300 12345"),
    ])

    @Test(
        arguments: [
            "Mina", "mina2", "MinaX", "Xmina", "Meena", "M.D.", "MD", "DM", "M", "Victim M", "M.", "anim",
            "Nima",
            "Mita", "Min", "Priya P", "Pryia", "प्रिया", "মীনা", "V-2345", "Das Mina", "M. Das", "Aminata",
        ]
    )
    func `made from a name reveals it`(pseudonym: String) {
        #expect(Self.matcher.reveals(pseudonym: pseudonym))
    }

    @Test(arguments: [
        "V1", "Victim 1", "Witness C", "Jasmine", "Kestrel", "X-7", "Survivor 12", "Tulip", "জুঁই", "कमल",
    ])
    func `made from nothing reveals none`(pseudonym: String) {
        #expect(!Self.matcher.reveals(pseudonym: pseudonym))
    }
}
