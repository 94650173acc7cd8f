import Testing
import XML

/// What damaged documents do: the ways in agree on them, and nothing crashes.
@Suite struct MutationTests {
    @Test func everyBeginningOfADocumentIsRefused() throws {
        let bytes = Array(
            "<?xml version='1.0'?><!--c--><a b='1' xmlns:p='urn:p'>é<![CDATA[x]]>&amp;<p:b/></a>".utf8
        )
        for door in [Door.element, .stream, .document] {
            try door.read(bytes)
            for count in 0..<bytes.count {
                #expect(throws: XMLError.self) { try door.read(Array(bytes[..<count])) }
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func allWaysInAgreeOnADamagedDocument(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var generator = DocumentGenerator(seed: seed)
        let bytes = generator.document()
        for _ in 0..<50 {
            let damaged = damage(bytes, using: &random)
            let value = try? Door.element.read(damaged)
            let streamed = try? Door.stream.read(damaged)
            #expect(streamed == value, "\(text(damaged))")
            let document = try? Door.document.read(damaged)
            // Only a processing instruction is refused by the first and not by the other.
            if value != nil || !text(damaged).contains("<?") {
                #expect(document == value, "\(text(damaged))")
            }
        }
    }

    /// Changes a few bytes, mostly into others that mean something.
    private func damage(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        let meaningful = Array("<>/&;'\"=!-[]?: \r\nxa".utf8) + [0x80, 0xC3, 0xED, 0xFF, 0]
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] = meaningful.randomElement(using: &random)!
            case 1: bytes.insert(meaningful.randomElement(using: &random)!, at: index)
            case 2: bytes.remove(at: index)
            default:
                let end = min(bytes.count, index + Int.random(in: 1...20, using: &random))
                bytes.insert(
                    contentsOf: bytes[index..<end],
                    at: Int.random(in: bytes.indices, using: &random)
                )
            }
            if bytes.isEmpty { bytes = [0x20] }
        }
        return bytes
    }
}
