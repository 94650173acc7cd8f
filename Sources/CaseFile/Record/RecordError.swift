public import XML

/// Why a record could not be read or written.
///
/// It names the place, never what stands there: evidence does not belong in an error.
public enum RecordError: Error, Hashable, Sendable {
    case unknownKind(String)
    case missing(path: String)
    case unexpected(path: String)
    case empty(path: String)
    case malformed(path: String, expected: String)
    /// XML 1.0 cannot carry this character; `offset` counts Unicode scalars from the start of the text.
    case illegalCharacter(path: String, Unicode.Scalar, offset: Int)
    /// Read and written again it would not be the same: fields out of order, or something that is not the grammar's.
    case notInItsForm(kind: String)
    case notXML(XMLError)
}

extension RecordError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownKind(let name): "<\(name)> is not a kind of record"
        case .missing(let path): "\(path) is missing"
        case .unexpected(let path): "\(path) does not belong here"
        case .empty(let path): "\(path) is empty"
        case .malformed(let path, let expected): "\(path) is not \(expected)"
        case .illegalCharacter(let path, let scalar, let offset):
            "\(path): the character U+\(String(scalar.value, radix: 16, uppercase: true)) at position \(offset) cannot be written as XML"
        case .notInItsForm(let kind): "the <\(kind)> is not in the form that the grammar gives it"
        case .notXML(let error): "\(error)"
        }
    }
}
