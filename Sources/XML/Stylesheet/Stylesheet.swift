internal import CXML

/// An XSLT 1.0 stylesheet with EXSLT (common, strings, math, dates, sets), compiled once and shared by all
/// threads.
///
/// It sees the document and the parameters, and makes bytes: reading and writing files and the network are
/// refused to it, be it by `document()`, `xsl:include`, `xsl:import`, `exsl:document` or their relatives. Its
/// recursion and its work are bounded. Still, a stylesheet is a program: do not run a stranger's.
public final class Stylesheet: @unchecked Sendable {
    // Written here once, and only read by transformations.
    private let pointer: xsltStylesheetPtr

    /// Templates that call each other deeper than this are stopped; iterate instead.
    private static let maxTemplateDepth: Int32 = 1000
    private let maxOperations: UInt

    /// Compiles a stylesheet of one file.
    ///
    /// - Parameter maxOperations: how many steps of XPath and templates a transformation may take before it
    ///   is stopped; a hundred million are some seconds' work.
    /// - Throws: `.stylesheet`, and the errors of `Document` for what is not XML.
    public init(_ bytes: [UInt8], maxOperations: UInt = 100_000_000) throws(XMLError) {
        LibXML.ready
        let document = try DocumentParser(ByteSource(bytes), limits: .document).parse()
        let (pointer, complaints) = LibXML.listening { _ in xsltParseStylesheetDoc(document) }
        guard let pointer else {
            // The document becomes the stylesheet's only when it is compiled.
            xmlFreeDoc(document)
            throw .stylesheet(message: Self.message(complaints))
        }
        guard pointer.pointee.errors == 0, !complaints.contains(where: \.isError) else {
            xsltFreeStylesheet(pointer)
            throw .stylesheet(message: Self.message(complaints))
        }
        self.pointer = pointer
        self.maxOperations = maxOperations
    }

    deinit { xsltFreeStylesheet(pointer) }

    private static func message(_ complaints: [LibXML.Complaint]) -> String {
        complaints.isEmpty
            ? "it cannot be compiled" : complaints.prefix(4).map(\.message).joined(separator: "; ")
    }

    /// Applies the stylesheet; the document is not changed.
    ///
    /// The document is copied only for a stylesheet that strips white space from it: the copy of a large case takes as long
    /// as half its reading. What else libxslt notes in the nodes, nobody reads, and it clears it when it is done.
    ///
    /// - Parameter parameters: the values of its top-level `xsl:param`s, as strings, whatever they hold.
    /// - Returns: the result in the encoding and form that its `xsl:output` says.
    public func transform(
        _ document: Document,
        parameters: [String: String] = [:]
    ) throws(XMLError) -> [UInt8] {
        let stripsSpace = pointer.pointee.stripAll != 0 || pointer.pointee.stripSpaces != nil
        guard let source = stripsSpace ? xmlCopyDoc(document.pointer, 1) : document.pointer else {
            throw .outOfMemory
        }
        defer { if stripsSpace { xmlFreeDoc(source) } }
        guard let context = xsltNewTransformContext(pointer, source) else { throw .outOfMemory }
        defer { xsltFreeTransformContext(context) }
        xsltSetCtxtSecurityPrefs(LibXML.nothingAllowed.pointer, context)
        context.pointee.maxTemplateDepth = Self.maxTemplateDepth
        context.pointee.xpathCtxt.pointee.opLimit = maxOperations
        context.pointee.opLimit = maxOperations
        // Not even the stylesheet itself, which `document('')` would give. (A function there is not replaced:
        // the first call takes libxslt's own away.)
        xmlXPathRegisterFunc(context.pointee.xpathCtxt, "document", nil)
        xmlXPathRegisterFunc(context.pointee.xpathCtxt, "document", Self.refuse)
        cxmlForwardTransformErrors(context)
        let observer = TransformObserver(context)
        let result = observer.observing {
            Self.set(parameters, in: context)
            return xsltApplyStylesheetUser(pointer, source, nil, nil, nil, context)
        }
        defer { xmlFreeDoc(result) }
        guard let result, context.pointee.state == XSLT_STATE_OK else {
            throw .transformation(line: observer.line)
        }
        var memory: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        guard xsltSaveResultToString(&memory, &count, result, pointer) == 0 else { throw .outOfMemory }
        defer { cxmlFree(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(count)))
    }

    /// A function of XPath that ends the transformation.
    private static let refuse: @convention(c) (xmlXPathParserContextPtr?, Int32) -> Void = { parser, _ in
        xsltXPathGetTransformContext(parser)?.pointee.state = XSLT_STATE_STOPPED
        xmlXPatherror(parser, nil, 0, Int32(XPATH_EXPR_ERROR.rawValue))
    }

    /// Sets parameters as strings: they are never read as XPath.
    private static func set(_ parameters: [String: String], in context: xsltTransformContextPtr) {
        for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
            xsltQuoteOneUserParam(context, name, value)
        }
    }
}

/// Notes where in the stylesheet a transformation first went wrong. What libxslt says of it is not kept: it
/// may quote the document, and so may the stylesheet's own messages.
private final class TransformObserver {
    private let context: xsltTransformContextPtr
    private(set) var line = 0
    private var hasFailed = false

    init(_ context: xsltTransformContextPtr) { self.context = context }

    func observing<Result>(_ body: () -> Result) -> Result {
        let note: cxmlErrorReader = { this, _ in
            Unmanaged<TransformObserver>.fromOpaque(this!).takeUnretainedValue().note()
        }
        return LibXML.sendingErrors(to: Unmanaged.passUnretained(self).toOpaque(), note, body)
    }

    private func note() {
        // A message that stops nothing is not yet an error; one that stops is heard just before.
        guard !hasFailed, let instruction = context.pointee.inst else { return }
        line = xmlGetLineNo(instruction)
        hasFailed = context.pointee.state != XSLT_STATE_OK
    }
}
