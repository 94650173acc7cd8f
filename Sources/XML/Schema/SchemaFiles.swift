internal import CXML

/// The files of a schema, made ready for libxml2: every reference from one to another is to a name that only
/// this compilation's loader knows, so that nothing is looked for on a disk or a network.
final class SchemaFiles {
    let root: Document
    private let scheme: String
    private let files: [String: [UInt8]]
    private let identityConstraints: Bool
    private var documents: [String: Document] = [:]
    private var targetNamespaces: [String: String] = [:]

    static let namespace = "http://www.w3.org/2001/XMLSchema"

    init(_ files: [String: [UInt8]], root: String, identityConstraints: Bool) throws(XMLError) {
        self.files = files
        self.identityConstraints = identityConstraints
        scheme = LibXML.loader.newScheme()
        guard let bytes = files[root] else {
            throw .schema(file: root, line: 0, message: "the file is missing")
        }
        self.root = try Self.parse(bytes, root)
        documents[root] = self.root
        try prepare(self.root, file: root)
        self.root.pointer.pointee.URL = UnsafePointer(xmlStrdup(location(root)))
    }

    /// Calls `body` while the loader serves the files that the root refers to.
    func serving<Result>(_ body: () throws -> Result) rethrows -> Result {
        for (file, document) in documents where document !== root {
            LibXML.loader.add(location(file), Self.bytes(of: document))
        }
        defer { LibXML.loader.remove(scheme: scheme) }
        return try body()
    }

    /// What libxml2 complained of, as an error with the file and the line as they were given: all files but the
    /// root are written anew for it, which changes their lines.
    func error(_ complaint: LibXML.Complaint?) -> XMLError {
        let file = documents.keys.first { location($0) == complaint?.file } ?? ""
        let message = complaint?.message ?? "it cannot be compiled"
        guard let path = complaint?.path, var node = documents[file]?.root else {
            return .schema(file: file, line: 0, message: message)
        }
        for place in path {
            let elements = node.elements
            guard place < elements.count else { break }
            node = elements[place]
        }
        return .schema(file: file, line: node.line, message: message)
    }

    // MARK: References

    /// Points a file's references at the files given, after making those ready too.
    private func prepare(_ document: Document, file: String) throws(XMLError) {
        let names = ["xs": Self.namespace]
        if !identityConstraints {
            for constraint in try document.nodes(
                "//xs:element/xs:key | //xs:element/xs:keyref | //xs:element/xs:unique",
                namespaces: names
            ) {
                xmlUnlinkNode(constraint.pointer)
                xmlFreeNode(constraint.pointer)
            }
        }
        for reference in try document.nodes(
            "/xs:schema/xs:import | /xs:schema/xs:include | /xs:schema/xs:redefine",
            namespaces: names
        ) {
            guard let target = try resolve(reference, from: file) else {
                // An import without a location only says that the namespace is used.
                if reference.local == "import", reference.attribute("schemaLocation") == nil { continue }
                throw .schema(
                    file: file,
                    line: reference.line,
                    message: "it refers to a file that is not given"
                )
            }
            xmlSetProp(reference.pointer, "schemaLocation", location(target))
            if documents[target] == nil, let bytes = files[target] {
                let document = try Self.parse(bytes, target)
                documents[target] = document
                try prepare(document, file: target)
            }
        }
    }

    /// The file that a reference means: at its location, seen from the file it stands in, or by that very
    /// name; for an import, failing that, the file that defines its namespace.
    private func resolve(_ reference: DocumentNode, from file: String) throws(XMLError) -> String? {
        if let location = reference.attribute("schemaLocation") {
            let relative = Self.path(location, from: file)
            if files[relative] != nil { return relative }
            if files[location] != nil { return location }
        }
        guard reference.local == "import", let namespace = reference.attribute("namespace") else {
            return nil
        }
        for name in files.keys.sorted() {
            if try targetNamespace(of: name) == namespace { return name }
        }
        return nil
    }

    private func targetNamespace(of file: String) throws(XMLError) -> String {
        if let known = targetNamespaces[file] { return known }
        let document = try Self.parse(files[file] ?? [], file)
        let namespace = document.root.attribute("targetNamespace") ?? ""
        targetNamespaces[file] = namespace
        return namespace
    }

    /// A relative path, seen from the folder of a file.
    private static func path(_ location: String, from file: String) -> String {
        var parts = file.split(separator: "/").dropLast()
        for part in location.split(separator: "/") {
            switch part {
            case ".": continue
            case ".." where !parts.isEmpty: parts.removeLast()
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    private func location(_ file: String) -> String {
        // A file's name may hold anything; its number among them cannot be misread.
        let index = files.keys.sorted().firstIndex(of: file) ?? 0
        return scheme + String(index)
    }

    // MARK: Files

    private static func parse(_ bytes: [UInt8], _ file: String) throws(XMLError) -> Document {
        do throws(XMLError) { return try Document(parsing: bytes) } catch {
            guard case .notWellFormed(let line, let message) = error else { throw error }
            throw .schema(file: file, line: line, message: message)
        }
    }

    private static func bytes(of document: Document) -> [UInt8] {
        var memory: UnsafeMutablePointer<xmlChar>?
        var size: Int32 = 0
        xmlDocDumpMemoryEnc(document.pointer, &memory, &size, "UTF-8")
        defer { cxmlFree(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(size)))
    }
}
