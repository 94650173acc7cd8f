internal import Foundation

/// The folder `templates`: schema, stylesheets, the sample case. It travels with the program.
public struct Templates: Sendable {
    public let path: String

    public init(path: String) { self.path = path }

    /// `DOSSIER_TEMPLATES`, else `../share/dossier/templates` beside the program, else the checkout that the
    /// program was built in.
    /// - Throws: `CaseworkError.noTemplates` with the places that were looked at.
    public static func find(program: String, environment: [String: String]) throws -> Templates {
        var candidates: [String] = []
        if let path = environment["DOSSIER_TEMPLATES"], !path.isEmpty { candidates.append(path) }
        var folder = URL(fileURLWithPath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        candidates.append(
            folder.deletingLastPathComponent().appendingPathComponent("share/dossier/templates").path
        )
        while folder.path != "/" {
            candidates.append(folder.appendingPathComponent("templates").path)
            folder.deleteLastPathComponent()
        }
        for path in candidates where FileManager.default.fileExists(atPath: path + "/schema/casefile.xsd") {
            return Templates(path: path)
        }
        throw CaseworkError.noTemplates(lookedAt: candidates)
    }

    public func bytes(_ name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
            throw CaseworkError.noTemplate(name: name, folder: path)
        }
        return [UInt8](data)
    }

    public static let schema = "schema/casefile.xsd"
    public static let stylesheet = "bundle/casefile.xsl"
    public static let sample = "sample"
    public static let rulesCompiler = "jurisdictions/compile-rules.xsl"
}
