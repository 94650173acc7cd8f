import Foundation

/// The built `dossier`, run as a user runs it.
enum Dossier {
    /// Beside the program that runs these tests.
    static let executable: String = {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let candidates = [
            tests.deletingLastPathComponent().appending(path: "dossier").path,
            Checkout.folder + "/.build/debug/dossier",
        ]
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[1]
    }()

    struct Result: CustomStringConvertible {
        let status: Int32
        let out: String
        let err: String

        var description: String { "exit \(status)\n\(out)\(err)" }

        var lines: [String] { out.split(separator: "\n").map(String.init) }

        /// What stands on standard output, line by line, as JSON; nil where a line is none.
        var json: [Any]? {
            var values: [Any] = []
            for line in lines {
                guard
                    let value = try? JSONSerialization.jsonObject(
                        with: Data(line.utf8),
                        options: .fragmentsAllowed
                    )
                else { return nil }
                values.append(value)
            }
            return values
        }

        /// The first line's value under a key.
        func value(_ key: String) -> Any? { (json?.first as? [String: Any])?[key] }
    }
}

/// A folder of a test's own in which `dossier` is run; removed when the test is done with it.
final class Desk {
    let folder: String
    var home: String { folder + "/home" }
    var environment: [String: String]
    /// Another user to run as, where the tests run as root, for whom nothing is unreadable.
    var runsAsNobody = false

    init(_ parent: String = FileManager.default.temporaryDirectory.path) throws {
        folder = parent + "/dossier-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder,
            "DOSSIER_ACCOUNT": "r.sen", "TZ": "Asia/Kolkata", "LANG": "C.UTF-8", "TERM": "xterm-256color",
        ]
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    @discardableResult
    func run(_ arguments: String..., input: String? = nil) throws -> Dossier.Result {
        try run(arguments, input: input)
    }

    func run(_ arguments: [String], input: String? = nil) throws -> Dossier.Result {
        let id = UUID().uuidString
        let (out, err) = (folder + "/out-\(id)", folder + "/err-\(id)")
        defer { for path in [out, err] { try? FileManager.default.removeItem(atPath: path) } }
        let process = try start(arguments, out: out, err: err, input: input)
        process.waitUntilExit()
        func text(_ path: String) -> String {
            String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
        return Dossier.Result(
            status: process.terminationReason == .exit ? process.terminationStatus : -1,
            out: text(out),
            err: text(err)
        )
    }

    /// Starts it, its outputs going to files.
    func start(_ arguments: [String], out: String, err: String, input: String? = nil) throws -> Process {
        let process = Process()
        if runsAsNobody, geteuid() == 0 {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
            process.arguments =
                ["--reuid=65534", "--regid=65534", "--clear-groups", Dossier.executable] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: Dossier.executable)
            process.arguments = arguments
        }
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        for path in [out, err] { FileManager.default.createFile(atPath: path, contents: nil) }
        process.standardOutput = FileHandle(forWritingAtPath: out)
        process.standardError = FileHandle(forWritingAtPath: err)
        if let input {
            try Data(input.utf8).write(to: URL(fileURLWithPath: folder + "/input"))
            process.standardInput = FileHandle(forReadingAtPath: folder + "/input")
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        return process
    }

    /// Writes a file into the folder.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, bytes: Data(text.utf8))
    }

    @discardableResult
    func write(_ name: String, bytes: Data) throws -> String {
        let url = URL(fileURLWithPath: folder + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try bytes.write(to: url)
        return url.path
    }

    /// What is below a folder, sorted.
    func contents(_ folder: String) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: folder).sorted()) ?? []
    }
}

extension Desk {
    /// Makes an office with a case `KOL-7` and what its records refer to.
    func openCase() throws {
        environment["DOSSIER_HOME"] = home
        let steps = [
            try run("init", "--agency", "Anti-Human Trafficking Unit", "--code", "AHTU-KOL"),
            try run("case", "new", "--number", "KOL-7", "--title", "State v. Nobody"),
            try run("add", "drafts", "KOL-7", "--from", "-", input: Self.setting),
        ]
        if let failed = steps.first(where: { $0.status != 0 }) { throw Unexpected(result: failed) }
    }

    struct Unexpected: Error {
        let result: Dossier.Result
    }

    static func drafts(_ bodies: String...) -> String {
        "<drafts xmlns=\"urn:dossier:casefile:1\">\(bodies.joined())</drafts>"
    }

    static let setting = drafts(
        "<agency><code>AHTU-KOL</code><name language=\"en\">The unit</name><kind>police-station</kind></agency>",
        "<agency><code>LAB</code><name language=\"en\">The laboratory</name><kind>laboratory</kind></agency>",
        person("Officer"),
        person("Keeper"),
        person("Witness One"),
        person("Witness Two"),
        place("Flat 3B", "building"),
        place("Malkhana", "malkhana"),
        document("SL 1"),
        document("GD 12"),
        document("SS 1")
    )

    static func person(_ name: String) -> String {
        "<person><name language=\"en\">\(name)</name><sex>not-recorded</sex></person>"
    }

    static func place(_ name: String, _ kind: String) -> String {
        "<place><name language=\"en\">\(name)</name><kind>\(kind)</kind></place>"
    }

    static func document(_ number: String) -> String {
        "<document><kind>seizure-list</kind><number>\(number)</number><title language=\"en\">A paper</title></document>"
    }

    static func exhibit(_ mark: String) -> String {
        "<exhibit><mark>\(mark)</mark><description language=\"en\">A book</description>"
            + "<category>documentary</category><sealable>true</sealable><sensitive>false</sensitive></exhibit>"
    }
}

/// The checkout that these tests belong to.
enum Checkout {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path
}

/// A time so many minutes before now, as a user types it.
func minutesAgo(_ minutes: Int) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(secondsFromGMT: 330 * 60)
    format.dateFormat = "yyyy-MM-dd'T'HH:mm:ss"
    return format.string(from: Date(timeIntervalSinceNow: -60 * Double(minutes))) + "+05:30"
}
