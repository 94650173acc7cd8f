import Foundation
import Testing

@testable import Signatures

@Suite struct SigningIdentityTests {
    static let now = SigningTime("2026-03-14T17:10:00Z")!.date

    static func generate(
        agency: String = "Anti Human Trafficking Unit, Kolkata",
        code: String = "KOL-AHTU",
        seed: UInt64 = 1
    ) throws -> (identity: SigningIdentity, authority: CertificateAuthority) {
        var random = SeededRandom(seed: seed)
        return try SigningIdentity.generate(agency: agency, code: code, at: now, using: &random)
    }

    @Test func aNewOfficeHasASigningCertificateIssuedByItsOwnAuthority() throws {
        let (identity, authority) = try Self.generate()
        let signer = identity.certificate
        #expect(
            signer.subject
                == "CN=KOL-AHTU signing,organizationIdentifier=KOL-AHTU,O=Anti Human Trafficking Unit\\, Kolkata"
        )
        #expect(
            authority.certificate.subject
                == "CN=KOL-AHTU authority,organizationIdentifier=KOL-AHTU,O=Anti Human Trafficking Unit\\, Kolkata"
        )
        #expect(signer.issuer == authority.certificate.subject)
        #expect(identity.certificates == [signer, authority.certificate])
        #expect(SigningTime(signer.notBefore).text == "2026-03-14T17:10:00Z")
        #expect(SigningTime(signer.notAfter).text == "2029-03-14T17:09:59Z")
        #expect(SigningTime(authority.certificate.notAfter).text == "2036-03-14T17:09:59Z")
        #expect(identity.algorithm == .ecdsaSHA256)
    }

    @Test func theSameRandomNumbersGiveTheSameKeysAndOthersOthers() throws {
        let first = try Self.generate(seed: 7)
        #expect(try Self.generate(seed: 7).identity.privateKeyPEM == first.identity.privateKeyPEM)
        let other = try Self.generate(seed: 8)
        #expect(other.identity.privateKeyPEM != first.identity.privateKeyPEM)
        #expect(other.identity.certificate.serialNumber != first.identity.certificate.serialNumber)
        #expect(first.identity.certificate.serialNumber != first.authority.certificate.serialNumber)
    }

    @Test func whatIsStoredIsWhatIsLoaded() throws {
        let (identity, authority) = try Self.generate()
        let loaded = try SigningIdentity.load(
            chainPEM: identity.chainPEM,
            keyPEM: identity.privateKeyPEM,
            at: Self.now
        )
        #expect(loaded.certificates == identity.certificates)
        #expect(loaded.privateKeyPEM == identity.privateKeyPEM)
        let loadedAuthority = try CertificateAuthority.load(
            certificatePEM: authority.certificate.pem,
            keyPEM: authority.privateKeyPEM
        )
        #expect(loadedAuthority.certificate == authority.certificate)
        let anchors = try TrustAnchors.load(pem: authority.certificate.pem)
        #expect(anchors.certificates == [authority.certificate])
    }

    @Test func theAuthorityIssuesTheNextSigningCertificateThreeYearsLaterAndNeverBeyondItsOwnEnd() throws {
        let (identity, authority) = try Self.generate()
        var random = SeededRandom(seed: 2)
        let later = Self.now.addingTimeInterval(8 * 365 * 86_400)
        let next = try authority.issueSigningIdentity(at: later, using: &random)
        #expect(next.certificate.subject == identity.certificate.subject)
        #expect(next.certificate.notAfter == authority.certificate.notAfter)
        #expect(throws: SigningIdentityError.expired(position: 1, until: authority.certificate.notAfter)) {
            try authority.issueSigningIdentity(
                at: Self.now.addingTimeInterval(11 * 365 * 86_400),
                using: &random
            )
        }
    }

    @Test func namesInEveryScriptAreWrittenAndLongOnesAreCutAtAWord() throws {
        let bengali = try Self.generate(agency: "মানব পাচার বিরোধী ইউনিট", code: "কল-১").identity.certificate
        #expect(bengali.subject == "CN=কল-১ signing,organizationIdentifier=কল-১,O=মানব পাচার বিরোধী ইউনিট")
        let long = String(repeating: "Directorate of Investigations ", count: 4)
        let cut = try Self.generate(agency: long).identity.certificate.subject
        #expect(cut.hasSuffix("O=Directorate of Investigations Directorate of Investigations…"))
    }

    @Test(arguments: [
        ("", "A"), ("A", ""), ("A\nB", "A"), ("A", "A\u{0}"), ("A", String(repeating: "x", count: 41)),
    ])
    func namesThatACertificateCannotHoldAreRefused(agency: String, code: String) {
        #expect(throws: SigningIdentityError.unusableName) { try Self.generate(agency: agency, code: code) }
    }

    @Test func aKeyOfAnotherCertificateIsRefused() throws {
        let one = try Self.generate(seed: 1).identity
        let other = try Self.generate(seed: 2).identity
        #expect(throws: SigningIdentityError.keyDoesNotMatchCertificate) {
            try SigningIdentity.load(chainPEM: one.chainPEM, keyPEM: other.privateKeyPEM, at: Self.now)
        }
    }

    @Test func aChainThatDoesNotHangTogetherIsRefused() throws {
        let one = try Self.generate(seed: 1)
        let other = try Self.generate(seed: 2)
        #expect(throws: SigningIdentityError.chainBroken(position: 1)) {
            try SigningIdentity.load(
                chainPEM: one.identity.certificate.pem + other.authority.certificate.pem,
                keyPEM: one.identity.privateKeyPEM,
                at: Self.now
            )
        }
        #expect(throws: SigningIdentityError.notAnAuthority(position: 1)) {
            try SigningIdentity.load(
                chainPEM: one.identity.certificate.pem + other.identity.certificate.pem,
                keyPEM: one.identity.privateKeyPEM,
                at: Self.now
            )
        }
    }

    @Test func aWrongClockIsSeenBeforeAnythingIsSigned() throws {
        let identity = try Self.generate().identity
        let signer = identity.certificate
        #expect(throws: SigningIdentityError.notYetValid(position: 0, from: signer.notBefore)) {
            try SigningIdentity.load(
                chainPEM: identity.chainPEM,
                keyPEM: identity.privateKeyPEM,
                at: Self.now.addingTimeInterval(-1)
            )
        }
        #expect(throws: SigningIdentityError.expired(position: 0, until: signer.notAfter)) {
            try SigningIdentity.load(
                chainPEM: identity.chainPEM,
                keyPEM: identity.privateKeyPEM,
                at: signer.notAfter.addingTimeInterval(1)
            )
        }
    }

    @Test func filesThatAreNotWhatTheyShouldBeAreNamed() throws {
        let identity = try Self.generate().identity
        func load(chain: String, key: String) throws {
            _ = try SigningIdentity.load(chainPEM: chain, keyPEM: key, at: Self.now)
        }
        let (chain, key) = (identity.chainPEM, identity.privateKeyPEM)
        #expect(throws: SigningIdentityError.noCertificate) { try load(chain: key, key: key) }
        #expect(throws: SigningIdentityError.noKey) { try load(chain: chain, key: chain) }
        #expect(throws: SigningIdentityError.severalKeys) { try load(chain: chain, key: key + key) }
        #expect(throws: SigningIdentityError.malformedKey) {
            try load(chain: chain, key: String(key.dropLast(40)))
        }
        let cut =
            chain.split(separator: "\n").dropLast(4).joined(separator: "\n") + "\n-----END CERTIFICATE-----\n"
        #expect(throws: SigningIdentityError.malformedCertificate(position: 1)) {
            try load(chain: cut, key: key)
        }
    }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
