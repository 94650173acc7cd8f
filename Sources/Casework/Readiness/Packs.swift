internal import CaseFile
internal import Foundation
public import Law
internal import XML

// Jurisdiction packs in the folder templates/jurisdictions.

extension Templates {
    static let jurisdictions = "jurisdictions"

    /// The codes of the packs that are there.
    public func packCodes() -> [String] {
        let folder = "\(path)/\(Self.jurisdictions)"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)/\(PackFiles.pack)") }
            .sorted()
    }

    /// The files of a pack; nil where there is none of that code.
    public func packFiles(_ code: String) throws -> PackFiles? {
        // A code is a folder's name and nothing else.
        guard packCodes().contains(code) else { return nil }
        return try Self.packFiles(inFolder: "\(path)/\(Self.jurisdictions)/\(code)", code: code)
    }

    /// The files of a pack in any folder: its XML and its rules.
    public static func packFiles(inFolder folder: String, code: String) throws -> PackFiles {
        guard let paths = FileManager.default.enumerator(atPath: folder) else {
            throw CaseworkError.file(path: folder, errno: ENOENT)
        }
        var files: [String: [UInt8]] = [:]
        for case let path as String in paths where path.hasSuffix(".xml") || path.hasSuffix(".sch") {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
                throw CaseworkError.file(path: "\(folder)/\(path)", errno: EACCES)
            }
            files[path] = [UInt8](data)
        }
        return PackFiles(code: code, files: files)
    }

    /// What all packs have in common.
    public func packGrammar() throws -> PackGrammar {
        try PackGrammar(
            schema: bytes("schema/pack.xsd"),
            rules: bytes(Self.rulesCompiler),
            deadlines: bytes("\(Self.jurisdictions)/compile-deadlines.xsl"),
            examples: bytes("\(Self.jurisdictions)/compile-example.xsl")
        )
    }

    /// What comes of reading an installed pack; nil where there is none of that code.
    public func readPack(_ code: String, checkingExamples: Bool = false) throws -> PackReading? {
        guard let files = try packFiles(code) else { return nil }
        return Pack.read(files, grammar: try packGrammar(), checkingExamples: checkingExamples)
    }

    /// What comes of reading a pack in any folder.
    public func readPack(inFolder folder: String, code: String) throws -> PackReading {
        let files = try Self.packFiles(inFolder: folder, code: code)
        return Pack.read(files, grammar: try packGrammar(), checkingExamples: true)
    }

    /// A pack, ready for use.
    /// - Throws: `.noPack`; `.pack` with all that is wrong in it.
    public func pack(_ code: String) throws -> Pack { try sound(readPack(code), code) }

    fileprivate func sound(_ reading: PackReading?, _ code: String) throws -> Pack {
        guard let reading else { throw CaseworkError.noPack(code, known: packCodes()) }
        guard let pack = reading.pack else {
            throw CaseworkError.pack(code, reading.problems.filter { $0.kind != .untranslated })
        }
        return pack
    }
}

extension Office {
    /// An installed pack, ready for use; it is read once for each run.
    /// - Throws: `.noPack`; `.pack` with all that is wrong in it.
    func pack(_ code: String) throws -> Pack { try templates.sound(packReading(code), code) }
}

extension OpenCase {
    /// The pack of the case's jurisdiction.
    public func pack() throws -> Pack { try office.pack(try caseRecord().jurisdiction.text) }
}
