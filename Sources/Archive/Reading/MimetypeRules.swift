// ETSI EN 319 162-1 (ASiC) takes these from OpenDocument: a program that reads the first 80 bytes of a container
// learns from them what it is. Many containers in use break one or another, so they are for the caller to weigh.

extension ArchiveReader {
    /// What is wrong with the entry that tells the container's type: it is the first, at the very beginning, stored,
    /// without an extra field, and holds the media type and no byte more.
    ///
    /// Throws ``ArchiveError`` when it could not be read.
    public func mimetypeFindings(expecting mediaType: String) throws -> [ArchiveFinding] {
        guard let entry = directory["mimetype"] else {
            return [ArchiveFinding(.mimetypeMissing, expected: "an entry named mimetype", found: "none")]
        }
        var findings: [ArchiveFinding] = []
        func add(_ code: ArchiveFinding.Code, _ expected: String, _ found: String) {
            findings.append(
                ArchiveFinding(
                    code,
                    position: entry.position,
                    name: entry.name,
                    expected: expected,
                    found: found
                )
            )
        }
        if entry.position != 0 || entry.headerOffset != 0 {
            add(.mimetypeNotFirst, "entry 0 from 0", "entry \(entry.position) from \(entry.headerOffset)")
        }
        if entry.method != .stored { add(.mimetypeCompressed, "stored", "deflated") }
        let headerLength = LocalHeader.fixedLength + entry.name.utf8.count
        let extra = entry.dataOffset - entry.headerOffset - UInt64(headerLength)
        if extra > 0 { add(.mimetypeHasExtraField, "no extra field", "\(extra) bytes") }
        guard entry.size == mediaType.utf8.count else {
            add(.mimetypeContent, mediaType, "\(entry.size) bytes")
            return findings
        }
        do {
            let content = try bytes(of: entry)
            if !content.elementsEqual(mediaType.utf8) {
                add(.mimetypeContent, mediaType, String(decoding: content, as: UTF8.self))
            }
        } catch let damaged as DamagedEntry {
            findings.append(damaged.finding)
        }
        return findings
    }
}
