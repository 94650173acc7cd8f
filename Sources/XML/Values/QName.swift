/// A name in XML: the namespace and local part that identify it, and the prefix it is written with.
///
/// Two names are equal when they are written the same, byte for byte: the prefix counts, since it shows in
/// the canonical form, and so does the Unicode form (NFC and NFD spellings, which Swift's strings hold to be
/// equal, are different names).
public struct QName: Sendable {
    /// A URI; empty for a name in no namespace.
    public var namespace: String
    /// Empty for none.
    public var prefix: String
    public var local: String

    public init(namespace: String = "", prefix: String = "", local: String) {
        self.namespace = namespace
        self.prefix = prefix
        self.local = local
    }

    /// The namespace of the prefix `xml`, which needs no declaration.
    public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
}

extension QName: Hashable {
    public static func == (a: Self, b: Self) -> Bool {
        a.local.hasSameBytes(as: b.local) && a.namespace.hasSameBytes(as: b.namespace)
            && a.prefix.hasSameBytes(as: b.prefix)
    }

    // Bytes that are the same make strings that are equal, so the strings' own hash serves.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(local)
        hasher.combine(namespace)
        hasher.combine(prefix)
    }
}

/// An attribute of an element. Declarations of namespaces are not attributes.
public struct Attribute: Sendable {
    public var name: QName
    public var value: String

    public init(name: QName, value: String) {
        self.name = name
        self.value = value
    }

    /// An attribute in no namespace, as nearly all are.
    public init(local: String, value: String) {
        self.init(name: QName(local: local), value: value)
    }
}

extension Attribute: Hashable {
    public static func == (a: Self, b: Self) -> Bool { a.name == b.name && a.value.hasSameBytes(as: b.value) }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(value)
    }
}

extension String {
    /// Whether the two are written the same. `==` on strings means canonically equivalent, which is less.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        var (a, b) = (self, other)
        return a.withUTF8 { a in b.withUTF8 { b in RawText(a).isSame(as: RawText(b)) } }
    }
}
