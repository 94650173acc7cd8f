import Bundles
import Foundation
import Testing

/// Nothing in a bundle can be changed without a finding that makes `dossier verify` exit 1.
@Suite struct `Every byte of a bundle` {
    /// As the project writes it, in the writer's own form.
    private static let bundle: [UInt8] = {
        let scratch = try! Scratch()
        let path = scratch.path + "/x.asice"
        try! SmallCase().write(to: path, in: scratch)
        return [UInt8](try! Data(contentsOf: URL(fileURLWithPath: path)))
    }()

    private func isCaught(_ bytes: [UInt8]) async throws -> Bool {
        let report = try await verify(bytes)
        return report.findings.contains { $0.severity >= .warning }
    }

    /// Places to try, so many of them in this range: all, or as many as the time allows, drawn by lot.
    private func places(in range: Range<Int>, upTo count: Int, seed: UInt64) -> [Int] {
        guard ProcessInfo.processInfo.environment["DOSSIER_LONG_TESTS"] == nil, range.count > count else {
            return Array(range)
        }
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in Int.random(in: range, using: &random) }.sorted()
    }

    @Test func `of the file as it is written is covered`() async throws {
        let bundle = Self.bundle
        #expect(try await !isCaught(bundle))
        var random = SeededRandom(seed: 3)
        for place in places(in: bundle.indices, upTo: 100, seed: 1) {
            var changed = bundle
            changed[place] ^= UInt8.random(in: 1...255, using: &random)
            #expect(try await isCaught(changed), "byte \(place) of \(bundle.count)")
        }
    }

    @Test func `of its ZIP structure is covered`() async throws {
        // The central directory and the end record, and the first local header: each byte of them.
        let bundle = Self.bundle
        let directory = Int(
            bundle[(bundle.count - 6)..<(bundle.count - 2)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
        )
        let structure =
            Array(0..<38) + Array(places(in: directory..<(bundle.count - 22), upTo: 70, seed: 2))
            + Array((bundle.count - 22)..<bundle.count)
        for place in structure {
            var changed = bundle
            changed[place] ^= 1 << UInt8(place % 8)
            #expect(try await isCaught(changed), "byte \(place) of \(bundle.count)")
        }
    }

    @Test(arguments: Container.genuine.entries.map(\.path))
    func `of each of its entries is covered, with checksums that fit`(path: String) async throws {
        let container = Container.genuine
        let content = container[path]
        for place in places(in: content.indices, upTo: 8, seed: UInt64(content.count)) {
            var changed = container
            changed[path][place] ^= 1
            #expect(try await isCaught(changed.zip.bytes), "byte \(place) of \(path)")
            // White space for white space, which canonical form and lenient readers forgive.
            if [0x20, 0x0A].contains(content[place]) {
                changed[path][place] = content[place] == 0x20 ? 0x09 : 0x0D
                #expect(try await isCaught(changed.zip.bytes), "white space at \(place) of \(path)")
            }
        }
        for changed in [content + [0x0A], content + [0x00], Array(content.dropLast())] {
            var container = container
            container[path] = changed
            #expect(try await isCaught(container.zip.bytes), "the end of \(path)")
        }
    }
}
