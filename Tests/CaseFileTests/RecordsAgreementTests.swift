import CaseFile
import Testing
import XML

/// The schema and the Swift types say the same of the same record, also where it is wrong.
@Suite struct `The schema and the reader` {
    /// A record with everything in it.
    private func full(_ kind: Kind, seed: UInt64) throws -> Element {
        let source = RandomSource(seed: seed)
        source.fullness = 100
        source.longest = 1
        return try source.record(of: kind).element()
    }

    /// A few of many ways to damage a record, the same ones each time.
    private func some<Way>(_ ways: [Way]) -> ArraySlice<Way> {
        var random = SeededGenerator(seed: UInt64(ways.count))
        return ways.shuffled(using: &random).prefix(6)
    }

    private struct Verdict {
        var valid: Bool
        var readable: Bool
        var hasFindings: Bool

        init(_ element: Element) throws {
            let bytes = try element.canonicalBytes()
            valid = try CaseFileSchema.findings(bytes).isEmpty
            let record = try? Record(parsing: bytes)
            readable = record != nil
            hasFindings = record?.body.formFindings.isEmpty == false
        }
    }

    @Test(arguments: Kind.allCases)
    func `agree on what may be missing`(kind: Kind) throws {
        let element = try full(kind, seed: 5)
        for (path, changed) in element.withoutEach() where !path.contains("extensions") {
            let verdict = try Verdict(changed)
            if verdict.valid { #expect(verdict.readable, "\(path) is missing") }
            if !verdict.valid { #expect(!verdict.readable || verdict.hasFindings, "\(path) is missing") }
        }
    }

    @Test(arguments: Kind.allCases)
    func `both refuse fields out of order`(kind: Kind) throws {
        let element = try full(kind, seed: 6)
        for (path, changed) in some(element.withEachSwapped()) where !path.contains("extensions") {
            let verdict = try Verdict(changed)
            #expect(!verdict.valid, "\(path) is out of order")
            #expect(!verdict.readable, "\(path) is out of order")
        }
    }

    @Test(arguments: Kind.allCases)
    func `both refuse what the grammar does not have`(kind: Kind) throws {
        let element = try full(kind, seed: 7)
        for (path, changed) in some(element.withEach(adding: Element(CaseFileGrammar.name("surprise")))) {
            let verdict = try Verdict(changed)
            #expect(!verdict.valid && !verdict.readable, "an unknown element in \(path)")
        }
        for name in ["surprise", "to", "language"] {
            for (path, changed) in some(element.withEach(adding: Attribute(local: name, value: "en"))) {
                let verdict = try Verdict(changed)
                #expect(!verdict.valid && !verdict.readable, "an attribute \(name) on \(path)")
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `both refuse an element that says nothing`(kind: Kind) throws {
        let element = try full(kind, seed: 8)
        for (path, changed) in some(element.withEachTextEmptied()) {
            let verdict = try Verdict(changed)
            #expect(!verdict.valid && !verdict.readable, "\(path) is empty")
        }
    }

    @Test(arguments: Kind.allCases)
    func `both refuse a head with anything missing or malformed`(kind: Kind) throws {
        let element = try full(kind, seed: 9)
        for name in ["id", "nonce", "recordedAt", "recordedBy", "version"] {
            var missing = element
            missing.attributes.removeAll { $0.name.local == name }
            var malformed = missing
            malformed.attributes.append(Attribute(local: name, value: "?"))
            for changed in [missing, malformed] {
                let verdict = try Verdict(changed)
                #expect(!verdict.valid && !verdict.readable, "\(name)")
            }
        }
    }
}
