import Foundation
import Testing

/// Programs that are not ours.
enum Outside {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

    static func openssl(_ arguments: [String], input: Data = Data()) throws -> Data {
        try run("/usr/bin/env", ["openssl"] + arguments, input: input)
    }

    /// Python with pyhpke; nil where tools/setup could not make it.
    static let python: String? = {
        let path = root.appending(path: ".venv/bin/python").path
        guard FileManager.default.isExecutableFile(atPath: path),
            (try? run(path, ["-c", "import pyhpke"], input: Data())) != nil
        else { return nil }
        return path
    }()

    struct Failed: Error { let status: Int32 }

    static func run(_ program: String, _ arguments: [String], input: Data) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        // By files: a pipe of each kind would have to be served at once.
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (given, got) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try input.write(to: given)
        try Data().write(to: got)
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: got)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(status: process.terminationStatus) }
        return try Data(contentsOf: got)
    }
}
