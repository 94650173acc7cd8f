import Foundation
import Ledger
import Testing

@Suite struct NoteTests {
    static let line = NoteVectorTests.peterLine
    static let text = NoteVectorTests.text

    struct Malformed: CustomTestStringConvertible {
        let testDescription: String
        let note: String
        let error: NoteError
    }

    static let malformed = [
        Malformed(testDescription: "nothing", note: "", error: .noSignatures),
        Malformed(testDescription: "only a text", note: text, error: .noSignatures),
        Malformed(testDescription: "no signature", note: text + "\n", error: .noSignatures),
        Malformed(
            testDescription: "no last line feed",
            note: "\(text)\n\(line.dropLast())",
            error: .noSignatures
        ),
        Malformed(testDescription: "a control character", note: "\u{1}\(text)\n\(line)", error: .notText),
        Malformed(testDescription: "a carriage return", note: "a\r\n\(text)\n\(line)", error: .notText),
        Malformed(testDescription: "a tab", note: "a\tb\n\n\(line)", error: .notText),
        Malformed(testDescription: "another line", note: "\(text)\n\(line)Line.\n", error: .signatureLine(2)),
        altered("a space in the name", "Peter", "Peter "),
        altered("a plus in the name", "Peter", "Peter+"),
        altered("a wide space in the name", "Peter", "Peter\u{2003}"),
        altered("a hyphen for the dash", "— ", "- "),
        altered("no space after the dash", "— ", "—"),
        altered("unused bits", "AM=", "AN="),
        altered("no padding", "AM=", "AM"),
        altered(
            "no more than a key's id",
            "x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=",
            "x08gow=="
        ),
    ]

    private static func altered(_ what: String, _ part: String, _ replacement: String) -> Malformed {
        let note = "\(text)\n\(line.replacing(part, with: replacement))"
        return Malformed(testDescription: what, note: note, error: .signatureLine(1))
    }

    @Test(arguments: malformed)
    func whatIsNoNoteIsRefused(malformed: Malformed) {
        #expect(throws: malformed.error) { try SignedNote(malformed.note) }
    }

    @Test func aNoteThatIsTooLongIsRefused() {
        let long = "\(String(repeating: "a", count: SignedNote.sizeLimit))\n\n\(Self.line)"
        #expect(throws: NoteError.tooLarge(limit: SignedNote.sizeLimit)) { try SignedNote(long) }
        let many = "\(Self.text)\n\(String(repeating: Self.line, count: 101))"
        #expect(throws: NoteError.tooManySignatures(limit: 100)) { try SignedNote(many) }
    }

    @Test func aHundredSignaturesAreRead() throws {
        let note = try SignedNote(Self.text + "\n" + String(repeating: Self.line, count: 100))
        #expect(note.signatures.count == 100)
    }

    /// What is read is written the same, or not read: every change of one byte of a signed note either gives
    /// another note or is refused, and the signature holds for none of them.
    @Test func everyChangeOfOneByteIsNoticed() throws {
        let published = Array((Self.text + "\n" + Self.line).utf8)
        let key = try NoteKey(NoteVectorTests.peterKey)
        for index in published.indices {
            for flip in [0x01, 0x20, 0x80] as [UInt8] {
                var changed = published
                changed[index] ^= flip
                guard let note = try? SignedNote(changed) else { continue }
                #expect(Array(note.description.utf8) == changed)
                #expect(throws: NoteError.self, "byte \(index)") { try note.verified(by: [key]) }
            }
        }
    }

    @Test(arguments: ["", "a b", "a+b", "a\nb", "a\u{A0}b", "a\u{3000}b"])
    func namesThatWouldBreakALineAreRefused(name: String) {
        #expect(throws: NoteError.keyName) {
            try NoteKey(name: name, algorithm: .ed25519, publicKey: Array(repeating: 1, count: 32))
        }
        #expect(throws: NoteError.keyName) { try LogKey(office: name, seed: Array(repeating: 1, count: 32)) }
    }

    static let notCheckpoints: [(String, Int)] = [
        ("", 1), ("log", 1), ("\n12\nroot\n", 1), ("log\n", 2), ("log\n-1\nroot\n", 2),
        ("log\n+1\nroot\n", 2),
        ("log\n012\nroot\n", 2), ("log\n1.0\nroot\n", 2), ("log\n\nroot\n", 2), ("log\n९\nroot\n", 2),
        ("log\n99999999999999999999\nroot\n", 2), ("log\n12\n", 3), ("log\n12\nYmFuYW5hcw==\n", 3),
        ("log\n12\nThisIsn'tBase64\n", 3),
        ("log\n12\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", 3),
        ("log\n12\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n", 4),
    ]

    @Test(arguments: notCheckpoints)
    func whatIsNoCheckpointIsRefusedWithItsLine(text: String, line: Int) {
        #expect(throws: NoteError.checkpointLine(line)) { try TreeHead(text: text) }
    }

    @Test func linesAfterTheRootAreKept() throws {
        let text =
            "Moon Log\n4027504\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n6086d1a9\nWaxing gibbous\n"
        let head = try TreeHead(text: text)
        #expect(head.extensions == ["6086d1a9", "Waxing gibbous"])
        #expect(head.text == text)
    }

    @Test func aCosignatureSaysWhenAndCoversTheText() throws {
        let key = try LogKey(office: "AHTU-KOL.dossier", seed: Array(0..<32))
        let note = try SignedNote(text: TreeHead(origin: "log.example", size: 0, root: Merkle.emptyRoot).text)
        let time = Date(timeIntervalSince1970: 1_773_508_200.75)
        let cosigned = key.cosign(note, at: time)
        let verified = try cosigned.verified(by: [key.office.cosigner])
        #expect(verified.signers.map(\.signedAt) == [Date(timeIntervalSince1970: 1_773_508_200)])

        // The same key's plain signature is not a cosignature, nor the other way round.
        let plain = try NoteKey(name: key.office.name, algorithm: .ed25519, publicKey: key.office.publicKey)
        #expect(plain.id != key.office.cosigner.id)
        #expect(throws: NoteError.noKnownSignature) { try cosigned.verified(by: [plain]) }
        #expect(key.cosign(cosigned, at: time) == cosigned)
        #expect(key.cosign(cosigned, at: time + 1) != cosigned)
    }

    @Test func aPrivateKeyIsNotPrintedByAccident() throws {
        let key = try LogKey(office: "AHTU-KOL.dossier", seed: Array(repeating: 0x41, count: 32))
        var dumped = ""
        dump(key, to: &dumped)
        for text in [dumped, "\(key)", String(reflecting: key)] {
            #expect(!text.contains("QUFBQUFB") && !text.contains("65, 65, 65") && !text.contains("4141"))
        }
    }
}
