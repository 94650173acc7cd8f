import Archive
import Bundles
import CaseFile
import Crypto
import Foundation
import Signatures

/// A bundle taken apart, to be changed and put together again by somebody who may or may not hold a key.
struct Container {
    var entries: [(path: String, bytes: [UInt8])]

    init(reading path: String) throws {
        let reader = try ArchiveReader(path: path)
        entries = try reader.directory.entries.map { ($0.name, try reader.bytes(of: $0)) }
    }

    /// The bundle of the small case; written once for all tests.
    static let genuine: Container = {
        let scratch = try! Scratch()
        let path = scratch.path + "/genuine.asice"
        try! SmallCase().write(to: path, in: scratch)
        return try! Container(reading: path)
    }()

    subscript(path: String) -> [UInt8] {
        get { entries.first { $0.path == path }!.bytes }
        set { entries[entries.firstIndex { $0.path == path }!].bytes = newValue }
    }

    mutating func edit(_ path: String, _ change: (String) -> String) {
        self[path] = Array(change(String(decoding: self[path], as: UTF8.self)).utf8)
    }

    mutating func editCaseFile(_ change: (String) -> String) { edit(BundleLayout.caseFile, change) }

    /// Adds a file before what stands in META-INF.
    mutating func add(_ path: String, _ bytes: [UInt8]) {
        let place = entries.firstIndex { $0.path.hasPrefix("META-INF/") } ?? entries.endIndex
        entries.insert((path, bytes), at: place)
    }

    mutating func remove(_ path: String) {
        precondition(entries.contains { $0.path == path })
        entries.removeAll { $0.path == path }
    }

    /// Makes every manifest say what is there now: what anybody can do who has no key.
    mutating func listAnew() throws {
        let payload = entries.filter { BundleLayout.isPayload($0.path) }
        replace(BundleLayout.payloadManifest, Array(lines(payload).text.utf8))
        let octets = payload.reduce(0) { $0 + $1.bytes.count }
        edit(BundleLayout.bagInfo) { text in
            let old = text.piece(from: "Payload-Oxum: ", to: "\n")
            return text.replacingOnce(old, "Payload-Oxum: \(octets).\(payload.count)\n")
        }
        let listed = entries.filter { !BundleLayout.isMetadata($0.path) }
        replace(
            BundleLayout.containerManifest,
            try ContainerManifest.bytes(
                listed.map { .init(path: $0.path, mediaType: "application/octet-stream") }
            )
        )
        let tags = entries.filter {
            !BundleLayout.isPayload($0.path) && $0.path != BundleLayout.tagManifest
                && !BundleLayout.isSignatures($0.path)
        }
        replace(BundleLayout.tagManifest, Array(lines(tags).text.utf8))
    }

    /// Signs everything anew.
    mutating func sign(by office: TestOffice = .shared) throws {
        let covered = entries.filter { !BundleLayout.isMetadata($0.path) }
        replace(
            BundleLayout.signatures(1),
            try SignatureWriter.sign(
                covered.map {
                    SignedFile(
                        path: $0.path,
                        sha256: Array(SHA256.hash(data: $0.bytes)),
                        mediaType: "application/octet-stream"
                    )
                },
                at: Date(timeIntervalSince1970: Double(SmallCase.now.earliest) / 1_000_000),
                by: office.identity
            )
        )
    }

    /// What somebody with a key does to hide a change: every digest, every list and the signature are made again.
    mutating func seal(by office: TestOffice = .shared) throws {
        try listAnew()
        try sign(by: office)
    }

    private mutating func replace(_ path: String, _ bytes: [UInt8]) {
        if let index = entries.firstIndex(where: { $0.path == path }) { entries[index].bytes = bytes }
    }

    private func lines(_ entries: [(path: String, bytes: [UInt8])]) -> BagManifest {
        BagManifest(entries.map { .init(path: $0.path, digest: SmallCase.sha256($0.bytes)) })
    }

    var zip: RawZip { RawZip(entries: entries.map { RawZip.Entry($0.path, $0.bytes) }) }

    /// What the verifier finds.
    func report(trust: TrustAnchors? = TestOffice.shared.trust) async throws -> VerificationReport {
        try await verify(zip.bytes, trust: trust)
    }

    /// The codes of what speaks against it.
    func faults(trust: TrustAnchors? = TestOffice.shared.trust) async throws -> Set<String> {
        try await report(trust: trust).faults
    }
}

extension VerificationReport {
    var faults: Set<String> { Set(findings.filter { $0.severity >= .warning }.map(\.code)) }
}
