import CaseFile
import Foundation
import Testing
import XML

/// The texts that a value type takes, and those that it does not.
private struct Form: Sendable, CustomTestStringConvertible {
    /// The schema's type.
    let type: String
    let reads: @Sendable (String) -> Bool
    var taken: [String] = []
    var refused: [String] = []
    /// What the schema lets pass and Swift does not: other spellings of what has one, and lengths that only some
    /// validators find too long.
    var respelled: [String] = []

    var testDescription: String { type }
}

private let forms: [Form] = [
    Form(
        type: "code",
        reads: { Code($0) != nil },
        taken: [
            "1", "KT/7", "GDE 512 of 14.03.2026", "সিল ৭", "a\u{A0}", "\u{1F512}",
            String(repeating: "ক", count: 200),
        ],
        refused: ["", " ", " a", "a ", "a\nb", "a\tb", "a\r", "\n", String(repeating: "ক", count: 201)],
        respelled: [String(repeating: "𠮷", count: 101)]
    ),
    Form(
        type: "token",
        reads: { Token($0) != nil },
        taken: ["s180", "s183-confession", "MG11", "itpa-5.1", "7", String(repeating: "a", count: 64)],
        refused: [
            "", "-a", "a-", "a--b", "a.-b", "a b", "a_b", "é", "s180\n", String(repeating: "a", count: 65),
        ]
    ),
    Form(
        type: "count",
        reads: { Int($0).flatMap { Count($0) } != nil },
        taken: ["0", "1", "9007199254740991"],
        refused: ["", "-1", "9007199254740992", "1.0", "1e3", "one", "১"]
    ),
    Form(
        type: "amount",
        reads: { Amount($0) != nil },
        taken: ["0", "2.0", "002", "999999999999.999999"],
        refused: ["", ".5", "5.", "-1", "+1", "1e3", "1.0000000", "1234567890123", "1,000", "১"]
    ),
    Form(
        type: "degrees",
        reads: { Degrees($0) != nil },
        taken: ["0", "-0", "22.5726", "-180", "180", "180.00000000", "088"],
        refused: ["", "180.00000001", "-181", "200", "+1", "--1", "1.", "1.123456789", "0088", "22°"]
    ),
    Form(
        type: "agencyCode",
        reads: { AgencyCode($0) != nil },
        taken: ["PS", "AHTU-KOL", "24", String(repeating: "A", count: 32)],
        refused: ["", "A", "-AB", "AB-", "ahtu", "A B", "A:B", String(repeating: "A", count: 33)]
    ),
    Form(
        type: "recorder",
        reads: { Recorder(rawValue: $0) != nil },
        taken: ["AHTU:r.sen", "AHTU-KOL:R_Sen-2", "PS:" + String(repeating: "a", count: 64)],
        refused: [
            "", "AHTU", ":a", "AHTU:", "AHTU:a:b", "ahtu:a", "AHTU:সেন",
            "PS:" + String(repeating: "a", count: 65),
        ]
    ),
    Form(
        type: "countryCode",
        reads: { CountryCode($0) != nil },
        taken: ["IN", "GB"],
        refused: ["", "I", "IND", "in", "I1"]
    ),
    Form(
        type: "currencyCode",
        reads: { CurrencyCode($0) != nil },
        taken: ["INR"],
        refused: ["", "IN", "INRR", "inr", "₹"]
    ),
    Form(
        type: "timeZoneName",
        reads: { TimeZoneName($0) != nil },
        taken: ["UTC", "Asia/Kolkata", "Etc/GMT+5", "America/Port-au-Prince"],
        refused: [
            "", "+05:30", "/Asia", "Asia/", "Asia//Kolkata", "Asia/../etc", "5",
            String(repeating: "a", count: 65),
        ]
    ),
    Form(
        type: "languageTag",
        reads: { LanguageTag(rawValue: $0) != nil },
        taken: ["bn", "ase", "en-IN", "ur-Arab-PK"],
        refused: ["", "b", "BN", "bengali", "bn-", "bn_IN", "bn-a", "bn-abcdefghi"]
    ),
    Form(
        type: "mediaType",
        reads: { MediaType($0) != nil },
        taken: ["image/jpeg", "application/vnd.ms-excel", "x/y", "a/" + String(repeating: "b", count: 127)],
        refused: [
            "", "image", "image/", "/jpeg", "Image/jpeg", "a/b/c", "a/b; c=d", "-a/b",
            "a/" + String(repeating: "b", count: 128),
        ]
    ),
    Form(
        type: "fileName",
        reads: { FileName($0) != nil },
        taken: [
            "a", "...", "..a", ".hidden", "a.", "register p14.jpg", "ছবি ১.jpg", "a:b",
            String(repeating: "ক", count: 200),
        ],
        refused: [
            "", ".", "..", "a/b", "/", "a\\b", "a\nb", "a\tb", "\r", String(repeating: "a", count: 201),
        ]
    ),
    Form(
        type: "originalPath",
        reads: { OriginalPath($0) != nil },
        taken: ["/", "a/../b", "C:\\x", "%25", "%FF", "%0A", "ছবি", String(repeating: "a", count: 8192)],
        refused: [
            "", "%", "%2", "%2g", "%ff", "100%.jpg", "a\nb", "a\t", String(repeating: "a", count: 8193),
        ],
        respelled: ["%41", "%E0%A6%9B", "a\u{7F}"]
    ),
    Form(
        type: "hash",
        reads: { HashText($0) != nil },
        taken: [String(repeating: "0f", count: 32)],
        refused: [
            "", String(repeating: "0F", count: 32), String(repeating: "0f", count: 31),
            String(repeating: "0f", count: 33),
        ]
    ),
    Form(
        type: "base64",
        reads: { Base64Text($0) != nil },
        taken: ["AA==", "AAA=", "AAAA", "+/+/", "AAAAAA=="],
        refused: ["", "A", "AA", "AAA", "AB==", "AAB=", "====", "A===", "AA=A", "-_-_"],
        respelled: ["AA ==", " AAAA"]
    ),
    Form(
        type: "noteText",
        reads: { NoteText($0) != nil },
        taken: ["a\n\n— b c\n", " ", String(repeating: "—", count: 16384)],
        refused: ["", String(repeating: "a", count: 16385)]
    ),
    Form(
        type: "recordId",
        reads: { RecordID($0) != nil },
        taken: ["0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c4"],
        refused: [
            "", "0197c1d2-3f4a-4b5c-8d6e-7f8091a2b3c4", "0197C1D2-3F4A-7B5C-8D6E-7F8091A2B3C4",
            "0197c1d2-3f4a-7b5c-cd6e-7f8091a2b3c4",
        ]
    ),
    Form(
        type: "nonce",
        reads: { Nonce(rawValue: $0) != nil },
        taken: [String(repeating: "0f", count: 16)],
        refused: ["", String(repeating: "0F", count: 16), String(repeating: "0f", count: 17)]
    ),
    Form(
        type: "momentText",
        reads: { Moment($0) != nil },
        taken: [
            "2026-03-14T22:40:00+05:30", "2026-03-14T22:40:00.123456Z", "2024-02-29+05:30", "2026-03-05:00",
            "2026Z",
            "2026-05:30", "0001Z", "9999-12-31T23:59:59+14:00", "2026-01-01T00:00:00-14:00",
        ],
        refused: [
            "", "2026", "2026-03-14", "2026-03-14T22:40:00", "2026-02-29Z", "2026-13Z", "2026-00-01Z",
            "0000Z", "-2026Z",
            "12026Z", "2026-03-14T24:00:00Z", "2026-03-14T22:60:00Z", "2026-03-14T22:40:60Z",
            "2026-03-14T22:40Z",
            "2026-03-14T22:40:00.1234567Z", "2026-03-14T22:40:00.Z", "2026-03-14T22:40:00+14:01",
            "2026-03-14T22:40:00+05:60", "2026-03-14 22:40:00Z", "14/03/2026",
        ],
        respelled: [" 2026Z", "2026Z\n"]
    ),
]

@Suite struct `A value's text` {
    /// The schema with an element of each simple type, to try it alone.
    private static let probes: Schema = {
        var text = String(decoding: CaseFileSchema.bytes, as: UTF8.self)
        let end = text.range(of: "</xs:schema>")!.lowerBound
        text.insert(
            contentsOf: forms.map { "<xs:element name=\"probe-\($0.type)\" type=\"\($0.type)\"/>" }.joined(),
            at: end
        )
        return try! Schema(["probes.xsd": Array(text.utf8)], root: "probes.xsd")
    }()

    private func validates(_ text: String, as type: String) throws -> Bool {
        let probe = Element(
            CaseFileGrammar.name("probe-\(type)"),
            children: text.isEmpty ? [] : [.text(text)]
        )
        return try Self.probes.validate(probe.canonicalBytes()).isEmpty
    }

    @Test(arguments: forms)
    fileprivate func `is taken and refused by the type and by the schema alike`(form: Form) throws {
        for text in form.taken {
            #expect(form.reads(text), "\(text)")
            #expect(try validates(text, as: form.type), "\(text)")
        }
        for text in form.refused {
            #expect(!form.reads(text), "\(text)")
            #expect(try !validates(text, as: form.type), "\(text)")
        }
        for text in form.respelled {
            #expect(!form.reads(text), "\(text)")
            #expect(try validates(text, as: form.type), "\(text)")
        }
    }

    @Test func `is another one when its bytes are others, though it looks the same`() {
        let composed = "é" as Code
        let decomposed = "e\u{301}" as Code
        #expect(composed.text == decomposed.text)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
    }

    @Test func `of a path gives back any bytes that it was made from`() throws {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            let path = try #require(OriginalPath(bytes: bytes))
            #expect(path.bytes == bytes)
            #expect(OriginalPath(path.text) == path)
        }
    }

    @Test(arguments: [
        ("2", 2_000_000), ("2.5", 2_500_000), ("0.000001", 1),
        ("999999999999.999999", 999_999_999_999_999_999),
    ])
    func `of an amount is an exact number`(text: String, millionths: Int) throws {
        #expect(try #require(Amount(text)).millionths == millionths)
    }
}
