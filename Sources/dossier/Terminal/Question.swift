internal import Foundation

/// A question to whoever sits at the terminal. A script is never asked: it says what it means by options.
struct Question {
    private let text: String

    init(_ text: String) { self.text = text }

    static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

    /// nil: it was not answered.
    func answer() -> Bool? {
        for _ in 0..<3 {
            FileHandle.standardError.write(Data("\(text) [y/n] ".utf8))
            guard let line = readLine() else { return nil }
            switch line.trimmingPrefix(while: \.isWhitespace).lowercased().first {
            case "y": return true
            case "n": return false
            default: continue
            }
        }
        return nil
    }
}
