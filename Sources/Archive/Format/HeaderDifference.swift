/// The fields in which two headers differ, for people.
struct HeaderDifference {
    let expected: String
    let found: String

    /// Nil when they are the same.
    init?(_ expected: LocalHeader, _ found: LocalHeader) {
        guard expected != found else { return nil }
        self.init(Self.fields(expected), Self.fields(found))
    }

    init?(_ expected: CentralHeader, _ found: CentralHeader) {
        guard expected != found else { return nil }
        self.init(Self.fields(expected), Self.fields(found))
    }

    private init(_ expected: [(String, String)], _ found: [(String, String)]) {
        let differing = zip(expected, found).filter { $0.1 != $1.1 }
        // Long fields are shown by their length only, and may differ all the same.
        self.expected =
            differing.isEmpty
            ? "other bytes" : differing.map { "\($0.0.0) \($0.0.1)" }.joined(separator: ", ")
        self.found =
            differing.isEmpty ? "as many" : differing.map { "\($0.1.0) \($0.1.1)" }.joined(separator: ", ")
    }

    private static func fields(_ header: LocalHeader) -> [(String, String)] {
        [
            ("version needed", "\(header.versionNeeded)"), ("flags", hex(header.flags)),
            ("method", "\(header.method)"), ("modified", "\(header.modified)"),
            ("checksum", hex(header.crc32)),
            ("compressed size", "\(header.compressedSize)"), ("size", "\(header.size)"),
            ("name", hex(header.name)), ("extra field", hex(header.extra)),
        ]
    }

    private static func fields(_ header: CentralHeader) -> [(String, String)] {
        [
            ("version made by", hex(header.versionMadeBy)), ("version needed", "\(header.versionNeeded)"),
            ("flags", hex(header.flags)), ("method", "\(header.method)"), ("modified", "\(header.modified)"),
            ("checksum", hex(header.crc32)), ("compressed size", "\(header.compressedSize)"),
            ("size", "\(header.size)"), ("disk", "\(header.disk)"),
            ("internal attributes", hex(header.internalAttributes)),
            ("external attributes", hex(header.externalAttributes)), ("offset", "\(header.headerOffset)"),
            ("name", hex(header.name)), ("extra field", hex(header.extra)), ("comment", hex(header.comment)),
        ]
    }

    /// All of a short field; of a long one its length, since a comment of 64 KiB explains nothing.
    private static func hex(_ bytes: [UInt8]) -> String {
        guard bytes.count <= 32 else { return "of \(bytes.count) bytes" }
        return bytes.isEmpty ? "none" : bytes.map { Archive.hex($0) }.joined(separator: " ")
    }

    private static func hex(_ number: some FixedWidthInteger & UnsignedInteger) -> String {
        Archive.hex(number)
    }
}
