internal import Subprocess
internal import SystemPackage

/// One run of a tool: limited in time, memory and what it may say, and ended with all that it started.
struct ToolRun {
    let tool: Tool
    let arguments: [String]

    struct Result {
        var output: [UInt8]
        /// What it said on its standard error, cut short: to be judged, never to be shown, since it may quote the file.
        var message: String
        /// The exit status; nil when it was ended by a signal.
        var status: Int32?
        var ran = Outcome.finished
    }

    enum Outcome {
        case finished, timedOut, saidTooMuch
    }

    enum Failure: Error {
        case noTool
    }

    init(_ tool: Tool, _ arguments: [String]) {
        self.tool = tool
        self.arguments = arguments
    }

    func result(with tools: ExtractionTools, limits: ExtractionLimits, folder: String) async throws -> Result
    {
        guard let command = Isolation.command(tool, arguments, with: tools, limits: limits) else {
            throw Failure.noTool
        }
        var options = PlatformOptions()
        options.processGroupID = 0
        let environment = Isolation.environment(folder: folder)
        let outcome = try await run(
            .path(FilePath(command[0])),
            arguments: Arguments(Array(command.dropFirst())),
            environment: .custom(
                Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0), $1) })
            ),
            workingDirectory: FilePath(folder),
            platformOptions: options,
            input: .none,
            output: .sequence,
            error: .sequence
        ) { execution in
            let stop = { @Sendable in _ = try? execution.send(signal: .kill, toProcessGroup: true) }
            return try await withThrowingTaskGroup(of: Piece.self) { group in
                group.addTask {
                    let (bytes, isWhole) = try await collect(
                        execution.standardOutput,
                        limits.outputBytes,
                        stop
                    )
                    return .output(bytes, isWhole)
                }
                group.addTask {
                    .message(try await collect(execution.standardError, 1 << 16, stop).0)
                }
                group.addTask {
                    do {
                        try await Task.sleep(for: .seconds(limits.toolSeconds))
                    } catch {
                        return .inTime
                    }
                    stop()
                    return .late
                }
                var result = Result(output: [], message: "", status: nil)
                var open = 2
                while open > 0, let piece = try await group.next() {
                    switch piece {
                    case .output(let bytes, let isWhole):
                        result.output = bytes
                        if !isWhole, result.ran == .finished { result.ran = .saidTooMuch }
                        open -= 1
                    case .message(let bytes):
                        result.message = String(decoding: bytes, as: UTF8.self)
                        open -= 1
                    case .late: result.ran = .timedOut
                    case .inTime: break
                    }
                }
                group.cancelAll()
                // The clock may have struck while the last words were read.
                while let piece = try await group.next() {
                    if case .late = piece { result.ran = .timedOut }
                }
                return result
            }
        }
        var result = outcome.closureResult
        if case .exited(let code) = outcome.terminationStatus { result.status = code }
        return result
    }

    private enum Piece: Sendable {
        case output([UInt8], Bool)
        case message([UInt8])
        case late, inTime
    }
}

/// What comes, up to `limit`; beyond it the process is stopped and the rest let go.
private func collect(
    _ sequence: SubprocessOutputSequence,
    _ limit: Int,
    _ stop: @Sendable () -> Void
) async throws -> ([UInt8], Bool) {
    var bytes: [UInt8] = []
    var isWhole = true
    for try await buffer in sequence where isWhole {
        buffer.withUnsafeBytes { bytes.append(contentsOf: $0.prefix(limit - bytes.count)) }
        if bytes.count >= limit {
            isWhole = false
            stop()
        }
    }
    return (bytes, isWhole)
}
