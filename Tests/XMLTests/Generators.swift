// Random XML, the same for the same seed.

import XML

/// SplitMix64: small, and the same everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

enum Samples {
    /// Scripts, combining marks in both orders, directions, joiners, what is beyond the basic plane, and what
    /// markup and its escapes look like.
    static let texts = [
        "plain", "  spaced  ", "tab\tnew\nreturn\r", "\r\n\r\n", "<tag a=\"1\">&amp;</tag>", "]]>",
        "<!-- no -->",
        "'single' \"double\"", "&#13;", "क़ क़ हिन्दी ज्ञान", "বাংলা ক্ষুদ্র",
        "தமிழ்", "తెలుగు", "ਪੰਜਾਬੀ", "اردو", "עִבְרִית", "العربية",
        "中文", "日本語 か゛", "한국어 각", "ไทย", "မြန်မာ", "ქართული", "Ελληνικά", "Кириллица", "é e\u{301}",
        "q\u{323}\u{307} q\u{307}\u{323}",
        "👩‍👩‍👧", "𝒜𐍈𠀀", "\u{202E}rtl\u{202C}", "\u{200D}\u{200C}\u{FEFF}", "\u{85}\u{2028}\u{2029}",
        "\u{7F}\u{80}\u{9F}",
        "\u{FFFD}\u{E000}\u{F8FF}",
    ]

    static func text(using random: inout SeededGenerator) -> String {
        if random.chance(70) { return texts.randomElement(using: &random)! }
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            text.unicodeScalars.append(scalar(using: &random))
        }
        return text
    }

    /// Any character that XML 1.0 can carry.
    static func scalar(using random: inout SeededGenerator) -> Unicode.Scalar {
        let ranges: [ClosedRange<UInt32>] = [
            0x9...0xA, 0xD...0xD, 0x20...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFD,
            0x10000...0x10FFFF,
        ]
        let range = ranges.randomElement(using: &random)!
        return Unicode.Scalar(UInt32.random(in: range, using: &random))!
    }

    static let names = [
        "a", "b", "exhibit", "x-1", "_u", "é", "e\u{301}", "नाम", "নাম", "名", "name.dotted", "A",
    ]
    static let prefixes = ["p", "q", "ns0", "é"]
    static let namespaces = ["urn:a", "urn:b", "http://example.org/?a=1;b='2'", "urn:%C3%A9"]
}

extension Element {
    /// A random tree of which every part is what a reader would give: no empty text, no two texts in a row.
    static func random(depth: Int = 4, using random: inout SeededGenerator) -> Element {
        var element = Element(QName.random(attribute: false, using: &random))
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let attribute = Attribute(
                name: QName.random(attribute: true, using: &random),
                value: Samples.text(using: &random)
            )
            if element.canTake(attribute) { element.attributes.append(attribute) }
        }
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            if depth > 0, random.chance(60) {
                element.children.append(.element(.random(depth: depth - 1, using: &random)))
            } else if case .text? = element.children.last {
                continue
            } else {
                element.children.append(.text(Samples.text(using: &random)))
            }
        }
        return element
    }

    private func canTake(_ attribute: Attribute) -> Bool {
        let others = [name] + attributes.map(\.name)
        return others.allSatisfy {
            $0.prefix.isEmpty || $0.prefix != attribute.name.prefix
                || $0.namespace == attribute.name.namespace
        }
            && attributes.allSatisfy {
                !($0.name.local.utf8.elementsEqual(attribute.name.local.utf8)
                    && $0.name.namespace == attribute.name.namespace)
            }
    }

    /// The same tree with the attributes of each element in the canonical order.
    var canonicallySorted: Element {
        var sorted = self
        sorted.attributes.sort { a, b in
            a.name.namespace == b.name.namespace
                ? a.name.local.utf8.lexicographicallyPrecedes(b.name.local.utf8)
                : a.name.namespace.utf8.lexicographicallyPrecedes(b.name.namespace.utf8)
        }
        sorted.children = children.map { child in
            if case .element(let element) = child { .element(element.canonicallySorted) } else { child }
        }
        return sorted
    }
}

extension QName {
    fileprivate static func random(attribute: Bool, using random: inout SeededGenerator) -> QName {
        let local = Samples.names.randomElement(using: &random)!
        if random.chance(attribute ? 60 : 20) { return QName(local: local) }
        if attribute, random.chance(15) {
            return QName(
                namespace: QName.xmlNamespace,
                prefix: "xml",
                local: random.chance(50) ? "lang" : "space"
            )
        }
        return QName(
            namespace: Samples.namespaces.randomElement(using: &random)!,
            prefix: !attribute && random.chance(40) ? "" : Samples.prefixes.randomElement(using: &random)!,
            local: local
        )
    }
}
