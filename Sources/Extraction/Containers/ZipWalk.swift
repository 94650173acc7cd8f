/// Everything in a ZIP archive that has a local header, whether or not the directory knows it, and every word of the
/// structures around (APPNOTE 6.3).
///
/// Archive's reader judges a bundle and refuses what is doubtful; this one is for archives that others made, and has
/// to see what a doubtful one hides.
struct ZipWalk {
    struct Member {
        var method: Int
        var isEncrypted: Bool
        /// Where its bytes stand; for DEFLATE without a known length, up to the archive's end.
        var data: Range<Int>
    }

    /// In the order of their local headers.
    private(set) var members: [Member] = []
    /// Names, comments and extra fields, one on a line.
    private(set) var words: [UInt8] = []
    /// Stretches that belong to nothing: before, between and behind.
    private(set) var gaps: [Range<Int>] = []
    /// A directory names a member that has no local header, or a header is cut short.
    private(set) var isDamaged = false
    private(set) var isTooLarge = false

    private struct Listing {
        var compressedSize: Int
        var method: Int
    }

    init(_ bytes: UnsafeRawBufferPointer, limits: ExtractionLimits) {
        let listings = readDirectory(bytes)
        var index = 0
        var end = 0
        while let header = Signatures.find([0x50, 0x4B, 3, 4], in: bytes, from: index, to: bytes.count) {
            guard members.count < limits.parts else {
                isTooLarge = true
                break
            }
            guard let next = takeMember(bytes, at: header, listings[header], limits) else {
                index = header + 4
                continue
            }
            if header > end { gaps.append(end..<header) }
            index = next
            end = next
        }
        if end < bytes.count { gaps.append(end..<bytes.count) }
        let found = members.count
        if listings.count > found, !isTooLarge { isDamaged = true }
    }

    /// Takes one local header and returns where its data ends, or nil if it is none.
    private mutating func takeMember(
        _ bytes: UnsafeRawBufferPointer,
        at header: Int,
        _ listing: Listing?,
        _ limits: ExtractionLimits
    ) -> Int? {
        guard header + 30 <= bytes.count else { return nil }
        let flags = Self.number(bytes, header + 6, 2)
        let method = Self.number(bytes, header + 8, 2)
        let nameLength = Self.number(bytes, header + 26, 2)
        let extraLength = Self.number(bytes, header + 28, 2)
        let start = header + 30 + nameLength + extraLength
        guard start <= bytes.count else {
            if listing != nil { isDamaged = true }
            return nil
        }
        add(bytes[header + 30..<start - extraLength])
        add(RawText.runs(in: UnsafeRawBufferPointer(rebasing: bytes[start - extraLength..<start])))
        var size = Self.number(bytes, header + 18, 4)
        if size == 0xFFFF_FFFF {
            size =
                Self.zip64(bytes, start - extraLength..<start, skipping: Self.number(bytes, header + 22, 4))
                ?? listing?.compressedSize ?? 0
        }
        if flags & 8 != 0, size == 0 {
            if let listing {
                size = listing.compressedSize
            } else if method == 8, flags & 1 == 0 {
                // No length anywhere: the stream itself says where it ends.
                let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
                size = Inflation.inflate(rest, .raw, limits: limits).consumed
            } else {
                let next =
                    Signatures.find([0x50, 0x4B], in: bytes, from: start, to: bytes.count) ?? bytes.count
                size = next - start
            }
        }
        if start + size > bytes.count {
            isDamaged = true
            size = bytes.count - start
        }
        members.append(Member(method: method, isEncrypted: flags & 1 != 0, data: start..<start + size))
        return start + size
    }

    /// What the central directory says of each local header's offset; its words are taken on the way.
    private mutating func readDirectory(_ bytes: UnsafeRawBufferPointer) -> [Int: Listing] {
        var listings: [Int: Listing] = [:]
        var index = 0
        // Anything before the archive shifts its offsets: what the end record says against where it stands tells.
        var shift = 0
        var directory = 0..<0
        if let end = Self.lastEndRecord(bytes) {
            let size = Self.number(bytes, end + 12, 4)
            let offset = Self.number(bytes, end + 16, 4)
            if size != 0xFFFF_FFFF, offset != 0xFFFF_FFFF {
                shift = max(end - size - offset, 0)
                directory = max(end - size, 0)..<end
            }
            let comment = Self.number(bytes, end + 20, 2)
            add(bytes[min(end + 22, bytes.count)..<min(end + 22 + comment, bytes.count)])
        }
        while let entry = Signatures.find([0x50, 0x4B, 1, 2], in: bytes, from: index, to: bytes.count) {
            guard entry + 46 <= bytes.count else { break }
            let name = Self.number(bytes, entry + 28, 2)
            let extra = Self.number(bytes, entry + 30, 2)
            let comment = Self.number(bytes, entry + 32, 2)
            let end = entry + 46 + name + extra + comment
            guard end <= bytes.count else {
                index = entry + 4
                continue
            }
            let method = Self.number(bytes, entry + 10, 2)
            let size = Self.number(bytes, entry + 20, 4)
            let offset = Self.number(bytes, entry + 42, 4) + shift
            if offset + 4 <= bytes.count, Self.number(bytes, offset, 4) == 0x0403_4B50 {
                add(bytes[entry + 46..<entry + 46 + name])
                add(
                    RawText.runs(
                        in: UnsafeRawBufferPointer(rebasing: bytes[entry + 46 + name..<end - comment])
                    )
                )
                add(bytes[end - comment..<end])
                listings[offset] = Listing(compressedSize: size, method: method)
                index = end
            } else {
                // Another archive's directory may stand inside a member; in this one's own every entry has its member.
                if directory.isEmpty || directory.contains(entry), offset - shift != 0xFFFF_FFFF {
                    isDamaged = true
                }
                add(RawText.runs(in: UnsafeRawBufferPointer(rebasing: bytes[entry + 46..<end])))
                index = entry + 4
            }
        }
        return listings
    }

    private mutating func add(_ text: Slice<UnsafeRawBufferPointer>) {
        guard !text.isEmpty else { return }
        words.append(contentsOf: Charset.lenient([UInt8](text)))
        words.append(0x0A)
    }

    private mutating func add(_ text: [UInt8]) {
        words.append(contentsOf: text)
    }

    private static func lastEndRecord(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var index = bytes.count - 22
        let stop = max(bytes.count - 22 - 65_535 - 4_096, 0)
        while index >= stop, index >= 0 {
            if number(bytes, index, 4) == 0x0605_4B50 { return index }
            index -= 1
        }
        return nil
    }

    private static func zip64(
        _ bytes: UnsafeRawBufferPointer,
        _ extra: Range<Int>,
        skipping size: Int
    ) -> Int? {
        var index = extra.lowerBound
        while index + 4 <= extra.upperBound {
            let length = number(bytes, index + 2, 2)
            if number(bytes, index, 2) == 1 {
                let at = index + 4 + (size == 0xFFFF_FFFF ? 8 : 0)
                guard at + 8 <= extra.upperBound else { return nil }
                return number(bytes, at, 7)  // seven bytes: no file is longer, and it stays an Int
            }
            index += 4 + length
        }
        return nil
    }

    static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int {
        var value = 0
        for index in stride(from: min(start + count, bytes.count) - 1, through: start, by: -1) {
            value = value << 8 | Int(bytes[index])
        }
        return value
    }
}
