import Foundation
import Testing

@testable import Law

/// Two processors that are not ours run the rules, and find the same.
@Suite struct `The rules by other processors` {
    static let python = Checkout.root.appending(path: ".venv/bin/python").path
    static let hasPython = FileManager.default.isExecutableFile(atPath: python)

    @Test(.enabled(if: hasPython, "tools/setup makes .venv with lxml"), arguments: Checkout.packs)
    func `xsltproc and lxml's isoschematron agree on every sound case and every worked example`(
        code: String
    ) throws {
        let process = Process()
        process.executableURL = URL(filePath: Self.python)
        process.currentDirectoryURL = Checkout.root
        process.arguments = [
            "Tests/LawTests/check_rules.py", "templates/jurisdictions/\(code)", "--schema",
            "templates/schema/casefile.xsd",
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(output)")
    }
}
