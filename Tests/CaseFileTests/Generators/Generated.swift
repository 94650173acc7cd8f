import CaseFile

/// A value that a generator makes whole, from chance.
///
/// Structs need no generator: `RandomDecoder` fills them, field by field, by their own `Decodable` initialisers, so
/// that a new field is tested as soon as it is declared.
protocol Generated {
    static func generated(using random: inout SeededGenerator) -> Self
}

extension Code: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(Texts.line(upTo: 200, using: &random))!
    }
}

extension Token: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        if Int.random(in: 0..<20, using: &random) == 0 {
            return Self(String(repeating: "a-b.", count: 16).dropLast() + "c")!
        }
        let words = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Texts.word(Texts.smalls + Texts.capitals + Texts.digits, 1...12, using: &random)
        }
        return Self(
            words.dropFirst().reduce(words[0]) { $0 + (Bool.random(using: &random) ? "-" : ".") + $1 }
        )!
    }
}

extension Count: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        [0, 1, 2026, 9_007_199_254_740_991].randomElement(using: &random)!
    }
}

extension Amount: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let whole = Texts.word(Texts.digits, 1...12, using: &random)
        return Self(
            Bool.random(using: &random)
                ? whole : whole + "." + Texts.word(Texts.digits, 1...6, using: &random)
        )!
    }
}

extension Degrees: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let whole = ["0", "-0", "180", "-180", "90", "-90", "022", "88"].randomElement(using: &random)!
        let isWhole = whole.hasSuffix("180") || Bool.random(using: &random)
        return Self(isWhole ? whole : whole + "." + Texts.word(Texts.digits, 1...8, using: &random))!
    }
}

extension AgencyCode: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(
            Texts.word(Texts.capitals + Texts.digits, 1...1, using: &random)
                + Texts.word(Texts.capitals + Texts.digits + "-", 0...30, using: &random)
                + Texts.word(Texts.capitals + Texts.digits, 1...1, using: &random)
        )!
    }
}

extension Recorder: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let account = Texts.word(Texts.capitals + Texts.smalls + Texts.digits + "._-", 1...64, using: &random)
        return Self(agency: AgencyCode.generated(using: &random).text, account: account)!
    }
}

extension CountryCode: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(Texts.word(Texts.capitals, 2...2, using: &random))!
    }
}

extension CurrencyCode: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(Texts.word(Texts.capitals, 3...3, using: &random))!
    }
}

extension TimeZoneName: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        ["UTC", "Asia/Kolkata", "Europe/London", "Etc/GMT+5", "America/Argentina/Buenos_Aires"].randomElement(
            using: &random
        )!
    }
}

extension LanguageTag: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(
            rawValue: ["en", "hi", "bn", "en-IN", "ur-Arab-PK", "ase", "sa-Deva-IN-1994"].randomElement(
                using: &random
            )!
        )!
    }
}

extension MediaType: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(
            Texts.word(Texts.smalls + Texts.digits, 1...127, using: &random) + "/x"
                + Texts.word(Texts.smalls + "!#$&^_.+-", 0...126, using: &random)
        )!
    }
}

extension FileName: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        while true {
            let dots = String(repeating: ".", count: Int.random(in: 0...3, using: &random))
            let line = Texts.line(upTo: 197, using: &random).filter { $0 != "/" && $0 != "\\" }
            if let name = Self(dots + line) { return name }
        }
    }
}

extension OriginalPath: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        var bytes = Array("/media/".utf8) + Array(Texts.any(using: &random).utf8)
        for _ in 0..<3 { bytes.append(UInt8.random(in: 1...255, using: &random)) }
        return Self(bytes: bytes)!
    }
}

extension HashText: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(Texts.word(Texts.hexadecimal, 64...64, using: &random))!
    }
}

extension Base64Text: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let groups = Texts.word(Texts.capitals + Texts.smalls + Texts.digits + "+/", 1...40, using: &random)
        let whole = String(groups.prefix(groups.count / 4 * 4))
        return Self(whole + ["AAA=", "+/w=", "gg==", "zQ==", "////"].randomElement(using: &random)!)!
    }
}

extension NoteText: Generated {
    static func generated(using random: inout SeededGenerator) -> Self { Self(Texts.any(using: &random))! }
}

extension Digest: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let algorithm = Algorithm.allCases.randomElement(using: &random)!
        let digits = algorithm.length * 2
        return Self(algorithm, Texts.word(Texts.hexadecimal, digits...digits, using: &random))!
    }
}

extension FreeText: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let runs: [Run] = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Bool.random(using: &random)
                ? .text(Texts.any(using: &random)) : .reference(.generated(using: &random))
        }
        return Self(runs, .generated(using: &random))!
    }
}

extension RecordID: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(milliseconds: UInt64.random(in: 0..<1 << 48, using: &random), using: &random)
    }
}

extension Reference: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(to: .generated(using: &random))
    }
}

extension AnyReference: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        Self(to: .generated(using: &random))
    }
}

extension Moment: Generated {
    static func generated(using random: inout SeededGenerator) -> Self {
        let instant = instant(using: &random)
        let zone = instant.text.hasSuffix("Z") ? "Z" : String(instant.text.suffix(6))
        let length = [0, 10, 7, 4].randomElement(using: &random)!
        let text = length == 0 ? instant.text : instant.text.prefix(length) + zone
        return Self(text, approximate: Int.random(in: 0..<4, using: &random) == 0)!
    }

    /// An instant of the years 1 to 9999, in any zone, as fine as a microsecond.
    static func instant(using random: inout SeededGenerator) -> Self {
        let unit: Int64 = [1, 1000, 1_000_000].randomElement(using: &random)!
        let span = -62_135_500_000_000_000...253_402_200_000_000_000 as ClosedRange<Int64>
        return Self(
            microseconds: Int64.random(in: span, using: &random) / unit * unit,
            zone: [0, 330, -570, 840, -840, 1].randomElement(using: &random)!
        )
    }
}
