internal import Glibc

/// The tools that are there, and which are not.
public struct ExtractionTools: Sendable {
    /// Where each tool is.
    public let paths: [Tool: String]
    /// The languages that tesseract knows, of those that are asked for.
    public let languages: [String]
    /// The script that takes mail apart (templates/extraction/mail.py).
    public let mailScript: String?
    let versions: [Tool: String]
    /// Whether a tool can be run without any network.
    let cutsNetwork: Bool

    /// The scripts of India's papers that are read in pictures.
    public static let wantedLanguages = ["ben", "eng", "hin"]

    /// Looks for the tools and asks each for its version.
    ///
    /// - Parameters:
    ///   - path: folders divided by colons, as in the variable PATH.
    ///   - templates: Dossier's templates folder.
    public static func find(onPath path: String, templates: String?) async -> ExtractionTools {
        var paths: [Tool: String] = [:]
        // A pyenv's shim is a shell script that is slow and reads the folder it is run in: the system's own comes first.
        let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
        for tool in Tool.allCases {
            let candidates = (tool == .python3 ? ["/usr/bin"] + folders : folders).map {
                $0 + "/" + tool.rawValue
            }
            paths[tool] = candidates.first { access($0, X_OK) == 0 }
        }
        let bare = ExtractionTools(
            paths: paths,
            languages: [],
            mailScript: nil,
            versions: [:],
            cutsNetwork: false
        )
        var versions: [Tool: String] = [:]
        for tool in Tool.allCases where paths[tool] != nil {
            versions[tool] = await bare.askVersion(of: tool)
        }
        var languages: [String] = []
        if paths[.tesseract] != nil {
            let said = await bare.ask(.tesseract, ["--list-langs"])
            let known = Set(said.split(separator: "\n").map(String.init))
            languages = wantedLanguages.filter(known.contains)
        }
        var cutsNetwork = false
        if paths[.unshare] != nil {
            let trial = try? await ToolRun(.unshare, Isolation.arguments + [paths[.unshare]!, "--version"])
                .result(
                    with: bare,
                    limits: .init(toolSeconds: 10),
                    folder: "/"
                )
            cutsNetwork = trial?.status == 0
        }
        var script = templates.map { $0 + "/extraction/mail.py" }
        if let path = script, access(path, R_OK) != 0 { script = nil }
        return ExtractionTools(
            paths: paths,
            languages: languages,
            mailScript: script,
            versions: versions,
            cutsNetwork: cutsNetwork
        )
    }

    /// No tools at all: whatever needs one is reported as not searched.
    public static let none = ExtractionTools(
        paths: [:],
        languages: [],
        mailScript: nil,
        versions: [:],
        cutsNetwork: false
    )

    /// The Debian packages that bring what is missing, in order.
    public var missingPackages: [String] {
        var packages = Set(Tool.allCases.filter { paths[$0] == nil }.map(\.package))
        for language in Self.wantedLanguages where !languages.contains(language) {
            packages.insert("tesseract-ocr-\(language)")
        }
        return packages.sorted()
    }

    /// All that were found, with their versions.
    public var found: [ToolVersion] {
        paths.keys.sorted().map(version)
    }

    func has(_ tool: Tool) -> Bool { paths[tool] != nil }

    func version(of tool: Tool) -> ToolVersion {
        var version = versions[tool] ?? "unknown"
        if tool == .tesseract, !languages.isEmpty { version += " (\(languages.joined(separator: " ")))" }
        return ToolVersion(name: tool.rawValue, version: version)
    }

    /// The same tools without some: for tests.
    package func without(_ missing: Set<Tool>) -> ExtractionTools {
        ExtractionTools(
            paths: paths.filter { !missing.contains($0.key) },
            languages: languages,
            mailScript: mailScript,
            versions: versions,
            cutsNetwork: cutsNetwork
        )
    }

    private func ask(_ tool: Tool, _ arguments: [String]) async -> String {
        let limits = ExtractionLimits(outputBytes: 1 << 16, toolSeconds: 10)
        guard let result = try? await ToolRun(tool, arguments).result(with: self, limits: limits, folder: "/")
        else {
            return ""
        }
        return String(decoding: result.output, as: UTF8.self) + "\n" + result.message
    }

    /// The first word of what the tool says that begins with a digit.
    private func askVersion(of tool: Tool) async -> String {
        let words = await ask(tool, tool.versionArguments).split { $0.isWhitespace || $0 == "," }
        for (number, word) in words.enumerated() {
            if word == "Version:" || word.lowercased() == "version", number + 1 < words.count {
                return String(words[number + 1])
            }
            if word.first?.isNumber == true, word.contains(".") { return String(word) }
        }
        return "unknown"
    }
}
