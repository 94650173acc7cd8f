import Foundation
import Law
import XML

/// The project's own folder, for the files that the tests hold the code to.
enum Checkout {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: root.appending(path: path)))
    }

    static func grammar() throws -> PackGrammar {
        try PackGrammar(
            schema: bytes("templates/schema/pack.xsd"),
            rules: bytes("templates/jurisdictions/compile-rules.xsl"),
            deadlines: bytes("templates/jurisdictions/compile-deadlines.xsl"),
            examples: bytes("templates/jurisdictions/compile-example.xsl")
        )
    }

    static let packs = ["in", "ew"]

    static func packFiles(_ code: String) throws -> PackFiles {
        let folder = root.appending(path: "templates/jurisdictions/\(code)").path
        var files: [String: [UInt8]] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: folder)!
        where path.hasSuffix(".xml") || path.hasSuffix(".sch") {
            files[path] = try Array(Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
        }
        return PackFiles(code: code, files: files)
    }
}
