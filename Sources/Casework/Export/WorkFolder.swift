internal import Foundation

/// A private folder for one piece of work, taken away with all that is in it when the work ends.
struct WorkFolder {
    let path: String

    init(in parent: String) throws {
        // Where the parent cannot be made, the folder in it cannot be made either, and says why.
        try? FileManager.default.createDirectory(
            atPath: parent,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        path = parent + "/dossier-" + UUID().uuidString.lowercased()
        guard mkdir(path, 0o700) == 0 else { throw CaseworkError.file(path: parent, errno: errno) }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
