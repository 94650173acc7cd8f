import Foundation
import XML

/// The schema as it is published, compiled once for all tests.
enum CaseFileSchema {
    static let bytes: [UInt8] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try! Array(Data(contentsOf: root.appending(path: "templates/schema/casefile.xsd")))
    }()

    static let compiled = try! Schema(["casefile.xsd": bytes], root: "casefile.xsd")

    /// What breaks the schema, one line each.
    static func findings(_ document: [UInt8]) throws -> [String] {
        try compiled.validate(document).map { "\($0)" }
    }
}
