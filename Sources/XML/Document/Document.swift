internal import CXML
internal import Dispatch

/// A document as libxml2's tree: for signatures, XPath and stylesheets, which look at nodes in their context.
///
/// It takes about ten times the memory of its bytes; what is large is read with `StreamReader`. A document is
/// read only, and stays with the task that made it: libxml2's trees are not for several threads.
public final class Document {
    let pointer: xmlDocPtr
    private let rootPointer: xmlNodePtr
    private let isLarge: Bool

    /// Reads a document. Entities are never expanded, nothing is fetched, a document type declaration is
    /// refused.
    ///
    /// - Parameter limits: `.document` accepts processing instructions, since other programs' files have
    ///   them.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .document) throws(XMLError) {
        let document = try DocumentParser(ByteSource(bytes), limits: limits).parse()
        guard let root = xmlDocGetRootElement(document) else {
            xmlFreeDoc(document)
            throw .notWellFormed(line: 1, message: "there is no element")
        }
        pointer = document
        rootPointer = root
        isLarge = bytes.count > 4 << 20
    }

    deinit {
        guard isLarge else { return xmlFreeDoc(pointer) }
        // Half a million nodes are given back one by one: nobody need wait for it.
        nonisolated(unsafe) let pointer = pointer
        DispatchQueue.global(qos: .utility).async { xmlFreeDoc(pointer) }
    }

    public var root: DocumentNode { DocumentNode(rootPointer, in: self) }
}

/// Builds a tree with libxml2's own builder, its input guarded and its namespaces checked.
final class DocumentParser {
    private let intake: Intake
    private let limits: XMLLimits
    private let context: xmlParserCtxtPtr

    init(_ source: ByteSource, limits: XMLLimits) throws(XMLError) {
        LibXML.ready
        intake = Intake(source, limits: limits)
        self.limits = limits
        guard let context = xmlNewParserCtxt() else { throw .outOfMemory }
        self.context = context
    }

    deinit { xmlFreeParserCtxt(context) }

    func parse() throws(XMLError) -> xmlDocPtr {
        // The builder's user data must be the context itself, so this object hangs on it.
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        if let sax = context.pointee.sax { Self.guardCallbacks(&sax.pointee) }
        // NOCDATA makes a CDATA section text; BIG_LINES counts lines beyond 65,535.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue
        let document = xmlCtxtReadIO(
            context,
            Intake.read,
            nil,
            Unmanaged.passUnretained(intake).toOpaque(),
            nil,
            nil,
            Int32(options)
        )
        do {
            try intake.throwFailure(context)
        } catch {
            xmlFreeDoc(document)
            // A buffer does not throw: what comes here is the reader's own.
            throw error as? XMLError ?? .outOfMemory
        }
        guard let document else { throw .outOfMemory }
        return document
    }

    private static func guardCallbacks(_ sax: inout xmlSAXHandler) {
        sax.startElementNs = {
            this,
            local,
            prefix,
            uri,
            declared,
            declarations,
            count,
            defaults,
            attributes in
            let parser = DocumentParser.of(this)
            let list = UnsafeBufferPointer(start: declarations, count: Int(declared) * 2)
            do throws(XMLError) {
                try checkDeclarations(list, in: parser.context, parser.limits)
            } catch {
                parser.fail(error)
                return
            }
            xmlSAX2StartElementNs(
                this,
                local,
                prefix,
                uri,
                declared,
                declarations,
                count,
                defaults,
                attributes
            )
        }
        // The guard has refused it already.
        sax.internalSubset = { this, _, _, _ in
            let parser = DocumentParser.of(this)
            parser.fail(.doctype(line: Int(parser.context.pointee.input?.pointee.line ?? 1)))
        }
        cxmlSetErrorReader(&sax) { this, error in
            guard let error else { return }
            DocumentParser.of(this).intake.note(error.pointee)
        }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> DocumentParser {
        let context = context!.assumingMemoryBound(to: xmlParserCtxt.self)
        return Unmanaged<DocumentParser>.fromOpaque(context.pointee._private).takeUnretainedValue()
    }

    private func fail(_ error: XMLError) {
        intake.fail(error)
        context.pointee.disableSAX = 1
    }
}
