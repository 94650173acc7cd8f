import Testing

@testable import Law

@Suite("Texts of a pack")
struct LocalizedTextTests {
    let text = LocalizedText(["en": "court", "hi": "न्यायालय"])

    @Test("A text is given in the language asked for, and in English where it has no other")
    func languages() {
        #expect(text.text(in: "hi") == "न्यायालय")
        #expect(text.text(in: "hi-IN") == "न्यायालय")
        #expect(text.text(in: "bn") == "court")
        #expect(LocalizedText(["bn": "আদালত"]).text(in: "hi") == "আদালত")
    }
}
