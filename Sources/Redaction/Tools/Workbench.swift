internal import Foundation

/// A private folder in which programs work, one at a time, within limits.
///
/// Their names for files say nothing, their arguments hold no text of the case, and what they say goes to a file of
/// the folder that nobody sees.
struct Workbench {
    let folder: String
    let tools: RedactionTools
    let limits: RedactionLimits

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// Runs to the end.
    /// - Parameters:
    ///   - output: the name of a file that takes standard output.
    ///   - accepting: the statuses that are no error.
    @discardableResult
    func run(
        _ name: RedactionTools.Name,
        _ arguments: [String],
        output: String? = nil,
        accepting: (Int32) -> Bool = { $0 == 0 },
        trusted: Bool = false
    ) throws(RedactionError) -> Int32 {
        let program = try tools.path(of: name)
        let process = Process()
        let command = limited(program, arguments)
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = environment(trusted: trusted)
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: a child of the program that lives on cannot keep us waiting.
        let said = try handle(Self.complaints)
        defer { try? said.close() }
        let out = try output.map { name throws(RedactionError) in try handle(name) }
        defer { try? out?.close() }
        process.standardOutput = out ?? said
        process.standardError = said
        do { try process.run() } catch { throw .noTool(name.rawValue) }
        process.waitUntilExit()
        // A program that a limit stopped ended by a signal.
        let status =
            process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        if status == 124 || status == 137 { throw .timedOut(name.rawValue, seconds: limits.seconds) }
        guard accepting(status) else { throw .tool(name.rawValue, status: status) }
        return status
    }

    /// What the last program said on standard error. It may be of the case: it is looked at, never shown.
    func lastComplaints() -> String {
        String(
            decoding: (try? WholeFile.head(of: path(Self.complaints), bytes: 1 << 16)) ?? [],
            as: UTF8.self
        )
    }

    /// Removes a file of the folder.
    func remove(_ name: String) { WholeFile.remove(path(name)) }

    private static let complaints = "said"

    private func limited(_ program: String, _ arguments: [String]) -> [String] {
        var command: [String] = []
        if let timeout = tools.find(.timeout) {
            command += [timeout, "--kill-after=5", String(limits.seconds)]
        }
        if let prlimit = tools.find(.prlimit) {
            command += [
                prlimit, "--as=\(limits.memory)", "--fsize=\(limits.fileSize)", "--core=0",
                "--cpu=\(limits.seconds * 4)", "--",
            ]
        }
        return command + [program] + arguments
    }

    private func environment(trusted: Bool) -> [String: String] {
        var environment = [
            "PATH": tools.folders.joined(separator: ":"), "HOME": folder, "TMPDIR": folder,
            "LC_ALL": "C.UTF-8",
            "OMP_THREAD_LIMIT": "1", "VIPS_CONCURRENCY": "2", "XDG_CACHE_HOME": folder,
        ]
        // libvips then leaves alone the formats whose decoders are not hardened against hostile files.
        if !trusted { environment["VIPS_BLOCK_UNTRUSTED"] = "1" }
        return environment
    }

    private func handle(_ name: String) throws(RedactionError) -> FileHandle {
        let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .file(errno: errno) }
        return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }
}
