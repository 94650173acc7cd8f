import Foundation
import Ledger
import Testing

/// Notes and keys that others have published.
@Suite struct NoteVectorTests {
    /// golang.org/x/mod/sumdb/note, note_test.go.
    static let peterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    static let peterPrivateKey =
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
    static let enochKey = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
    static let text = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        """
    static let peterLine =
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
    static let enochLine =
        "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"

    @Test func aKeyReadIsPrintedTheSame() throws {
        for text in [
            Self.peterKey, Self.enochKey,
            "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
            "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
        ] {
            #expect(try NoteKey(text).description == text)
        }
    }

    @Test func everyPieceOfAKeyAndEveryChangeOfOneByteIsRefused() {
        let key = Array(Self.peterKey.utf8)
        for start in 0...key.count {
            for end in start...key.count where start != 0 || end != key.count {
                #expect(throws: NoteError.self) {
                    try NoteKey(String(decoding: key[start..<end], as: UTF8.self))
                }
            }
        }
        for index in key.indices {
            var changed = key
            changed[index] += 1
            #expect(throws: NoteError.self) { try NoteKey(String(decoding: changed, as: UTF8.self)) }
        }
    }

    @Test func keysOfTheWrongLengthOrKindAreRefusedThoughTheirIdFits() {
        #expect(throws: NoteError.key(reason: .length)) {
            try NoteKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEQ==")
        }
        // As it is published, the unused bits of its last digit are set.
        #expect(throws: NoteError.key(reason: .base64)) {
            try NoteKey("PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==")
        }
        #expect(throws: NoteError.key(reason: .algorithm)) {
            try NoteKey("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        }
    }

    @Test func signingGivesThePublishedNote() throws {
        let key = try LogKey(privateText: Self.peterPrivateKey)
        #expect(key.privateText == Self.peterPrivateKey)
        let note = try key.sign(SignedNote(text: Self.text), as: "PeterNeumann")
        #expect(note.description == Self.text + "\n" + Self.peterLine)
        #expect(try key.sign(note, as: "PeterNeumann") == note, "signed again, it has one signature still")
    }

    @Test func aPrivateKeyWithAChangedByteIsRefused() {
        let key = Array(Self.peterPrivateKey.utf8)
        for index in key.indices {
            var changed = key
            changed[index] += 1
            #expect(throws: NoteError.self) {
                try LogKey(privateText: String(decoding: changed, as: UTF8.self))
            }
        }
    }

    @Test func onlyKnownSignaturesCount() throws {
        let (peter, enoch) = (try NoteKey(Self.peterKey), try NoteKey(Self.enochKey))
        let note = try SignedNote(Self.text + "\n" + Self.peterLine + Self.enochLine)
        #expect(note.text == Self.text)
        #expect(try note.verified(by: [peter]).signers.map(\.key) == [peter])
        #expect(try note.verified(by: [enoch, peter]).signers.map(\.key) == [peter, enoch])
        #expect(throws: NoteError.noKnownSignature) { try note.verified(by: []) }
        let twice = try SignedNote(Self.text + "\n" + Self.peterLine + Self.peterLine)
        #expect(try twice.verified(by: [peter]).signers.count == 1)
    }

    /// The example of C2SP signed-note, "Verifier keys".
    @Test func theExampleOfTheSpecificationVerifies() throws {
        let key = try NoteKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
        let note = try SignedNote(
            """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

            """
        )
        #expect(try note.verified(by: [key]).text == "This is an example message.\n")
    }

    /// The poem at the head of C2SP signed-note: an empty line within the text belongs to the text.
    @Test func theLastEmptyLineDividesTextFromSignatures() throws {
        let published = """
            Ognuno sta solo sul cuor della terra
            trafitto da un raggio di sole:

            ed è subito sera.

            — quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=

            """
        let note = try SignedNote(published)
        #expect(note.text.hasSuffix("sole:\n\ned è subito sera.\n"))
        #expect(note.signatures.map(\.name) == ["quasimodo.example/salvatore"])
        #expect(note.description == published)
    }

    /// https://sum.golang.org/latest on 2024-09-23, as the tests of sigsum-go keep it.
    @Test func aCheckpointOfTheGoChecksumDatabaseVerifies() throws {
        let key = try NoteKey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8")
        let note = try SignedNote(
            """
            go.sum database tree
            30055305
            mXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=

            — sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=

            """
        )
        let head = try TreeHead(text: try note.verified(by: [key]).text)
        #expect(head.origin == "go.sum database tree")
        #expect(head.size == 30_055_305)
        #expect(head.text == note.text)
    }

    /// A checkpoint of a Certificate Transparency log with the cosignatures of its witnesses (2026-07).
    @Test func aCheckpointWithWitnessesVerifiesWithItsTime() throws {
        let log = try NoteKey(
            "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"
        )
        let witness = try NoteKey("remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2")
        let published = """
            arche2025h1.staging.ct.transparency.dev
            1432088532
            U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

            — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
            — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
            — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
            — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
            — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
            — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==

            """
        let note = try SignedNote(published)
        let verified = try note.verified(by: [log, witness])
        #expect(verified.signers.map(\.key) == [log, witness])
        #expect(verified.signers[0].signedAt == nil)
        #expect(verified.signers[1].signedAt == Date(timeIntervalSince1970: 1_779_573_024))
        #expect(try TreeHead(text: verified.text).size == 1_432_088_532)
        #expect(note.description == published)
        for (was, becomes) in [
            ("1432088532", "1432088533"), ("wAAAABqEiEgPlfF", "wAAAABqEiEhPlfF"), ("PlfF3V", "PlfF3W"),
        ] {
            let changed = try SignedNote(published.replacing(was, with: becomes))
            #expect(throws: NoteError.wrongSignature(keyID: witness.id)) {
                try changed.verified(by: [witness])
            }
        }
    }

    /// The example of C2SP tlog-checkpoint and tlog-cosignature. Its keys are not published; its form is.
    @Test func theExampleCheckpointOfTheSpecificationIsReadAndWrittenTheSame() throws {
        let published = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            — witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

            """
        let note = try SignedNote(published)
        let head = try TreeHead(text: note.text)
        #expect(head.origin == "example.com/behind-the-sofa")
        #expect(head.size == 20_852_163)
        #expect(head.root.description == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")
        #expect(head.text == note.text)
        #expect(note.description == published)
        let seconds = note.signatures[1].bytes.prefix(8).reduce(0) { $0 << 8 | Int($1) }
        #expect(seconds == 1_679_315_147)
    }
}
