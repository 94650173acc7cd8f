import Archive

/// What is in a bundle.
struct ContainerListing {
    private let reader: ArchiveReader

    init(_ path: String) throws { reader = try ArchiveReader(path: path) }

    var paths: Set<String> { Set(reader.directory.entries.map(\.name)) }

    func bytes(_ path: String) throws -> [UInt8] {
        guard let entry = reader.directory[path] else { return [] }
        return try reader.bytes(of: entry)
    }
}
