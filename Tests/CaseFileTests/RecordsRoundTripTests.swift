import CaseFile
import Testing
import XML

@Suite struct `A record of every kind` {
    @Test(arguments: Kind.allCases)
    func `written, validated, read and written again is the same record and the same bytes`(kind: Kind) throws
    {
        for seed in 0..<30 {
            let source = RandomSource(seed: UInt64(seed))
            source.fullness = [10, 60, 100][seed % 3]
            let record = source.record(of: kind)
            let bytes = try record.canonicalBytes()
            #expect(record.body.formFindings == [], "seed \(seed)")
            #expect(
                try CaseFileSchema.findings(bytes) == [],
                "seed \(seed): \(String(decoding: bytes, as: UTF8.self))"
            )
            let read = try Record(parsing: bytes)
            #expect(read == record, "seed \(seed)")
            #expect(try read.canonicalBytes() == bytes, "seed \(seed)")
        }
    }

    @Test(arguments: Kind.allCases)
    func `that has no form finding validates, however it came about`(kind: Kind) throws {
        for seed in 0..<60 {
            let source = RandomSource(seed: UInt64(seed))
            source.fullness = [5, 30, 60][seed % 3]
            source.longest = 1
            source.isSettled = false
            let record = source.record(of: kind)
            let findings = try CaseFileSchema.findings(record.canonicalBytes())
            if record.body.formFindings.isEmpty { #expect(findings == [], "seed \(seed)") }
        }
    }

    @Test(arguments: Kind.allCases)
    func `with a character that XML cannot carry is refused with its position`(kind: Kind) throws {
        let forbidden: [Unicode.Scalar] = ["\0", "\u{1}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"]
        for (seed, scalar) in forbidden.enumerated() {
            let source = RandomSource(seed: UInt64(seed))
            source.fullness = 100
            let record = source.record(of: kind)
            let offset = Int.random(in: 0...40, using: &source.random)
            let poisoned = RandomSource(seed: UInt64(seed))
            poisoned.fullness = 100
            poisoned.isSettled = false
            poisoned.poison = (scalar, offset)
            let bad = Record(head: record.head, body: poisoned.body(of: kind))
            #expect(
                throws: RecordError.illegalCharacter(path: kind.rawValue, scalar, offset: offset),
                "\(kind)"
            ) {
                try bad.canonicalBytes()
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `keeps texts apart that differ only in their Unicode form`(kind: Kind) throws {
        let source = RandomSource(seed: 1)
        var head = source.record(of: kind).head
        let body = source.body(of: kind)
        head.amendment = FreeText("\u{E9}", .english)
        let composed = try Record(head: head, body: body).canonicalBytes()
        head.amendment = FreeText("e\u{301}", .english)
        let decomposed = try Record(head: head, body: body).canonicalBytes()
        #expect(composed != decomposed)
        #expect(try Record(parsing: decomposed).canonicalBytes() == decomposed)
    }
}
