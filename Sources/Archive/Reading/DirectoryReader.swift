// The order of examination: the end of the archive, each entry's two headers, then what only all of them together
// show: the layout of the file, and names that clash.

/// Examines everything in an archive but its content.
struct DirectoryReader {
    private let file: ReadableFile
    private let limits: ArchiveLimits
    private var findings: FindingList

    init(file: ReadableFile, limits: ArchiveLimits) {
        self.file = file
        self.limits = limits
        findings = FindingList(limit: limits.findings)
    }

    mutating func read() throws(ArchiveError) -> ArchiveDirectory {
        let entries = try readEntries()
        return ArchiveDirectory(entries: findings.refusesArchive ? [] : entries, findings: findings)
    }

    private mutating func readEntries() throws(ArchiveError) -> [ArchiveEntry] {
        guard let end = try EndOfArchive(in: file, findings: &findings),
            isWithinLimits(end.directory),
            let examined = try examineEntries(of: end.directory)
        else { return [] }
        checkLayout(of: examined, until: end.directory.directoryOffset)
        let clashing = positionsOfClashes(among: examined)
        return examined.lazy.filter { !clashing.contains($0.position) }.compactMap(\.entry)
    }

    /// Whether the directory can be what the end record says of it, and may be.
    private mutating func isWithinLimits(_ directory: DirectoryFacts) -> Bool {
        let (count, size) = (directory.entries, directory.directorySize)
        if count > UInt64(limits.entries) {
            findings.add(.tooManyEntries, expected: "up to \(limits.entries)", found: "\(count)")
        } else if size > limits.directoryBytes {
            findings.add(
                .directoryTooLarge,
                expected: "up to \(limits.directoryBytes) bytes",
                found: "\(size)"
            )
        } else if size / UInt64(CentralHeader.fixedLength) < count {
            findings.add(.entryCountDisagrees, expected: "\(count)", found: "\(size) bytes of records")
        } else {
            return true
        }
        return false
    }

    /// Nil when something was found for which the archive is refused.
    private mutating func examineEntries(
        of directory: DirectoryFacts
    ) throws(ArchiveError) -> [ExaminedEntry]? {
        var cursor = DirectoryCursor(file: file, directory: directory)
        var examined: [ExaminedEntry] = []
        var total: UInt64 = 0
        var moment: DOSTime?
        while !cursor.isAtEnd {
            guard UInt64(examined.count) < directory.entries else {
                findings.add(.entryCountDisagrees, expected: "\(directory.entries)", found: "more")
                return nil
            }
            guard let header = try cursor.next() else {
                findings.add(
                    .directoryMalformed,
                    expected: "a record at \(cursor.offset)",
                    found: "none that fits"
                )
                return nil
            }
            moment = moment ?? header.modified
            var examination = EntryExamination(
                of: header,
                position: examined.count,
                directoryOffset: directory.directoryOffset,
                moment: moment ?? header.modified,
                limits: limits
            )
            let entry = try examination.examine(in: file)
            examination.findings.forEach { findings.add($0) }
            if findings.refusesArchive { return nil }
            total = total.addingReportingOverflow(entry.size).overflow ? .max : total + entry.size
            examined.append(entry)
        }
        if UInt64(examined.count) != directory.entries {
            findings.add(.entryCountDisagrees, expected: "\(directory.entries)", found: "\(examined.count)")
        }
        if total > limits.totalBytes {
            findings.add(.contentTooLarge, expected: "up to \(limits.totalBytes) bytes", found: "\(total)")
        }
        return findings.refusesArchive ? nil : examined
    }

    /// Every byte before the directory belongs to exactly one entry.
    private mutating func checkLayout(of examined: [ExaminedEntry], until directoryOffset: UInt64) {
        let inOrder = examined.sorted { $0.extent.lowerBound < $1.extent.lowerBound }
        if inOrder.map(\.position) != examined.map(\.position) {
            findings.add(
                .orderDiffers,
                expected: "entries in the order of the directory",
                found: "another order"
            )
        }
        var end: UInt64 = 0
        for entry in inOrder {
            let start = entry.extent.lowerBound
            if start < end {
                findings.add(
                    .entriesOverlap,
                    expected: "entry \(entry.position) from \(end)",
                    found: "from \(start)"
                )
                return
            }
            if start > end {
                findings.add(
                    end == 0 ? .leadingData : .hiddenData,
                    expected: "entry \(entry.position) from \(end)",
                    found: "\(start - end) bytes before it"
                )
            }
            end = entry.extent.upperBound
        }
        if end < directoryOffset {
            findings.add(
                examined.isEmpty ? .leadingData : .hiddenData,
                expected: "the directory from \(end)",
                found: "\(directoryOffset - end) bytes before it"
            )
        }
    }

    /// None of the entries that would become one file is read: which one is meant cannot be known.
    private mutating func positionsOfClashes(among examined: [ExaminedEntry]) -> Set<Int> {
        var register = NameRegister(collectsFolders: false)
        var clashing: Set<Int> = []
        for case let (position, name?) in examined.lazy.map({ ($0.position, $0.name) }) {
            guard let clash = register.add(name, position: position) else { continue }
            let (code, other): (ArchiveFinding.Code, Int) =
                switch clash {
                case .duplicate(let other): (.nameDuplicate, other)
                case .collision(let other): (.namesCollide, other)
                }
            clashing.formUnion([position, other])
            findings.add(
                ArchiveFinding(
                    code,
                    position: position,
                    name: name,
                    expected: "a name of its own",
                    found: "that of entry \(other)"
                )
            )
        }
        for case let (position, name?) in examined.lazy.map({ ($0.position, $0.name) }) {
            guard let file = register.fileAbove(name) else { continue }
            clashing.formUnion([position, file])
            findings.add(
                ArchiveFinding(
                    .fileIsAlsoFolder,
                    position: position,
                    name: name,
                    expected: "a folder",
                    found: "the file that is entry \(file)"
                )
            )
        }
        return clashing
    }
}
