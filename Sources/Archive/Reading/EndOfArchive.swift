// Finding the end of an archive, and from it the central directory.
//
// Readers disagree about where an archive ends: some search back for the last signature, some take the first record
// whose comment reaches the end of the file, some allow for bytes in front. Here all of them must see the same.

/// Where the central directory is, once every record at the end agrees about it.
struct EndOfArchive {
    var directory: DirectoryFacts
    /// Where the records after the directory begin.
    var endOffset: UInt64 { directory.directoryOffset + directory.directorySize }
}

extension EndOfArchive {
    /// Nil when the archive is refused; `findings` says why.
    init?(in file: ReadableFile, findings: inout FindingList) throws(ArchiveError) {
        let tailLength = min(file.size, UInt64(EndRecord.length) + UInt64(UInt16.max))
        let tailStart = file.size - tailLength
        let tail = try file.bytes(Int(tailLength), at: tailStart)
        guard let at = Self.endRecord(in: tail, findings: &findings) else { return nil }

        let recordEnd = at + EndRecord.length
        guard let end = EndRecord(parsing: Array(tail[at..<recordEnd])) else { return nil }
        let commentEnd = recordEnd + Int(end.commentLength)
        if end.commentLength > 0 {
            findings.add(.archiveComment, expected: "no comment", found: "\(end.commentLength) bytes")
        }
        if commentEnd < tail.count {
            findings.add(.trailingData, expected: "the end", found: "\(tail.count - commentEnd) bytes")
        }
        guard end.disk == 0, end.directoryDisk == 0, end.entriesOnDisk == end.entries else {
            findings.add(.severalDisks, expected: "one disk", found: "disk \(end.disk) of several")
            return nil
        }

        let endOffset = tailStart + UInt64(at)
        guard let zip64 = try Self.zip64(before: endOffset, end: end, file: file, findings: &findings) else {
            return nil
        }
        let found = zip64.record
        let (directoryEnd, overflow) = found.directoryOffset.addingReportingOverflow(found.directorySize)
        guard !overflow, directoryEnd == zip64.endOffset else {
            findings.add(
                .directoryMisplaced,
                expected: "ends at \(zip64.endOffset)",
                found: "\(found.directorySize) bytes from \(found.directoryOffset)"
            )
            return nil
        }
        directory = found

        let written = directory.encodedEnd()
        let present = try file.bytes(Int(file.size - zip64.endOffset), at: zip64.endOffset)
        if written != present {
            findings.add(
                .endRecordForm,
                expected: "\(written.count) bytes as we write them",
                found: "\(present.count) others"
            )
        }
    }

    /// The place in the tail of the one record that can be meant.
    private static func endRecord(in tail: [UInt8], findings: inout FindingList) -> Int? {
        guard tail.count >= EndRecord.length else {
            findings.add(.endRecordMissing, expected: "an end record", found: "\(tail.count) bytes")
            return nil
        }
        // In an entry's content the signature is nobody's concern: exhibits may be archives. What counts is whose
        // comment would end with the file, and, if there is none, the last that fits at all.
        var reaching: [Int] = []
        var lastFitting: Int?
        var last = 0
        for at in 0...(tail.count - 4) where tail[at] == 0x50 && tail.little32(at) == EndRecord.signature {
            last = at
            guard at + EndRecord.length <= tail.count else { continue }
            let end = at + EndRecord.length + Int(tail.little16(at + 20))
            if end == tail.count { reaching.append(at) }
            if end <= tail.count { lastFitting = at }
        }
        guard let chosen = reaching.last ?? lastFitting else {
            findings.add(.endRecordMissing, expected: "an end record", found: "none")
            return nil
        }
        guard reaching.count <= 1, last == chosen else {
            findings.add(
                .endRecordAmbiguous,
                expected: "one end record",
                found: "more than one that could be meant"
            )
            return nil
        }
        return chosen
    }

    /// The facts of the end record, or those of the ZIP64 record if there is one; and where the end records begin.
    private static func zip64(
        before endOffset: UInt64,
        end: EndRecord,
        file: ReadableFile,
        findings: inout FindingList
    ) throws(ArchiveError) -> (record: DirectoryFacts, endOffset: UInt64)? {
        let plain = DirectoryFacts(
            entries: UInt64(end.entries),
            directoryOffset: UInt64(end.directoryOffset),
            directorySize: UInt64(end.directorySize)
        )
        let locatorLength = UInt64(Zip64Locator.length)
        let recordLength = UInt64(Zip64EndRecord.length)
        guard endOffset >= locatorLength,
            let locator = Zip64Locator(
                parsing: try file.bytes(Zip64Locator.length, at: endOffset - locatorLength)
            )
        else { return (plain, endOffset) }

        func refuse(_ expected: String, _ found: String) -> (record: DirectoryFacts, endOffset: UInt64)? {
            findings.add(.zip64EndDisagrees, expected: expected, found: found)
            return nil
        }
        guard locator.recordDisk == 0, locator.disks <= 1 else {
            findings.add(.severalDisks, expected: "one disk", found: "\(locator.disks)")
            return nil
        }
        // The record may end in an "extensible data sector" of any length, which nobody reads: there is to be none.
        guard endOffset >= locatorLength + recordLength,
            locator.recordOffset == endOffset - locatorLength - recordLength,
            let record = Zip64EndRecord(
                parsing: try file.bytes(Zip64EndRecord.length, at: locator.recordOffset)
            ),
            record.remainingLength == recordLength - 12
        else {
            return refuse("a ZIP64 end record right before its locator", "none at \(locator.recordOffset)")
        }
        guard record.disk == 0, record.directoryDisk == 0, record.entriesOnDisk == record.entries else {
            findings.add(.severalDisks, expected: "one disk", found: "disk \(record.disk) of several")
            return nil
        }
        let wide = DirectoryFacts(
            entries: record.entries,
            directoryOffset: record.directoryOffset,
            directorySize: record.directorySize
        )
        guard end.entries == .max || plain.entries == wide.entries,
            end.directoryOffset == .max || plain.directoryOffset == wide.directoryOffset,
            end.directorySize == .max || plain.directorySize == wide.directorySize
        else {
            return refuse(
                "\(plain.entries) entries, \(plain.directorySize) bytes from \(plain.directoryOffset)",
                "\(wide.entries) entries, \(wide.directorySize) bytes from \(wide.directoryOffset)"
            )
        }
        if !wide.needsZip64 {
            findings.add(.zip64EndNotNeeded, expected: "an end record alone", found: "a ZIP64 record")
        }
        return (wide, locator.recordOffset)
    }
}
