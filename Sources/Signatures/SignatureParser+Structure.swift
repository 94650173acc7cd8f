internal import XML

/// The children of an element, taken in order.
struct Children {
    let parent: DocumentNode
    private let elements: [DocumentNode]
    private var position = 0

    init(of parent: DocumentNode) {
        self.parent = parent
        self.elements = parent.elements
    }

    /// The next child, if it is this element.
    mutating func take(_ local: String, _ namespace: String) -> DocumentNode? {
        guard let next, next.isElement(local, namespace) else { return nil }
        position += 1
        return next
    }

    /// The next child, whatever it is.
    mutating func take() -> DocumentNode? {
        defer { position += 1 }
        return next
    }

    var next: DocumentNode? { position < elements.count ? elements[position] : nil }
}

extension DocumentNode {
    func isElement(_ local: String, _ namespace: String) -> Bool {
        isExactly(self.local, local) && isExactly(self.namespace, namespace)
    }
}

// What every element is held to: no child, attribute or text but those that are expected.
extension SignatureParser {
    /// The next child, which must be this element.
    mutating func require(_ local: String, _ namespace: String, in children: inout Children) -> DocumentNode?
    {
        if let element = children.take(local, namespace) { return element }
        findings.add(
            .structure,
            line: children.next?.line ?? children.parent.line,
            expected: "\(local) in \(children.parent.local)",
            found: children.next?.local ?? "no more elements"
        )
        return nil
    }

    /// After the last expected child: nothing more.
    mutating func finish(_ children: Children) {
        if let next = children.next {
            findings.add(
                .structure,
                line: next.line,
                expected: "the end of \(children.parent.local)",
                found: next.local
            )
        }
    }

    /// Text other than white space beside elements has no place anywhere in a signature.
    mutating func checkText(of document: Document) throws(XMLError) {
        // The first is enough; a list of all of them would have to be sorted, which a hostile file makes expensive.
        for element in try document.nodes("(//*[*][text()[normalize-space()]])[1]") {
            findings.add(
                .structure,
                line: element.line,
                expected: "elements only in \(element.local)",
                found: "text"
            )
        }
    }

    /// An element that has neither children nor text.
    mutating func requireEmpty(_ element: DocumentNode) {
        if !element.elements.isEmpty || !element.text.isEmpty {
            findings.add(
                .structure,
                line: element.line,
                expected: "nothing in \(element.local)",
                found: "content"
            )
        }
    }

    /// The text of an element that has no children.
    mutating func text(of element: DocumentNode) -> String {
        if let child = element.elements.first {
            findings.add(
                .structure,
                line: child.line,
                expected: "text only in \(element.local)",
                found: child.local
            )
        }
        return element.text
    }

    /// The bytes that an element's text spells in base64.
    mutating func base64(of element: DocumentNode) -> [UInt8]? {
        if let bytes = Base64.decode(text(of: element)), !bytes.isEmpty { return bytes }
        findings.add(
            .encoding,
            line: element.line,
            expected: "base64 in \(element.local)",
            found: "something else"
        )
        return nil
    }

    /// The attributes of an element, which are those that it may have; an Id is noted, and must be the only one.
    @discardableResult
    mutating func checkAttributes(
        of element: DocumentNode,
        required: [String] = [],
        optional: [String] = []
    ) -> [String: String] {
        var values: [String: String] = [:]
        for attribute in element.attributes {
            guard attribute.name.namespace.isEmpty,
                let name = (required + optional).first(where: { isExactly($0, attribute.name.local) })
            else {
                findings.add(
                    .structure,
                    line: element.line,
                    expected: "no such attribute on \(element.local)",
                    found: attribute.name.local
                )
                continue
            }
            values[name] = attribute.value
        }
        for name in required where values[name] == nil {
            findings.add(
                .structure,
                line: element.line,
                expected: "\(name) on \(element.local)",
                found: "none"
            )
        }
        noteIds(of: element)
        return values
    }

    /// Notes the Ids of everything below an element that is not read.
    mutating func noteIds(under element: DocumentNode) {
        var pending = [element]
        while let next = pending.popLast() {
            noteIds(of: next)
            pending += next.elements
        }
    }

    /// Other software looks Ids up under any of these names, so two elements may not share one under any of them.
    private mutating func noteIds(of element: DocumentNode) {
        for attribute in element.attributes where ["id", "Id", "ID", "iD"].contains(attribute.name.local) {
            // Short, plain names only, so that equality has one meaning.
            guard (1...256).contains(attribute.value.utf8.count),
                attribute.value.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
            else {
                findings.add(
                    .structure,
                    line: element.line,
                    expected: "an Id in ASCII",
                    found: "another value"
                )
                continue
            }
            if let line = ids.updateValue(element.line, forKey: attribute.value) {
                findings.add(
                    .duplicateId,
                    line: element.line,
                    expected: "an Id of its own",
                    found: "the Id of the element in line \(line)"
                )
            }
        }
    }
}
