public import XML

/// `META-INF/manifest.xml`: the container's entries and their media types (OpenDocument 1.2 part 3, section 4).
public enum ContainerManifest {
    private static let namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

    public struct Entry: Equatable, Sendable {
        public let path: String
        public let mediaType: String

        public init(path: String, mediaType: String) {
            self.path = path
            self.mediaType = mediaType
        }
    }

    /// - Parameter entries: every file of the container but `mimetype` and those in META-INF.
    public static func bytes(_ entries: [Entry]) throws(XMLError) -> [UInt8] {
        func name(_ local: String) -> QName { QName(namespace: namespace, prefix: "manifest", local: local) }
        var root = Element(name("manifest"))
        root.attributes = [Attribute(name: name("version"), value: "1.2")]
        let all = [Entry(path: "/", mediaType: BundleLayout.mediaType)] + entries
        for entry in all {
            var element = Element(name("file-entry"))
            element.attributes = [
                Attribute(name: name("full-path"), value: entry.path),
                Attribute(name: name("media-type"), value: entry.mediaType),
            ]
            root.children.append(.text("\n"))
            root.children.append(.element(element))
        }
        root.children.append(.text("\n"))
        return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + (try root.canonicalBytes()) + [
            0x0A
        ]
    }

    /// The entries but the root's own.
    /// - Throws: what makes it unreadable; nil is returned where it is XML but not a manifest.
    public static func read(_ bytes: [UInt8]) throws(XMLError) -> [Entry]? {
        let root = try Element(parsing: bytes, limits: .document)
        guard root.name.namespace == namespace, root.name.local == "manifest" else { return nil }
        func attribute(_ local: String, of element: Element) -> String? {
            element.attributes.first { $0.name.namespace == namespace && $0.name.local == local }?.value
        }
        return root.elements.compactMap { element in
            guard element.name.namespace == namespace, element.name.local == "file-entry",
                let path = attribute("full-path", of: element), path != "/"
            else { return nil }
            return Entry(path: path, mediaType: attribute("media-type", of: element) ?? "")
        }
    }
}
