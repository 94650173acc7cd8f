/// Tells a message or a mailbox from other text.
enum MailHeaders {
    private static let known: Set<String> = [
        "from", "to", "cc", "bcc", "subject", "date", "received", "return-path", "mime-version", "message-id",
        "content-type", "content-transfer-encoding", "reply-to", "sender", "delivered-to", "x-mailer",
    ]

    /// Whether its first line begins a mailbox, or two of its first fields are a message's.
    static func looksLikeMail(_ text: [UInt8]) -> Bool {
        if text.starts(with: Array("From ".utf8)) { return true }
        var seen: Set<String> = []
        for line in text.split(separator: 0x0A, maxSplits: 60).prefix(60) {
            guard line.first != 0x0D else { break }
            if line.first == 0x20 || line.first == 0x09 { continue }
            guard let colon = line.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { break }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            if known.contains(name) { seen.insert(name) }
        }
        return seen.count >= 2
    }
}
