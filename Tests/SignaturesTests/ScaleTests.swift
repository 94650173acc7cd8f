import Foundation
import Testing

@testable import Signatures

@Suite(.serialized) struct ScaleTests {
    /// Seconds to write, and to read and verify, a signature over `count` files.
    private func cost(_ count: Int) async throws -> (write: Double, verify: Double) {
        var random = SeededRandom(seed: 5)
        let container = try SampleContainer()
        let files = (0..<count).map { index in
            SignedFile(
                path: "data/evidence/KT-\(index % 300)/photo \(index).jpg",
                sha256: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) },
                mediaType: "image/jpeg"
            )
        }
        let clock = ContinuousClock()
        var bytes: [UInt8] = []
        let write = try clock.measure {
            bytes = try SignatureWriter.sign(files, at: SampleContainer.now, by: container.identity)
        }
        let entries = files.map { EntryDigests(path: $0.path, sha256: $0.sha256) }
        let start = clock.now
        let reading = try SignatureReader.read(bytes, limits: SignatureLimits(entryCount: count))
        let verification = try await SignatureVerifier(trust: nil, now: SampleContainer.now)
            .verify(reading, entries: entries)
        #expect(verification.findings.map(\.code) == [.trustNotGiven])
        #expect(verification.verified?.files.count == count)
        let verify = clock.now - start
        return (write / .seconds(1), verify / .seconds(1))
    }

    @Test func eightTimesTheFilesCostAboutEightTimesAsMuch() async throws {
        let small = try await cost(500)
        let large = try await cost(4_000)
        // Quadratic cost would be 64 times as much; the rest is room for a busy machine.
        #expect(large.write < small.write * 24 + 0.1)
        #expect(large.verify < small.verify * 24 + 0.1)
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] != nil,
            "set DOSSIER_LONG_TESTS to sign and verify 100,000 files"
        )
    )
    func oneHundredThousandFiles() async throws {
        let cost = try await cost(100_000)
        print("100,000 references: written in \(cost.write) s, read and verified in \(cost.verify) s")
    }
}
