internal import Foundation

/// What a file is, by its first bytes: a name or a media type may be wrong, and a decoder is started only for what it
/// is meant for.
enum SourceFormat: Hashable {
    case pdf
    case jpeg
    case png
    case gif
    case tiff
    case webp
    case heif

    /// Nil for what no copy can be made of.
    init?(_ head: [UInt8]) {
        func has(_ text: String, at offset: Int = 0) -> Bool {
            head.dropFirst(offset).starts(with: text.utf8)
        }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if has("GIF87a") || has("GIF89a") {
            self = .gif
        } else if [[0x49, 0x49, 42, 0], [0x4D, 0x4D, 0, 42], [0x49, 0x49, 43, 0], [0x4D, 0x4D, 0, 43]]
            .contains(
                head.prefix(4).map { Int($0) }
            )
        {
            self = .tiff
        } else if has("RIFF"), has("WEBP", at: 8) {
            self = .webp
        } else if has("ftyp", at: 4),
            ["heic", "heix", "mif1", "msf1", "heim", "heis", "avif"].contains(where: { has($0, at: 8) })
        {
            self = .heif
        } else if Data(head.prefix(1024)).range(of: Data("%PDF-".utf8)) != nil {
            // A reader takes a PDF whose header comes a little late.
            self = .pdf
        } else {
            return nil
        }
    }

    init?(of path: String) throws(RedactionError) {
        self.init(try WholeFile.head(of: path, bytes: 1024))
    }
}
