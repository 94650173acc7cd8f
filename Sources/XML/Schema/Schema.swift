internal import CXML

/// An XML Schema 1.0, compiled once and shared by all threads: validating does not change it.
///
/// libxml2 checks neither that an xs:ID is there once, when streaming, nor that an xs:IDREF leads anywhere:
/// use xs:key and xs:keyref. Its time for a million keys is 20 seconds: where references are checked by other
/// means, compile without identity constraints.
///
/// A schema is trusted as a program is: one made for it could keep libxml2 busy for hours.
public final class Schema: @unchecked Sendable {
    // The pointers are written here once and only read after.
    let pointer: xmlSchemaPtr
    /// The compiled schema points into the tree of its first file.
    private let root: Document

    /// Compiles a schema.
    ///
    /// - Parameters:
    ///   - files: every file of it, by its path, `/` between folders. Includes and imports are resolved among
    ///     these and nowhere else: by path, seen from the file that refers; by the very name that it gives (a
    ///     URL of a standard); an import, failing these, by its namespace.
    ///   - root: the path of the file to begin with.
    ///   - identityConstraints: false leaves xs:key, xs:keyref and xs:unique out.
    /// - Throws: `.schema` with the file and line.
    public init(
        _ files: [String: [UInt8]],
        root: String,
        identityConstraints: Bool = true
    ) throws(XMLError) {
        LibXML.ready
        let files = try SchemaFiles(files, root: root, identityConstraints: identityConstraints)
        self.root = files.root
        guard let parser = xmlSchemaNewDocParserCtxt(files.root.pointer) else { throw .outOfMemory }
        defer { xmlSchemaFreeParserCtxt(parser) }
        let (pointer, complaints) = files.serving {
            LibXML.listening { listener in
                cxmlSetSchemaErrorReader(parser, listener, LibXML.listen)
                return xmlSchemaParse(parser)
            }
        }
        guard let pointer, !complaints.contains(where: \.isError) else {
            xmlSchemaFree(pointer)
            throw files.error(complaints.first { $0.isError })
        }
        self.pointer = pointer
    }

    deinit { xmlSchemaFree(pointer) }

    /// Validates a document without building a tree of it.
    ///
    /// - Parameter maxFindings: reading stops when there are so many.
    /// - Returns: what breaks the schema, in the order found; empty for a valid document.
    /// - Throws: where it is not XML that can be read.
    public func validate(
        _ bytes: [UInt8],
        limits: XMLLimits = .document,
        maxFindings: Int = 1000
    ) throws(XMLError) -> [SchemaFinding] {
        do {
            return try validate(ByteSource(bytes), limits: limits, maxFindings: maxFindings)
        } catch {
            // A buffer does not throw: what comes here is the reader's own.
            throw error as? XMLError ?? .outOfMemory
        }
    }

    /// Validates a document of any size as its bytes come, in memory that does not grow with it (but for the
    /// keys, where the schema has identity constraints).
    ///
    /// - Throws: `XMLError` for the document; what the source throws, unchanged.
    public func validate(
        _ source: ByteSource,
        limits: XMLLimits = .stream,
        maxFindings: Int = 1000
    ) throws -> [SchemaFinding] {
        try SchemaValidation(self, source, limits: limits, maxFindings: maxFindings).run()
    }
}
