internal import CMagic

/// libmagic's judgement of what a file is; one instance belongs to one thread.
///
/// It looks at bytes in memory, decompresses nothing and starts no process.
final class MediaTypes {
    static let unknown = "application/octet-stream"

    private let cookie: magic_t

    init() throws(VaultError) {
        guard let cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else {
            throw .noMediaTypes(message: "out of memory")
        }
        guard magic_load(cookie, nil) == 0 else {
            let message = magic_error(cookie).map { String(cString: $0) } ?? "no table of media types"
            magic_close(cookie)
            throw .noMediaTypes(message: message)
        }
        self.cookie = cookie
    }

    deinit {
        magic_close(cookie)
    }

    /// The media type of a file that begins with `bytes`.
    func type(of bytes: UnsafeRawBufferPointer) -> String {
        guard let type = magic_buffer(cookie, bytes.baseAddress, bytes.count) else { return Self.unknown }
        return String(cString: type)
    }
}
