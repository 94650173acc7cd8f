internal import ArgumentParser

/// The one table of exit codes.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    /// The work was done, and something was found: a bundle that does not verify, a file that could not be taken in.
    case findings = 1
    /// Wrong use, or input that cannot be read.
    case input = 2
    /// The store: missing, full, locked, damaged.
    case store = 3

    var meaning: String {
        switch self {
        case .done: "done"
        case .findings: "done, with findings"
        case .input: "wrong use, or input that cannot be read"
        case .store: "the store cannot be used: missing, full, locked or damaged"
        }
    }

    static var help: String {
        "EXIT STATUS\n" + allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
    }

    var code: ExitCode { ExitCode(rawValue) }
}
