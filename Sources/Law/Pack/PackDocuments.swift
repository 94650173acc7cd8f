internal import XML

/// The documents of a pack: read, held to the schema, includes followed. What is wrong becomes a problem, and what can be
/// read is read.
struct PackDocuments {
    private let files: PackFiles
    private let schema: Schema
    private(set) var problems: [PackProblem] = []

    init(_ files: PackFiles, schema: Schema) {
        self.files = files
        self.schema = schema
    }

    mutating func report(_ problem: PackProblem) { problems.append(problem) }

    /// A document that the pack needs; nil, with a problem, where there is none that can be used.
    /// - Parameter isSchematron: rules are Schematron: only what is in the pack's namespace is held to the schema.
    mutating func document(_ path: String, isSchematron: Bool = false) -> PackDocument? {
        guard let bytes = files.files[path] else {
            problems.append(PackProblem(.missingFile, file: path, line: 0, "the file is missing"))
            return nil
        }
        do {
            let document = PackDocument(path: path, root: try Document(parsing: bytes).root)
            return isSchematron || isValid(bytes, path: path) ? document : nil
        } catch {
            problems.append(Self.notXML(error, path: path))
        }
        return nil
    }

    /// Holds bytes to the schema.
    /// - Parameter from: the line of the file on which they begin.
    mutating func isValid(_ bytes: [UInt8], path: String, from line: Int = 1) -> Bool {
        do {
            let findings = try schema.validate(bytes)
            for finding in findings {
                let problem = PackProblem(.schema, file: path, line: finding.line + line - 1, "\(finding)")
                problems.append(problem)
            }
            return findings.isEmpty
        } catch {
            problems.append(Self.notXML(error, path: path))
            return false
        }
    }

    /// A document and those that it includes, itself first.
    mutating func withIncludes(_ path: String, isSchematron: Bool = false) -> [PackDocument] {
        guard let root = document(path, isSchematron: isSchematron) else { return [] }
        var documents = [root]
        var seen: Set<String> = [path]
        for include in root.root.elements where include.local == "include" {
            guard let included = target(of: include, in: root), seen.insert(included).inserted else {
                problems.append(root.problem(.reference, at: include, "this file is included already"))
                continue
            }
            guard files.files[included] != nil else {
                let problem = root.problem(.missingFile, at: include, "there is no file \(included)")
                problems.append(problem)
                continue
            }
            if let document = document(included, isSchematron: isSchematron) { documents.append(document) }
        }
        return documents
    }

    /// The path that an include leads to, seen from its file.
    private func target(of include: DocumentNode, in document: PackDocument) -> String? {
        let folder = document.path.split(separator: "/").dropLast()
        let steps = (include.attribute("href") ?? "").split(separator: "/", omittingEmptySubsequences: false)
        // A pack is its folder: nothing outside of it is a part of it.
        guard steps.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return nil }
        return (folder + steps).joined(separator: "/")
    }

    private static func notXML(_ error: XMLError, path: String) -> PackProblem {
        if case .notWellFormed(let line, let message) = error {
            return PackProblem(.notXML, file: path, line: line, "not well-formed XML: \(message)")
        }
        return PackProblem(.notXML, file: path, line: 0, "\(error)")
    }
}
