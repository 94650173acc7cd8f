import Foundation
import Testing

@testable import Signatures

/// Signature files made by somebody who holds the key, with algorithms and transforms outside the list.
@Suite struct AlgorithmTests {
    let container: SampleContainer

    init() throws { container = try SampleContainer() }

    private func faults(_ forgery: Forgery) async throws -> Set<SignatureFinding.Code> {
        try await container.faults(try forgery.bytes())
    }

    @Test(arguments: [
        "http://www.w3.org/2000/09/xmldsig#sha1", "http://www.w3.org/2001/04/xmldsig-more#md5",
        "http://www.w3.org/2001/04/xmldsig-more#sha224", "", "http://www.w3.org/2001/04/xmlenc#SHA256",
    ])
    func aDigestThatNoLongerBindsIsRefused(algorithm: String) async throws {
        var forgery = Forgery(container)
        forgery.info = { text in
            let reference = text.piece(from: "<ds:Reference Id=\"file-1\"", to: "</ds:Reference>")
            return text.replacingOnce(
                reference,
                reference.replacingOnce(DigestAlgorithm.sha256.rawValue, algorithm)
            )
        }
        #expect(try await faults(forgery) == [.coverage, .dataObjectFormat, .digestMethod])
    }

    @Test(arguments: [
        "http://www.w3.org/2000/09/xmldsig#hmac-sha1", "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
        "http://www.w3.org/2000/09/xmldsig#rsa-sha1", "http://www.w3.org/2000/09/xmldsig#dsa-sha1",
        "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1", "http://www.w3.org/2001/04/xmldsig-more#rsa-md5",
        "none", "",
    ])
    func aSignatureMethodOutsideTheListIsRefused(algorithm: String) async throws {
        var forgery = Forgery(container)
        forgery.info = { $0.replacingOnce(SignatureAlgorithm.ecdsaSHA256.rawValue, algorithm) }
        #expect(try await faults(forgery) == [.method])
    }

    @Test func parametersOfAnAlgorithmAreRefused() async throws {
        var forgery = Forgery(container)
        forgery.info = {
            $0.replacingOnce(
                "</ds:SignatureMethod>",
                "<ds:HMACOutputLength>1</ds:HMACOutputLength></ds:SignatureMethod>"
            )
        }
        #expect(try await faults(forgery) == [.structure])
    }

    @Test(arguments: [
        "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
        "http://www.w3.org/TR/2001/REC-xml-c14n-20010315",
        "http://www.w3.org/2006/12/xml-c14n11", "",
    ])
    func anotherCanonicalizationIsRefused(algorithm: String) async throws {
        var forgery = Forgery(container)
        forgery.info = {
            $0.replacingOnce(
                "<ds:CanonicalizationMethod Algorithm=\"\(Vocabulary.exclusiveC14N)\">",
                "<ds:CanonicalizationMethod Algorithm=\"\(algorithm)\">"
            )
        }
        #expect(try await faults(forgery) == [.canonicalization])
        var transform = Forgery(container)
        transform.info = {
            $0.replacingOnce(
                "<ds:Transform Algorithm=\"\(Vocabulary.exclusiveC14N)\">",
                "<ds:Transform Algorithm=\"\(algorithm)\">"
            )
        }
        #expect(try await faults(transform) == [.signedProperties, .transform])
    }

    @Test(arguments: [
        "http://www.w3.org/TR/1999/REC-xpath-19991116", "http://www.w3.org/TR/1999/REC-xslt-19991116",
        "http://www.w3.org/2000/09/xmldsig#base64", "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        "http://www.w3.org/2002/06/xmldsig-filter2", Vocabulary.exclusiveC14N,
    ])
    func noTransformStandsBetweenAFileAndItsDigest(algorithm: String) async throws {
        let transform =
            "<ds:Transforms><ds:Transform Algorithm=\"\(algorithm)\"></ds:Transform></ds:Transforms>"
        var forgery = Forgery(container)
        forgery.info = { $0.replacingOnce("URI=\"bagit.txt\">\n", "URI=\"bagit.txt\">\n\(transform)") }
        #expect(try await faults(forgery) == [.coverage, .dataObjectFormat, .transform])
        guard algorithm != Vocabulary.exclusiveC14N else { return }
        var onProperties = Forgery(container)
        onProperties.info = {
            $0.replacingOnce(
                "</ds:Transforms>",
                "<ds:Transform Algorithm=\"\(algorithm)\"></ds:Transform></ds:Transforms>"
            )
        }
        #expect(try await faults(onProperties) == [.structure])
    }

    @Test func propertiesWithoutATransformAreRefused() async throws {
        var forgery = Forgery(container)
        forgery.info = { $0.replacingOnce($0.piece(from: "<ds:Transforms>", to: "</ds:Transforms>\n"), "") }
        #expect(try await faults(forgery) == [.signedProperties, .transform])
    }

    @Test func inclusivePrefixesOfOthersAreHonoured() async throws {
        // `asic` is declared around SignedInfo: treated inclusively, it stands in the canonical form.
        var forgery = Forgery(container)
        forgery.info = {
            $0.replacingOnce(
                "<ds:SignedInfo xmlns:ds=",
                "<ds:SignedInfo xmlns:asic=\"\(Vocabulary.asic)\" xmlns:ds="
            ).replacingOnce(
                "</ds:CanonicalizationMethod>",
                "<ec:InclusiveNamespaces xmlns:ec=\"\(Vocabulary.exclusiveC14N)\" PrefixList=\"asic\">"
                    + "</ec:InclusiveNamespaces></ds:CanonicalizationMethod>"
            )
        }
        #expect(try await faults(forgery) == [])
    }
}
