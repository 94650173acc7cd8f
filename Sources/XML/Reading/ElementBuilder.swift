/// Builds the value of a document's root element.
final class ElementBuilder: StreamHandler {
    private var open: [Element] = []
    private(set) var root: Element?
    /// Text comes in pieces (at a reference, a comment, the end of a buffer) and is one node.
    private var text: [UInt8] = []

    func start(_ tag: borrowing StartTag) -> StreamInterest {
        addText()
        open.append(Element(tag.name, attributes: tag.attributes))
        return .events
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        text.append(contentsOf: bytes)
    }

    func end(_ number: Int) {
        addText()
        let element = open.removeLast()
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(.element(element))
        }
    }

    private func addText() {
        if text.isEmpty { return }
        open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
    }
}

extension Element {
    /// Reads a document of one root element, strictly: no document type declaration, no processing
    /// instruction, no namespace prefix undeclared, and nothing beyond the limits. Comments are dropped,
    /// CDATA becomes text.
    public init(parsing bytes: [UInt8], limits: XMLLimits = .record) throws(XMLError) {
        let builder = ElementBuilder()
        do { try StreamReader(limits: limits).read(ByteSource(bytes), builder) } catch {
            // Neither a builder nor a buffer throws: what comes here is the reader's own.
            throw error as? XMLError ?? .outOfMemory
        }
        guard let root = builder.root else { throw .notWellFormed(line: 1, message: "there is no element") }
        self = root
    }
}
