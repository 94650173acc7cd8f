/// An element and all that is in it, as a value.
///
/// It holds what exclusive C14N without comments keeps: names, attributes, text. Comments and CDATA sections
/// are folded away on reading. The order of attributes is kept as given; the canonical form sorts them.
public struct Element: Hashable, Sendable {
    public var name: QName
    public var attributes: [Attribute]
    public var children: [Node]

    public init(_ name: QName, attributes: [Attribute] = [], children: [Node] = []) {
        self.name = name
        self.attributes = attributes
        self.children = children
    }
}

/// A child of an element.
public enum Node: Sendable {
    case element(Element)
    case text(String)
}

extension Node: Hashable {
    /// Texts are equal when their bytes are: evidence is not compared by canonical equivalence.
    public static func == (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.element(let a), .element(let b)): a == b
        case (.text(let a), .text(let b)): a.hasSameBytes(as: b)
        default: false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .element(let element): hasher.combine(element)
        case .text(let text): hasher.combine(text)
        }
    }
}

extension Element {
    /// The value of the attribute of that name in no namespace, nil where there is none.
    public subscript(attribute local: String) -> String? {
        attributes.first { $0.name.namespace.isEmpty && $0.name.local.hasSameBytes(as: local) }?.value
    }

    /// All the text in the element, that of its descendants included: its string value in XPath.
    public var text: String {
        var text = ""
        appendText(to: &text)
        return text
    }

    private func appendText(to text: inout String) {
        for child in children {
            switch child {
            case .text(let run): text += run
            case .element(let element): element.appendText(to: &text)
            }
        }
    }

    /// The children that are elements, in order.
    public var elements: [Element] {
        children.compactMap { child in
            guard case .element(let element) = child else { return nil }
            return element
        }
    }
}

extension Element {
    /// The element in exclusive C14N 1.0 without comments: the one form in which it is stored, hashed and
    /// signed.
    ///
    /// - Throws: `.illegalCharacter` for what XML 1.0 cannot carry, and the other errors of
    ///   `CanonicalWriter`.
    public func canonicalBytes() throws(XMLError) -> [UInt8] {
        var writer = CanonicalWriter()
        try writer.element(self)
        return try writer.finish()
    }
}
