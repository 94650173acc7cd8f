internal import ArgumentParser
internal import CaseFile
internal import Foundation

/// What people type and name on the command line, turned into values or refused with the reason.
enum Input {
    /// The bytes of a file, or of standard input for `-`.
    static func bytes(of path: String) throws -> [UInt8] {
        if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw InputError.unreadable(path)
        }
    }

    static func text(of path: String) throws -> String {
        guard let text = String(validating: try bytes(of: path), as: UTF8.self) else {
            throw InputError.notText(path)
        }
        return text
    }

    static func language(_ tag: String) throws -> LanguageTag {
        guard let language = LanguageTag(rawValue: tag) else {
            throw InputError.value(tag, "a language such as en, hi or bn")
        }
        return language
    }

    static func freeText(_ text: String, _ tag: String) throws -> FreeText {
        // What is said of people and evidence is not repeated, not even to say that it cannot be a text.
        guard let text = FreeText(text, try language(tag)) else { throw InputError.text }
        return text
    }

    /// A date or time: as records have it, or without its zone, which is then the machine's.
    static func moment(_ text: String, zone: (Int64) -> Int) throws -> Moment {
        if let moment = Moment(text) { return moment }
        var text = text.replacing(" ", with: "T")
        if text.count == 16, text.contains("T") { text += ":00" }
        // The zone depends on the moment, and the moment on the zone: a guess in UTC is near enough to find it.
        guard let guess = Moment(text + "Z") else {
            throw InputError.value(
                text,
                "a time such as 2026-03-14T22:40+05:30, 2026-03-14T22:40 or 2026-03-14"
            )
        }
        let minutes = zone(guess.earliest)
        let sign = minutes < 0 ? "-" : "+"
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        let suffix = minutes == 0 ? "Z" : "\(sign)\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"
        guard let moment = Moment(text + suffix) else { throw InputError.value(text, "a time") }
        return moment
    }

    /// A value of the grammar that is plain text of some form.
    static func plain<Value: PlainText>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
        guard let value = Value(text) else { throw InputError.value(text, Value.form) }
        return value
    }

    static func word<Value: RawRepresentable & CaseIterable>(
        _ text: String,
        as type: Value.Type = Value.self
    ) throws -> Value
    where Value.RawValue == String {
        guard let value = Value(rawValue: text) else {
            throw InputError.value(text, "one of " + Value.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return value
    }
}

enum InputError: Error {
    case unreadable(String)
    case unwritable(String)
    case notText(String)
    case value(String, String)
    case text
    case missing(String)
    /// A person who must not stand in the file by name, and the law that says so where it is known.
    case protectedByName(String?)
    /// A person given by name, of whom nobody says that the law does not protect this person.
    case mayBeProtected
    case passphrasesDiffer
    case noTerminal
    case notATerminal
    case insideHome(String)
    case nothingSealed(String)
    case sealedForOthers([String])
}
