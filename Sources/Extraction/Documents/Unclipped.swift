/// A PDF in qpdf's plain form, changed so that its pages' text is all there is: what stands beyond the edges comes
/// onto the page, and layers that are off come on.
///
/// Every change keeps the length, so that the table of offsets still holds.
enum Unclipped {
    static func rewrite(_ bytes: inout [UInt8]) {
        replace("/OCProperties", by: "/OCPr0perties", in: &bytes)
        for box in ["/CropBox", "/TrimBox", "/ArtBox", "/BleedBox"] {
            replace(box, by: box.replacing("Box", with: "B0x"), in: &bytes)
        }
        widen(&bytes)
    }

    private static func replace(_ old: String, by new: String, in bytes: inout [UInt8]) {
        let old = Array(old.utf8)
        let new = Array(new.utf8)
        var index = 0
        while let hit = bytes.withUnsafeBytes({ Signatures.find(old, in: $0, from: index, to: $0.count) }) {
            bytes.replaceSubrange(hit..<hit + new.count, with: new)
            index = hit + new.count
        }
    }

    private static func widen(_ bytes: inout [UInt8]) {
        let name = Array("/MediaBox [".utf8)
        let wide = Array(" -9999 -9999 9999 9999 ".utf8)
        var index = 0
        while let hit = bytes.withUnsafeBytes({ Signatures.find(name, in: $0, from: index, to: $0.count) }) {
            let start = hit + name.count
            guard let end = bytes[start...].prefix(200).firstIndex(of: UInt8(ascii: "]")) else { return }
            if end - start >= wide.count {
                let padding = [UInt8](repeating: 0x20, count: end - start - wide.count)
                bytes.replaceSubrange(start..<end, with: wide + padding)
            }
            index = end
        }
    }
}
