import Testing

@testable import Leaks

@Suite struct `A text fed in chunks` {
    static let terms = [
        ProtectedTerm(code: "1/name/1", kind: .name, text: "Mina Das"),
        ProtectedTerm(code: "1/name/2", kind: .name, text: "প্রিয়া শর্মা"),
        ProtectedTerm(code: "1/phone/1", kind: .phone, text: "+91 98300 12345"),
        ProtectedTerm(code: "1/birth/1", kind: .birthDate, text: "2009-03-14"),
        ProtectedTerm(code: "1/email/1", kind: .email, text: "mina.das@example.org"),
        ProtectedTerm(code: "1/address/1", kind: .address, text: "Sonagachi Lane 14"),
        ProtectedTerm(code: "1/paper/1", kind: .paper, text: "ABCDE1234F"),
    ]
    static let text = """
        On 14 March 2009 Miss M-i-n-a  DAS (मीना दास, মিনার মা) of Sonagachi Lane 14 gave her number as \
        09830 012345, her card as ABCDE 1234 F and wrote from mina.das@example.org; &#2474;্রিয়া শর্মা and %4Dina \
        and Pri\u{200B}ya Sha\u{AD}rma signed \\u092eीना as M. Das. Das, M. was\0M\0i\0n\0a. Mi-\n  na
        """

    @Test func `gives the same matches wherever it is cut`() {
        let matcher = LeakMatcher(Self.terms)
        let bytes = Array(Self.text.utf8)
        let whole = matcher.matches(in: bytes)
        #expect(whole.count > 12)
        let scanner = matcher.scanner()
        for size in [1, 2, 3, 5, 7, 16, 17, 31, 64, 100, bytes.count] {
            var found: [LeakMatch] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                found += scanner.feed(bytes[start..<min(bytes.count, start + size)])
            }
            found += scanner.finish()
            #expect(Set(found) == Set(whole), "\(size)")
            #expect(found.count == whole.count)
        }
    }

    @Test func `in two parts gives the same matches at every cut`() {
        let matcher = LeakMatcher(Self.terms)
        let bytes = Array(Self.text.utf8)
        let whole = Set(matcher.matches(in: bytes))
        let scanner = matcher.scanner()
        for cut in bytes.indices {
            let found = scanner.feed(bytes[..<cut]) + scanner.feed(bytes[cut...]) + scanner.finish()
            #expect(Set(found) == whole, "\(cut)")
        }
    }
}
