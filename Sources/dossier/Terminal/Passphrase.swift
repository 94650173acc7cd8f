internal import ArgumentParser
internal import Foundation

/// From where a passphrase comes: a file, or the terminal without echo. Never from the command line or the value of a
/// variable, which other programs of the machine can read.
struct PassphraseOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the passphrase (default: DOSSIER_PASSPHRASE_FILE, else it is asked for).",
            valueName: "file"
        ),
        completion: .file()
    )
    var passphraseFile: String?

    private var file: String? {
        passphraseFile
            ?? ProcessInfo.processInfo.environment["DOSSIER_PASSPHRASE_FILE"].flatMap {
                $0.isEmpty ? nil : $0
            }
    }

    /// The passphrase of a key that there is.
    func ask(for key: String) throws -> [UInt8] {
        if let file { return try Self.read(file) }
        return try Self.ask("passphrase of \(key): ")
    }

    /// A new passphrase, asked for twice.
    func askNew(for key: String) throws -> [UInt8] {
        if let file { return try Self.read(file) }
        return try Self.askTwice(for: key)
    }

    static func askTwice(for key: String) throws -> [UInt8] {
        let first = try ask("new passphrase of \(key): ")
        guard try ask("the same again: ") == first else { throw InputError.passphrasesDiffer }
        return first
    }

    /// What a file says; for a passphrase that is not the first one asked for.
    static func read(_ file: String) throws -> [UInt8] {
        let line =
            try Input.text(of: file).split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        return normal(line.hasSuffix("\r") ? line.dropLast() : line)
    }

    /// Keyboards differ in how they write one letter.
    private static func normal(_ text: some StringProtocol) -> [UInt8] {
        Array(text.precomposedStringWithCanonicalMapping.utf8)
    }

    private static func ask(_ prompt: String) throws -> [UInt8] {
        // Standard input may be a draft.
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { throw InputError.noTerminal }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { throw InputError.noTerminal }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO)
        guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { throw InputError.noTerminal }
        defer {
            tcsetattr(terminal, TCSAFLUSH, &before)
            say("\n", terminal)
        }
        say("dossier: " + prompt, terminal)
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while Foundation.read(terminal, &byte, 1) == 1, byte != 0x0A { line.append(byte) }
        guard let text = String(validating: line, as: UTF8.self) else { throw InputError.text }
        return normal(text)
    }

    private static func say(_ text: String, _ terminal: Int32) {
        let bytes = Array(text.utf8)
        _ = write(terminal, bytes, bytes.count)
    }
}
