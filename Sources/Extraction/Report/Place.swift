/// Where in a file a passage stands: by numbers and kinds only, never by words of the file, which may be the leak.
///
/// From the outside in: "member 3 / page 2 / metadata Author 14". The numbers begin with 1, and depend on the file
/// and on the versions of the tools only, so that a decision about a place holds at the next scan.
public struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    public private(set) var parts: [Part]

    /// The file as a whole.
    public static let file = Place([])

    public init(_ parts: [Part]) {
        self.parts = parts
    }

    public func adding(_ part: Part) -> Place {
        Place(parts + [part])
    }

    public func adding(_ kind: Kind, _ number: Int = 0) -> Place {
        adding(Part(kind, number))
    }

    /// Whether the passage is a position on the earth: that of a photograph's camera, say.
    public var isPosition: Bool { parts.contains { $0.kind == .position } }

    /// As it stands in a finding and in a decision; "file" for the whole.
    public var description: String {
        parts.isEmpty ? "file" : parts.map(\.description).joined(separator: " / ")
    }

    public static func < (a: Place, b: Place) -> Bool {
        a.parts.lexicographicallyPrecedes(b.parts)
    }

    /// One step inwards.
    public struct Part: Hashable, Comparable, Sendable, CustomStringConvertible {
        public let kind: Kind
        /// Counted from 1 among those of its kind; 0 where there can be one only; for `byte` an offset.
        public let number: Int
        /// What a field of metadata is called, when that word is one of ours.
        public let field: MetadataField?

        public init(_ kind: Kind, _ number: Int = 0, field: MetadataField? = nil) {
            self.kind = kind
            self.number = number
            self.field = field
        }

        public var description: String {
            var words = [kind.rawValue]
            if let field { words.append(field.rawValue) }
            if number > 0 || kind == .byte { words.append(String(number)) }
            return words.joined(separator: " ")
        }

        public static func < (a: Part, b: Part) -> Bool {
            (a.kind, a.number) < (b.kind, b.number)
        }
    }

    /// The kinds of steps, in the order in which they are read.
    public enum Kind: String, CaseIterable, Comparable, Sendable {
        /// The name of the file, or of the member or attachment before it.
        case name
        /// Text, as it is read.
        case text
        /// What stands in a file's text in another writing: \u, %, =, & escapes, base64, hexadecimal.
        case decoded
        /// Text without its tags, runs joined.
        case joined
        /// Text without its tags, every tag a break.
        case parted
        case attributes
        case comments
        case cells
        case page
        /// Strings of a PDF's objects.
        case objects
        /// A stream of a PDF, or of a compound file.
        case stream
        /// A PDF as it was before a later save.
        case revision
        case metadata
        /// Latitude and longitude.
        case position
        /// A thumbnail or other file within metadata.
        case preview
        case header
        case attachment
        case member
        /// The structures around an archive's members: names, comments, extra fields, gaps.
        case directory
        case image
        /// What OCR read.
        case ocr
        case row
        /// What stands after the end of the file proper.
        case trailer
        /// A file of another kind found inside.
        case embedded
        /// The bytes themselves, where they look like text.
        case raw
        /// An offset, in bytes.
        case byte

        public static func < (a: Kind, b: Kind) -> Bool {
            a.order < b.order
        }

        private var order: Int { Self.allCases.firstIndex(of: self)! }
    }
}

/// The fields of metadata that a place may name; any other is given by its number.
public enum MetadataField: String, CaseIterable, Sendable {
    case album = "Album"
    case artist = "Artist"
    case author = "Author"
    case byLine = "By-line"
    case caption = "Caption-Abstract"
    case comment = "Comment"
    case company = "Company"
    case copyright = "Copyright"
    case creator = "Creator"
    case description = "Description"
    case imageDescription = "ImageDescription"
    case keywords = "Keywords"
    case lastModifiedBy = "LastModifiedBy"
    case manager = "Manager"
    case ownerName = "OwnerName"
    case producer = "Producer"
    case rights = "Rights"
    case subject = "Subject"
    case title = "Title"
    case userComment = "UserComment"
}
