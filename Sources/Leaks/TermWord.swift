/// A word of a protected term.
struct TermWord: Sendable {
    let letters: [UInt8]
    /// The same as it is spoken, where that differs in Bengali.
    let spoken: [UInt8]
    let script: Script
    let isNumber: Bool
    /// As it was written.
    let bytes: [UInt8]
    /// What stands before it in the term.
    let separator: Separator

    /// A word that no term has as it stands, to be looked for in its place.
    init(letters: [UInt8], script: Script) {
        self.init(
            letters: letters,
            spoken: letters,
            script: script,
            isNumber: false,
            bytes: [],
            separator: []
        )
    }

    private init(
        letters: [UInt8],
        spoken: [UInt8],
        script: Script,
        isNumber: Bool,
        bytes: [UInt8],
        separator: Separator
    ) {
        self.letters = letters
        self.spoken = spoken
        self.script = script
        self.isNumber = isNumber
        self.bytes = bytes
        self.separator = separator
    }

    static func words(of text: String) -> [TermWord] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            let reader = TextReader(bytes: bytes)
            var words: [TermWord] = []
            var word = ReadWord()
            var separator: Separator = []
            var index = 0
            while index < bytes.count {
                let (scalar, length) = reader.scalar(at: index)
                switch Glyph(scalar) {
                case .ignorable: index += length
                case .separator(let found):
                    separator.formUnion(found)
                    index += length
                case .letters, .indic, .digit:
                    _ = reader.readWord(at: index, limit: bytes.count, into: &word)
                    if !word.letters.isEmpty {
                        words.append(
                            TermWord(
                                letters: word.letters,
                                spoken: word.spoken(),
                                script: word.script,
                                isNumber: word.kind == .digits,
                                bytes: Array(bytes[index..<word.end]),
                                separator: separator
                            )
                        )
                    }
                    separator = []
                    index = max(word.end, index + length)
                }
            }
            return words
        }
    }
}
