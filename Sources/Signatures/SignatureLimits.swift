internal import XML

/// How large a signature file may be, for a container of a known number of entries.
///
/// A file is parsed into a tree of about ten times its size, so what it may weigh follows from what it has to say:
/// one reference and one format for each entry.
public struct SignatureLimits: Hashable, Sendable {
    /// The most bytes that are read.
    public let bytes: Int
    /// The most `ds:Reference` elements, the one to the signed properties included.
    public let references: Int

    /// No signature file is read beyond this, whatever the container holds: 256 MiB.
    public static let mostBytes = 256 << 20
    /// No more references than this, whatever the container holds.
    public static let mostReferences = 1_000_000

    /// - Parameter entryCount: the number of entries in the container.
    public init(entryCount: Int) {
        // A path may take 64 KiB in a ZIP, but 4 KiB for each entry on average is room for names of 1,300 bytes,
        // each byte percent-encoded; 1 MiB is for certificates and for properties of others' making.
        let entries = min(max(entryCount, 0), Self.mostReferences)
        self.bytes = min(1 << 20 + entries * 4096, Self.mostBytes)
        self.references = min(entries + 1, Self.mostReferences)
    }
}

extension XMLLimits {
    /// A signature file: shallow, with few and short names, as large as its container allows.
    static func signature(_ limits: SignatureLimits) -> XMLLimits {
        var xml = XMLLimits.document
        xml.maxDepth = 32
        xml.maxAttributes = 16
        xml.maxNamespaces = 32
        xml.maxNameBytes = 256
        xml.maxNames = 512
        xml.maxTotalBytes = limits.bytes
        // Nobody sees one, canonical form keeps it, and the profile has no use for it.
        xml.allowsProcessingInstructions = false
        return xml
    }
}
