/// Bytes that only one recipient can open (HPKE, RFC 9180, base mode).
///
/// A part is a header in clear, the encapsulated key and the ciphertext. Its size is a power of two from 64 KiB on,
/// so that it tells next to nothing of what is inside, and parts for several recipients of one thing are equally
/// large.
public enum SealedPart {
    /// What a part may hold, in bytes.
    public static let limit = 1 << 30

    private static let title = "dossier-sealed-part 1"
    private static let names = ["suite", "recipient"]

    /// - Parameters:
    ///   - info: what the part is for; the opener must give the same.
    ///   - size: of the whole part, where it shall be as large as another; see `size(for:)`.
    public static func seal(
        _ bytes: [UInt8],
        to recipient: RecipientKey,
        info: [UInt8],
        size: Int? = nil
    ) throws(SealingError) -> [UInt8] {
        guard bytes.count <= limit else { throw .tooLarge(bytes.count) }
        let header = header(for: recipient)
        let size = max(size ?? 0, self.size(for: bytes.count))
        let clear = Padding.fill(
            bytes,
            to: size - header.count - recipient.algorithm.encapsulatedCount - KeyAlgorithm.tagCount
        )
        return header + (try recipient.encrypt(clear, info: info, authenticating: header))
    }

    /// The size of a part that holds so many bytes, whoever it is for.
    public static func size(for count: Int) -> Int { Padding.step(atLeast: count + overhead) }

    /// More than header, key, tag and length take in any suite.
    private static let overhead = 512

    /// - Throws: `SealingError.cannotOpen` for a wrong key, another `info`, a changed part and for bytes that are no
    ///   part at all.
    public static func open(
        _ part: [UInt8],
        with key: SecretKey,
        info: [UInt8]
    ) throws(SealingError) -> [UInt8] {
        guard let (_, count) = SealedHeader.read(part, title: title, names: names),
            let bytes = Padding.unfill(
                try key.decrypt(part.dropFirst(count), info: info, authenticating: part.prefix(count))
            )
        else { throw .cannotOpen }
        return bytes
    }

    /// The fingerprint of the key that opens the part, as its header says; nil where it is no part. Nothing vouches
    /// for it but that the key opens it.
    public static func recipient(of part: some RandomAccessCollection<UInt8>) -> String? {
        SealedHeader.read(part, title: title, names: names)?.header["recipient"]
    }

    private static func header(for recipient: RecipientKey) -> [UInt8] {
        SealedHeader(
            title,
            ["suite": recipient.algorithm.suiteName, "recipient": recipient.fingerprint]
        ).bytes
    }
}
