/// A file to be read: the one that was asked for, or one inside it.
struct Item {
    let place: Place
    let depth: Int
    let source: Source
    /// Whether what nobody can read is worth a word: not for a stretch of bytes that may be anything.
    var isGuess = false
    /// A document as it was before a later save: its own earlier saves are looked for by whoever found it.
    var isRevision = false

    /// Whether so much stands behind a file's end, or in base64, that it is somebody's work, though nobody knows it.
    func isTooMuchToGuess(_ blob: Blob) -> Bool {
        guard blob.count >= 4_096, let last = place.parts.last else { return false }
        let isHidden = last.kind == .trailer || last.kind == .embedded && last.number <= 1_000
        return isHidden && blob.withBytes { bytes in bytes.contains { $0 != bytes[0] } }
    }

    /// Bytes that are unpacked only when their turn comes, so that a bomb never is.
    enum Source {
        case blob(Blob)
        /// DEFLATE, without a wrapper.
        case deflated(Blob, Range<Int>)
    }
}

/// What reading one item gave.
struct Findings {
    var passages: [Passage] = []
    var inside: [Item] = []
    var notSearched: [NotSearched] = []

    mutating func add(_ place: Place, _ text: [UInt8]) {
        guard !text.isEmpty else { return }
        passages.append(contentsOf: TextPieces.cut(text, at: place))
    }

    mutating func add(_ place: Place, _ text: String) {
        add(place, Array(text.utf8))
    }

    mutating func miss(_ place: Place, _ reason: NotSearched.Reason) {
        notSearched.append(NotSearched(place: place, reason: reason))
    }
}
