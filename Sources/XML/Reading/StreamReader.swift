/// Reads a document of any size, element by element, in memory that does not grow with it.
///
/// It accepts what `Element(parsing:)` accepts, within its limits: no document type declaration, no
/// processing instruction, UTF-8. A reader may be used again, and by several threads: each reading has its
/// own parser.
public struct StreamReader: Sendable {
    public var limits: XMLLimits
    public var names: NameTable

    public init(limits: XMLLimits = .stream, names: NameTable = NameTable()) {
        self.limits = limits
        self.names = names
    }

    /// Reads the source to its end.
    ///
    /// - Throws: `XMLError` for the document; what the source or the handler throws, unchanged.
    public func read(_ source: ByteSource, _ handler: any StreamHandler) throws {
        try StreamParser(limits: limits, names: names, source: source, handler: handler).run()
    }
}
