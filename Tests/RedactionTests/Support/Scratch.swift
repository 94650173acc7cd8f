import Foundation
import Testing

@testable import Redaction

/// A folder of a test's own, removed with everything in it when the test ends.
final class Scratch: Sendable {
    let path: String

    init() {
        var template = Array("\(NSTemporaryDirectory())/dossier-redaction-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template)!)
        mkdir("\(path)/work", 0o700)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Where the copy is made.
    var work: String { "\(path)/work" }

    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
        return "\(path)/\(name)"
    }

    func bench(_ limits: RedactionLimits = RedactionLimits()) -> Workbench {
        Workbench(folder: work, tools: Outside.tools, limits: limits)
    }

    func copy(
        of path: String,
        _ request: RedactionRequest,
        limits: RedactionLimits = RedactionLimits()
    ) throws
        -> RedactedCopy
    {
        try Redactor(folder: work, tools: Outside.tools, limits: limits).copy(of: path, request)
    }
}

/// Programs that look at a file by their own lights.
enum Outside {
    static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    static let tools = RedactionTools(path: searchPath)

    static func has(_ names: String...) -> Bool { names.allSatisfy { find($0) != nil } }

    static func find(_ name: String) -> String? {
        searchPath.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// Runs to the end; what it says on standard output.
    @discardableResult
    static func run(
        _ name: String,
        _ arguments: [String],
        in folder: String
    ) throws -> (status: Int32, bytes: [UInt8]) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(find(name), "\(name) is not installed"))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let output = "\(folder)/\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: output, contents: nil)
        defer { unlink(output) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, [UInt8](try Data(contentsOf: URL(fileURLWithPath: output))))
    }

    /// All that plain programs bring out of a file: its bytes, its text, its metadata, its objects unpacked, what is
    /// attached to it.
    static func everything(in path: String) throws -> [UInt8] {
        let scratch = Scratch()
        var all = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let isPDF = all.starts(with: "%PDF".utf8)
        all += try run("exiftool", ["-a", "-u", "-ee", "-G1", path], in: scratch.path).bytes
        guard isPDF else { return all }
        all += try run("pdftotext", [path, "-"], in: scratch.path).bytes
        all += try run("pdfinfo", ["-meta", path], in: scratch.path).bytes
        all += try run("qpdf", ["--qdf", "--object-streams=disable", path, "-"], in: scratch.path).bytes
        try run("pdfdetach", ["-saveall", "-o", scratch.work, path], in: scratch.path)
        for name in try FileManager.default.contentsOfDirectory(atPath: scratch.work) {
            all += [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(scratch.work)/\(name)")))
        }
        return all
    }
}

/// What is to be found nowhere, in the ways in which a file may write it.
enum Secret {
    static let text = "Rupali"

    static func isIn(_ bytes: [UInt8]) -> Bool {
        !ranges(in: bytes).isEmpty || has(wide(bigEndian: true), bytes)
    }

    /// A stand-in for the matcher: any case, nothing more.
    @Sendable static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        let lower = Data(bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 })
        var found: [Range<Int>] = []
        var start = 0
        while let range = lower.range(of: Data(text.lowercased().utf8), in: start..<lower.count) {
            found.append(range)
            start = range.upperBound
        }
        return found
    }

    private static func has(_ part: [UInt8], _ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(part)) != nil
    }
    private static func wide(bigEndian: Bool) -> [UInt8] { text.utf8.flatMap { [0, $0] } }
}
