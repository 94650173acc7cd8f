import Foundation

/// Another program, run to check what the project does not vouch for itself.
struct Command: Sendable {
    let executable: String

    private init(executable: String) { self.executable = executable }

    /// Nil where the program is not installed: tests that need it say so and are skipped.
    init?(_ name: String) {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        guard
            let found = folders.map({ "\($0)/\(name)" }).first(where: {
                FileManager.default.isExecutableFile(atPath: $0)
            })
        else { return nil }
        executable = found
    }

    static let xmlsec1 = Command("xmlsec1")
    static let xmllint = Command("xmllint")
    static let xsltproc = Command("xsltproc")
    static let unzip = Command("unzip")
    static let java = Command("java")
    static let python = Command("python3")
    /// In the Python environment that tools/setup makes.
    static let bagit = Checkout.find(".venv/bin/bagit.py").map { Command(executable: $0) }

    /// Runs to the end; both outputs together.
    @discardableResult
    func run(_ arguments: [String], in folder: String) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
