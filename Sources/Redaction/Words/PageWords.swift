/// A word and where it stands, in the unit of its page (points or pixels), from the top left.
struct PlacedWord: Hashable {
    let text: String
    let x: Double
    let y: Double
    let width: Double
    let height: Double

    func scaled(by scale: Double) -> PlacedWord {
        PlacedWord(text: text, x: x * scale, y: y * scale, width: width * scale, height: height * scale)
    }
}

/// The words of one page in reading order, and its text.
struct PageWords {
    private(set) var words: [PlacedWord] = []
    /// UTF-8: a space between words, a line feed between lines.
    private(set) var text: [UInt8] = []
    /// The bytes of each word in the text.
    private(set) var ranges: [Range<Int>] = []

    mutating func add(_ word: PlacedWord, onNewLine: Bool) {
        if !text.isEmpty { text.append(onNewLine ? UInt8(ascii: "\n") : UInt8(ascii: " ")) }
        let start = text.count
        text += word.text.utf8
        words.append(word)
        ranges.append(start..<text.count)
    }

    /// The words that ranges of the text touch: whole, since what is left of a word tells the rest.
    func words(touching found: [Range<Int>]) -> [PlacedWord] {
        var touched: [PlacedWord] = []
        for (word, range) in zip(words, ranges) where found.contains(where: { $0.overlaps(range) }) {
            touched.append(word)
        }
        return touched
    }
}

/// Reads the tables of words that `pdftotext -tsv` and `tesseract … tsv` write: level, page, block, paragraph, line,
/// word, left, top, width, height, confidence, text.
enum WordTable {
    /// - Returns: the words of each page that has any, by its number.
    static func read(_ bytes: [UInt8]) -> [Int: PageWords] {
        var pages: [Int: PageWords] = [:]
        var startsLine = true
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(
                separator: UInt8(ascii: "\t"),
                maxSplits: 11,
                omittingEmptySubsequences: false
            ).map { String(decoding: $0, as: UTF8.self) }
            guard fields.count == 12, let page = Int(fields[1]) else { continue }
            guard fields[0] == "5" else {
                startsLine = true
                continue
            }
            guard let x = Double(fields[6]), let y = Double(fields[7]), let width = Double(fields[8]),
                let height = Double(fields[9])
            else { continue }
            let text = fields[11].trimmingSpace()
            guard !text.isEmpty else { continue }
            pages[page, default: PageWords()].add(
                PlacedWord(text: text, x: x, y: y, width: width, height: height),
                onNewLine: startsLine
            )
            startsLine = false
        }
        return pages
    }
}

extension String {
    fileprivate func trimmingSpace() -> String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
