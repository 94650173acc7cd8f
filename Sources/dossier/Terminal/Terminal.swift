// The rules of what the command says:
//
// - Results go to standard output; everything else goes to standard error, with "dossier: " before it.
// - No capital at the start and no full stop at the end of a message.
// - Colour and progress bars are only for a terminal, and NO_COLOR is honoured.
// - With --json, standard output carries JSON and nothing else, one document or one line for each result.

internal import Foundation

/// Where the command speaks.
struct Terminal: Sendable {
    let isJSON: Bool
    let isQuiet: Bool
    private let colours: Bool

    init(json: Bool, quiet: Bool) {
        isJSON = json
        isQuiet = quiet
        let environment = ProcessInfo.processInfo.environment
        colours =
            !json && isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR"] == nil
            && environment["TERM"] != "dumb"
    }

    /// How many columns a page has: the terminal's, else what COLUMNS says, else 100.
    var width: Int {
        var size = winsize()
        let asked = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }
        let columns =
            isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
                && size.ws_col > 0
            ? Int(size.ws_col) : asked ?? 100
        return min(max(columns, 60), 140)
    }

    /// Writes a result for people; nothing in JSON.
    func print(_ line: String = "") {
        guard !isJSON else { return }
        write(line + "\n", to: STDOUT_FILENO)
    }

    /// Writes a result for machines; nothing for people. Keys are sorted, so that the same result is the same text.
    func json(_ value: some Encodable) throws {
        guard isJSON else { return }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        write(String(decoding: try encoder.encode(value), as: UTF8.self) + "\n", to: STDOUT_FILENO)
    }

    /// Writes bytes as they are, such as a record's XML.
    func write(bytes: [UInt8]) { write(String(decoding: bytes, as: UTF8.self), to: STDOUT_FILENO) }

    /// Tells something that is not the result.
    func note(_ message: String) {
        guard !isQuiet else { return }
        Self.complain(message)
    }

    static func complain(_ message: String) { send("dossier: \(message)\n", to: STDERR_FILENO) }

    private func write(_ text: String, to descriptor: Int32) { Self.send(text, to: descriptor) }

    private static func send(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, rest.baseAddress, rest.count)
                // A reader that went away (`| head`) ends the output, not the work.
                guard count > 0 else { return }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }
}

// MARK: Colour

extension Terminal {
    enum Style: String {
        case good = "32"
        case bad = "31"
        case warning = "33"
        case faint = "2"
        case strong = "1"
    }

    func styled(_ text: String, _ style: Style) -> String {
        colours ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Prints rows in columns, each as wide as its widest cell.
    func table(_ rows: [[String]], header: [String]? = nil) {
        guard !isJSON else { return }
        let all = (header.map { [$0] } ?? []) + rows
        guard let columns = all.map(\.count).max() else { return }
        let widths = (0..<columns).map { column in
            all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        for (index, row) in all.enumerated() {
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 {
                    line += String(repeating: " ", count: widths[column] - cell.count + 2)
                }
            }
            print(index == 0 && header != nil ? styled(line, .faint) : line)
        }
    }
}
