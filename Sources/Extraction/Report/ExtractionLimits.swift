/// How far one file may be followed. Whatever ends at a limit is reported as not searched.
public struct ExtractionLimits: Hashable, Sendable {
    /// Files in files in files.
    public var depth: Int
    /// Files inside one file, at every depth together.
    public var parts: Int
    /// Bytes of one member, unpacked.
    public var partBytes: Int
    /// Bytes of all members together, unpacked.
    public var totalBytes: Int
    /// How many times its size a member may unpack to, once it has passed 16 MiB.
    public var ratio: Int
    /// Bytes that a tool may say.
    public var outputBytes: Int
    /// Address space of a tool's process.
    public var memoryBytes: Int
    /// Seconds for one run of a tool.
    public var toolSeconds: Int
    /// Seconds for one file with all that is in it.
    public var fileSeconds: Int
    /// Pages and pictures of one document that are read by OCR.
    public var pictures: Int

    public init(
        depth: Int = 12,
        parts: Int = 20_000,
        partBytes: Int = 1 << 29,
        totalBytes: Int = 1 << 31,
        ratio: Int = 200,
        outputBytes: Int = 1 << 28,
        memoryBytes: Int = 1 << 31,
        toolSeconds: Int = 120,
        fileSeconds: Int = 1_800,
        pictures: Int = 500
    ) {
        self.depth = depth
        self.parts = parts
        self.partBytes = partBytes
        self.totalBytes = totalBytes
        self.ratio = ratio
        self.outputBytes = outputBytes
        self.memoryBytes = memoryBytes
        self.toolSeconds = toolSeconds
        self.fileSeconds = fileSeconds
        self.pictures = pictures
    }
}
