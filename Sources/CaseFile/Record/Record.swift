public import XML

/// A record: one XML element in the case's log.
public struct Record: Sendable {
    public var head: RecordHead
    public var body: any RecordBody
    /// What other programs put into `extensions`, kept as it came.
    public var extensions: [Element]

    public init(head: RecordHead, body: any RecordBody, extensions: [Element] = []) {
        self.head = head
        self.body = body
        self.extensions = extensions
    }

    public var kind: Kind { type(of: body).kind }
}

extension Record: Equatable {
    public static func == (a: Record, b: Record) -> Bool {
        a.head == b.head && AnyHashable(a.body) == AnyHashable(b.body) && a.extensions == b.extensions
    }
}

// MARK: Its element

extension Record {
    /// Reads a record that must be in its form: written again, it is the same bytes.
    public init(parsing bytes: [UInt8]) throws(RecordError) {
        let element: Element
        do { element = try Element(parsing: bytes) } catch { throw .notXML(error) }
        try self.init(element)
        guard try canonicalBytes() == bytes else { throw .notInItsForm(kind: kind.rawValue) }
    }

    public init(_ element: Element) throws(RecordError) {
        guard element.name.namespace == CaseFileGrammar.namespace,
            let kind = Kind(rawValue: element.name.local)
        else { throw .unknownKind(element.name.local) }
        var children = element.elements
        let amendment =
            children.first?.name == CaseFileGrammar.name("amendment") ? children.removeFirst() : nil
        self.head = try RecordHead(element, amendment: amendment)
        if children.last?.name == CaseFileGrammar.name("extensions") {
            self.extensions = children.removeLast().elements
        } else {
            self.extensions = []
        }
        self.body = try kind.bodyType.init(children: children, path: kind.rawValue)
    }

    public func element() throws(RecordError) -> Element {
        var element = try body.element()
        element.attributes = head.attributes
        if let amendment = head.amendment {
            var first = Element(CaseFileGrammar.name("amendment"))
            amendment.fill(&first)
            element.children.insert(.element(first), at: 0)
        }
        if !extensions.isEmpty {
            var last = Element(CaseFileGrammar.name("extensions"))
            last.children = extensions.map { .element($0) }
            element.children.append(.element(last))
        }
        return element
    }

    /// The record's bytes in exclusive C14N: what the log stores, the bundle carries and the leaf hash covers.
    public func canonicalBytes() throws(RecordError) -> [UInt8] {
        do { return try element().canonicalBytes() } catch let error as RecordError { throw error } catch {
            guard case .illegalCharacter(let scalar, let offset) = error as? XMLError else {
                throw .notXML(error as! XMLError)
            }
            throw .illegalCharacter(path: kind.rawValue, scalar, offset: offset)
        }
    }
}

extension RecordHead {
    init(_ element: Element, amendment: Element?) throws(RecordError) {
        let kind = element.name.local
        func attribute<Value>(
            _ name: String,
            _ expected: String,
            _ read: (String) -> Value?
        ) throws(RecordError) -> Value {
            guard let text = element[attribute: name] else { throw .missing(path: "\(kind)/@\(name)") }
            guard let value = read(text) else {
                throw .malformed(path: "\(kind)/@\(name)", expected: expected)
            }
            return value
        }
        id = try attribute("id", "a record's id", RecordID.init(_:))
        version = try attribute("version", "a version number") { text in
            Int(text).flatMap { (1...1_000_000).contains($0) && String($0) == text ? $0 : nil }
        }
        recordedAt = try attribute("recordedAt", "a time with its zone") { text in
            Moment(text).flatMap { $0.precision == .instant ? $0 : nil }
        }
        recordedBy = try attribute("recordedBy", "an account such as AHTU:r.sen", Recorder.init(rawValue:))
        nonce = try attribute("nonce", "32 hexadecimal digits", Nonce.init(rawValue:))
        replaces =
            try element[attribute: "replaces"].map { text throws(RecordError) in
                let leaves = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
                guard leaves.allSatisfy({ Hex.bytes($0)?.count == 32 }) else {
                    throw .malformed(path: "\(kind)/@replaces", expected: "leaf hashes")
                }
                return leaves
            } ?? []
        // What version 1 replaces, or a later version does not, is no history.
        guard (version > 1) == !replaces.isEmpty else {
            throw .malformed(path: "\(kind)/@replaces", expected: "there from version 2 on")
        }
        guard (version > 1) == (amendment != nil) else {
            throw .malformed(path: "\(kind)/amendment", expected: "there from version 2 on")
        }
        self.amendment = try amendment.map { element throws(RecordError) in
            try FreeText(content: element, path: "\(kind)/amendment")
        }
    }

    var attributes: [Attribute] {
        var attributes = [
            Attribute(local: "id", value: id.description),
            Attribute(local: "nonce", value: nonce.rawValue),
            Attribute(local: "recordedAt", value: recordedAt.text),
            Attribute(local: "recordedBy", value: recordedBy.rawValue),
        ]
        if !replaces.isEmpty {
            attributes.append(Attribute(local: "replaces", value: replaces.joined(separator: " ")))
        }
        attributes.append(Attribute(local: "version", value: String(version)))
        return attributes
    }
}
