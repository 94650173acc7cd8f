/// How much of a document is read before it is refused.
///
/// libxml2's time grows with the square of some of these (100,000 attributes on one element take it more than
/// 20 seconds), and a value tree's memory with all of them, so every reader bounds them before libxml2 sees a
/// byte. Lengths are in bytes of UTF-8.
public struct XMLLimits: Hashable, Sendable {
    /// Elements open at once. libxml2's own limit is 256.
    public var maxDepth: Int
    /// Attributes of one element, declarations of namespaces included.
    public var maxAttributes: Int
    /// Declarations of namespaces in scope at once, on all open elements.
    public var maxNamespaces: Int
    /// One name, with its prefix.
    public var maxNameBytes: Int
    /// Different names of elements and attributes in the document: each stays in memory to the end.
    public var maxNames: Int
    /// One start tag, from `<` to `>`, which also bounds an attribute's value.
    public var maxTagBytes: Int
    /// One run of text, CDATA section or comment; libxml2's own limit is 10 MB.
    public var maxTextBytes: Int
    /// The whole document.
    public var maxTotalBytes: Int
    /// One capture of the stream reader: the canonical form of a record.
    public var maxCaptureBytes: Int
    /// Whether `<?target …?>` may stand in the document. Strict reading refuses it: nobody sees it, the
    /// canonical form keeps it, and programs act on it.
    public var allowsProcessingInstructions: Bool

    public init(
        maxDepth: Int,
        maxAttributes: Int,
        maxNamespaces: Int,
        maxNameBytes: Int,
        maxNames: Int,
        maxTagBytes: Int,
        maxTextBytes: Int,
        maxTotalBytes: Int,
        maxCaptureBytes: Int,
        allowsProcessingInstructions: Bool
    ) {
        self.maxDepth = maxDepth
        self.maxAttributes = maxAttributes
        self.maxNamespaces = maxNamespaces
        self.maxNameBytes = maxNameBytes
        self.maxNames = maxNames
        self.maxTagBytes = maxTagBytes
        self.maxTextBytes = maxTextBytes
        self.maxTotalBytes = maxTotalBytes
        self.maxCaptureBytes = maxCaptureBytes
        self.allowsProcessingInstructions = allowsProcessingInstructions
    }

    /// One record: 64 levels, 16 MiB.
    public static let record = XMLLimits(
        maxDepth: 64,
        maxAttributes: 64,
        maxNamespaces: 64,
        maxNameBytes: 256,
        maxNames: 4096,
        maxTagBytes: 64 << 10,
        maxTextBytes: 4 << 20,
        maxTotalBytes: 16 << 20,
        maxCaptureBytes: 16 << 20,
        allowsProcessingInstructions: false
    )

    /// A whole document in memory, perhaps another program's: a signature, a schema, a stylesheet; 64 MiB.
    public static let document = XMLLimits(
        maxDepth: 200,
        maxAttributes: 256,
        maxNamespaces: 256,
        maxNameBytes: 1024,
        maxNames: 16384,
        maxTagBytes: 256 << 10,
        maxTextBytes: 8 << 20,
        maxTotalBytes: 64 << 20,
        maxCaptureBytes: 64 << 20,
        allowsProcessingInstructions: true
    )

    /// A document that is read as a stream, record by record; 2 GiB, beyond which libxml2's counters
    /// overflow.
    public static let stream = XMLLimits(
        maxDepth: 80,
        maxAttributes: 64,
        maxNamespaces: 64,
        maxNameBytes: 256,
        maxNames: 4096,
        maxTagBytes: 64 << 10,
        maxTextBytes: 4 << 20,
        maxTotalBytes: Int(Int32.max),
        maxCaptureBytes: 16 << 20,
        allowsProcessingInstructions: false
    )
}
