import Extraction
import Foundation
import Testing

/// Files made at test time by make_samples.py, each with a word planted, and the tools of this machine.
struct Samples {
    let folder: String
    let tools: ExtractionTools

    static let shared = Task { try await Samples() }

    private init() async throws {
        folder = NSTemporaryDirectory() + "dossier-extraction-samples-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "make_samples.py")
            .path
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = [script, folder]
        try python.run()
        python.waitUntilExit()
        try #require(python.terminationStatus == 0, "make_samples.py could not make the samples")
        let root = URL(filePath: #filePath).appending(path: "../../..").standardized.path
        tools = await ExtractionTools.find(
            onPath: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            templates: root + "/templates"
        )
    }

    /// What was read of a sample, and what was not.
    struct Outcome {
        var passages: [Passage] = []
        var report = ExtractionReport()

        /// The places at which a word stands, as they are written.
        func places(of word: String) -> [String] {
            passages.filter { String(decoding: $0.text, as: UTF8.self).contains(word) }.map(
                \.place.description
            )
        }

        var missed: [String] { report.notSearched.map(\.description) }
    }

    func read(
        _ name: String,
        limits: ExtractionLimits = .init(),
        without missing: Set<Tool> = []
    ) async throws -> Outcome {
        let work = folder + "-work-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: work) }
        var outcome = Outcome()
        let extractor = TextExtractor(work: work, limits: limits, tools: tools.without(missing))
        outcome.report = try await extractor.extract(folder + "/" + name, name: "sample", mediaType: nil) {
            outcome.passages.append($0)
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: work)
        #expect(left.isEmpty, "the work folder is left as it was")
        return outcome
    }

    /// Skips, saying so, where a tool is not installed.
    static func has(_ tool: Tool) -> Bool {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: $0 + "/" + tool.rawValue) }
    }
}
