internal import CaseFile
internal import Crypto
internal import Foundation

/// The digest of a file that is not in the vault: a bundle that was just written.
enum FileHash {
    /// SHA-256 in lower-case hexadecimal.
    static func sha256(ofFile path: String) throws -> String {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw CaseworkError.file(path: path, errno: errno)
        }
        var hash = SHA256()
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
        return Hex.text(hash.finalize())
    }
}
