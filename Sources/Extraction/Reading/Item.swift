/// A file to be read: the one that was asked for, or one inside it.
struct Item {
    let place: Place
    let depth: Int
    let source: Source
    /// Whether what nobody can read is worth a word: not for a stretch of bytes that may be anything.
    var isGuess = false
    /// A picture whose text is read by OCR even if it is small is any but a thumbnail of one that is.
    var wantsOCR = true
    /// A document as it was before a later save: its own earlier saves are looked for by whoever found it.
    var isRevision = false

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
