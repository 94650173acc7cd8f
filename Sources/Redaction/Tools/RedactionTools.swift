internal import Foundation

/// The programs that a copy is made with. They come with Debian and are kept there; each runs as a process of its own.
public struct RedactionTools: Sendable {
    /// Where programs are looked for, in order.
    let folders: [String]

    /// - Parameter path: folders with colons between them, as in `PATH`.
    public init(path: String) { folders = path.split(separator: ":").map(String.init) }

    enum Name: String, CaseIterable {
        /// Poppler's: what a PDF is, its pages as pixels, its words with their places.
        case pdfinfo
        case pdftoppm
        case pdftotext
        /// Puts the copy together and lists its parts.
        case qpdf
        /// libvips: reads and writes pictures.
        case vips
        case vipsheader
        /// Reads what is in pixels.
        case tesseract
        /// Keep a program within its limits.
        case prlimit
        case timeout

        /// How a person knows it, and where its version stands.
        var package: String {
            switch self {
            case .pdfinfo, .pdftoppm, .pdftotext: "poppler"
            case .vips, .vipsheader: "libvips"
            default: rawValue
            }
        }
    }

    func find(_ name: Name) -> String? {
        folders.lazy.map { "\($0)/\(name.rawValue)" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    func path(of name: Name) throws(RedactionError) -> String {
        guard let path = find(name) else { throw .noTool(name.rawValue) }
        return path
    }

    var canReadPixels: Bool { find(.tesseract) != nil }
}
