/// Why XML could not be read or written.
///
/// It tells the place and the rule, never the text that stands there: evidence does not belong in an error.
/// Lines count from 1.
public enum XMLError: Error, Hashable, Sendable {
    /// Asked to write a character that XML 1.0 cannot carry there; `offset` counts Unicode scalars from the
    /// start of the text, attribute value or name.
    case illegalCharacter(Unicode.Scalar, offset: Int)
    /// Asked to write an empty name, a prefix without a namespace (or the reverse), a prefix that stands for
    /// two, an attribute twice, or a name that XML reserves.
    case illegalName
    /// Asked to end an element that was not started, or to finish with one open.
    case unbalanced

    case notWellFormed(line: Int, message: String)
    case doctype(line: Int)
    case processingInstruction(line: Int)
    /// Not XML 1.0 in UTF-8: another encoding or version is declared, or a byte order mark shows one.
    case notUTF8
    /// A namespace is not named by an absolute URI, or by one with `&`, which libxml2 does not read right.
    case unusableNamespace(line: Int)

    // Beyond `XMLLimits`, in its order.
    case tooDeep
    case tooManyAttributes
    case tooManyNamespaces
    case nameTooLong
    case tooManyNames
    case tagTooLong
    case textTooLong
    case tooLarge

    /// Something in an element has no canonical form.
    case notCanonical(line: Int)
    /// An XPath expression is wrong; the message is libxml2's.
    case xpath(message: String)
    /// A schema cannot be compiled; the message is libxml2's or ours, about the schema. Line 0 is the whole
    /// file.
    case schema(file: String, line: Int, message: String)
    /// A stylesheet cannot be compiled; the message is libxslt's.
    case stylesheet(message: String)
    /// A stylesheet failed, stopped itself or tried what is forbidden; the line is the stylesheet's, 0 if
    /// unknown.
    case transformation(line: Int)

    case outOfMemory
}

extension XMLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .illegalCharacter(let scalar, let offset):
            "the character U+\(hexadecimal(scalar)) at position \(offset) cannot be written as XML"
        case .illegalName: "a name cannot be written as XML"
        case .unbalanced: "the elements to be written do not balance"
        case .notWellFormed(let line, let message): "line \(line): not well-formed XML: \(message)"
        case .doctype(let line): "line \(line): a document type declaration is not accepted"
        case .processingInstruction(let line): "line \(line): a processing instruction is not accepted"
        case .notUTF8: "not XML 1.0 in UTF-8"
        case .unusableNamespace(let line): "line \(line): a namespace must be an absolute URI without `&`"
        case .tooDeep: "elements are nested too deep"
        case .tooManyAttributes: "an element has too many attributes"
        case .tooManyNamespaces: "too many namespaces are declared at once"
        case .nameTooLong: "a name is too long"
        case .tooManyNames: "there are too many different names"
        case .tagTooLong: "a start tag is too long"
        case .textTooLong: "a text is too long"
        case .tooLarge: "the document is too large"
        case .notCanonical(let line): "line \(line): this has no canonical form"
        case .xpath(let message): "the XPath expression: \(message)"
        case .schema(let file, let line, let message): "schema \(file), line \(line): \(message)"
        case .stylesheet(let message): "the stylesheet: \(message)"
        case .transformation(let line): "the stylesheet failed at its line \(line)"
        case .outOfMemory: "out of memory"
        }
    }
}

private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
