internal import CDeflate
internal import Glibc

/// Writes a ZIP archive, an entry at a time, the same bytes for the same input.
///
/// Entries come in the order in which they are added, all with one modification time, without extra fields except
/// where 32 bits do not suffice, without comments and data descriptors. A name that a reader would refuse is refused.
/// The archive appears under its name when ``finish()`` has brought it to the disk; before that, and when anything
/// fails, there is nothing.
public struct ArchiveWriter: ~Copyable {
    /// Is told after each piece how many bytes of content were written so far; what it throws ends the writing.
    public typealias Progress = (UInt64) throws -> Void

    private let output: OutputFile
    private let lane: ObserverLane
    private let modified: DOSTime
    private let limits: ArchiveLimits
    private let progress: Progress?
    private var names = NameRegister(collectsFolders: true)
    private var directory: [UInt8] = []
    private var entries = 0
    private var contentBytes: UInt64 = 0
    private var isBroken = false
    private var deflater: Deflater?

    /// - Parameters:
    ///   - path: the archive to be; its folder exists.
    ///   - replacing: whether a file that has this name already gives way.
    ///   - permissions: of the file, less the process's umask.
    ///   - modified: the time that every entry carries.
    public init(
        path: String,
        replacing: Bool = false,
        permissions: UInt32 = 0o644,
        modified: DOSTime,
        limits: ArchiveLimits = .bundle,
        progress: Progress? = nil
    ) throws(ArchiveError) {
        // Both first: a value that cannot be copied is initialized as a whole or not at all.
        let file = try UnnamedFile(target: path, replacing: replacing, permissions: mode_t(permissions))
        let lane = try ObserverLane()
        output = OutputFile(file)
        self.lane = lane
        self.modified = modified
        self.limits = limits
        self.progress = progress
    }

    /// Writes one entry.
    ///
    /// Throws ``ArchiveError``, and what `progress` or an observer threw — this entry's or an earlier one's, since
    /// observers may lag behind. After that nothing more can be written.
    public mutating func add(
        _ name: String,
        _ content: EntryContent,
        method: CompressionMethod = .stored,
        observer: EntryObserver? = nil
    ) throws {
        guard !isBroken else { throw ArchiveError.abandoned }
        isBroken = true
        try take(name)
        try checkSize(content.size)

        let output = output  // the closures below must not hold on to the writer
        let start = output.position
        var facts = EntryFacts(
            name: Array(name.utf8),
            method: method,
            modified: modified,
            crc32: 0,
            compressedSize: 0,
            size: content.size,
            headerOffset: start
        )
        // Checksum and compressed size are known at the end; the header's length is known now.
        try output.append(LocalHeader(of: facts).encoded())
        let dataStart = output.position
        switch method {
        case .stored:
            facts.crc32 = try pass(content, observer) { piece throws(ArchiveError) in try output.append(piece)
            }
        case .deflate:
            let deflater = try deflater ?? Deflater()
            self.deflater = deflater
            deflater.reset()
            facts.crc32 = try pass(content, observer) { piece throws(ArchiveError) in
                try deflater.deflate(piece) { part throws(ArchiveError) in try output.append(part) }
            }
            try deflater.finish { part throws(ArchiveError) in try output.append(part) }
        }
        facts.compressedSize = output.position - dataStart
        if limits.excessiveRatio(size: facts.size, compressedSize: facts.compressedSize) != nil {
            throw ArchiveError.refused(.inflatesTooFar, position: entries)
        }
        try output.overwrite(at: start, with: LocalHeader(of: facts).encoded())
        directory += CentralHeader(of: facts).encoded()
        entries += 1
        if let observer { lane.end(observer) }
        isBroken = false
    }

    /// Waits for the observers, writes the directory, brings all to the disk and gives the archive its name.
    /// Returns its size in bytes.
    @discardableResult
    public consuming func finish() throws -> UInt64 {
        guard !isBroken else { throw ArchiveError.abandoned }
        let facts = DirectoryFacts(
            entries: UInt64(entries),
            directoryOffset: output.position,
            directorySize: UInt64(directory.count)
        )
        try output.append(directory)
        try output.append(facts.encodedEnd())
        try output.flush()
        try lane.drain()
        try output.file.commit()
        return output.position
    }

    /// Takes the name for this entry, if it can be one.
    private mutating func take(_ name: String) throws(ArchiveError) {
        guard entries < limits.entries else { throw .tooManyEntries }
        let faults = EntryName.examine(Array(name.utf8), limits: limits).faults
        if let fault = faults.first(where: { $0.severity > .note }) {
            throw .refused(fault, position: entries)
        }
        if name.utf8.last == UInt8(ascii: "/") { throw .refused(.folder, position: entries) }
        switch names.add(name, position: entries) {
        case nil: break
        case .duplicate: throw .refused(.nameDuplicate, position: entries)
        case .collision: throw .refused(.namesCollide, position: entries)
        }
        if names.fileAbove(name) != nil || names.isFolder(name) {
            throw .refused(.fileIsAlsoFolder, position: entries)
        }
    }

    private func checkSize(_ size: UInt64) throws(ArchiveError) {
        if size > limits.entryBytes { throw .refused(.entryTooLarge, position: entries) }
        if contentBytes + size > limits.totalBytes { throw .refused(.contentTooLarge, position: entries) }
    }

    /// Sends the content through, piece by piece; returns its CRC-32.
    private mutating func pass(
        _ content: EntryContent,
        _ observer: EntryObserver?,
        _ sink: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
    ) throws -> UInt32 {
        let source = try EntrySource(content, position: entries)
        let size = content.size
        var offset: UInt64 = 0
        var crc32: UInt32 = 0
        while offset < size {
            let wanted = Int(min(size - offset, UInt64(ObserverLane.pieceLength)))
            try lane.pass(to: observer) { buffer in
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted]), at: offset)
                return wanted
            } work: { piece in
                crc32 = libdeflate_crc32(crc32, piece.baseAddress, piece.count)
                try sink(piece)
            }
            offset += UInt64(wanted)
            contentBytes += UInt64(wanted)
            try progress?(contentBytes)
        }
        try source.checkEnd()
        return crc32
    }
}
