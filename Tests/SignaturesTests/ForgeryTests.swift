import Foundation
import Testing

@testable import Signatures

/// Signature files made by somebody who holds the key and breaks a rule: all digests and values are right.
@Suite struct ForgeryTests {
    let container: SampleContainer

    init() throws { container = try SampleContainer() }

    private func faults(_ forgery: Forgery) async throws -> Set<SignatureFinding.Code> {
        let bytes = try forgery.bytes()
        #expect(try await !container.faults(bytes, layout: .own).isEmpty)
        return try await container.faults(bytes, layout: .any)
    }

    @Test func aForgeryThatChangesNothingIsASignature() async throws {
        #expect(try await container.faults(try Forgery(container).bytes(), layout: .own) == [])
    }

    // MARK: References

    @Test(arguments: [
        "../x", "data/../../x", "/etc/passwd", "http://example.org/x", "file:///etc/passwd", "//host/x", "",
        "data/casefile.xml?x", "data/casefile.xml#x", "data%2Fcasefile.xml", "mimetype",
        "META-INF/manifest.xml",
        "data\\casefile.xml", "%2e%2e/x", "xpointer(/)",
    ])
    func aReferenceToAnythingButADataFileIsRefused(uri: String) async throws {
        var forgery = Forgery(container)
        forgery.info = { $0.replacingOnce("URI=\"bagit.txt\"", "URI=\"\(uri)\"") }
        let faults = try await faults(forgery)
        let code: SignatureFinding.Code = uri.hasPrefix("xpointer") ? .missingEntry : .referenceURI
        #expect(faults.contains(code))
        #expect(faults.contains(.coverage))
    }

    @Test func aReferenceToTheWholeDocumentOrIntoItIsRefused() async throws {
        for uri in ["#", "#signature", "#xpointer(/)", "#xpointer(id('signed-properties'))"] {
            var forgery = Forgery(container)
            forgery.info = { $0.replacingOnce("URI=\"bagit.txt\"", "URI=\"\(uri)\"") }
            #expect(try await faults(forgery).contains(.referenceType))
        }
    }

    @Test func twoReferencesToOneEntryAreRefusedHoweverTheyAreSpelled() async throws {
        for spelling in ["bagit.txt", "%62agit.txt", "bagit%2etxt"] {
            var forgery = Forgery(container)
            forgery.info = { text in
                let reference = text.piece(from: "<ds:Reference Id=\"file-3\"", to: "</ds:Reference>\n")
                let second = reference.replacingOnce("file-3", "file-4").replacingOnce("bagit.txt", spelling)
                return text.replacingOnce(reference, reference + second)
            }
            #expect(try await faults(forgery) == [.duplicateReference])
        }
    }

    @Test func aReferenceToAnotherSignaturesPropertiesIsRefused() async throws {
        var forgery = Forgery(container)
        forgery.info = { $0.replacingOnce("URI=\"#signed-properties\"", "URI=\"#others\"") }
        #expect(try await faults(forgery) == [.signedProperties])
    }

    @Test func theReferenceToThePropertiesMustBeThereOnceAndSayWhatItIs() async throws {
        var missing = Forgery(container)
        missing.info = {
            $0.replacingOnce($0.piece(from: "<ds:Reference Type", to: "</ds:Reference>\n"), "")
        }
        #expect(try await faults(missing) == [.signedProperties])
        var twice = Forgery(container)
        twice.info = {
            let reference = $0.piece(from: "<ds:Reference Type", to: "</ds:Reference>\n")
            return $0.replacingOnce(reference, reference + reference)
        }
        #expect(try await faults(twice) == [.signedProperties])
        var untyped = Forgery(container)
        untyped.info = { $0.replacingOnce(" Type=\"\(Vocabulary.signedPropertiesType)\"", "") }
        #expect(try await faults(untyped) == [.referenceType, .signedProperties])
        var typed = Forgery(container)
        typed.info = {
            $0.replacingOnce(
                "URI=\"bagit.txt\"",
                "Type=\"\(Vocabulary.signedPropertiesType)\" URI=\"bagit.txt\""
            )
        }
        #expect(try await faults(typed) == [.referenceType])
    }

    // MARK: Signed properties

    @Test(arguments: ["2026-03-14T17:10:00", "", "yesterday", "2026-02-30T00:00:00Z"])
    func aSigningTimeThatIsNoMomentIsRefused(time: String) async throws {
        var forgery = Forgery(container)
        forgery.properties = { $0.replacingOnce("2026-03-14T17:10:00Z", time) }
        #expect(try await faults(forgery) == [.signingTime])
    }

    @Test func aSignatureWithoutItsSigningTimeOrCertificateIsRefused() async throws {
        var time = Forgery(container)
        time.properties = {
            $0.replacingOnce($0.piece(from: "<xades:SigningTime>", to: "</xades:SigningTime>\n"), "")
        }
        #expect(try await faults(time) == [.signingTime])
        var certificate = Forgery(container)
        certificate.properties = {
            $0.replacingOnce(
                $0.piece(from: "<xades:SigningCertificateV2>", to: "</xades:SigningCertificateV2>\n"),
                ""
            )
        }
        #expect(try await faults(certificate) == [.signingCertificate])
    }

    @Test func theNamedCertificateMustBeTheOneInUse() async throws {
        let digests = container.identity.chain.map { Base64.encode(DigestAlgorithm.sha256.digest($0.der)) }
        var wrong = Forgery(container)
        wrong.properties = { $0.replacingOnce(digests[0], Base64.encode([UInt8](repeating: 7, count: 32))) }
        #expect(try await faults(wrong) == [.signingCertificate])
        var swapped = Forgery(container)
        swapped.properties = {
            $0.replacingOnce(digests[0], "x").replacingOnce(digests[1], digests[0]).replacingOnce(
                "x</",
                digests[1] + "</"
            )
        }
        #expect(try await faults(swapped) == [.signingCertificate])
        var more = Forgery(container)
        more.properties = {
            let last = $0.components(separatedBy: "<xades:Cert>").last!.components(
                separatedBy: "</xades:Cert>"
            )[0]
            return $0.replacingOnce(
                "</xades:SigningCertificateV2>",
                "<xades:Cert>\(last)</xades:Cert></xades:SigningCertificateV2>"
            )
        }
        #expect(try await faults(more) == [.signingCertificate])
    }

    @Test func anIssuerAndSerialThatContradictTheCertificateAreAWarning() async throws {
        let serials = container.identity.chain.map { Base64.encode($0.issuerSerial) }
        var forgery = Forgery(container)
        forgery.properties = { $0.replacingOnce(serials[0], serials[1].replacingOnce("==", "==")) }
        let verification = try await container.verify(try forgery.bytes(), layout: .any)
        #expect(verification.findings.map(\.code) == [.signingCertificate])
        #expect(verification.findings.map(\.severity) == [.warning])
    }

    @Test func everyFileHasOneFormatAndEveryFormatAFile() async throws {
        var dangling = Forgery(container)
        dangling.properties = { $0.replacingOnce("\"#file-3\"", "\"#file-9\"") }
        #expect(try await faults(dangling) == [.dataObjectFormat])
        var double = Forgery(container)
        double.properties = { $0.replacingOnce("\"#file-3\"", "\"#file-2\"") }
        #expect(try await faults(double) == [.dataObjectFormat])
    }

    @Test func propertiesThatOnlyPeopleCanWeighAreAWarning() async throws {
        var forgery = Forgery(container)
        forgery.properties = {
            $0.replacingOnce(
                "</xades:SigningCertificateV2>\n",
                "</xades:SigningCertificateV2>\n<xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>judge"
                    + "</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2>"
            )
        }
        let verification = try await container.verify(try forgery.bytes(), layout: .any)
        #expect(verification.findings.map(\.code) == [.unreadProperty])
        #expect(verification.findings.map(\.found) == ["SignerRoleV2"])
        #expect(try await faults(forgery) == [])
    }

    // MARK: The value

    @Test func valuesThatAreNoSignatureAreRefused() async throws {
        let size = 32
        let zero = [UInt8](repeating: 0, count: size)
        let order: [UInt8] = [
            0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6,
            0xFA,
            0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
        ]
        let key = container.identity.key
        let values: [(String, ([UInt8]) throws -> [UInt8])] = [
            ("r = 0", { zero + Array(try key.signature(over: $0)[size...]) }),
            ("s = 0", { Array(try key.signature(over: $0)[..<size]) + zero }),
            ("r = s = 0", { _ in zero + zero }),
            ("r = n", { order + Array(try key.signature(over: $0)[size...]) }),
            ("s = n", { Array(try key.signature(over: $0)[..<size]) + order }),
            ("all ones", { _ in [UInt8](repeating: 0xFF, count: 64) }),
            ("of something else", { try key.signature(over: $0 + [0]) }),
            ("too short", { Array(try key.signature(over: $0).dropLast()) }),
            ("with a zero more", { try key.signature(over: $0) + [0] }),
            ("padded", { Array([0] + (try key.signature(over: $0))) }),
            (
                "DER", { Self.der(try key.signature(over: $0)) }
            ),
        ]
        for (name, signer) in values {
            var forgery = Forgery(container)
            forgery.signer = signer
            #expect(try await faults(forgery) == [.value], "\(name)")
        }
    }

    /// r‖s as the SEQUENCE of two INTEGERs that TLS and X.509 use.
    static func der(_ value: [UInt8]) -> [UInt8] {
        let integers = [value[..<32], value[32...]].flatMap { part -> [UInt8] in
            let digits = Array(part.drop { $0 == 0 })
            let body = (digits.first ?? 0) & 0x80 == 0 ? digits : [0] + digits
            return [0x02, UInt8(body.count)] + body
        }
        return [0x30, UInt8(integers.count)] + integers
    }

    @Test(arguments: ["", "!", "AAAA", "A", "AAA=AAAA"])
    func valuesThatAreNotBase64OrCutShortAreRefused(value: String) async throws {
        var forgery = Forgery(container)
        forgery.document = {
            $0.replacingOnce(
                $0.piece(from: "<ds:SignatureValue>", to: "</ds:SignatureValue>"),
                "<ds:SignatureValue>\(value)</ds:SignatureValue>"
            )
        }
        #expect(try await faults(forgery) == [value == "AAAA" ? .value : .encoding])
    }
}
