// Exclusive XML Canonicalization 1.0, without comments (https://www.w3.org/TR/xml-exc-c14n/), for the subtree
// of an apex element, as its elements go by. One implementation for both who write: values
// (`CanonicalWriter`, in strings) and the reader of streams (in libxml2's own bytes).

/// Text in UTF-8, as the emitter takes it.
protocol CanonicalText: SendableMetatype {
    /// The text `xml`.
    static var xml: Self { get }
    var isEmpty: Bool { get }
    func isSame(as other: Self) -> Bool
    /// Order by code point, which in UTF-8 is the order of the bytes.
    func precedes(_ other: Self) -> Bool
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
}

struct CanonicalEmitter<Text: CanonicalText>: ~Copyable {
    private struct Declaration {
        var prefix: Text
        var namespace: Text
    }

    private struct PendingAttribute {
        var prefix: Text
        var local: Text
        var namespace: Text
        var value: Text
    }

    private(set) var output = ByteBuffer()
    /// What the output declares on the elements now open, outermost first.
    private var declared = Stack<Declaration>()
    /// For each open element, how many declarations its ancestors made.
    private var outer = Stack<Int>()
    // The start tag being put together.
    private var used = Stack<Declaration>()
    private var attributes = Stack<PendingAttribute>()
    private var isSorted = true

    init() {}

    /// The number of elements open.
    var depth: Int { outer.count }

    mutating func removeOutput() { output.removeAll() }

    /// Forgets what is open: the next element is an apex.
    mutating func reset() {
        output.removeAll()
        declared.count = 0
        outer.count = 0
    }

    /// Begins a start tag. Its attributes follow, then `finishStartTag`.
    mutating func start(prefix: Text, local: Text, namespace: Text) {
        outer.push(declared.count)
        used.count = 0
        attributes.count = 0
        isSorted = true
        output.append(UInt8(ascii: "<"))
        appendName(prefix: prefix, local: local)
        use(prefix: prefix, namespace: namespace)
    }

    mutating func attribute(prefix: Text, local: Text, namespace: Text, value: Text) {
        let attribute = PendingAttribute(prefix: prefix, local: local, namespace: namespace, value: value)
        if attributes.count > 0, !Self.precedes(attributes[attributes.count - 1], attribute) {
            isSorted = false
        }
        attributes.push(attribute)
        if !prefix.isEmpty { use(prefix: prefix, namespace: namespace) }
    }

    mutating func finishStartTag() {
        declareNamespaces()
        // Attributes in no namespace stand first, since the empty URI is the least.
        if !isSorted { attributes.sort(by: Self.precedes) }
        for index in 0..<attributes.count {
            output.append(UInt8(ascii: " "))
            appendName(prefix: attributes[index].prefix, local: attributes[index].local)
            appendValue(attributes[index].value)
        }
        output.append(UInt8(ascii: ">"))
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        output.appendEscapedText(bytes)
    }

    mutating func end(prefix: Text, local: Text) {
        output.append("</")
        appendName(prefix: prefix, local: local)
        output.append(UInt8(ascii: ">"))
        outer.count -= 1
        declared.count = outer[outer.count]
    }

    /// Copies what is canonical already, such as a stored record.
    mutating func append(canonical bytes: UnsafeBufferPointer<UInt8>) { output.append(bytes) }

    // MARK: Namespaces

    /// Notes that the start tag shows a prefix, so that it must be declared by then.
    private mutating func use(prefix: Text, namespace: Text) {
        for index in 0..<used.count where used[index].prefix.isSame(as: prefix) { return }
        used.push(Declaration(prefix: prefix, namespace: namespace))
    }

    private mutating func declareNamespaces() {
        if used.count > 1 { used.sort { $0.prefix.precedes($1.prefix) } }
        for index in 0..<used.count where !isDeclared(used[index]) {
            let declaration = used[index]
            output.append(declaration.prefix.isEmpty ? " xmlns" : " xmlns:")
            appendBytes(declaration.prefix)
            appendValue(declaration.namespace)
            declared.push(declaration)
        }
    }

    private func isDeclared(_ use: Declaration) -> Bool {
        var index = declared.count
        while index > 0 {
            index -= 1
            if declared[index].prefix.isSame(as: use.prefix) {
                return declared[index].namespace.isSame(as: use.namespace)
            }
        }
        // The prefix `xml` is bound by the standard, never by a declaration.
        return use.prefix.isEmpty ? use.namespace.isEmpty : use.prefix.isSame(as: Text.xml)
    }

    // MARK: Bytes

    private static func precedes(_ a: PendingAttribute, _ b: PendingAttribute) -> Bool {
        a.namespace.isSame(as: b.namespace) ? a.local.precedes(b.local) : a.namespace.precedes(b.namespace)
    }

    private mutating func appendName(prefix: Text, local: Text) {
        if !prefix.isEmpty {
            appendBytes(prefix)
            output.append(UInt8(ascii: ":"))
        }
        appendBytes(local)
    }

    private mutating func appendBytes(_ text: Text) {
        text.withBytes { output.append($0) }
    }

    private mutating func appendValue(_ value: Text) {
        output.append("=\"")
        value.withBytes { output.appendEscapedValue($0) }
        output.append(UInt8(ascii: "\""))
    }
}

/// A list that is emptied by its count alone: what was in it stays, to be written over.
private struct Stack<Item> {
    private var items: [Item] = []
    var count = 0

    subscript(_ index: Int) -> Item { items[index] }

    mutating func push(_ item: Item) {
        if count < items.count { items[count] = item } else { items.append(item) }
        count += 1
    }

    mutating func sort(by precedes: (Item, Item) -> Bool) {
        items[..<count].sort(by: precedes)
    }
}
