internal import CXML

extension Document {
    /// The exclusive C14N 1.0, without comments, of an element with all that is in it, by libxml2.
    ///
    /// - Parameter inclusivePrefixes: the prefixes of `InclusiveNamespaces`, `#default` for the default
    ///   namespace: what they stand for around the element is declared on it, shown or not.
    public func canonical(
        _ node: DocumentNode,
        inclusivePrefixes: [String] = []
    ) throws(XMLError) -> [UInt8] {
        precondition(node.document === self, "a node of another document")
        guard let output = xmlAllocOutputBuffer(nil) else { throw .outOfMemory }
        defer { xmlOutputBufferClose(output) }
        var prefixes: [UnsafeMutablePointer<xmlChar>?] = inclusivePrefixes.map { xmlStrdup($0) }
        defer { for prefix in prefixes { cxmlFree(prefix) } }
        prefixes.append(nil)
        let (result, complaints) = prefixes.withUnsafeMutableBufferPointer { prefixes in
            LibXML.listening { _ in
                xmlC14NExecute(
                    pointer,
                    Document.isInSubtree,
                    node.pointer,
                    Int32(XML_C14N_EXCLUSIVE_1_0.rawValue),
                    prefixes.count == 1 ? nil : prefixes.baseAddress,
                    0,
                    output
                )
            }
        }
        guard result >= 0, xmlOutputBufferFlush(output) >= 0, let content = xmlOutputBufferGetContent(output)
        else {
            throw .notCanonical(line: complaints.first?.line ?? node.line)
        }
        return Array(UnsafeBufferPointer(start: content, count: xmlOutputBufferGetSize(output)))
    }

    /// Whether libxml2 shows a node: `context` is the apex. An attribute or a namespace is shown with its
    /// element.
    private static let isInSubtree:
        @convention(c) (UnsafeMutableRawPointer?, xmlNodePtr?, xmlNodePtr?) -> Int32 = {
            context,
            node,
            parent in
            let apex = context!.assumingMemoryBound(to: xmlNode.self)
            // A namespace is not a node: it has no parent to follow, and must not be looked into as one.
            var next = node == apex ? node : parent
            while let current = next {
                if current == apex { return 1 }
                // Above the root is the document, which is no element.
                next = current.pointee.type == XML_ELEMENT_NODE ? current.pointee.parent : nil
            }
            return 0
        }
}
