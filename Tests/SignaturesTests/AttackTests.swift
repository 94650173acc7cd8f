import Foundation
import Testing

@testable import Signatures

/// Containers and signature files changed by somebody without the key. Tests/Fixtures/README.md explains each.
@Suite struct AttackTests {
    let container: SampleContainer
    let text: String

    init() throws {
        container = try SampleContainer()
        text = String(decoding: try container.sign(), as: UTF8.self)
    }

    private func faults(
        _ text: String,
        in container: SampleContainer? = nil
    ) async throws -> Set<SignatureFinding.Code> {
        // Whatever the rule under test says, the strict layout must object too or agree that nothing was changed.
        let strict = try await (container ?? self.container).faults(Array(text.utf8), layout: .own)
        #expect(!strict.isEmpty)
        return try await (container ?? self.container).faults(Array(text.utf8), layout: .any)
    }

    // MARK: The container

    @Test func alteredDataIsFoundWithItsEntryAndBothDigests() async throws {
        var altered = container
        altered.files[1].bytes[0] ^= 1
        let verification = try await altered.verify(Array(text.utf8))
        #expect(verification.verified == nil)
        #expect(
            verification.findings == [
                SignatureFinding(
                    .entryDigest,
                    entry: container.files[1].path,
                    line: 11,
                    expected: DigestAlgorithm.sha256.digest(container.files[1].bytes).hex,
                    found: DigestAlgorithm.sha256.digest(altered.files[1].bytes).hex
                )
            ]
        )
    }

    @Test func anAddedFileIsNotCovered() async throws {
        var altered = container
        altered.files.append(("data/planted.txt", [1]))
        #expect(try await faults(text, in: altered) == [.coverage])
    }

    @Test func aRemovedFileIsMissed() async throws {
        var altered = container
        altered.files.removeLast()
        #expect(try await faults(text, in: altered) == [.missingEntry])
    }

    @Test func twoFilesThatChangePlacesAreFound() async throws {
        var altered = container
        (altered.files[0].bytes, altered.files[1].bytes) = (altered.files[1].bytes, altered.files[0].bytes)
        #expect(try await faults(text, in: altered) == [.entryDigest])
    }

    // MARK: What is signed

    @Test func alteredSignedPropertiesAreFound() async throws {
        #expect(
            try await faults(text.replacingOnce("2026-03-14T17:10:00Z", "2026-03-14T17:10:01Z"))
                == [.signedPropertiesDigest]
        )
    }

    @Test func alteredPropertiesWithAFreshDigestBreakTheValue() async throws {
        let properties = text.piece(from: "<xades:SignedProperties ", to: "</xades:SignedProperties>")
        let later = properties.replacingOnce("17:10:00Z", "17:10:01Z")
        let altered = text.replacingOnce(properties, later).replacingOnce(
            Base64.encode(DigestAlgorithm.sha256.digest(properties.utf8)),
            Base64.encode(DigestAlgorithm.sha256.digest(later.utf8))
        )
        #expect(try await faults(altered) == [.value])
    }

    @Test func aRemovedReferenceLeavesItsFileUncovered() async throws {
        let reference = text.piece(from: "<ds:Reference Id=\"file-2\"", to: "</ds:Reference>\n")
        #expect(
            try await faults(text.replacingOnce(reference, "")) == [.coverage, .dataObjectFormat, .value]
        )
    }

    @Test func aSignatureOfAnotherContainerCoversNothingHere() async throws {
        var other = container
        other.files = other.files.map { ("x/" + $0.path, $0.bytes) }
        #expect(try await faults(text, in: other) == [.coverage, .missingEntry])
    }

    // MARK: Wrapping: the signed element moved away, another put in its place

    private var properties: String {
        text.piece(from: "<xades:SignedProperties ", to: "</xades:SignedProperties>")
    }
    private var forged: String { properties.replacingOnce("2026-03-14T17:10:00Z", "2020-01-01T00:00:00Z") }

    @Test func signedPropertiesMovedUnderAFakeObjectAreNotTheSignatures() async throws {
        // The forged ones stand where the reader looks; the signed ones stay in the file for the reference to find.
        let moved = text.replacingOnce(properties, forged.replacingOnce("signed-properties", "forged"))
            .replacingOnce("</ds:Object>\n", "</ds:Object>\n<ds:Object>\(properties)</ds:Object>\n")
        #expect(try await faults(moved) == [.certificateValidity, .signedProperties, .structure, .untrusted])
    }

    @Test func aSecondSignedPropertiesWithTheSameIdIsADuplicate() async throws {
        let doubled = text.replacingOnce(properties, properties + forged)
        #expect(try await faults(doubled) == [.structure])
        let before = text.replacingOnce(properties, forged + properties)
        #expect(
            try await faults(before) == [
                .certificateValidity, .signedPropertiesDigest, .structure, .untrusted,
            ]
        )
    }

    @Test func theSameIdInUnsignedPropertiesIsADuplicate() async throws {
        let unsigned =
            "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>\(forged)"
            + "</xades:UnsignedSignatureProperties></xades:UnsignedProperties>"
        let added = text.replacingOnce("</xades:SignedProperties>", "</xades:SignedProperties>" + unsigned)
        #expect(try await faults(added) == [.duplicateId])
    }

    @Test(arguments: ["Id", "ID", "id", "xml:id"])
    func anIdUnderAnyOfItsNamesIsADuplicate(name: String) async throws {
        let added = text.replacingOnce("<ds:KeyInfo>", "<ds:KeyInfo \(name)=\"signed-properties\">")
        #expect(try await faults(added).contains(.duplicateId))
    }

    @Test func aFakeSignatureAroundTheRealOneIsRefused() async throws {
        let signature = text.piece(from: "<ds:Signature ", to: "</ds:Signature>")
        let fake = signature.replacingOnce("Id=\"signature\"", "Id=\"fake\"")
            .replacingOnce("#signature\"", "#fake\"")
            .replacingOnce("<ds:Object>", "<ds:Object>\(signature)</ds:Object><ds:Object>")
        #expect(
            try await faults(text.replacingOnce(signature, fake)).contains(.structure)
        )
        // And one beside the other.
        #expect(try await faults(text.replacingOnce(signature, signature + signature)) == [.structure])
    }

    @Test func propertiesThatBelongToAnotherSignatureAreRefused() async throws {
        #expect(
            try await faults(text.replacingOnce("Target=\"#signature\"", "Target=\"#other\"")) == [.target]
        )
        #expect(try await faults(text.replacingOnce("Id=\"signature\"", "Id=\"other\"")) == [.target])
    }

    // MARK: Unsigned places

    @Test(arguments: [
        ("</ds:KeyInfo>", "</ds:KeyInfo>planted"),
        ("<ds:KeyInfo>", "<ds:KeyInfo planted=\"x\">"),
        ("<ds:Object>", "<ds:Object MimeType=\"text/html\">"),
        ("</ds:X509Data>", "<ds:X509SubjectName>CN=judge</ds:X509SubjectName></ds:X509Data>"),
        ("</ds:X509Data>", "</ds:X509Data><ds:KeyName>judge</ds:KeyName>"),
        ("</ds:Signature>", "</ds:Signature><planted/>"),
        ("<ds:SignatureValue>", "<!-- planted --><ds:SignatureValue>"),
        ("</ds:Object>", "<![CDATA[ ]]></ds:Object>"),
        ("<ds:KeyInfo>", "<\u{212A}eyInfo>"),
    ])
    func whatHasNoPlaceOutsideTheSignedPartsIsReported(old: String, new: String) async throws {
        var altered = text.replacingOnce(old, new)
        if new.unicodeScalars.contains("\u{212A}") {
            altered = altered.replacingOnce("</ds:KeyInfo>", "</\u{212A}eyInfo>")
        }
        #expect(try await faults(altered) == [.structure])
    }

    @Test func unsignedPropertiesOfOthersAreNoticedAndNotBelieved() async throws {
        let added = text.replacingOnce(
            "</xades:SignedProperties>",
            "</xades:SignedProperties><xades:UnsignedProperties><xades:UnsignedSignatureProperties/>"
                + "</xades:UnsignedProperties>"
        )
        let verification = try await container.verify(Array(added.utf8), layout: .any)
        #expect(verification.findings.map(\.code) == [.unsignedProperties])
        #expect(verification.findings.map(\.severity) == [.notice])
        #expect(verification.verified != nil)
    }

    @Test(arguments: [
        (" Id=\"signature\">", "\n Id=\"signature\">"), (" Id=\"signature\">", " Id='signature'>"),
        ("</ds:KeyInfo>\n", "</ds:KeyInfo>"), ("</ds:KeyInfo>\n", "</ds:KeyInfo>\n\n"),
        ("<ds:SignatureValue>", "<ds:SignatureValue> "),
        ("</ds:SignatureValue>", "&#10;</ds:SignatureValue>"),
        ("<ds:X509Data>", "<ds:X509Data >"), ("\"UTF-8\"?>", "\"utf-8\"?>"),
        ("</asic:XAdESSignatures>\n", "</asic:XAdESSignatures>"),
        ("<ds:Transforms>", "<ds:Transforms\t>"),
        ("URI=\"#signed-properties\"", "URI=\"#signed-propertie&#115;\""),
        ("<xades:SigningTime>", "<xades:SigningTime\n>"),
    ])
    func anotherSpellingOfTheSameContentIsSeenByTheStrictLayoutAlone(old: String, new: String) async throws {
        let altered = Array(text.replacingOnce(old, new).utf8)
        #expect(try await container.faults(altered, layout: .any) == [])
        #expect(try await container.faults(altered, layout: .own) == [.layout])
    }

    @Test(arguments: [
        "<!DOCTYPE x [<!ENTITY e \"x\">]>", "<!DOCTYPE x SYSTEM \"http://example.org/x.dtd\">",
        "<!DOCTYPE x>",
    ])
    func aDocumentTypeIsRefused(doctype: String) async throws {
        let altered = text.replacingOnce("<asic:XAdESSignatures ", doctype + "<asic:XAdESSignatures ")
        #expect(try await faults(altered) == [.structure, .xml])
    }

    @Test func aFileThatIsCutShortIsRefusedWhereverItIsCut() async throws {
        for length in stride(from: 0, to: text.utf8.count, by: 97) {
            let faults = try await container.faults(Array(text.utf8.prefix(length)), layout: .any)
            #expect(faults == [.xml], "cut at \(length)")
        }
    }

    @Test func anEmptyXMLDocumentIsNoSignature() async throws {
        #expect(try await container.faults(Array("<a/>".utf8), layout: .any) == [.structure])
    }

    @Test func aFileLargerThanItsContainerCanNeedIsNotRead() async throws {
        let padded = text.replacingOnce(
            "<ds:KeyInfo>",
            String(repeating: " ", count: 2 << 20) + "<ds:KeyInfo>"
        )
        #expect(try await container.faults(Array(padded.utf8), layout: .any) == [.size])
    }

    @Test func aFileThatWouldCostMoreThanItSaysIsRefused() async throws {
        let deep = String(repeating: "<a>", count: 5000)
        #expect(try await container.faults(Array((deep + deep.replacing("<", with: "</")).utf8)) == [.xml])
        let wide = (0..<20_000).map { " a\($0)=\"\"" }.joined()
        let altered = text.replacingOnce("<ds:KeyInfo>", "<ds:KeyInfo\(wide)>")
        #expect(try await container.faults(Array(altered.utf8)) == [.xml])
    }

    @Test func moreReferencesThanEntriesAreNotRead() async throws {
        let reference = text.piece(from: "<ds:Reference Id=\"file-1\"", to: "</ds:Reference>\n")
        let many = (0..<10).map {
            reference.replacingOnce("file-1", "more-\($0)").replacingOnce("data/", "data/\($0)/")
        }
        let altered = text.replacingOnce(reference, reference + many.joined())
        #expect(try await faults(altered).contains(.size))
    }
}
