internal import CXML

/// One reading of one document: libxml2's parser, which pulls its bytes through the guard and calls back with each
/// element.
///
/// An error met in a callback (of the guard, the source or the handler) cannot be thrown through C: it is kept, the
/// parser is told to call no more and gets no more bytes, and `run` throws it when the parser has come back.
final class StreamParser {
    private let input: GuardedInput
    private let limits: XMLLimits
    private let handler: any StreamHandler
    private var elementNumbers: NameNumbers
    private var attributeNumbers: NameNumbers
    private let numbersOfTag: UnsafeMutableBufferPointer<Int32>
    private var failure: (any Error)?
    private var fault: Fault?
    private var depth = 0
    private var context: xmlParserCtxtPtr?

    private var emitter = CanonicalEmitter<RawText>()
    /// The depth of the element being captured.
    private var captureDepth: Int?

    init(limits: XMLLimits, names: NameTable, source: ByteSource, handler: any StreamHandler) {
        self.limits = limits
        self.handler = handler
        input = GuardedInput(source, limits: limits)
        elementNumbers = NameNumbers(names.elements)
        attributeNumbers = NameNumbers(names.attributes)
        numbersOfTag = .allocate(capacity: limits.maxAttributes)
    }

    deinit { numbersOfTag.deallocate() }

    func run() throws {
        LibXML.ready
        var handler = Self.callbacks()
        let this = Unmanaged.passUnretained(self).toOpaque()
        guard
            let context = xmlCreateIOParserCtxt(
                &handler,
                this,
                { StreamParser.read($0, $1, $2) },
                nil,
                this,
                XML_CHAR_ENCODING_NONE
            )
        else { throw XMLError.outOfMemory }
        defer {
            self.context = nil
            xmlFreeParserCtxt(context)
        }
        self.context = context
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
        _ = xmlParseDocument(context)
        if let failure { throw failure }
        if context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 {
            throw (fault ?? Fault(code: 0, line: Int(line))).error
        }
    }

    private var line: Int { context.map { Int($0.pointee.input?.pointee.line ?? 1) } ?? 1 }

    private func fail(_ error: any Error) {
        if failure == nil, fault == nil { failure = error }
        context?.pointee.disableSAX = 1
    }

    private func attempt(_ body: () throws -> Void) {
        guard failure == nil else { return }
        do { try body() } catch { fail(error) }
    }
}

// MARK: What libxml2 calls

extension StreamParser {
    private static func callbacks() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = {
            this,
            local,
            prefix,
            namespace,
            declarations,
            declared,
            count,
            _,
            attributes in
            guard let local else { return }
            StreamParser.of(this).start(
                local: local,
                prefix: prefix,
                namespace: namespace,
                declarations: UnsafeBufferPointer(start: declared, count: Int(declarations) * 2),
                RawAttributes(start: attributes, count: Int(count))
            )
        }
        handler.endElementNs = { this, local, prefix, namespace in
            guard let local else { return }
            StreamParser.of(this).end(local: local, prefix: prefix, namespace: namespace)
        }
        handler.characters = { this, start, count in
            StreamParser.of(this).text(UnsafeBufferPointer(start: start, count: Int(count)))
        }
        // The same function, so that libxml2 does not look whether a text is blank.
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        // The guard has refused both already.
        handler.internalSubset = { this, _, _, _ in
            let parser = StreamParser.of(this)
            parser.fail(XMLError.doctype(line: parser.line))
        }
        cxmlSetErrorReader(&handler) { this, error in
            guard let error else { return }
            StreamParser.of(this).note(error.pointee)
        }
        return handler
    }

    private static func of(_ this: UnsafeMutableRawPointer?) -> StreamParser {
        Unmanaged<StreamParser>.fromOpaque(this!).takeUnretainedValue()
    }

    private static func read(
        _ this: UnsafeMutableRawPointer?,
        _ target: UnsafeMutablePointer<CChar>?,
        _ count: Int32
    ) -> Int32 {
        let parser = of(this)
        // After an error libxml2 would read on to the end of the document for nothing.
        guard parser.failure == nil, parser.fault == nil else { return 0 }
        do {
            return Int32(try parser.input.read(into: .init(start: target, count: Int(count))))
        } catch {
            parser.fail(error)
            return 0
        }
    }

    private func note(_ error: xmlError) {
        guard fault == nil, failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        fault = Fault(code: Int(error.code), line: max(1, Int(error.line)))
    }

    private func start(
        local: UnsafePointer<UInt8>,
        prefix: UnsafePointer<UInt8>?,
        namespace: UnsafePointer<UInt8>?,
        declarations: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
        _ attributes: RawAttributes
    ) {
        guard fault == nil else { return }
        attempt {
            if !declarations.isEmpty { try check(declarations) }
            let number = elementNumbers.number(local: local, namespace: namespace)
            for index in 0..<attributes.count {
                let attribute = attributes[index]
                numbersOfTag[index] = Int32(
                    attributeNumbers.number(local: attribute.local, namespace: attribute.namespace)
                )
            }
            if elementNumbers.count + attributeNumbers.count > limits.maxNames { throw XMLError.tooManyNames }
            let interest = try handler.start(
                StartTag(
                    number: number,
                    depth: depth,
                    line: line,
                    local: local,
                    prefix: prefix,
                    namespace: namespace,
                    rawAttributes: attributes,
                    attributeNumbers: UnsafeBufferPointer(
                        start: numbersOfTag.baseAddress,
                        count: attributes.count
                    )
                )
            )
            if captureDepth == nil, interest == .capture {
                captureDepth = depth
                emitter.reset()
            }
            if captureDepth != nil { emit(local, prefix, namespace, attributes) }
            depth += 1
        }
    }

    /// `declarations` holds prefix and URI in turn.
    private func check(_ declarations: UnsafeBufferPointer<UnsafePointer<UInt8>?>) throws(XMLError) {
        // libxml2 looks prefixes up one after the other; it keeps two pointers for each.
        if Int(context?.pointee.nsNr ?? 0) / 2 > limits.maxNamespaces { throw .tooManyNamespaces }
        for index in stride(from: 1, to: declarations.count, by: 2) {
            guard let uri = declarations[index], uri.pointee != 0 else { continue }
            let bytes = UnsafeBufferPointer(start: uri, count: RawText(uri).count)
            if !Characters.isAbsolute(bytes) { throw .relativeNamespace(line: line) }
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard fault == nil else { return }
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
        guard fault == nil else { return }
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
        _ namespace: UnsafePointer<UInt8>?,
        _ attributes: RawAttributes
    ) {
        emitter.start(prefix: RawText(prefix), local: RawText(local), namespace: RawText(namespace))
        for index in 0..<attributes.count {
            let attribute = attributes[index]
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
