internal import Foundation

/// A private folder for one piece of work, taken away with all that is in it when the work ends.
struct WorkFolder {
    let path: String

    init(in parent: String) throws {
        let files = FileManager.default
        do {
            try files.createDirectory(
                atPath: parent,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            path = parent + "/dossier-" + UUID().uuidString.lowercased()
            try files.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw CaseworkError.file(path: parent, errno: EACCES)
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
