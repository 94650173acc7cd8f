/// How a tool is kept from what it does not need.
enum Isolation {
    /// A network of its own, in which there is nothing; needs user namespaces, which some systems forbid.
    static let arguments = ["--map-root-user", "--net", "--"]

    /// The command line that runs `tool` within `limits`.
    static func command(
        _ tool: Tool,
        _ arguments: [String],
        with tools: ExtractionTools,
        limits: ExtractionLimits
    ) -> [String]? {
        guard let path = tools.paths[tool] else { return nil }
        var command = [path] + arguments
        if let prlimit = tools.paths[.prlimit] {
            command =
                [
                    prlimit, "--as=\(limits.memoryBytes)", "--cpu=\(limits.toolSeconds)",
                    "--fsize=\(limits.totalBytes)", "--core=0", "--nofile=256", "--",
                ] + command
        }
        if tools.cutsNetwork, let unshare = tools.paths[.unshare] {
            command = [unshare] + Self.arguments + command
        }
        return command
    }

    /// What a tool may know of the machine: no home, no proxies, no settings.
    static func environment(folder: String) -> [String: String] {
        [
            "HOME": folder, "TMPDIR": folder, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "OMP_THREAD_LIMIT": "1",  // tesseract's threads would fight with the caller's
        ]
    }
}
