import Archive
import Foundation
import Testing

/// A writing that fails leaves nothing: no archive, no part of one, no change to what was there before.
@Suite struct BrokenWritingTests {
    struct Refused: Error, Equatable {}

    /// Runs a writing that throws, into a folder with one other file; returns what it threw.
    private func fail(_ write: (inout ArchiveWriter) throws -> Void) throws -> any Error {
        let folder = try TemporaryFolder()
        _ = try folder.write([1], to: "other")
        var thrown: (any Error)?
        do {
            var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
            do {
                try write(&writer)
                try writer.finish()
            } catch { thrown = error }
        }
        #expect(try folder.names == ["other"])
        return try #require(thrown)
    }

    private func observer(refusingAt count: Int) -> EntryObserver {
        .folding(
            0,
            update: { seen, piece in
                seen += piece.count
                if seen > count { throw Refused() }
            },
            finish: { _ in }
        )
    }

    @Test func whatAnObserverThrowsMidwayEndsIt() throws {
        let error = try fail {
            try $0.add("a", .bytes(noise(8 << 20)), observer: observer(refusingAt: 3 << 20))
        }
        #expect(error is Refused)
    }

    @Test func whatAnObserverThrowsOnTheLastPieceEndsIt() throws {
        let error = try fail { try $0.add("a", .bytes(noise(1000)), observer: observer(refusingAt: 999)) }
        #expect(error is Refused)
    }

    @Test func aContentThatIsNotTheExpectedOneEndsIt() throws {
        let error = try fail { writer in
            try writer.add("a", .bytes([1, 2, 3]), observer: Self.expecting(sum: 6))
            try writer.add("b", .bytes([1, 2, 3]), observer: Self.expecting(sum: 7))
        }
        #expect(error is Refused)
    }

    static func expecting(sum: Int) -> EntryObserver {
        .folding(
            0,
            update: { total, piece in total += piece.reduce(0) { $0 + Int($1) } },
            finish: { total in if total != sum { throw Refused() } }
        )
    }

    @Test func anObserverSeesEveryByteInOrder() throws {
        let folder = try TemporaryFolder()
        let contents = [noise(5_000_000), [], [7], noise(1 << 20, seed: 3)]
        var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
        for (index, content) in contents.enumerated() {
            try writer.add(
                "\(index)",
                .bytes(content),
                method: index == 3 ? .deflate : .stored,
                observer: .folding(
                    [UInt8](),
                    update: { $0 += $1 },
                    finish: { seen in if seen != content { throw Refused() } }
                )
            )
        }
        try writer.finish()
        #expect(try folder.names == ["a.zip"])
    }

    @Test func whatProgressThrowsEndsIt() throws {
        let folder = try TemporaryFolder()
        var told: [UInt64] = []
        #expect(throws: CancellationError.self) {
            var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment) {
                told.append($0)
                if $0 > 2 << 20 { throw CancellationError() }
            }
            try writer.add("a", .bytes(noise(8 << 20)))
        }
        #expect(told == [1 << 20, 2 << 20, 3 << 20])
        #expect(try folder.names == [])
    }

    @Test func aWriterThatIsDroppedLeavesNothing() throws {
        let folder = try TemporaryFolder()
        do {
            var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
            try writer.add("a", .bytes(noise(3 << 20)))
        }
        #expect(try folder.names == [])
    }

    @Test func afterAnErrorNothingMoreIsWritten() throws {
        let error = try fail { writer in
            try? writer.add("../a", .bytes([]))
            try writer.add("a", .bytes([]))
        }
        #expect(error as? ArchiveError == .abandoned)
        let finished = try fail { writer in try? writer.add("../a", .bytes([])) }
        #expect(finished as? ArchiveError == .abandoned)
    }

    @Test(arguments: [0, 99, 101, 1 << 30] as [UInt64])
    func aSourceOfAnotherSizeEndsIt(size: UInt64) throws {
        let folder = try TemporaryFolder()
        let source = try folder.write(noise(100), to: "source")
        let error = try fail { try $0.add("a", .file(path: source, size: size)) }
        #expect(error as? ArchiveError == .sourceSize(position: 0, expected: size))
    }

    @Test(arguments: [1 << 20, 4 << 20] as [UInt64])
    func aSourceThatShrinksOrGrowsMeanwhileEndsIt(size: UInt64) throws {
        let folder = try TemporaryFolder()
        let source = try folder.write(noise(3 << 20), to: "source")
        #expect(throws: ArchiveError.sourceSize(position: 0, expected: 3 << 20)) {
            var writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment) { _ in
                try folder.truncate("source", to: size)
            }
            try writer.add("a", .file(path: source, size: 3 << 20))
        }
        #expect(try folder.names == ["source"])
    }

    @Test func aSourceThatCannotBeReadEndsIt() throws {
        let folder = try TemporaryFolder()
        let link = folder.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("none"))
        for (path, expected) in [
            (folder.path("none"), ArchiveError.system(.open, code: ENOENT)),
            (link, .system(.open, code: ELOOP)),
            (folder.url.path, .notAFile), ("/dev/null", .notAFile),
        ] {
            #expect(try fail { try $0.add("a", .file(path: path, size: 0)) } as? ArchiveError == expected)
        }
    }

    @Test func whatIsThereAlreadyStaysUnlessItIsToGo() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1, 2, 3])
        #expect(throws: ArchiveError.alreadyExists) { try writeSample(to: path) }
        #expect(try folder.bytes(of: "a.zip") == [1, 2, 3])

        // Fails after a while: the old one is still there.
        #expect(throws: ArchiveError.self) {
            var writer = try ArchiveWriter(path: path, replacing: true, modified: moment)
            try writer.add("a", .bytes(noise(3 << 20)))
            try writer.add("a", .bytes([]))
        }
        #expect(try folder.bytes(of: "a.zip") == [1, 2, 3])

        let writer = try ArchiveWriter(path: path, replacing: true, modified: moment)
        try writer.finish()
        #expect(try folder.bytes(of: "a.zip") == RawArchive([]).bytes)
        #expect(try folder.names == ["a.zip"])
    }

    @Test func aNameThatIsTakenMeanwhileStays() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ArchiveError.alreadyExists) {
            let writer = try ArchiveWriter(path: folder.path("a.zip"), modified: moment)
            _ = try folder.write([1, 2, 3])
            try writer.finish()
        }
        #expect(try folder.bytes(of: "a.zip") == [1, 2, 3])
        #expect(try folder.names == ["a.zip"])
    }

    @Test func aTargetThatCannotBeIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: ArchiveError.system(.open, code: ENOENT)) {
            try writeSample(to: folder.path("no/a.zip"))
        }
        #expect(throws: ArchiveError.system(.open, code: EISDIR)) {
            try writeSample(to: folder.url.path + "/")
        }
        #expect(throws: ArchiveError.alreadyExists) { try writeSample(to: folder.url.path) }
    }

    @Test(.enabled(if: SmallDisk.isPossible))
    func aFullDiskLeavesNothing() throws {
        let disk = try SmallDisk()
        let error = #expect(throws: ArchiveError.self) {
            var writer = try ArchiveWriter(path: disk.path("a.zip"), modified: moment)
            for index in 0..<8 { try writer.add("\(index)", .bytes(noise(1 << 20))) }
            try writer.finish()
        }
        #expect(error == .system(.write, code: ENOSPC))
        #expect(try disk.names == [])
        // And there is room again.
        var writer = try ArchiveWriter(path: disk.path("a.zip"), modified: moment)
        try writer.add("a", .bytes(noise(1 << 20)))
        try writer.finish()
        #expect(try disk.names == ["a.zip"])
    }
}

/// A file system of 2 MiB in memory, where one may be mounted.
final class SmallDisk {
    private let folder: TemporaryFolder

    static let isPossible = geteuid() == 0 && (try? SmallDisk()) != nil

    init() throws {
        folder = try TemporaryFolder()
        let run = try Program.run("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.url.path])
        guard run.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
    }

    deinit { _ = try? Program.run("umount", [folder.url.path]) }

    func path(_ name: String) -> String { folder.path(name) }
    var names: [String] { get throws { try folder.names } }
}
