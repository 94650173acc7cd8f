/// What is known of one record of the central directory once its local header was looked at.
struct ExaminedEntry {
    var position: Int
    /// Nil when the name itself is refused.
    var name: String?
    /// The bytes of the file that belong to it: local header, content, data descriptor.
    var extent: Range<UInt64>
    /// Bytes of content that it claims.
    var size: UInt64
    /// Nil when it is refused, or a folder.
    var entry: ArchiveEntry?
}

/// The examination of one entry: its record in the central directory, then its local header.
struct EntryExamination {
    let header: CentralHeader
    let position: Int
    let directoryOffset: UInt64
    /// The time of the archive's first entry: in an archive of ours, everybody's.
    let moment: DOSTime
    let limits: ArchiveLimits
    private(set) var findings: [ArchiveFinding] = []
    private let shownName: String

    init(
        of header: CentralHeader,
        position: Int,
        directoryOffset: UInt64,
        moment: DOSTime,
        limits: ArchiveLimits
    ) {
        self.header = header
        self.position = position
        self.directoryOffset = directoryOffset
        self.moment = moment
        self.limits = limits
        shownName = String(decoding: header.name.prefix(limits.nameBytes), as: UTF8.self)
    }

    var isRefused: Bool { findings.contains { $0.severity == .refusal } }

    mutating func add(_ code: ArchiveFinding.Code, expected: String, found: String) {
        findings.append(
            ArchiveFinding(code, position: position, name: shownName, expected: expected, found: found)
        )
    }

    /// Something about this entry for which the whole archive is refused.
    mutating func refuseArchive(_ code: ArchiveFinding.Code, expected: String, found: String) {
        findings.append(ArchiveFinding(code, expected: expected, found: "\(found) (entry \(position))"))
    }

    mutating func examine(in file: ReadableFile) throws(ArchiveError) -> ExaminedEntry {
        let name = examineName()
        let isFolder = examineKind()
        let method = examineFlagsAndMethod()
        let numbers = examineExtraFields()
        examineSizes(numbers, method: method, isFolder: isFolder)

        let local = try examineLocalHeader(in: file, numbers: numbers)
        var entry: ArchiveEntry?
        if let name, let method, let local, !isRefused {
            examineForm(local: local.header, numbers: numbers, method: method)
            if !isFolder {
                entry = ArchiveEntry(
                    name: name,
                    position: position,
                    method: method,
                    size: numbers.size,
                    compressedSize: numbers.compressedSize,
                    crc32: header.crc32,
                    modified: header.modified,
                    headerOffset: numbers.headerOffset,
                    dataOffset: local.dataOffset
                )
            }
        }
        return ExaminedEntry(
            position: position,
            name: name,
            extent: numbers.headerOffset..<max(local?.end ?? 0, numbers.headerOffset),
            size: numbers.size,
            entry: entry
        )
    }

    private mutating func examineName() -> String? {
        let (name, faults) = EntryName.examine(header.name, limits: limits)
        for fault in faults {
            add(fault, expected: "a portable relative path", found: "\(header.name.count) bytes")
        }
        let isASCII = header.name.allSatisfy { $0 < 0x80 }
        if !isASCII, header.flags & Flag.utf8 == 0, name != nil {
            add(.nameNotMarkedUTF8, expected: "flag 11", found: hex(header.flags))
        }
        return faults.contains { $0.severity == .refusal } ? nil : name
    }

    /// Whether it is a folder; by its name, as everybody decides it.
    private mutating func examineKind() -> Bool {
        let isFolder = header.name.last == UInt8(ascii: "/")
        let unixType = header.externalAttributes >> 28
        let found = hex(header.externalAttributes)
        if unixType == 0o12 || header.externalAttributes & 0x400 != 0 {  // S_IFLNK; a reparse point of NTFS
            add(.symbolicLink, expected: "a file", found: found)
        } else if ![0, isFolder ? 0o04 : 0o10].contains(unixType) {
            add(.specialFile, expected: isFolder ? "a folder" : "a file", found: found)
        } else if !isFolder, header.externalAttributes & 0x10 != 0 {  // a directory of DOS
            add(.specialFile, expected: "a file", found: found)
        }
        if isFolder { add(.folder, expected: "files alone", found: "a folder") }
        if !header.comment.isEmpty {
            add(.entryComment, expected: "no comment", found: "\(header.comment.count) bytes")
        }
        return isFolder
    }

    private mutating func examineFlagsAndMethod() -> CompressionMethod? {
        if header.flags & Flag.encryption != 0 {
            add(.encrypted, expected: "plain", found: hex(header.flags))
        }
        if header.flags & Flag.patch != 0 {
            add(.flagsUnsupported, expected: "whole files", found: hex(header.flags))
        }
        if header.flags & Flag.reserved != 0 {
            add(.flagsReserved, expected: "none", found: hex(header.flags))
        }
        let method = CompressionMethod(rawValue: header.method)
        if method == nil {
            add(.methodUnsupported, expected: "stored (0) or deflate (8)", found: "\(header.method)")
        }
        return method
    }

    private mutating func examineExtraFields() -> WideNumbers {
        let fields = examineExtra(header.extra)
        let plain = WideNumbers(
            size: header.size,
            compressedSize: header.compressedSize,
            headerOffset: header.headerOffset,
            disk: header.disk
        )
        guard let numbers = plain.widened(by: fields) else {
            add(.zip64FieldDisagrees, expected: "the numbers that do not fit the header", found: "others")
            return plain
        }
        if numbers.disk != 0 { add(.entryOnOtherDisk, expected: "0", found: "\(numbers.disk)") }
        return numbers
    }

    /// The fields; none when they cannot be told apart.
    mutating func examineExtra(_ extra: [UInt8]) -> [ExtraField] {
        guard let fields = ExtraField.all(in: extra) else {
            add(.extraFieldMalformed, expected: "fields that fill \(extra.count) bytes", found: "others")
            return []
        }
        let others = fields.filter { $0.identifier != ExtraField.zip64 }
        if !others.isEmpty {
            add(
                .extraField,
                expected: "none",
                found: others.map { hex($0.identifier) }.joined(separator: " ")
            )
        }
        // Info-ZIP's second name: version, checksum of the first, the name.
        for field in others where field.identifier == ExtraField.unicodePath {
            if field.bytes.first != 1 || !field.bytes.dropFirst(5).elementsEqual(header.name) {
                add(
                    .unicodePathDisagrees,
                    expected: "the name in the header",
                    found: "\(field.bytes.count) bytes"
                )
            }
        }
        return fields
    }

    private mutating func examineSizes(_ numbers: WideNumbers, method: CompressionMethod?, isFolder: Bool) {
        if isFolder, numbers.size > 0 {
            add(.folderHasContent, expected: "0 bytes", found: "\(numbers.size)")
        }
        if method == .stored, numbers.size != numbers.compressedSize {
            add(.storedSizeDisagrees, expected: "\(numbers.size)", found: "\(numbers.compressedSize)")
        }
        if numbers.size > limits.entryBytes {
            add(.entryTooLarge, expected: "up to \(limits.entryBytes) bytes", found: "\(numbers.size)")
        }
        let ratio = limits.excessiveRatio(size: numbers.size, compressedSize: numbers.compressedSize)
        if method == .deflate, let ratio {
            add(.inflatesTooFar, expected: "up to \(limits.inflationRatio) times", found: "\(ratio) times")
        }
    }
}

/// General purpose flags (APPNOTE.TXT 4.4.4).
enum Flag {
    static let descriptor: UInt16 = 1 << 3
    static let patch: UInt16 = 1 << 5
    static let utf8: UInt16 = 1 << 11
    /// Encrypted, strongly encrypted, with a masked local header.
    static let encryption: UInt16 = 1 << 0 | 1 << 6 | 1 << 13
    /// All without a meaning for entries that are stored or deflated. Bits 1 and 2 tell how hard deflate tried.
    static let reserved: UInt16 = 0b1101_0111_1001_0000
}

func hex(_ number: some FixedWidthInteger & UnsignedInteger) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: number.bitWidth / 4 - digits.count) + digits
}
