/// The rule that makes a container's signature mean something: each entry is referenced once, with its own digest,
/// and nothing else is (EN 319 162-1 §4.4.3.2; `mimetype` and `META-INF/` are packaging).
struct Coverage {
    private let positions: [[UInt8]: Int]
    private let entries: [EntryDigests]

    init(entries: some Sequence<EntryDigests>) {
        // Keys are bytes: as Swift strings, the NFC and NFD forms of a name would be one entry.
        let entries = entries.filter { !EntryPath.isPackaging($0.path) }
        self.entries = entries
        self.positions = Dictionary(
            entries.enumerated().map { (Array($0.element.path.utf8), $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func check(
        _ references: [UnverifiedSignature.Reference],
        into findings: inout Findings
    ) throws(SignatureVerificationError) {
        var covered = [Bool](repeating: false, count: entries.count)
        for reference in references {
            guard let position = positions[Array(reference.path.utf8)] else {
                findings.add(
                    .missingEntry,
                    entry: reference.path,
                    line: reference.line,
                    expected: "the entry in the container",
                    found: "no such entry"
                )
                continue
            }
            covered[position] = true
            guard let digest = entries[position].digests[reference.algorithm] else {
                throw .digestNotGiven(position: position, algorithm: reference.algorithm)
            }
            if digest != reference.digest {
                findings.add(
                    .entryDigest,
                    entry: reference.path,
                    line: reference.line,
                    expected: reference.digest.hex,
                    found: digest.hex
                )
            }
        }
        for (position, entry) in entries.enumerated() where !covered[position] {
            findings.add(.coverage, entry: entry.path, expected: "one reference to the entry", found: "none")
        }
    }
}
