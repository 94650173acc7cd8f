import Archive
import Foundation
import Testing

/// What programs that are not ours make of our archives.
@Suite struct OtherProgramsTests {
    @Test(.enabled(if: Program.exists("unzip")))
    func unzipFindsNoFault() throws {
        let folder = try TemporaryFolder()
        try writeSample(to: folder.path("a.zip"))
        let run = try Program.run("unzip", ["-t", folder.path("a.zip")])
        #expect(run.status == 0)
        #expect(run.output.contains("No errors detected"))
    }

    @Test(.enabled(if: Program.exists("zipinfo")))
    func zipinfoShowsPlainEntriesOfOneTime() throws {
        let folder = try TemporaryFolder()
        try writeSample(to: folder.path("a.zip"))
        let run = try Program.run("zipinfo", ["-v", folder.path("a.zip")], environment: ["TZ": "UTC"])
        #expect(run.status == 0)
        func count(_ text: String) -> Int { run.output.components(separatedBy: text).count - 1 }
        #expect(count("length of extra field:                          0 bytes") == sample.count)
        #expect(count("extended local header:                          no") == sample.count)
        #expect(count("2026 Mar 14 17:10:00") == sample.count)
        #expect(count("Unix file attributes (100644 octal):            -rw-r--r--") == sample.count)
        #expect(count("There is no file comment.") == sample.count)
        #expect(!run.output.contains("warning"))
    }

    @Test(.enabled(if: Program.exists("python3")))
    func pythonReadsTheSameNamesAndContents() throws {
        let folder = try TemporaryFolder()
        try writeSample(to: folder.path("a.zip"))
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            assert z.infolist()[0].filename == "mimetype" and z.infolist()[0].header_offset == 0
            for i in z.infolist():
                assert i.date_time == (2026, 3, 14, 17, 10, 0) and not i.extra and not i.comment
                print(i.filename, len(z.read(i)), "%08x" % i.CRC)
            """
        let run = try Program.run("python3", ["-X", "utf8", "-c", script, folder.path("a.zip")])
        #expect(run.status == 0)
        let expected = sample.map { entry in
            let crc = String(checksum(entry.content), radix: 16)
            return
                "\(entry.name) \(entry.content.count) \(String(repeating: "0", count: 8 - crc.count))\(crc)\n"
        }
        #expect(run.output == expected.joined())
    }

    @Test(.enabled(if: Program.exists("7z")))
    func sevenZipFindsNoFault() throws {
        let folder = try TemporaryFolder()
        try writeSample(to: folder.path("a.zip"))
        let run = try Program.run("7z", ["t", folder.path("a.zip")])
        #expect(run.status == 0)
        #expect(run.output.contains("Everything is Ok"))
        #expect(!run.output.contains("Warning"))
    }

    /// The other way round: what others write is read, with notes and without faults.
    @Test(.enabled(if: Program.exists("zip")))
    func whatZipWritesIsReadWithNotesAlone() throws {
        let folder = try TemporaryFolder()
        let content = noise(100_000) + [UInt8](repeating: 65, count: 100_000)
        let source = try folder.write(content, to: "source.bin")
        #expect(try Program.run("zip", ["-j", folder.path("a.zip"), source]).status == 0)
        let reader = try ArchiveReader(path: folder.path("a.zip"))
        #expect(reader.directory.worst == .note)
        #expect(
            Set(reader.directory.findings.map(\.code)) == [.extraField, .localHeaderForm, .centralHeaderForm]
        )
        #expect(try reader.bytes(of: #require(reader.directory["source.bin"])) == content)
    }

    @Test(.enabled(if: Program.exists("python3")))
    func whatPythonStreamsIsReadWithNotesAlone() throws {
        let folder = try TemporaryFolder()
        let script = """
            import io, sys, zipfile
            class Pipe(io.RawIOBase):
                def __init__(self, f): self.f = f
                def writable(self): return True
                def write(self, b): return self.f.write(b)
            with open(sys.argv[1], "wb") as f, zipfile.ZipFile(Pipe(f), "w", zipfile.ZIP_DEFLATED) as z:
                z.writestr("a", b"a" * 5000)
                z.writestr("b", b"")
                with z.open("c", "w", force_zip64=True) as c: c.write(b"c" * 100)
            """
        #expect(try Program.run("python3", ["-c", script, folder.path("a.zip")]).status == 0)
        let reader = try ArchiveReader(path: folder.path("a.zip"))
        #expect(reader.directory.worst == .note)
        #expect(reader.directory.findings.filter { $0.code == .dataDescriptor }.count == 3)
        #expect(try reader.directory.entries.map { try reader.bytes(of: $0).count } == [5000, 0, 100])
    }
}

enum Program {
    static func exists(_ name: String) -> Bool { path(name) != nil }

    private static func path(_ name: String) -> String? {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// Runs it to its end; its output and its errors come together.
    static func run(
        _ name: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: try #require(path(name)))
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
