import Foundation
import Testing

@testable import Signatures

@Suite struct RoundTripTests {
    @Test func whatIsSignedIsVerifiedWithEverythingThatWasSaid() async throws {
        let container = try SampleContainer()
        let verification = try await container.verify(try container.sign())
        #expect(verification.findings == [])
        let verified = try #require(verification.verified)
        #expect(verified.signer == container.identity.certificate)
        #expect(verified.certificates == container.identity.certificates)
        #expect(verified.trust == .anchored(container.authority.certificate))
        #expect(verified.signingTime.text == "2026-03-14T17:10:00Z")
        #expect(verified.algorithm == .ecdsaSHA256)
        #expect(verified.files.map(\.path) == container.files.map(\.path))
        #expect(verified.files.map(\.mediaType) == ["text/plain", "text/plain", "text/plain"])
    }

    @Test func twoSignaturesOfOneContainerDifferInTheirValueAlone() throws {
        let container = try SampleContainer()
        let texts = try (0..<2).map { _ in String(decoding: try container.sign(), as: UTF8.self) }
        let values = texts.map { $0.piece(from: "<ds:SignatureValue>", to: "</ds:SignatureValue>") }
        #expect(values[0] != values[1])
        #expect(texts[0].replacingOnce(values[0], "") == texts[1].replacingOnce(values[1], ""))
    }

    @Test func withoutTrustedCertificatesTheSignatureHoldsButNobodySaysWhoseItIs() async throws {
        let container = try SampleContainer()
        let reading = try SignatureReader.read(try container.sign(), limits: SignatureLimits(entryCount: 6))
        let verification = try await SignatureVerifier(trust: nil, now: SampleContainer.now)
            .verify(reading, entries: container.entries())
        #expect(verification.findings.map(\.code) == [.trustNotGiven])
        #expect(verification.findings.map(\.severity) == [.notice])
        #expect(verification.verified?.trust == .notAsked)
    }

    @Test func theSignersOwnCertificateCanBeTrustedDirectly() async throws {
        let container = try SampleContainer()
        let pinned = try TrustAnchors.load(pem: container.identity.certificate.pem)
        let verification = try await container.verify(try container.sign(), trust: pinned)
        #expect(verification.verified?.trust == .anchored(container.identity.certificate))
    }

    @Test func aDigestThatWasNotComputedIsAnErrorAndNotAFinding() async throws {
        let container = try SampleContainer()
        let reading = try SignatureReader.read(try container.sign(), limits: SignatureLimits(entryCount: 6))
        let entries = container.files.map { EntryDigests(path: $0.path, digests: [.sha512: []]) }
        await #expect(throws: SignatureVerificationError.digestNotGiven(position: 0, algorithm: .sha256)) {
            try await SignatureVerifier(trust: nil, now: SampleContainer.now).verify(
                reading,
                entries: entries
            )
        }
    }

    @Test func aReferenceMaySayWhichOtherDigestsItNeeds() async throws {
        let container = try SampleContainer()
        var forgery = Forgery(container)
        let file = container.files[0]
        forgery.info = { text in
            let old = text.piece(from: "<ds:Reference Id=\"file-1\"", to: "</ds:Reference>")
            let new = old.replacingOnce(DigestAlgorithm.sha256.rawValue, DigestAlgorithm.sha512.rawValue)
                .replacingOnce(
                    Base64.encode(DigestAlgorithm.sha256.digest(file.bytes)),
                    Base64.encode(DigestAlgorithm.sha512.digest(file.bytes))
                )
            return text.replacingOnce(old, new)
        }
        let bytes = try forgery.bytes()
        let reading = try SignatureReader.read(bytes, limits: SignatureLimits(entryCount: 6), layout: .any)
        #expect(reading.signature?.digestAlgorithms == [.sha256, .sha512])
        #expect(try await container.faults(bytes) == [])
        #expect(try await container.faults(bytes, layout: .own) == [.layout])
    }

    @Test func namesThatDifferOnlyInUnicodeFormAreTwoEntries() async throws {
        var container = try SampleContainer()
        container.files = [("data/\u{E8}", [1]), ("data/e\u{300}", [2])]
        #expect(try await container.faults(try container.sign(), layout: .own) == [])
        let bytes = try container.sign()
        container.files.swapAt(0, 1)
        container.files = [(container.files[0].path, [1]), (container.files[1].path, [2])]
        #expect(try await container.faults(bytes) == [.entryDigest])
    }

    @Test(arguments: [
        ("../x", SignatureWriterError.unusablePath(position: 0)), ("/x", .unusablePath(position: 0)),
        ("", .unusablePath(position: 0)), ("mimetype", .unusablePath(position: 0)),
        ("META-INF/x", .unusablePath(position: 0)), ("a\\b", .unusablePath(position: 0)),
        ("bagit.txt", .duplicatePath(position: 2)),
    ])
    func pathsThatNoEntryMayHaveAreNotSigned(path: String, error: SignatureWriterError) throws {
        var container = try SampleContainer()
        container.files[0].path = path
        #expect(throws: error) { try container.sign() }
    }

    @Test func whatCannotBeWrittenIsNotSigned() throws {
        let container = try SampleContainer()
        let file = container.signedFiles[0]
        func sign(_ files: [SignedFile], at time: Date = SampleContainer.now) throws {
            _ = try SignatureWriter.sign(files, at: time, by: container.identity)
        }
        #expect(throws: SignatureWriterError.nothingToSign) { try sign([]) }
        #expect(throws: SignatureWriterError.wrongDigestLength(position: 0)) {
            try sign([SignedFile(path: file.path, sha256: [1], mediaType: file.mediaType)])
        }
        for mediaType in ["", "text", "text/<b>", "a/b&c", "text/é", "a/\n"] {
            #expect(throws: SignatureWriterError.unusableMediaType(position: 0)) {
                try sign([SignedFile(path: file.path, sha256: file.sha256, mediaType: mediaType)])
            }
        }
        let end = container.identity.certificate.notAfter
        #expect(throws: SignatureWriterError.identity(.expired(position: 0, until: end))) {
            try sign([file], at: end.addingTimeInterval(1))
        }
    }
}
