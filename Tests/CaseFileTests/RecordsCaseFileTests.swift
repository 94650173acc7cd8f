import CaseFile
import Foundation
import Testing
import XML

/// A whole file: what only the schema of the root can see.
@Suite struct `A case file` {
    static let sample: String = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return try! String(
            contentsOf: tests.appending(path: "Fixtures/casefile/every-kind.xml"),
            encoding: .utf8
        )
    }()

    private static func id(_ number: Int) -> String {
        "0197c1d2-0000-7000-8000-" + String(repeating: "0", count: 12 - "\(number)".count) + "\(number)"
    }

    @Test func `with a record of every kind validates, and each of its records is read without a finding`()
        throws
    {
        #expect(try CaseFileSchema.findings(Array(Self.sample.utf8)) == [])
        let root = try Element(parsing: Array(Self.sample.utf8))
        let records = try #require(root.elements.first { $0.name.local == "records" })
        var kinds: Set<Kind> = []
        for child in records.elements where child.name.local != "withheld" {
            let element = child.name.local == "superseded" ? child.elements[0] : child
            let record = try Record(element)
            #expect(record.body.formFindings == [], "\(record.kind)")
            #expect(try CaseFileSchema.findings(record.canonicalBytes()) == [], "\(record.kind)")
            kinds.insert(record.kind)
        }
        #expect(kinds == Set(Kind.allCases))
    }

    /// A change to the sample, and the name of what must then be found: a constraint or a rule of XML Schema.
    struct Twin: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let from: String
        let to: String
        let found: String

        init(_ name: String, _ from: String, _ to: String, _ found: String) {
            (testDescription, self.from, self.to, self.found) = (name, from, to, found)
        }
    }

    static let twins: [Twin] = [
        // References.
        Twin(
            "a reference to nothing",
            "<maker to=\"\(id(6))\"/>",
            "<maker to=\"\(id(99))\"/>",
            "personReference"
        ),
        Twin(
            "a reference to a record of another kind",
            "<maker to=\"\(id(6))\"/>",
            "<maker to=\"\(id(13))\"/>",
            "personReference"
        ),
        Twin(
            "a text that refers to nothing",
            "<ref to=\"\(id(13))\"/>-এ",
            "<ref to=\"\(id(98))\"/>-এ",
            "anyReference"
        ),
        Twin("two records of one id", "<place id=\"\(id(10))\"", "<place id=\"\(id(1))\"", "anyRecord"),
        Twin("a file that no record describes", "file=\"\(id(14))\"", "file=\"\(id(1))\"", "contentOfFile"),
        Twin(
            "the case of another file",
            "<case to=\"\(id(3))\"/>",
            "<case to=\"\(id(97))\"/>",
            "caseReference"
        ),
        Twin(
            "two paragraphs of one number",
            "<paragraph><number>2</number><text language=\"bn\">",
            "<paragraph><number>1</number><text language=\"bn\">",
            "statementParagraph"
        ),

        // Forms of single values.
        Twin(
            "a UUID of another version",
            "-0000-7000-8000-000000000020\" nonce",
            "-0000-4000-8000-000000000020\" nonce",
            "cvc-pattern-valid"
        ),
        Twin(
            "a time without a zone",
            "<startedAt>2026-03-14T22:40:00+05:30<",
            "<startedAt>2026-03-14T22:40:00<",
            "cvc-datatype-valid.1.2.3"
        ),
        Twin(
            "a day that there is not",
            "<openedAt>2026-03-14+05:30<",
            "<openedAt>2026-02-30+05:30<",
            "cvc-datatype-valid.1.2.3"
        ),
        Twin(
            "a digest in capitals",
            "<digest algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">9f",
            "<digest algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">9F",
            "cvc-pattern-valid"
        ),
        Twin(
            "a digest by an unknown algorithm",
            "04/xmlenc#sha256",
            "04/xmlenc#crc32",
            "cvc-enumeration-valid"
        ),
        Twin(
            "a word that is not in the list",
            "<event>seize</event>",
            "<event>confiscate</event>",
            "cvc-enumeration-valid"
        ),
        Twin("a flag that is neither true nor false", "<sealable>true<", "<sealable>1<", "cvc-pattern-valid"),
        Twin("a negative size", "<size>20480<", "<size>-1<", "cvc-datatype-valid.1.2.1"),
        Twin("a code on two lines", "<mark>KT/1<", "<mark>KT&#10;1<", "cvc-pattern-valid"),
        Twin("an empty code", "<mark>KT/1<", "<mark><", "cvc-pattern-valid"),
        Twin(
            "a name of a file with a folder in it",
            "<name>register p14.jpg<",
            "<name>../register.jpg<",
            "cvc-pattern-valid"
        ),
        Twin(
            "a text without a language",
            "<title language=\"en\">Medical",
            "<title>Medical",
            "cvc-complex-type.4"
        ),
        Twin(
            "an account without an agency",
            "recordedBy=\"AHTU:r.sen\"",
            "recordedBy=\"r.sen\"",
            "cvc-pattern-valid"
        ),

        // Paths that would leave the container's folder.
        Twin("a path that climbs", "data/evidence/KT-1/", "data/../../KT-1/", "cvc-pattern-valid"),
        Twin("an absolute path", "path=\"data/evidence", "path=\"/data/evidence", "cvc-pattern-valid"),
        Twin("a path outside data", "path=\"data/evidence", "path=\"META-INF/evidence", "cvc-pattern-valid"),
        Twin("a path with an empty step", "data/evidence/KT-1/", "data/evidence//KT-1/", "cvc-pattern-valid"),
        Twin("a path of Windows", "data/evidence/KT-1/", "data\\evidence\\KT-1\\", "cvc-pattern-valid"),
        Twin("a path with a dot for a step", "data/evidence/KT-1/", "data/./KT-1/", "cvc-pattern-valid"),

        // Structure.
        Twin(
            "a protected person with a name",
            "<pseudonym>Tara</pseudonym>",
            "<name language=\"en\">A B</name><pseudonym>Tara</pseudonym>",
            "cvc-complex-type.2.4"
        ),
        Twin(
            "a proof by two things",
            "<element to=\"\(id(24))\"/>",
            "<element to=\"\(id(24))\"/><exhibit to=\"\(id(13))\"/>",
            "cvc-complex-type.2.4"
        ),
        Twin(
            "an element of the grammar among the extensions",
            "<court:stamp xmlns:court=\"https://court.example/register\" page=\"7\"/>",
            "<mark>KT/1</mark>",
            "cvc-complex-type.2.4"
        ),
        Twin(
            "a superseded record that is two",
            "</party>\n    </superseded>",
            "</party><place/></superseded>",
            "cvc-complex-type.2.4"
        ),
        Twin("a withheld record without the law", " law=\"BNSS s.193(7)\"", "", "cvc-complex-type.4"),
        Twin("a log before the records", "<records>", "<log/><records>", "cvc-complex-type.2.4"),
        Twin(
            "another namespace",
            "urn:dossier:casefile:1\" schemaVersion",
            "urn:dossier:casefile:2\" schemaVersion",
            "cvc-elt.1"
        ),
        Twin("another major version", "schemaVersion=\"1.0\"", "schemaVersion=\"2.0\"", "cvc-pattern-valid"),
    ]

    @Test(arguments: twins)
    func `that is wrong in one place is refused for that`(twin: Twin) throws {
        let at = try #require(Self.sample.range(of: twin.from), "the sample has nothing like it")
        let changed = Self.sample.replacingCharacters(in: at, with: twin.to)
        let findings = try CaseFileSchema.compiled.validate(Array(changed.utf8))
        let names = findings.flatMap { [$0.code, $0.constraint].compactMap { $0 } }
        #expect(names.contains(twin.found), "\(findings)")
    }

    @Test func `generated at random, with its references in order, validates`() throws {
        for seed in 0..<3 {
            let source = RandomSource(seed: UInt64(seed))
            source.longest = 1
            var ids: [(Kind, RecordID)] = []
            for kind in Kind.allCases {
                for _ in 0..<2 {
                    let id = RecordID.generated(using: &source.random)
                    ids.append((kind, id))
                    source.targets[kind, default: []].append(id)
                }
            }
            let records = try ids.map { kind, id in
                String(decoding: try source.record(of: kind, id: id).canonicalBytes(), as: UTF8.self)
            }
            let start = try #require(Self.sample.range(of: "<records>")?.upperBound)
            let end = try #require(Self.sample.range(of: "</records>")?.lowerBound)
            let file = Self.sample.replacingCharacters(in: start..<end, with: records.joined())
                .replacing(Self.id(3) + "\"", with: source.targets[.case]![0].description + "\"")
                .replacing(Self.id(14) + "\"", with: source.targets[.file]![0].description + "\"")
            #expect(try CaseFileSchema.findings(Array(file.utf8)) == [], "seed \(seed)")
        }
    }
}
