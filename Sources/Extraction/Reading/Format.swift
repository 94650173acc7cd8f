internal import Media

/// What a file is taken to be: by its bytes, never by its name.
enum Format: Hashable {
    case empty, text, richText, markup, mail, pdf, zip, archive, compressed, image, soundOrMotion, compound,
        database
    case unknown

    /// Whether the bytes themselves are read as well; a text's are its text.
    var needsRawPass: Bool {
        switch self {
        case .empty, .text, .richText, .markup, .mail: false
        default: true
        }
    }

    static func of(_ blob: Blob, _ mediaTypes: MediaTypes) -> Format {
        blob.withBytes { bytes in
            if bytes.isEmpty { return .empty }
            if let format = bySignature(bytes) { return format }
            let type = mediaTypes.type(of: UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 20)))
            if let format = byMediaType(type), format != .text { return format }
            if isText(bytes) { return textual(bytes, type) }
            return .unknown
        }
    }

    private static func bySignature(_ bytes: UnsafeRawBufferPointer) -> Format? {
        func starts(_ signature: [UInt8], _ at: Int = 0) -> Bool {
            bytes.count >= at + signature.count && bytes[at...].starts(with: signature)
        }
        if starts([0x50, 0x4B, 3, 4]) || starts([0x50, 0x4B, 5, 6]) || starts([0x50, 0x4B, 7, 8]) {
            return .zip
        }
        if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) { return .compound }
        if starts(Array("SQLite format 3\0".utf8)) { return .database }
        if starts(Array("{\\rtf".utf8)) { return .richText }
        if starts([0xFF, 0xD8, 0xFF]) || starts([0x89, 0x50, 0x4E, 0x47]) { return .image }
        // A reader takes a header anywhere in the first KiB (ISO 32000-1, annex H).
        if Signatures.find(Signatures.pdf, in: bytes, from: 0, to: 1_024) != nil { return .pdf }
        return nil
    }

    private static func byMediaType(_ type: String) -> Format? {
        switch type {
        case "application/pdf": .pdf
        case "image/svg+xml": .markup
        case "application/gzip", "application/x-gzip", "application/x-bzip2", "application/x-xz",
            "application/zstd",
            "application/x-lzma", "application/x-compress", "application/x-lz4", "application/x-lzip",
            "application/x-lzop":
            .compressed
        case "application/x-tar", "application/x-7z-compressed", "application/x-rar", "application/vnd.rar",
            "application/vnd.ms-cab-compressed", "application/x-iso9660-image", "application/x-cpio",
            "application/x-archive", "application/x-lzh-compressed", "application/x-lha", "application/x-xar",
            "application/vnd.debian.binary-package", "application/warc", "application/x-rpm":
            .archive
        case "application/zip", "application/epub+zip", "application/java-archive": .zip
        case "application/x-ole-storage", "application/msword", "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint", "application/vnd.ms-outlook", "application/CDFV2":
            .compound
        case "application/ogg", "application/vnd.rn-realmedia", "application/x-matroska": .soundOrMotion
        default:
            if type.hasPrefix("image/") {
                .image
            } else if type.hasPrefix("audio/") || type.hasPrefix("video/") {
                .soundOrMotion
            } else {
                nil
            }
        }
    }

    /// Whether hardly a byte is one that no text has.
    private static func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
        switch Charset.guess(bytes) {
        case .utf16, .utf32: return true
        case .utf8, .mixed: break
        }
        var strange = 0
        for byte in bytes where byte < 0x20 && !(0x08...0x0D ~= byte) && byte != 0x1B { strange += 1 }
        return strange * 1_000 <= bytes.count
    }

    private static func textual(_ bytes: UnsafeRawBufferPointer, _ type: String) -> Format {
        let text = Charset.decode(UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 14)))
        if type == "message/rfc822" || type == "application/mbox" || MailHeaders.looksLikeMail(text) {
            return .mail
        }
        return MarkupText.looksLikeMarkup(text) ? .markup : .text
    }
}
