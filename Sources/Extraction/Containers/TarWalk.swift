/// The members of a tar stream in the pax form (POSIX.1-2001), as bsdtar writes it.
struct TarWalk {
    struct Member {
        var data: Range<Int>
    }

    private(set) var members: [Member] = []
    /// Names, owners, links and whatever else the headers say.
    private(set) var words: [UInt8] = []
    private(set) var isWhole = true

    init(_ bytes: UnsafeRawBufferPointer, most: Int) {
        var index = 0
        while index + 512 <= bytes.count {
            let header = UnsafeRawBufferPointer(rebasing: bytes[index..<index + 512])
            if header.allSatisfy({ $0 == 0 }) { return }
            let size = Self.size(header)
            let end = index + 512 + size
            guard end <= bytes.count, members.count < most else {
                isWhole = false
                return
            }
            let data = index + 512..<end
            switch header[156] {
            case UInt8(ascii: "x"), UInt8(ascii: "g"), UInt8(ascii: "L"), UInt8(ascii: "K"):
                words.append(contentsOf: bytes[data])
                words.append(0x0A)
            default:
                for field in [0..<100, 157..<257, 265..<297, 297..<329, 345..<500] {
                    let text = header[field].prefix { $0 != 0 }
                    if !text.isEmpty {
                        words.append(contentsOf: text)
                        words.append(0x0A)
                    }
                }
                if size > 0 { members.append(Member(data: data)) }
            }
            index = end + (512 - size % 512) % 512
        }
        isWhole = false
    }

    private static func size(_ header: UnsafeRawBufferPointer) -> Int {
        if header[124] & 0x80 != 0 {  // GNU's form of a large number
            return header[128..<136].reduce(0) { ($0 << 8 | Int($1)) & Int.max >> 8 }
        }
        var size = 0
        for byte in header[124..<136] where 0x30...0x37 ~= byte { size = size << 3 | Int(byte - 0x30) }
        return size
    }
}
