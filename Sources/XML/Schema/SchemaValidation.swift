internal import CXML

/// One validation of one document, as a stream.
final class SchemaValidation {
    private let schema: Schema
    private let intake: Intake
    private let limits: XMLLimits
    private let maxFindings: Int
    private let context: xmlSchemaValidCtxtPtr
    private var findings: [SchemaFinding] = []
    /// The local names of the elements open, as libxml2 keeps them.
    @exclusivity(unchecked) private var open: [UnsafePointer<UInt8>] = []
    /// libxml2 validates an element's end after it has told us of it: until the next event the element stays
    /// open.
    @exclusivity(unchecked) private var isEnding = false

    init(_ schema: Schema, _ source: ByteSource, limits: XMLLimits, maxFindings: Int) throws(XMLError) {
        guard let context = xmlSchemaNewValidCtxt(schema.pointer) else { throw .outOfMemory }
        self.context = context
        self.schema = schema
        self.limits = limits
        self.maxFindings = maxFindings
        intake = Intake(source, limits: limits)
    }

    deinit { xmlSchemaFreeValidCtxt(context) }

    func run() throws -> [SchemaFinding] {
        let this = Unmanaged.passUnretained(self).toOpaque()
        cxmlSetValidityReader(context, this) { this, error in
            guard let error else { return }
            SchemaValidation.of(this) { $0.add(error.pointee) }
        }
        guard
            let input = xmlParserInputBufferCreateIO(
                Intake.read,
                nil,
                Unmanaged.passUnretained(intake).toOpaque(),
                XML_CHAR_ENCODING_NONE
            )
        else { throw XMLError.outOfMemory }
        var callbacks = Self.callbacks()
        // The parser that libxml2 makes for a validation sends its errors to the thread's reader.
        let note: cxmlErrorReader = { this, error in
            guard let error else { return }
            SchemaValidation.of(this) { $0.intake.note(error.pointee) }
        }
        let result = LibXML.sendingErrors(to: this, note) {
            xmlSchemaValidateStream(context, input, XML_CHAR_ENCODING_NONE, &callbacks, this)
        }
        if findings.count >= maxFindings { return findings }
        if let failure = intake.failure { throw failure }
        if let fault = intake.fault { throw fault.error }
        if result < 0 { throw XMLError.outOfMemory }
        if result > 0, findings.isEmpty { throw Fault(code: Int(result), line: 1).error }
        return findings
    }

    private static func callbacks() -> xmlSAXHandler {
        var callbacks = xmlSAXHandler()
        callbacks.initialized = UInt32(XML_SAX2_MAGIC)
        callbacks.startElementNs = { this, local, _, _, count, declarations, _, _, _ in
            guard let local else { return }
            SchemaValidation.of(this) {
                $0.start(local, UnsafeBufferPointer(start: declarations, count: Int(count) * 2))
            }
        }
        callbacks.endElementNs = { this, _, _, _ in SchemaValidation.of(this) { $0.end() } }
        callbacks.characters = { this, _, _ in SchemaValidation.of(this) { $0.leaveEnded() } }
        callbacks.ignorableWhitespace = callbacks.characters
        callbacks.cdataBlock = callbacks.characters
        // The guard has refused it already.
        callbacks.internalSubset = { this, _, _, _ in
            SchemaValidation.of(this) { $0.stop(with: .doctype(line: 1)) }
        }
        return callbacks
    }

    /// Hands the validation over without counting a reference to it: `run` holds it as long as libxml2 calls.
    @inline(__always)
    private static func of(_ this: UnsafeMutableRawPointer?, _ body: (SchemaValidation) -> Void) {
        Unmanaged<SchemaValidation>.fromOpaque(this!)._withUnsafeGuaranteedRef(body)
    }

    private func start(
        _ local: UnsafePointer<UInt8>,
        _ declarations: UnsafeBufferPointer<UnsafePointer<UInt8>?>
    ) {
        leaveEnded()
        open.append(local)
        guard !declarations.isEmpty, let parser = xmlSchemaValidCtxtGetParserCtxt(context) else { return }
        do throws(XMLError) { try checkDeclarations(declarations, in: parser, limits) } catch {
            stop(with: error)
        }
    }

    private func end() {
        leaveEnded()
        isEnding = true
    }

    private func leaveEnded() {
        if isEnding { open.removeLast() }
        isEnding = false
    }

    private func stop(with error: XMLError) {
        intake.fail(error)
        xmlSchemaValidCtxtGetParserCtxt(context)?.pointee.disableSAX = 1
    }

    private func add(_ error: xmlError) {
        guard findings.count < maxFindings, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let report = SchemaReport(error)
        let line = Int(error.line)
        // A reference that leads nowhere is told at the end of the document, with the line where it stands.
        let names = open.map(String.init(cString:))
        let path =
            report.element == nil || report.element == names.last
            ? names.joined(separator: "/") : report.element ?? ""
        let finding = SchemaFinding(
            line: line,
            path: path,
            attribute: report.attribute,
            code: report.code,
            constraint: report.constraint,
            expected: report.expected
        )
        if let last = findings.last, SchemaRule.datatypes.contains(finding.code),
            SchemaRule.facets.contains(last.code), last.line == line, last.path == path,
            last.attribute == finding.attribute
        {
            return
        }
        findings.append(finding)
        if findings.count == maxFindings { stop(with: .tooLarge) }
    }
}
