internal import CXML

/// Writes XML in exclusive C14N 1.0 without comments, piece by piece.
///
/// The first element started is the apex; after it is ended, another may be started. Declarations of
/// namespaces are written where the canonical form has them. Whatever is handed in is data: a character that
/// XML cannot carry is refused, and no text can become markup.
///
/// For a document too large for memory, take the bytes out now and then with `takeBytes()`.
public struct CanonicalWriter: ~Copyable {
    private var emitter = CanonicalEmitter<StringText>()
    private var open: [QName] = []
    /// The namespaces met so far, which need no second look.
    private var checkedNamespaces: [String] = []

    /// Deeper trees are refused, as reading refuses them.
    private static let maxDepth = 256

    public init() {}

    /// Bytes written and not yet taken.
    public var count: Int { emitter.output.count }

    public mutating func start(_ name: QName, _ attributes: [Attribute] = []) throws(XMLError) {
        try check(name, attributes)
        guard open.count < Self.maxDepth else { throw .tooDeep }
        emitter.start(
            prefix: StringText(name.prefix),
            local: StringText(name.local),
            namespace: StringText(name.namespace)
        )
        for attribute in attributes {
            emitter.attribute(
                prefix: StringText(attribute.name.prefix),
                local: StringText(attribute.name.local),
                namespace: StringText(attribute.name.namespace),
                value: StringText(attribute.value)
            )
        }
        emitter.finishStartTag()
        open.append(name)
    }

    /// Writes text into the element that is open.
    public mutating func text(_ text: String) throws(XMLError) {
        guard !open.isEmpty else { throw .unbalanced }
        try Characters.checkText(text)
        StringText(text).withBytes { emitter.text($0) }
    }

    /// Ends the element started last.
    public mutating func end() throws(XMLError) {
        guard let name = open.popLast() else { throw .unbalanced }
        emitter.end(prefix: StringText(name.prefix), local: StringText(name.local))
    }

    /// Writes an element with all that is in it.
    public mutating func element(_ element: Element) throws(XMLError) {
        try start(element.name, element.attributes)
        for child in element.children {
            switch child {
            case .element(let child): try self.element(child)
            case .text(let run): try text(run)
            }
        }
        try end()
    }

    /// Writes an element that is in canonical form already, as it is: the caller vouches for it.
    ///
    /// The bytes must be the canonical form of an element as its own apex, which declares every namespace it
    /// uses. An apex in no namespace must not be put under a default namespace.
    public mutating func append(canonical bytes: some Sequence<UInt8>) {
        let done: Void? = bytes.withContiguousStorageIfAvailable { emitter.append(canonical: $0) }
        if done == nil {
            let copy = Array(bytes)
            copy.withUnsafeBufferPointer { emitter.append(canonical: $0) }
        }
    }

    /// Gives the bytes written since the last call, and forgets them.
    public mutating func takeBytes() -> [UInt8] {
        defer { emitter.removeOutput() }
        return Array(emitter.output.bytes)
    }

    /// Gives the last bytes, once every element is ended.
    public mutating func finish() throws(XMLError) -> [UInt8] {
        guard open.isEmpty else { throw .unbalanced }
        return takeBytes()
    }
}

// MARK: What may be written

extension CanonicalWriter {
    private mutating func check(_ name: QName, _ attributes: [Attribute]) throws(XMLError) {
        try checkName(name)
        for (index, attribute) in attributes.enumerated() {
            try checkName(attribute.name)
            try Characters.checkText(attribute.value)
            // An attribute without a prefix is in no namespace, and `xmlns` is not an attribute.
            guard attribute.name.prefix.isEmpty == attribute.name.namespace.isEmpty,
                !(attribute.name.prefix.isEmpty && attribute.name.local == "xmlns")
            else { throw .illegalName }
            try checkClash(attribute.name, with: name, isAttribute: false)
            for other in attributes[..<index] {
                try checkClash(attribute.name, with: other.name, isAttribute: true)
            }
        }
    }

    private mutating func checkName(_ name: QName) throws(XMLError) {
        try Characters.checkName(name.local)
        if !name.prefix.isEmpty {
            try Characters.checkName(name.prefix)
            guard !name.namespace.isEmpty, name.prefix != "xmlns",
                (name.prefix == "xml") == (name.namespace == QName.xmlNamespace)
            else { throw .illegalName }
        } else if name.namespace == QName.xmlNamespace {
            throw .illegalName
        }
        try checkNamespace(name.namespace)
    }

    /// A namespace must be one that a reader would take: a URI that libxml2 can parse.
    private mutating func checkNamespace(_ namespace: String) throws(XMLError) {
        if namespace.isEmpty || namespace == QName.xmlNamespace { return }
        for checked in checkedNamespaces where checked.hasSameBytes(as: namespace) { return }
        try Characters.checkText(namespace)
        guard namespace != "http://www.w3.org/2000/xmlns/",
            StringText(namespace).withBytes(Characters.isUsableNamespace),
            let uri = xmlParseURI(namespace)
        else { throw .illegalName }
        xmlFreeURI(uri)
        checkedNamespaces.append(namespace)
    }

    /// One prefix cannot stand for two namespaces on one element, nor can an attribute stand twice.
    private func checkClash(_ a: QName, with b: QName, isAttribute: Bool) throws(XMLError) {
        let isSameNamespace = a.namespace.hasSameBytes(as: b.namespace)
        if !a.prefix.isEmpty, a.prefix.hasSameBytes(as: b.prefix), !isSameNamespace { throw .illegalName }
        if isAttribute, isSameNamespace, a.local.hasSameBytes(as: b.local) { throw .illegalName }
    }
}

struct StringText: CanonicalText {
    let value: String

    init(_ value: String) { self.value = value }

    static var xml: StringText { StringText("xml") }
    var isEmpty: Bool { value.isEmpty }
    func isSame(as other: StringText) -> Bool { value.hasSameBytes(as: other.value) }
    func precedes(_ other: StringText) -> Bool { value.utf8.lexicographicallyPrecedes(other.value.utf8) }

    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var value = value
        return value.withUTF8(body)
    }
}
