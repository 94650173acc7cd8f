internal import CXML

extension Document {
    /// The elements that an XPath 1.0 expression selects, in document order.
    ///
    /// - Parameters:
    ///   - namespaces: what each prefix in the expression stands for.
    ///   - variables: the values of `$name`; what comes from outside belongs here, never into the expression.
    /// - Throws: `.xpath` where the expression is wrong, costs too much, or selects what is not an element.
    public func nodes(
        _ xpath: String,
        namespaces: [String: String] = [:],
        variables: [String: String] = [:]
    ) throws(XMLError) -> [DocumentNode] {
        try Query(xpath, from: nil, in: self, namespaces, variables).nodes()
    }

    /// The string value of an XPath 1.0 expression: for a node set, that of its first node.
    public func string(
        _ xpath: String,
        namespaces: [String: String] = [:],
        variables: [String: String] = [:]
    ) throws(XMLError) -> String {
        try Query(xpath, from: nil, in: self, namespaces, variables).string()
    }
}

extension DocumentNode {
    /// The elements that an XPath 1.0 expression selects, seen from this one.
    public func nodes(
        _ xpath: String,
        namespaces: [String: String] = [:],
        variables: [String: String] = [:]
    ) throws(XMLError) -> [DocumentNode] {
        try Query(xpath, from: self, in: document, namespaces, variables).nodes()
    }

    /// The string value of an XPath 1.0 expression, seen from this element.
    public func string(
        _ xpath: String,
        namespaces: [String: String] = [:],
        variables: [String: String] = [:]
    ) throws(XMLError) -> String {
        try Query(xpath, from: self, in: document, namespaces, variables).string()
    }
}

/// The result of one evaluation.
private final class Query {
    private let document: Document
    private let context: xmlXPathContextPtr
    private var result: xmlXPathObjectPtr?

    /// Some seconds' work; an honest question to the largest document takes a tenth.
    private static let maxOperations: UInt = 100_000_000

    init(
        _ xpath: String,
        from node: DocumentNode?,
        in document: Document,
        _ namespaces: [String: String],
        _ variables: [String: String]
    ) throws(XMLError) {
        guard let context = xmlXPathNewContext(document.pointer) else { throw .outOfMemory }
        self.context = context
        self.document = document
        context.pointee.opLimit = Self.maxOperations
        // What C would read only up to its first U+0000 is not what was asked.
        let texts = namespaces.flatMap { [$0.key, $0.value] } + variables.flatMap { [$0.key, $0.value] }
        guard !(texts + [xpath]).contains(where: { $0.utf8.contains(0) }) else {
            throw .xpath(message: "it holds a zero character")
        }
        for (prefix, namespace) in namespaces { xmlXPathRegisterNs(context, prefix, namespace) }
        for (name, value) in variables {
            xmlXPathRegisterVariable(context, name, xmlXPathNewString(value))
        }
        let (result, complaints) = LibXML.listening { _ in
            xmlXPathSetContextNode(node?.pointer ?? Self.asNode(document.pointer), context)
            return xmlXPathEval(xpath, context)
        }
        guard let result else {
            throw .xpath(message: complaints.first?.message ?? "it cannot be evaluated")
        }
        self.result = result
    }

    deinit {
        xmlXPathFreeObject(result)
        xmlXPathFreeContext(context)
    }

    func nodes() throws(XMLError) -> [DocumentNode] {
        guard let result, result.pointee.type == XPATH_NODESET else {
            throw .xpath(message: "it does not select nodes")
        }
        guard let set = result.pointee.nodesetval else { return [] }
        xmlXPathNodeSetSort(set)
        var nodes: [DocumentNode] = []
        for index in 0..<Int(set.pointee.nodeNr) {
            guard let node = set.pointee.nodeTab[index], node.pointee.type == XML_ELEMENT_NODE else {
                throw .xpath(message: "it selects what is not an element")
            }
            nodes.append(DocumentNode(node, in: document))
        }
        return nodes
    }

    func string() throws(XMLError) -> String {
        guard let string = xmlXPathCastToString(result) else { throw .outOfMemory }
        defer { cxmlFree(string) }
        return String(cString: string)
    }

    /// libxml2's documents begin as its nodes do.
    private static func asNode(_ document: xmlDocPtr) -> xmlNodePtr {
        UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
    }
}
