// The names an entry can have. The writer refuses what the reader would refuse, by the same rules.
//
// A name is a path that other people's programs will create on their disks: on Windows, where `\` and `:` separate
// and a final dot or space is dropped; on macOS, where NFC and NFD are one name; on systems that ignore case.

enum EntryName {
    /// The most that a header can hold.
    static let longest = Int(UInt16.max)

    /// The name as text, and what is wrong with it. A final `/` marks a folder and is not part of any step.
    static func examine(
        _ bytes: [UInt8],
        limits: ArchiveLimits
    ) -> (name: String?, faults: [ArchiveFinding.Code]) {
        guard !bytes.isEmpty else { return ("", [.nameEmpty]) }
        guard bytes.count <= min(limits.nameBytes, longest) else { return (nil, [.nameTooLong]) }
        guard let name = String(validating: bytes, as: UTF8.self) else { return (nil, [.nameNotUTF8]) }

        var faults: [ArchiveFinding.Code] = []
        if name.unicodeScalars.contains(where: isControl) { faults.append(.nameHasControlCharacter) }
        if bytes.contains(UInt8(ascii: "\\")) { faults.append(.nameHasBackslash) }
        if bytes.first == UInt8(ascii: "/") { faults.append(.nameAbsolute) }
        if bytes.count >= 2, bytes[1] == UInt8(ascii: ":"), isLetter(bytes[0]) {
            faults.append(.nameHasDriveLetter)
        }

        var path = bytes[...]
        if path.last == UInt8(ascii: "/") { path.removeLast() }
        let steps = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if steps.count > limits.nameDepth || steps.contains(where: { $0.count > limits.stepBytes }) {
            faults.append(.nameTooLong)
        }
        if steps.contains(where: { $0.elementsEqual("..".utf8) }) { faults.append(.nameLeadsOut) }
        let inner = faults.contains(.nameAbsolute) ? steps.dropFirst() : steps[...]
        if inner.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) }) {
            faults.append(.nameHasEmptyStep)
        }
        if steps.contains(where: endsInDotOrSpace) { faults.append(.nameEndsInDotOrSpace) }
        if steps.contains(where: isNotPortable) { faults.append(.nameNotPortable) }
        return (name, faults)
    }

    /// Two names with the same key are one file somewhere: Unicode forms, case and invisible characters left aside.
    ///
    /// Strings compare by canonical equivalence, so NFC and NFD need nothing more here.
    static func collisionKey(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: name.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
        // Up, then down: `ß` and `ss`, `ς` and `σ` meet.
        return String(visible).uppercased().lowercased()
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0x202A...0x202E, 0x2066...0x2069: true  // they turn the text around: `gpj.exe` reads `exe.jpg`
        case 0xFEFF: true
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: scalar.properties.isNoncharacterCodePoint
            }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    /// `.` and `..` are found as what they are.
    private static func endsInDotOrSpace(_ step: ArraySlice<UInt8>) -> Bool {
        guard let last = step.last, !step.elementsEqual(".".utf8), !step.elementsEqual("..".utf8) else {
            return false
        }
        return last == UInt8(ascii: ".") || last == UInt8(ascii: " ")
    }

    /// Windows cannot have it: a character it keeps for itself, or the name of a device.
    private static func isNotPortable(_ step: ArraySlice<UInt8>) -> Bool {
        if step.contains(where: { "<>:\"|?*".utf8.contains($0) }) { return true }
        guard step.count >= 3 else { return false }
        let stem = step.prefix { $0 != UInt8(ascii: ".") }.map { $0 | 0x20 }
        if ["con", "prn", "aux", "nul"].contains(where: { stem.elementsEqual($0.utf8) }) { return true }
        let isNumbered = stem.count == 4 && (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(stem[3])
        return isNumbered && ["com", "lpt"].contains { stem.prefix(3).elementsEqual($0.utf8) }
    }
}
