internal import CXML

/// What a parser of libxml2 is fed from, and what went wrong on the way.
///
/// An error met in a callback (of the guard, the source or a handler) cannot be thrown through C. It is kept
/// here, the parser gets no more bytes, and `throwFailure` throws it when the parser has come back. The first
/// error counts.
final class Intake {
    private let input: GuardedInput
    private(set) var failure: (any Error)?
    private(set) var fault: Fault?
    /// Whether there is either; looked at in every callback.
    @exclusivity(unchecked) private(set) var hasFailed = false

    init(_ source: ByteSource, limits: XMLLimits) {
        input = GuardedInput(source, limits: limits)
    }

    func fail(_ error: any Error) {
        if !hasFailed { failure = error }
        hasFailed = true
    }

    /// Keeps an error of libxml2; warnings are not errors.
    func note(_ error: xmlError) {
        guard !hasFailed, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        fault = Fault(code: Int(error.code), line: max(1, Int(error.line)))
        hasFailed = true
    }

    /// Throws what went wrong, once the parser is done.
    func throwFailure(_ context: xmlParserCtxtPtr) throws {
        if let failure { throw failure }
        if context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 {
            throw (fault ?? Fault(code: Int(context.pointee.errNo), line: 1)).error
        }
    }

    /// The function that libxml2 reads with; its context is an `Intake`.
    static let read: @convention(c) (UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, Int32) -> Int32 =
        {
            this,
            target,
            count in
            let intake = Unmanaged<Intake>.fromOpaque(this!).takeUnretainedValue()
            // After an error libxml2 would read on to the end of the document for nothing.
            if intake.hasFailed { return 0 }
            do {
                return Int32(try intake.input.read(into: .init(start: target, count: Int(count))))
            } catch {
                intake.fail(error)
                return 0
            }
        }
}

/// Checks the declarations of namespaces on a start tag, in SAX2's form: prefix and URI in turn.
func checkDeclarations(
    _ declarations: UnsafeBufferPointer<UnsafePointer<UInt8>?>,
    in context: xmlParserCtxtPtr,
    _ limits: XMLLimits
) throws(XMLError) {
    // libxml2 looks prefixes up one after the other; it keeps two pointers for each.
    if Int(context.pointee.nsNr) / 2 > limits.maxNamespaces { throw .tooManyNamespaces }
    for index in stride(from: 1, to: declarations.count, by: 2) {
        guard let uri = declarations[index], uri.pointee != 0 else { continue }
        if !RawText(uri).withBytes(Characters.isUsableNamespace) {
            throw .unusableNamespace(line: Int(context.pointee.input?.pointee.line ?? 1))
        }
    }
}
