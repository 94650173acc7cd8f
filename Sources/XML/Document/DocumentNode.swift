internal import CXML

/// An element of a document. It keeps the document alive.
///
/// Two are equal when they are the same element, not when they look the same: a signature covers the one that
/// its reference resolved to.
public struct DocumentNode {
    public let document: Document
    let pointer: xmlNodePtr

    init(_ pointer: xmlNodePtr, in document: Document) {
        self.pointer = pointer
        self.document = document
    }

    public var local: String { String(cString: pointer.pointee.name) }
    /// Empty for none.
    public var namespace: String { text(pointer.pointee.ns?.pointee.href) }

    public var name: QName {
        QName(namespace: namespace, prefix: text(pointer.pointee.ns?.pointee.prefix), local: local)
    }

    /// Where its start tag is, from 1; beyond line 65,535 it may be the line of the text after it.
    public var line: Int { xmlGetLineNo(pointer) }

    /// Where it stands, as an XPath of libxml2's making: names and positions, no content.
    public var path: String {
        guard let path = xmlGetNodePath(pointer) else { return "" }
        defer { cxmlFree(path) }
        return String(cString: path)
    }

    /// All the text in it, that of its descendants included.
    public var text: String {
        guard let content = xmlNodeGetContent(pointer) else { return "" }
        defer { cxmlFree(content) }
        return String(cString: content)
    }

    /// The value of an attribute, nil where there is none; without a namespace, as most are, unless one is
    /// given.
    public func attribute(_ local: String, namespace: String = "") -> String? {
        let value =
            namespace.isEmpty ? xmlGetNoNsProp(pointer, local) : xmlGetNsProp(pointer, local, namespace)
        guard let value else { return nil }
        defer { cxmlFree(value) }
        return String(cString: value)
    }

    /// All its attributes, in the document's order.
    public var attributes: [Attribute] {
        var attributes: [Attribute] = []
        var next = pointer.pointee.properties
        while let attribute = next {
            let name = QName(
                namespace: text(attribute.pointee.ns?.pointee.href),
                prefix: text(attribute.pointee.ns?.pointee.prefix),
                local: String(cString: attribute.pointee.name)
            )
            attributes.append(Attribute(name: name, value: content(of: attribute)))
            next = attribute.pointee.next
        }
        return attributes
    }

    private func content(of attribute: xmlAttrPtr) -> String {
        guard let content = xmlNodeListGetString(document.pointer, attribute.pointee.children, 1) else {
            return ""
        }
        defer { cxmlFree(content) }
        return String(cString: content)
    }

    /// The element around it, nil for the root.
    public var parent: DocumentNode? {
        guard let parent = pointer.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
        return DocumentNode(parent, in: document)
    }

    /// The children that are elements, in order.
    public var elements: [DocumentNode] {
        var elements: [DocumentNode] = []
        var next = xmlFirstElementChild(pointer)
        while let element = next {
            elements.append(DocumentNode(element, in: document))
            next = xmlNextElementSibling(element)
        }
        return elements
    }

    private func text(_ characters: UnsafePointer<xmlChar>?) -> String {
        characters.map(String.init(cString:)) ?? ""
    }
}

extension DocumentNode: Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.pointer == b.pointer }
    public func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}

extension Element {
    /// The value of an element of a document: comments and processing instructions are dropped.
    public init(_ node: DocumentNode) {
        self.init(node.name, attributes: node.attributes)
        var next = node.pointer.pointee.children
        var run = ""
        while let child = next {
            switch child.pointee.type {
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = child.pointee.content { run += String(cString: content) }
            case XML_ELEMENT_NODE:
                if !run.isEmpty { children.append(.text(run)) }
                run = ""
                children.append(.element(Element(DocumentNode(child, in: node.document))))
            default: break
            }
            next = child.pointee.next
        }
        if !run.isEmpty { children.append(.text(run)) }
    }
}
