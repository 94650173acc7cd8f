internal import Glibc

/// An open descriptor that is closed when nobody holds it any more.
final class Descriptor: Sendable {
    let number: CInt

    /// Takes over what a system call returned, which may be −1 and an error in `errno`.
    init(adopting number: CInt) throws(ArchiveError) {
        guard number >= 0 else { throw .system(.open, code: errno) }
        self.number = number
    }

    deinit { close(number) }

    func status() throws(ArchiveError) -> stat {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw .system(.stat, code: errno) }
        return status
    }
}
