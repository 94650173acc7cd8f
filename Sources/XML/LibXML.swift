internal import CXML

/// The process's one libxml2.
enum LibXML {
    /// Initialises the library on first use, before any thread parses; it is never cleaned up, since other
    /// threads may be using it. Everything that would reach outside is closed: catalogs, and the loader of
    /// entities.
    static let ready: Void = {
        xmlInitParser()
        xmlCatalogSetDefaults(XML_CATA_ALLOW_NONE)
        xmlSetExternalEntityLoader { location, _, parser in LibXML.load(location, for: parser) }
        // Compiling a schema would do it, but not safely in two threads.
        xmlSchemaInitTypes()
        cxmlSilenceMessages()
        initializeXSLT()
    }()

    /// What libxml2 said about something that is not evidence: an expression, a schema, a stylesheet.
    struct Complaint {
        let line: Int
        /// The name of what it was reading, where that has one.
        let file: String?
        /// Where in the tree the element is that it was about: its place among the root's elements, then among
        /// that one's, and so on.
        let path: [Int]?
        let isError: Bool
        let message: String
    }

    /// Runs `body`, and returns what libxml2 said on this thread meanwhile, which it would print otherwise.
    ///
    /// - Parameter body: is given the context for `listen`, where a function of libxml2 wants its own.
    static func listening<Result>(_ body: (UnsafeMutableRawPointer) -> Result) -> (Result, [Complaint]) {
        let listener = Listener()
        let context = Unmanaged.passUnretained(listener).toOpaque()
        let result = sendingErrors(to: context, listen) { body(context) }
        return withExtendedLifetime(listener) { (result, listener.complaints) }
    }

    /// Runs `body` while this thread's errors go to a reader; after it they go where they went before, since
    /// what calls us from within libxml2 (a source of bytes, say) may use this module again.
    static func sendingErrors<Result>(
        to context: UnsafeMutableRawPointer,
        _ reader: @escaping cxmlErrorReader,
        _ body: () throws -> Result
    ) rethrows -> Result {
        let last = cxmlExchangeThreadErrors(cxmlThreadErrors(context: context, reader: reader))
        defer { _ = cxmlExchangeThreadErrors(last) }
        return try body()
    }

    /// The reader of errors for `listening`.
    static let listen: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<xmlError>?) -> Void = {
        listener,
        error in
        guard let listener, let error else { return }
        Unmanaged<Listener>.fromOpaque(listener).takeUnretainedValue().hear(error.pointee)
    }

    private final class Listener {
        var complaints: [Complaint] = []

        private func path(of node: UnsafeMutableRawPointer?) -> [Int]? {
            guard var node = node?.assumingMemoryBound(to: xmlNode.self) else { return nil }
            if node.pointee.type == XML_ATTRIBUTE_NODE, let element = node.pointee.parent { node = element }
            guard node.pointee.type == XML_ELEMENT_NODE else { return nil }
            var path: [Int] = []
            while let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE {
                var place = 0
                var sibling = xmlPreviousElementSibling(node)
                while let element = sibling {
                    place += 1
                    sibling = xmlPreviousElementSibling(element)
                }
                path.insert(place, at: 0)
                node = parent
            }
            return path
        }

        func hear(_ error: xmlError) {
            if complaints.count == 100 { return }
            let message = if let text = error.message { String(cString: text) } else { "" }
            complaints.append(
                Complaint(
                    line: max(0, Int(error.line)),
                    file: error.file.map { String(cString: $0) },
                    path: path(of: error.node),
                    isError: error.level.rawValue >= XML_ERR_ERROR.rawValue,
                    message: String(message.prefix { $0 != "\n" }.prefix(300))
                )
            )
        }
    }
}
