import Foundation

/// A folder of a test's own, removed when the test is done with it.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/dossier-bundles-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A folder in it that is new and empty.
    func folder() throws -> String {
        let folder = "\(path)/\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        return folder
    }

    /// What is in it, folder by folder, sorted.
    var contents: [String] { (try? FileManager.default.subpathsOfDirectory(atPath: path).sorted()) ?? [] }
}

/// The checkout that these tests belong to.
enum Checkout {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: path)))
    }

    /// The first of these that stands beside the checkout's folder, or beside one above it.
    static func find(_ path: String) -> String? {
        var at = folder
        while at.path != "/" {
            let candidate = at.appending(path: path).path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
            at.deleteLastPathComponent()
        }
        return nil
    }
}

extension String {
    /// The text with exactly one occurrence of `old` replaced; traps when there is none or more than one, so that no
    /// attack is ever a change that changed nothing.
    func replacingOnce(_ old: String, _ new: String) -> String {
        let parts = components(separatedBy: old)
        precondition(parts.count == 2, "\(parts.count - 1) occurrences of \(old)")
        return parts.joined(separator: new)
    }

    /// The first piece from `start` to `end`, both included.
    func piece(from start: String, to end: String) -> String {
        let from = range(of: start)!.lowerBound
        let to = range(of: end, range: from..<endIndex)!.upperBound
        return String(self[from..<to])
    }
}

/// A reproducible source of chance (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
