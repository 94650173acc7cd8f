import Testing

@testable import Leaks

/// Splits of chance that can be repeated.
private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Names made by chance, changed in ways that keep them readable; each must be found.
@Suite struct `A name made by chance` {
    static let onsets = ["b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "sh", "ch", "bh", "j", "h"]
    static let vowels = ["a", "i", "u", "e", "o"]

    private static func name(_ syllables: Int, _ dice: inout Dice) -> String {
        var name = ""
        for _ in 0..<syllables {
            name += onsets.randomElement(using: &dice)! + vowels.randomElement(using: &dice)!
        }
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    typealias Change = @Sendable (String, inout any RandomNumberGenerator) -> String
    static let changes: [(name: String, least: Int, change: Change)] = [
        ("upper case", 0, { name, _ in name.uppercased() }),
        ("lower case", 0, { name, _ in name.lowercased() }),
        ("letters apart", 0, { name, _ in name.map(String.init).joined(separator: " ") }),
        ("hyphens", 0, { name, _ in name.map(String.init).joined(separator: "-") }),
        ("dots", 0, { name, _ in name.map(String.init).joined(separator: ".") }),
        ("zero width", 0, { name, _ in name.map(String.init).joined(separator: "\u{200B}") }),
        ("soft hyphens", 0, { name, _ in name.map(String.init).joined(separator: "\u{AD}") }),
        ("accents", 0, { name, _ in name.map { "\($0)\u{301}" }.joined() }),
        (
            "full width", 0,
            { name, _ in
                String(
                    String.UnicodeScalarView(name.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0)! })
                )
            }
        ),
        ("references", 0, { name, _ in name.unicodeScalars.map { "&#\($0.value);" }.joined() }),
        ("percent", 0, { name, _ in name.utf8.map { "%" + String($0, radix: 16) }.joined() }),
        (
            "long vowels", 0,
            { name, _ in
                name.map { $0 == "i" ? "ee" : $0 == "u" ? "oo" : String($0) }.joined()
            }
        ),
        (
            "doubled letter", 0,
            { name, dice in
                let place = name.index(
                    name.startIndex,
                    offsetBy: Int.random(in: 1..<name.count, using: &dice)
                )
                return "aeiou".contains(name[place]) || name[place] == "h"
                    ? name : name[..<place] + String(name[place]) + name[place...]
            }
        ),
        (
            "letter swapped", 6,
            { name, dice in
                var letters = Array(name)
                let place = Int.random(in: 1..<(letters.count - 1), using: &dice)
                letters.swapAt(place, place + 1)
                return String(letters)
            }
        ),
        (
            "letter left out", 6,
            { name, dice in
                var letters = Array(name)
                letters.remove(at: Int.random(in: 1..<letters.count, using: &dice))
                return String(letters)
            }
        ),
        (
            "letter wrong", 6,
            { name, dice in
                var letters = Array(name)
                letters[Int.random(in: 1..<letters.count, using: &dice)] = "q"
                return String(letters)
            }
        ),
        (
            "broken line", 0,
            { name, dice in
                let place = name.index(
                    name.startIndex,
                    offsetBy: Int.random(in: 1..<name.count, using: &dice)
                )
                return name[..<place] + "-\n    " + name[place...]
            }
        ),
    ]

    @Test func `is found in every form, and where it stands is told`() {
        var dice = Dice(state: 4)
        var tried = 0
        for _ in 0..<40 {
            let name = Self.name(Int.random(in: 2...4, using: &dice), &dice)
            if WordLists.everyday.contains(Array(name.lowercased().utf8)) { continue }
            let matcher = LeakMatcher([ProtectedTerm(code: "1", kind: .name, text: "\(name) Das")])
            var any: any RandomNumberGenerator = dice
            for (kind, least, change) in Self.changes where name.count >= least {
                let changed = change(name, &any)
                if WordLists.everyday.contains(Array(changed.lowercased().utf8)) { continue }
                let before = "Seen there: "
                let found = matcher.matches(in: before + changed + " (then gone)")
                #expect(found.count == 1, "\(name) as \(changed), \(kind)")
                #expect(
                    found.first?.range == before.utf8.count..<(before + changed).utf8.count
                        || kind == "accents",
                    "\(name) as \(changed), \(kind)"
                )
                tried += 1
            }
            dice = any as! Dice
        }
        #expect(tried > 400)
    }
}
