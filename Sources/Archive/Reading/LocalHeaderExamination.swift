/// A local header that was found where the central directory says.
struct LocatedHeader {
    var header: LocalHeader
    /// Where the content begins.
    var dataOffset: UInt64
    /// Where the entry ends, its data descriptor included.
    var end: UInt64
}

// The local header is what a reader sees that takes the archive as a stream; the central directory is what the others
// see. Both must see the same.
extension EntryExamination {
    /// Nil when there is none, or it leads beyond the directory: then nobody can say what the file is made of.
    mutating func examineLocalHeader(
        in file: ReadableFile,
        numbers: WideNumbers
    ) throws(ArchiveError) -> LocatedHeader? {
        let start = numbers.headerOffset
        guard let local = try readLocalHeader(in: file, at: start) else {
            refuseArchive(
                .localHeaderMissing,
                expected: "a local header at \(start)",
                found: "none that fits"
            )
            return nil
        }
        let dataOffset = start + UInt64(LocalHeader.fixedLength + local.name.count + local.extra.count)
        let (dataEnd, overflow) = dataOffset.addingReportingOverflow(numbers.compressedSize)
        guard !overflow, dataEnd <= directoryOffset else {
            refuseArchive(
                .entriesOverlap,
                expected: "content before the directory at \(directoryOffset)",
                found: "\(numbers.compressedSize) bytes from \(dataOffset)"
            )
            return nil
        }
        compare(local, numbers)
        var end = dataEnd
        if header.flags & Flag.descriptor != 0 {
            end += try examineDescriptor(in: file, at: dataEnd, numbers: numbers)
        }
        return LocatedHeader(header: local, dataOffset: dataOffset, end: end)
    }

    private func readLocalHeader(in file: ReadableFile, at start: UInt64) throws(ArchiveError) -> LocalHeader?
    {
        guard start <= directoryOffset else { return nil }
        let room = directoryOffset - start
        // Most have no extra field or a short one, and need no second read.
        let likely = LocalHeader.fixedLength + header.name.count + 40
        var bytes = try file.bytes(Int(min(room, UInt64(likely))), at: start)
        guard let length = LocalHeader.length(of: bytes), UInt64(length) <= room else { return nil }
        if length > bytes.count { bytes = try file.bytes(length, at: start) }
        return LocalHeader(parsing: Array(bytes.prefix(length)))
    }

    private mutating func compare(_ local: LocalHeader, _ numbers: WideNumbers) {
        if local.name != header.name {
            add(.localNameDisagrees, expected: "that of the directory", found: "\(local.name.count) bytes")
        }
        if local.flags != header.flags {
            add(.localFlagsDisagree, expected: hex(header.flags), found: hex(local.flags))
        }
        if local.method != header.method {
            add(.localMethodDisagrees, expected: "\(header.method)", found: "\(local.method)")
        }
        if local.modified != header.modified {
            add(.localTimeDisagrees, expected: "\(header.modified)", found: "\(local.modified)")
        }

        // With a data descriptor to come, a header may leave these at zero.
        let mayBeZero = header.flags & Flag.descriptor != 0
        if local.crc32 != header.crc32, !(mayBeZero && local.crc32 == 0) {
            add(.localChecksumDisagrees, expected: hex(header.crc32), found: hex(local.crc32))
        }
        let fields = examineExtra(local.extra)
        guard
            let own = WideNumbers(size: local.size, compressedSize: local.compressedSize).widened(by: fields)
        else {
            add(.zip64FieldDisagrees, expected: "the sizes that do not fit the local header", found: "others")
            return
        }
        if own.size != numbers.size, !(mayBeZero && own.size == 0) {
            add(.localSizeDisagrees, expected: "\(numbers.size) bytes", found: "\(own.size)")
        }
        if own.compressedSize != numbers.compressedSize, !(mayBeZero && own.compressedSize == 0) {
            add(
                .localSizeDisagrees,
                expected: "\(numbers.compressedSize) bytes kept",
                found: "\(own.compressedSize)"
            )
        }
    }

    /// Checks the record after the content that repeats checksum and sizes; returns its length in bytes, 0 when none
    /// is there.
    private mutating func examineDescriptor(
        in file: ReadableFile,
        at offset: UInt64,
        numbers: WideNumbers
    ) throws(ArchiveError) -> UInt64 {
        add(.dataDescriptor, expected: "sizes in the local header", found: "a data descriptor")
        let bytes = try file.bytes(Int(min(24, directoryOffset - offset)), at: offset)
        // With or without a signature, with sizes of 32 or 64 bits: the format leaves all four open.
        var forms: [[UInt8]] = []
        for isWide in [true, false] {
            for isSigned in [true, false] {
                var form: [UInt8] = []
                if isSigned { form.append(little: UInt32(0x0807_4B50)) }
                form.append(little: header.crc32)
                if isWide {
                    form.append(little: numbers.compressedSize)
                    form.append(little: numbers.size)
                } else {
                    form.append(little: UInt32(truncatingIfNeeded: numbers.compressedSize))
                    form.append(little: UInt32(truncatingIfNeeded: numbers.size))
                }
                forms.append(form)
            }
        }
        guard let form = forms.first(where: { bytes.starts(with: $0) }) else {
            add(.dataDescriptorDisagrees, expected: "checksum and sizes of the directory", found: "others")
            return 0
        }
        return UInt64(form.count)
    }

    /// Compares both headers with those that our writer would have written.
    mutating func examineForm(local: LocalHeader, numbers: WideNumbers, method: CompressionMethod) {
        let facts = EntryFacts(
            name: header.name,
            method: method,
            modified: moment,
            crc32: header.crc32,
            compressedSize: numbers.compressedSize,
            size: numbers.size,
            headerOffset: numbers.headerOffset
        )
        if let difference = HeaderDifference(LocalHeader(of: facts), local) {
            add(.localHeaderForm, expected: difference.expected, found: difference.found)
        }
        if let difference = HeaderDifference(CentralHeader(of: facts), header) {
            add(.centralHeaderForm, expected: difference.expected, found: difference.found)
        }
    }
}
