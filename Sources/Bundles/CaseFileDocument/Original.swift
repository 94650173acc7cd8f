public import CaseFile
internal import XML

/// An original that a case file lists: in the container, or travelling apart.
public struct Original: Hashable, Sendable {
    /// The file's record.
    public var file: RecordID
    /// SHA-256 in lower-case hexadecimal.
    public var sha256: String
    /// In bytes.
    public var size: Int
    public var mediaType: String
    public var place: Place

    public enum Place: Hashable, Sendable {
        /// In the container under `path`; its bytes are read from `source`, a path on this machine.
        case inside(path: String, source: String)
        case apart(reason: FreeText?)
        /// The edition shows its record and not its bytes.
        case withheld(WithheldReason)
    }

    public init(file: RecordID, sha256: String, size: Int, mediaType: String, place: Place) {
        self.file = file
        self.sha256 = sha256
        self.size = size
        self.mediaType = mediaType
        self.place = place
    }

    func element() -> Element {
        let bytes = [
            Attribute(local: "digest", value: sha256), Attribute(local: "file", value: file.description),
            Attribute(local: "size", value: String(size)),
        ]
        switch place {
        case .inside(let path, _):
            return Element(
                CaseFileGrammar.name("content"),
                attributes: bytes + [Attribute(local: "path", value: path)]
            )
        case .apart(let reason):
            var apart = Element(CaseFileGrammar.name("apart"), attributes: bytes)
            if let reason {
                var element = Element(CaseFileGrammar.name("reason"))
                reason.fill(&element)
                apart.children = [.element(element)]
            }
            return apart
        case .withheld(let reason):
            return Element(
                CaseFileGrammar.name("withheldContent"),
                attributes: bytes,
                children: [.element(reason.element())]
            )
        }
    }
}
