public import CaseFile

/// Why a bundle could not be written or looked at. What is wrong *with* a bundle is a finding.
public enum BundleError: Error, Hashable, Sendable {
    case system(String, errno: Int32)
    /// An original's bytes are not those that its record names.
    case originalAltered(file: RecordID)
    case stylesheet(String)
    /// A file of the jurisdiction's rules has a path that not every system can unpack, or that another has too.
    case rulePath(String)
    /// The bundle's file is not there, or is not a file.
    case unreadable(path: String, errno: Int32)
    /// A container that holds no `data/casefile.xml`.
    case noCaseFile
}

extension BundleError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .system(let call, let errno): "\(call) failed (errno \(errno))"
        case .originalAltered(let file): "the bytes of file \(file) are not those that its record names"
        case .stylesheet(let message): "the stylesheet could not be used: \(message)"
        case .rulePath(let path):
            "the rules cannot travel: '\(path)' is not a path for every system, or not the only one"
        case .noCaseFile: "it holds no \(BundleLayout.caseFile): it is not a bundle of a case"
        case .unreadable(_, let errno): "the bundle cannot be read (errno \(errno))"
        }
    }
}
