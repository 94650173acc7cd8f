internal import Foundation

/// Gives each original its path in the bundle: `data/evidence/<exhibit's mark>/<name>`.
///
/// The path is made of what the file was called, but is safe on every system that may unpack it: no character
/// that Windows forbids, no name that differs from another only by case or by Unicode form, none too long. Given
/// the same files in the same order, it gives the same paths.
public struct EvidencePaths {
    private var taken: Set<String> = []
    private var folders: [String: String] = [:]

    public init() {}

    /// - Parameters:
    ///   - mark: the exhibit's mark, as in `KT/7`.
    ///   - exhibit: what tells this exhibit from others whose mark makes the same folder, such as its id.
    public mutating func path(mark: String, exhibit: String, name: String) -> String {
        let folder = folder(mark: mark, exhibit: exhibit)
        let name = Self.safe(name, limit: 120)
        return unique { number in
            guard number > 1 else { return "\(folder)/\(name)" }
            let (stem, suffix) = Self.split(name)
            return "\(folder)/\(stem) (\(number))\(suffix)"
        }
    }

    private mutating func folder(mark: String, exhibit: String) -> String {
        if let folder = folders[exhibit] { return folder }
        let name = Self.safe(mark, limit: 60)
        let folder = unique { number in "data/evidence/\(name)\(number > 1 ? " (\(number))" : "")" }
        folders[exhibit] = folder
        return folder
    }

    private mutating func unique(_ candidate: (Int) -> String) -> String {
        var number = 1
        while true {
            let path = candidate(number)
            if taken.insert(Self.folded(path)).inserted { return path }
            number += 1
        }
    }

    /// What two names have in common that some file system takes for the same.
    static func folded(_ path: String) -> String {
        path.precomposedStringWithCompatibilityMapping.lowercased()
    }

    /// A name that every file system can carry, at most `limit` bytes of UTF-8; its suffix survives.
    static func safe(_ name: String, limit: Int) -> String {
        var safe = ""
        for scalar in name.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "%", "~": safe.append("-")
            case _ where scalar.properties.generalCategory == .control: safe.append("_")
            // Marks that turn the writing direction can make one name look like another.
            case _
            where scalar.properties.generalCategory == .format && scalar != "\u{200C}" && scalar != "\u{200D}":
                safe.append("_")
            case "\u{2028}", "\u{2029}": safe.append("_")
            default: safe.unicodeScalars.append(scalar)
            }
        }
        while let first = safe.first, first == "." || first == " " { safe.removeFirst() }
        while let last = safe.last, last == "." || last == " " { safe.removeLast() }
        if safe.isEmpty { safe = "file" }
        let (stem, suffix) = split(safe)
        if reserved.contains(stem.lowercased()) { safe = "_" + safe }
        guard safe.utf8.count > limit else { return safe }
        var short = split(safe).stem
        while short.utf8.count + suffix.utf8.count > limit, !short.isEmpty { short.removeLast() }
        return short + suffix
    }

    /// A name and its suffix: `photo` and `.jpg`. A long "suffix" is part of the name.
    private static func split(_ name: String) -> (stem: String, suffix: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
            name[dot...].utf8.count <= 12
        else { return (name, "") }
        return (String(name[..<dot]), String(name[dot...]))
    }

    private static let reserved: Set<String> = {
        var names: Set = ["con", "prn", "aux", "nul"]
        for number in 1...9 { names.formUnion(["com\(number)", "lpt\(number)"]) }
        return names
    }()
}
