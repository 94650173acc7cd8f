import Foundation
import Testing

@testable import Signatures

/// Signatures whose mathematics is right and whose certificates are not.
@Suite struct CertificateAttackTests {
    let container: SampleContainer

    init() throws { container = try SampleContainer() }

    @Test func aCertificateSwappedInKeyInfoIsNotTheOneThatSigned() async throws {
        let other = try SampleContainer(seed: 2)
        var forgery = Forgery(container)
        let (ours, theirs) = (container.identity.chain, other.identity.chain)
        forgery.document = {
            $0.replacingOnce(Base64.encode(ours[0].der), Base64.encode(theirs[0].der))
                .replacingOnce(Base64.encode(ours[1].der), Base64.encode(theirs[1].der))
        }
        #expect(
            try await container.faults(try forgery.bytes()) == [.signingCertificate, .value, .untrusted]
        )
    }

    @Test func aSignerWithAnAuthorityOfTheSameNameIsNotTrusted() async throws {
        // Same names, same code, other keys: only the trusted certificate tells them apart.
        var impostor = try SampleContainer(seed: 2)
        impostor.files = container.files
        #expect(impostor.authority.certificate.subject == container.authority.certificate.subject)
        let bytes = try impostor.sign()
        #expect(try await impostor.faults(bytes, layout: .own) == [])
        #expect(try await impostor.faults(bytes, layout: .own, trust: container.trust) == [.untrusted])
    }

    @Test func aSignerIssuedByNobodyIsNotTrusted() async throws {
        let other = try TrustAnchors.load(pem: SampleContainer(seed: 3).identity.certificate.pem)
        #expect(try await container.faults(try container.sign(), trust: other) == [.untrusted])
    }

    @Test func anIssuerThatIsNotTheIssuerBreaksTheChain() async throws {
        let other = try SampleContainer(seed: 2)
        var mixed = container
        mixed.identity = SigningIdentity(
            key: container.identity.key,
            chain: [container.identity.chain[0], other.identity.chain[1]]
        )
        #expect(try await container.faults(try Forgery(mixed).bytes(), layout: .own) == [.chain])
    }

    @Test func aChangedByteInTheAuthorityThatComesAlongIsFoundThoughItIsUnsigned() async throws {
        // In a signature that names only the signer's certificate, as others write them.
        var forgery = Forgery(container)
        forgery.properties = { text in
            let names = text.components(separatedBy: "<xades:Cert>")
            return text.replacingOnce(
                "<xades:Cert>" + names[2].components(separatedBy: "</xades:Cert>\n")[0] + "</xades:Cert>\n",
                ""
            )
        }
        #expect(try await container.faults(try forgery.bytes()) == [])
        var der = container.identity.chain[1].der
        der[der.count - 1] ^= 1
        let altered = der
        forgery.document = { [container] in
            $0.replacingOnce(Base64.encode(container.identity.chain[1].der), Base64.encode(altered))
        }
        #expect(try await container.faults(try forgery.bytes()) == [.chain])
    }

    @Test func moreCertificatesThanAChainNeedsAreRefused() async throws {
        var forgery = Forgery(container)
        let der = Base64.encode(container.identity.chain[1].der)
        forgery.document = {
            $0.replacingOnce(
                "</ds:X509Data>",
                String(repeating: "<ds:X509Certificate>\(der)</ds:X509Certificate>", count: 7)
                    + "</ds:X509Data>"
            )
        }
        #expect(try await container.faults(try forgery.bytes()).contains(.certificate))
    }

    @Test(arguments: ["", "AAAA", "MIIB"])
    func whatIsNoCertificateIsRefused(text: String) async throws {
        var forgery = Forgery(container)
        forgery.document = { [container] in
            $0.replacingOnce(Base64.encode(container.identity.chain[0].der), text)
        }
        let faults = try await container.faults(try forgery.bytes())
        #expect(faults.contains(text.isEmpty ? .encoding : .certificate))
    }

    // MARK: Time

    @Test func aSigningTimeOutsideTheCertificatesValidityIsRefused() async throws {
        for (time, outside) in [
            ("2026-03-14T17:09:59Z", true), ("2026-03-14T17:10:00Z", false), ("2029-03-14T17:09:59Z", false),
            ("2029-03-14T17:10:00Z", true),
        ] {
            var forgery = Forgery(container)
            forgery.time = SigningTime(time)!.date
            let faults = try await container.faults(try forgery.bytes(), layout: .own, now: forgery.time)
            #expect(faults == (outside ? [.certificateValidity, .untrusted] : []), "\(time)")
        }
    }

    @Test func aCertificateThatHasExpiredSinceIsAWarning() async throws {
        let later = SigningTime("2030-01-01T00:00:00Z")!.date
        let verification = try await container.verify(try container.sign(), now: later)
        #expect(verification.findings.map(\.code) == [.certificateValidityNow])
        #expect(verification.findings.map(\.severity) == [.warning])
        #expect(verification.verified != nil)
    }

    @Test func aSigningTimeInTheFutureIsRefusedBeyondWhatWrongClocksExplain() async throws {
        let bytes = try container.sign()
        let twoHoursEarlier = SampleContainer.now.addingTimeInterval(-7200)
        let verification = try await container.verify(bytes, now: twoHoursEarlier)
        #expect(Set(verification.findings.map(\.code)) == [.certificateValidityNow])
        #expect(verification.verified != nil)
        let twoDaysEarlier = SampleContainer.now.addingTimeInterval(-2 * 86_400)
        #expect(try await container.faults(bytes, layout: .own, now: twoDaysEarlier) == [.futureTime])
    }
}

/// Certificates that only other software would issue.
@Suite(.enabled(if: Command.openssl != nil, "openssl is not installed"))
struct ForeignCertificateTests {
    /// A container signed by the key and certificates of `openssl`, at the present time, which openssl dates them by.
    private func container(_ chainPEM: [String], key: String) throws -> SampleContainer {
        var container = try SampleContainer()
        let certificates = try chainPEM.flatMap { try TrustAnchors.load(pem: $0).anchors }
        container.identity = SigningIdentity(key: try SigningKey(pem: key), chain: certificates)
        return container
    }

    private func faults(
        _ container: SampleContainer,
        trust: String
    ) async throws -> Set<SignatureFinding.Code> {
        let now = Date()
        var forgery = Forgery(container)
        forgery.time = now
        return try await container.faults(
            try forgery.bytes(),
            layout: .own,
            trust: TrustAnchors.load(pem: trust),
            now: now
        )
    }

    @Test(arguments: [
        (["basicConstraints=critical,CA:FALSE", "keyUsage=critical,digitalSignature"], true),
        (["keyUsage=nonRepudiation"], true),
        (["basicConstraints=CA:FALSE"], true),
        (["keyUsage=critical,keyEncipherment"], false),
        (["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"], false),
        (["basicConstraints=critical,CA:TRUE"], false),
    ])
    func onlyACertificateForSigningSigns(extensions: [String], accepted: Bool) async throws {
        let openssl = try OpenSSL()
        _ = try openssl.key(.p256, "ca")
        let ca = try openssl.selfSigned("ca", subject: "/CN=ca", extensions: OpenSSL.authority)
        let key = try openssl.key(.p256, "signer")
        let signer = try openssl.issue("signer", by: "ca", extensions: extensions)
        #expect(
            try await faults(try container([signer, ca], key: key), trust: ca)
                == (accepted ? [] : [.keyUsage])
        )
    }

    @Test(arguments: [
        ["basicConstraints=critical,CA:FALSE", "keyUsage=critical,keyCertSign"],
        ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,digitalSignature"],
    ])
    func anIssuerThatMayNotIssueIsNoIssuer(extensions: [String]) async throws {
        let openssl = try OpenSSL()
        _ = try openssl.key(.p256, "ca")
        let ca = try openssl.selfSigned("ca", subject: "/CN=ca", extensions: extensions)
        let key = try openssl.key(.p256, "signer")
        let signer = try openssl.issue("signer", by: "ca", extensions: OpenSSL.signer)
        #expect(try await faults(try container([signer, ca], key: key), trust: ca) == [.chain, .untrusted])
        // Nor when the issuer does not come along.
        #expect(try await faults(try container([signer], key: key), trust: ca) == [.untrusted])
    }

    @Test func aCertificateSignedWithSHA1LeadsNowhere() async throws {
        let openssl = try OpenSSL()
        _ = try openssl.key(.rsa3072, "ca")
        let ca = try openssl.selfSigned("ca", subject: "/CN=ca", extensions: OpenSSL.authority)
        let key = try openssl.key(.p256, "signer")
        let signer = try openssl.issue("signer", by: "ca", extensions: OpenSSL.signer, digest: "sha1")
        #expect(try await faults(try container([signer, ca], key: key), trust: ca) == [.chain, .untrusted])
        #expect(try await faults(try container([signer], key: key), trust: ca) == [.untrusted])
    }

    @Test func aSecondCertificateForTheSameKeyDoesNotTakeTheFirstOnesPlace() async throws {
        let openssl = try OpenSSL()
        let key = try openssl.key(.p256, "a")
        let first = try openssl.selfSigned("a", subject: "/CN=clerk", extensions: OpenSSL.signer)
        let second = try openssl.selfSigned("a", subject: "/CN=judge", extensions: OpenSSL.signer)
        let (clerk, judge) = (try container([first], key: key), try container([second], key: key))
        var forgery = Forgery(clerk)
        forgery.time = Date()
        forgery.document = {
            $0.replacingOnce(
                Base64.encode(clerk.identity.chain[0].der),
                Base64.encode(judge.identity.chain[0].der)
            )
        }
        let trust = try TrustAnchors.load(pem: first + second)
        #expect(
            try await clerk.faults(try forgery.bytes(), trust: trust, now: forgery.time) == [
                .signingCertificate
            ]
        )
    }

    @Test func aSelfSignedSignerIsTrustedOnlyWhereItsOwnCertificateIs() async throws {
        let openssl = try OpenSSL()
        let key = try openssl.key(.p384, "a")
        let certificate = try openssl.selfSigned("a", extensions: OpenSSL.signer)
        _ = try openssl.key(.p384, "b")
        let other = try openssl.selfSigned("b", extensions: OpenSSL.signer)
        let container = try container([certificate], key: key)
        #expect(try await faults(container, trust: certificate) == [])
        #expect(try await faults(container, trust: other) == [.untrusted])
    }

    @Test func aChainThroughAnIntermediateAuthorityLeadsToItsRoot() async throws {
        let openssl = try OpenSSL()
        _ = try openssl.key(.p384, "root")
        let root = try openssl.selfSigned("root", subject: "/CN=root", extensions: OpenSSL.authority)
        _ = try openssl.key(.rsa3072, "middle")
        let middle = try openssl.issue(
            "middle",
            by: "root",
            subject: "/CN=middle",
            extensions: OpenSSL.authority
        )
        let key = try openssl.key(.rsa3072, "signer")
        let signer = try openssl.issue("signer", by: "middle", extensions: OpenSSL.signer)
        #expect(try await faults(try container([signer, middle, root], key: key), trust: root) == [])
        #expect(try await faults(try container([signer, middle], key: key), trust: root) == [])
        #expect(try await faults(try container([signer], key: key), trust: root) == [.untrusted])
        #expect(try await faults(try container([signer], key: key), trust: middle) == [])
    }
}
