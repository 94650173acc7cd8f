/// Where the files of a jurisdiction's rules stand in a bundle: `data/rules/<path in the folder of packs>`.
///
/// They come from a folder that an office may have written itself, and go to machines of other kinds: a path that
/// one of them could not unpack, or would unpack elsewhere, is refused rather than mended, since the files name
/// each other.
enum RulePaths {
    /// The files in the order of their paths, each with its path in the container.
    static func placed(
        _ files: [(path: String, bytes: [UInt8])]
    ) throws(BundleError) -> [(path: String, bytes: [UInt8])] {
        var taken: Set<String> = []
        var folders: Set<String> = []
        for (path, _) in files {
            let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard steps.allSatisfy({ EvidencePaths.safe($0, limit: 120).utf8.elementsEqual($0.utf8) }),
                taken.insert(EvidencePaths.folded(path)).inserted
            else { throw .rulePath(path) }
            for end in 1..<max(1, steps.count) {
                folders.insert(EvidencePaths.folded(steps[..<end].joined(separator: "/")))
            }
        }
        if let file = files.first(where: { folders.contains(EvidencePaths.folded($0.path)) }) {
            throw .rulePath(file.path)
        }
        return files.map { (BundleLayout.rules + $0.path, $0.bytes) }
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    static func mediaType(_ path: String) -> String {
        if path.hasSuffix(".xsl") { return "application/xslt+xml" }
        return path.hasSuffix(".xml") || path.hasSuffix(".sch") || path.hasSuffix(".xsd")
            ? "application/xml" : "application/octet-stream"
    }
}
