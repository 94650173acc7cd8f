internal import CXML

/// One reading of one document: libxml2's parser, which pulls its bytes through the guard and calls back with
/// each element.
final class StreamParser {
    private let intake: Intake
    private let limits: XMLLimits
    private let handler: any StreamHandler
    private let context: xmlParserCtxtPtr

    // libxml2 calls back on one thread, one call at a time, and each of these is used by one function at a
    // time: having that checked at every access costs an eighth of the reading.
    @exclusivity(unchecked) private var elementNumbers: NameNumbers
    @exclusivity(unchecked) private var attributes: RawAttributes
    @exclusivity(unchecked) private var depth = 0
    @exclusivity(unchecked) private var emitter = CanonicalEmitter<RawText>()
    /// The depth of the element being captured.
    @exclusivity(unchecked) private var captureDepth: Int?

    init(limits: XMLLimits, names: NameTable, source: ByteSource, handler: any StreamHandler) throws(XMLError)
    {
        LibXML.ready
        intake = Intake(source, limits: limits)
        var callbacks = Self.callbacks()
        guard
            let context = xmlCreateIOParserCtxt(
                &callbacks,
                nil,
                Intake.read,
                nil,
                Unmanaged.passUnretained(intake).toOpaque(),
                XML_CHAR_ENCODING_NONE
            )
        else { throw .outOfMemory }
        self.context = context
        self.limits = limits
        self.handler = handler
        elementNumbers = NameNumbers(names.elements)
        attributes = RawAttributes(names: names.attributes, limits: limits)
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }

    deinit {
        xmlFreeParserCtxt(context)
    }

    func run() throws {
        _ = xmlParseDocument(context)
        try intake.throwFailure(context)
    }

    private var line: Int { Int(context.pointee.input?.pointee.line ?? 1) }

    /// Runs a callback's work; an error in it ends the callbacks.
    private func attempt(_ body: () throws -> Void) {
        if intake.hasFailed { return }
        do { try body() } catch {
            intake.fail(error)
            context.pointee.disableSAX = 1
        }
    }
}

// MARK: What libxml2 calls

extension StreamParser {
    private static func callbacks() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { this, local, prefix, uri, declared, declarations, count, _, attributes in
            guard let local else { return }
            StreamParser.of(this) {
                $0.start(
                    local: local,
                    prefix: prefix,
                    namespace: uri,
                    declarations: UnsafeBufferPointer(start: declarations, count: Int(declared) * 2),
                    attributes: attributes,
                    Int(count)
                )
            }
        }
        handler.endElementNs = { this, local, prefix, namespace in
            guard let local else { return }
            StreamParser.of(this) { $0.end(local: local, prefix: prefix, namespace: namespace) }
        }
        handler.characters = { this, start, count in
            StreamParser.of(this) { $0.text(UnsafeBufferPointer(start: start, count: Int(count))) }
        }
        // The same function, so that libxml2 does not look whether a text is blank.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        // The guard has refused both already.
        handler.internalSubset = { this, _, _, _ in
            StreamParser.of(this) { parser in parser.attempt { throw XMLError.doctype(line: parser.line) } }
        }
        cxmlSetErrorReader(&handler) { this, error in
            guard let error else { return }
            StreamParser.of(this) { $0.intake.note(error.pointee) }
        }
        return handler
    }

    /// Hands the parser over without counting a reference to it: `run` holds it as long as libxml2 calls.
    @inline(__always)
    private static func of(_ this: UnsafeMutableRawPointer?, _ body: (StreamParser) -> Void) {
        Unmanaged<StreamParser>.fromOpaque(this!)._withUnsafeGuaranteedRef(body)
    }

    private func start(
        local: UnsafePointer<UInt8>,
        prefix: UnsafePointer<UInt8>?,
        namespace: UnsafePointer<UInt8>?,
        declarations: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
        attributes fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
        _ count: Int
    ) {
        attempt {
            if !declarations.isEmpty { try checkDeclarations(declarations, in: context, limits) }
            let number = elementNumbers.number(local: local, namespace: namespace)
            try attributes.set(fields, count: count)
            if elementNumbers.count + attributes.nameCount > limits.maxNames { throw XMLError.tooManyNames }
            let interest = try handler.start(
                StartTag(
                    number: number,
                    depth: depth,
                    line: line,
                    local: local,
                    prefix: prefix,
                    namespace: namespace,
                    rawAttributes: attributes.current
                )
            )
            if captureDepth == nil, interest == .capture {
                captureDepth = depth
                emitter.reset()
            }
            if captureDepth != nil { emit(local, prefix, namespace) }
            depth += 1
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        attempt {
            if captureDepth != nil {
                emitter.text(bytes)
                try checkCapture()
            }
            try handler.text(bytes)
        }
    }

    private func end(
        local: UnsafePointer<UInt8>,
        prefix: UnsafePointer<UInt8>?,
        namespace: UnsafePointer<UInt8>?
    ) {
        attempt {
            depth -= 1
            if captureDepth != nil { emitter.end(prefix: RawText(prefix), local: RawText(local)) }
            try handler.end(elementNumbers.number(local: local, namespace: namespace))
            if captureDepth == depth {
                captureDepth = nil
                try handler.captured(emitter.output.bytes)
            }
        }
    }

    // MARK: Capture

    private func emit(
        _ local: UnsafePointer<UInt8>,
        _ prefix: UnsafePointer<UInt8>?,
        _ namespace: UnsafePointer<UInt8>?
    ) {
        emitter.start(prefix: RawText(prefix), local: RawText(local), namespace: RawText(namespace))
        for attribute in attributes.current {
            emitter.attribute(
                prefix: RawText(attribute.prefix),
                local: RawText(attribute.local),
                namespace: RawText(attribute.namespace),
                value: RawText(attribute.value)
            )
        }
        emitter.finishStartTag()
    }

    private func checkCapture() throws(XMLError) {
        if emitter.output.count > limits.maxCaptureBytes { throw .tooLarge }
    }
}
