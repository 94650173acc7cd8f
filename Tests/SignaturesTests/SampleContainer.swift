import Foundation

@testable import Signatures

/// The data files of a small container, and a signer for them.
struct SampleContainer {
    static let now = SigningTime("2026-03-14T17:10:00Z")!.date

    var files: [(path: String, bytes: [UInt8])] = [
        ("data/casefile.xml", Array("<caseFile/>".utf8)),
        ("data/evidence/KT-1/ফোন & (1).jpg", [0xFF, 0xD8, 0xFF, 0x00]),
        ("bagit.txt", Array("BagIt-Version: 1.0\n".utf8)),
    ]
    var identity: SigningIdentity
    var authority: CertificateAuthority

    init(seed: UInt64 = 1, at now: Date = now) throws {
        var random = SeededRandom(seed: seed)
        (identity, authority) = try SigningIdentity.generate(
            agency: "Anti Human Trafficking Unit",
            code: "KOL-AHTU",
            at: now,
            using: &random
        )
    }

    var signedFiles: [SignedFile] {
        files.map {
            SignedFile(
                path: $0.path,
                sha256: DigestAlgorithm.sha256.digest($0.bytes),
                mediaType: "text/plain"
            )
        }
    }

    /// The entries as a pass over the container would give them, packaging included.
    func entries(_ algorithms: Set<DigestAlgorithm> = [.sha256]) -> [EntryDigests] {
        let packaging = ["mimetype", "META-INF/manifest.xml", SignatureWriter.path]
        return packaging.map { EntryDigests(path: $0, digests: [:]) }
            + files.map { file in
                EntryDigests(
                    path: file.path,
                    digests: Dictionary(uniqueKeysWithValues: algorithms.map { ($0, $0.digest(file.bytes)) })
                )
            }
    }

    func sign(at time: Date = now) throws -> [UInt8] {
        try SignatureWriter.sign(signedFiles, at: time, by: identity)
    }

    var trust: TrustAnchors { get throws { try TrustAnchors.load(pem: authority.certificate.pem) } }

    func verify(
        _ bytes: [UInt8],
        layout: SignatureReader.Layout = .own,
        trust: TrustAnchors? = nil,
        now: Date = now
    ) async throws -> SignatureVerification {
        let limits = SignatureLimits(entryCount: files.count + 3)
        let reading = try SignatureReader.read(bytes, limits: limits, layout: layout)
        let digests = entries(reading.signature?.digestAlgorithms ?? [.sha256])
        let verifier = try SignatureVerifier(trust: trust ?? self.trust, now: now)
        return try await verifier.verify(reading, entries: digests)
    }

    /// The codes of what is wrong.
    func faults(
        _ bytes: [UInt8],
        layout: SignatureReader.Layout = .any,
        trust: TrustAnchors? = nil,
        now: Date = now
    ) async throws -> Set<SignatureFinding.Code> {
        let verification = try await verify(bytes, layout: layout, trust: trust, now: now)
        let codes = Set(verification.findings.filter { $0.severity == .fault }.map(\.code))
        precondition(codes.isEmpty == (verification.verified != nil))
        return codes
    }
}

/// A signature file made by somebody who holds the key and wants to deceive: any part can be changed before what
/// covers it is computed, so that only the rule under test can object.
struct Forgery {
    var container: SampleContainer
    var time: Date = SampleContainer.now
    /// Changes to `xades:SignedProperties`, before it is hashed.
    var properties: (String) -> String = { $0 }
    /// Changes to `ds:SignedInfo`, before it is signed.
    var info: (String) -> String = { $0 }
    /// Changes to the whole file, after it is signed.
    var document: (String) -> String = { $0 }
    /// The signature over these bytes; the container's identity makes it unless told otherwise.
    var signer: (([UInt8]) throws -> [UInt8])?

    init(_ container: SampleContainer) { self.container = container }

    func bytes() throws -> [UInt8] {
        let chain = container.identity.chain
        let files = container.signedFiles.map { (path: $0.path, digest: $0.sha256, mediaType: $0.mediaType) }
        let signedProperties = changed(
            SignatureLayout.signedProperties(files: files, time: SigningTime(time), certificates: chain),
            properties
        )
        let signedInfo = changed(
            SignatureLayout.signedInfo(
                files: files,
                method: container.identity.algorithm,
                signedPropertiesDigest: DigestAlgorithm.sha256.digest(signedProperties)
            ),
            info
        )
        let value = try signer?(signedInfo) ?? container.identity.key.signature(over: signedInfo)
        return changed(
            SignatureLayout.document(
                signedInfo: signedInfo,
                value: value,
                certificates: chain,
                signedProperties: signedProperties
            ),
            document
        )
    }

    private func changed(_ bytes: [UInt8], _ change: (String) -> String) -> [UInt8] {
        Array(change(String(decoding: bytes, as: UTF8.self)).utf8)
    }
}

extension String {
    /// The text with exactly one occurrence of `old` replaced; traps when there is none or more than one, so that no
    /// attack is ever a change that changed nothing.
    func replacingOnce(_ old: String, _ new: String) -> String {
        let parts = components(separatedBy: old)
        precondition(parts.count == 2, "\(parts.count - 1) occurrences of \(old)")
        return parts.joined(separator: new)
    }

    /// The first piece from `start` to `end`, both included.
    func piece(from start: String, to end: String) -> String {
        let from = range(of: start)!.lowerBound
        let to = range(of: end, range: from..<endIndex)!.upperBound
        return String(self[from..<to])
    }
}
