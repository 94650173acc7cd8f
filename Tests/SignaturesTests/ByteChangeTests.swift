import Foundation
import Testing

@testable import Signatures

/// No byte of a signature file can be changed, removed or added without a finding.
///
/// Each byte is tried in one way here; with DOSSIER_LONG_TESTS set, in every way (some minutes).
@Suite struct ByteChangeTests {
    let container: SampleContainer
    let bytes: [UInt8]
    let isLong = ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] != nil

    init() throws {
        var container = try SampleContainer()
        container.files.removeLast(2)
        self.container = container
        self.bytes = try container.sign()
    }

    private func isFound(_ altered: [UInt8]) async throws -> Bool {
        // Most changes are found on reading; the others need the container.
        let reading = try SignatureReader.read(altered, limits: SignatureLimits(entryCount: 4))
        if reading.findings.contains(where: { $0.severity == .fault }) { return true }
        return try await !container.faults(altered, layout: .own).isEmpty
    }

    @Test func everyByteThatIsChangedIsFound() async throws {
        // 1 and 2 reach every neighbour in base64 and in digits, 0x20 the other case of a letter, 0x80 leaves UTF-8.
        let masks: [UInt8] = [0x01, 0x02, 0x20, 0x80]
        for position in bytes.indices {
            for mask in isLong ? masks : [masks[position % 4]] {
                var altered = bytes
                altered[position] ^= mask
                #expect(try await isFound(altered), "byte \(position) with \(mask)")
            }
        }
    }

    @Test func everyByteThatIsRemovedIsFound() async throws {
        for position in stride(from: 0, to: bytes.count, by: isLong ? 1 : 7) {
            var altered = bytes
            altered.remove(at: position)
            #expect(try await isFound(altered), "byte \(position)")
        }
    }

    @Test func everyByteThatIsAddedIsFound() async throws {
        for position in stride(from: 0, through: bytes.count, by: isLong ? 1 : 7) {
            for byte in isLong ? [0x20, 0x0A, 0x41] : [0x20] as [UInt8] {
                var altered = bytes
                altered.insert(byte, at: position)
                #expect(try await isFound(altered), "byte \(position)")
            }
        }
    }

    @Test func everyWhiteSpaceThatBecomesAnotherIsFound() async throws {
        for position in bytes.indices where bytes[position] == 0x20 || bytes[position] == 0x0A {
            for other in [0x20, 0x0A, 0x09, 0x0D] as [UInt8] where other != bytes[position] {
                var altered = bytes
                altered[position] = other
                #expect(try await isFound(altered), "byte \(position)")
            }
        }
    }
}
