import Foundation
import Testing

@testable import Archive

/// Both ways of keeping a file out of sight until it is complete.
@Suite struct UnnamedFileTests {
    private func file(
        in folder: TemporaryFolder,
        replacing: Bool = false,
        nameless: Bool
    ) throws -> UnnamedFile {
        let file = try UnnamedFile(
            target: folder.path("a"),
            replacing: replacing,
            permissions: 0o640,
            nameless: nameless
        )
        #expect(write(file.descriptor.number, "new", 3) == 3)
        return file
    }

    @Test(arguments: [true, false])
    func itIsThereWhenItIsCommitted(nameless: Bool) throws {
        let folder = try TemporaryFolder()
        let file = try file(in: folder, nameless: nameless)
        #expect(try folder.names.count == (nameless ? 0 : 1))
        #expect(try !folder.names.contains("a"))
        try file.commit()
        #expect(try folder.names == ["a"])
        #expect(try folder.bytes(of: "a") == Array("new".utf8))
        #expect(try file.descriptor.status().st_mode & 0o777 == 0o640 & ~currentMask)
    }

    @Test(arguments: [true, false])
    func itReplacesAtOnce(nameless: Bool) throws {
        let folder = try TemporaryFolder()
        _ = try folder.write([1, 2, 3], to: "a")
        let file = try file(in: folder, replacing: true, nameless: nameless)
        #expect(try folder.bytes(of: "a") == [1, 2, 3])
        try file.commit()
        #expect(try folder.names == ["a"])
        #expect(try folder.bytes(of: "a") == Array("new".utf8))
    }

    @Test(arguments: [true, false])
    func itGoesWhenItIsDropped(nameless: Bool) throws {
        let folder = try TemporaryFolder()
        _ = try file(in: folder, nameless: nameless)
        #expect(try folder.names == [])
    }

    @Test(arguments: [true, false])
    func itDoesNotTakeANameThatCameMeanwhile(nameless: Bool) throws {
        let folder = try TemporaryFolder()
        do {
            let file = try file(in: folder, nameless: nameless)
            _ = try folder.write([1, 2, 3], to: "a")
            #expect(throws: ArchiveError.alreadyExists) { try file.commit() }
        }
        #expect(try folder.names == ["a"])
        #expect(try folder.bytes(of: "a") == [1, 2, 3])
    }

    @Test func aFolderInItsPlaceIsNotReplaced() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("a"), withIntermediateDirectories: true)
        for nameless in [true, false] {
            #expect(throws: ArchiveError.self) {
                try file(in: folder, replacing: true, nameless: nameless).commit()
            }
        }
        #expect(try folder.names == ["a"])
    }

    private var currentMask: mode_t {
        // The mask can only be read by setting it, and other tests run at the same time: ask the kernel's own text.
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("Umask:") }
        return line.flatMap { mode_t($0.dropFirst(6).trimmingCharacters(in: .whitespaces), radix: 8) }
            ?? 0o022
    }
}
