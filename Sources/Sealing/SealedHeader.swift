/// The lines in clear before encrypted bytes: what they are and which key opens them. They are authenticated with
/// the bytes, so that none can be exchanged.
///
///     dossier-sealed-part 1
///     suite: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305
///     recipient: 9f86d081884c7d65…
///
struct SealedHeader {
    let title: String
    let fields: [(name: String, value: String)]

    init(_ title: String, _ fields: KeyValuePairs<String, String>) {
        self.title = title
        self.fields = fields.map { (name: $0.key, value: $0.value) }
    }

    subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// With the empty line at the end.
    var bytes: [UInt8] {
        Array((title + "\n" + fields.map { "\($0.name): \($0.value)\n" }.joined() + "\n").utf8)
    }

    /// Reads a header with exactly these fields in this order.
    /// - Returns: nil where it is another; else the header, and where the bytes after it begin.
    static func read(
        _ bytes: some RandomAccessCollection<UInt8>,
        title: String,
        names: [String]
    ) -> (header: SealedHeader, count: Int)? {
        // No header of ours comes near this.
        let head = Array(bytes.prefix(2048))
        guard let end = head.indices.dropLast().first(where: { head[$0] == 0x0A && head[$0 + 1] == 0x0A })
        else { return nil }
        let lines = head[..<end].split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.first == title, lines.count == names.count + 1 else { return nil }
        var fields: [(name: String, value: String)] = []
        for (name, line) in zip(names, lines.dropFirst()) {
            guard line.hasPrefix(name + ": ") else { return nil }
            fields.append((name: name, value: String(line.dropFirst(name.count + 2))))
        }
        return (SealedHeader(title: title, fields: fields), end + 2)
    }

    private init(title: String, fields: [(name: String, value: String)]) {
        self.title = title
        self.fields = fields
    }
}
