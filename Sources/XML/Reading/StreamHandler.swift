/// What a program does with the elements of a stream as they go by.
///
/// The bytes that a handler is given are the parser's, and valid only during the call. Whatever a handler
/// throws ends the reading and comes out of it.
public protocol StreamHandler: AnyObject {
    func start(_ tag: borrowing StartTag) throws -> StreamInterest

    /// A piece of text, character references resolved; one text may come in several pieces.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws

    /// - Parameter number: the element's number in the reader's `NameTable`.
    func end(_ number: Int) throws

    /// The canonical form of an element whose start was answered with a capture; called after its `end`.
    func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

extension StreamHandler {
    public func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
    public func end(_ number: Int) throws {}
    public func captured(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}

/// What a handler wants of an element.
public enum StreamInterest: Sendable {
    /// The events inside.
    case events
    /// The events inside, and the element's canonical form when it ends. Captures do not nest: inside of one,
    /// this is the same as `events`.
    case capture
}
