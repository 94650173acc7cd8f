internal import Foundation
internal import Synchronization

/// A bar on standard error for work that takes longer than a moment; silent where nobody watches.
final class ProgressBar: Sendable {
    private struct State {
        var lastDrawn: ContinuousClock.Instant
        var isShown = false
    }

    private let label: String
    private let isSilent: Bool
    private let started: ContinuousClock.Instant
    private let state: Mutex<State>

    init(_ label: String, on terminal: Terminal) {
        self.label = label
        isSilent = terminal.isJSON || terminal.isQuiet || isatty(STDERR_FILENO) != 1
        started = .now
        state = Mutex(State(lastDrawn: .now))
    }

    /// Says how far the work is. May be called from any thread, as often as one likes.
    /// - Parameters:
    ///   - done: in bytes, or in whatever the work counts.
    ///   - total: in the same unit; 0 where it is not known.
    func update(_ done: Int, of total: Int, bytes: Bool = true) {
        guard !isSilent else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            // Nothing is shown for work of under half a second, and then ten times a second.
            guard now - started > .milliseconds(500), now - state.lastDrawn > .milliseconds(100) else {
                return
            }
            state.lastDrawn = now
            state.isShown = true
            let share = total > 0 ? min(1, Double(done) / Double(total)) : 0
            let width = 24
            let filled = Int(share * Double(width))
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            let seconds = Double((now - started).components.seconds) + 0.001
            let amount = bytes ? "\(Self.size(done)) of \(Self.size(total))" : "\(done) of \(total)"
            let left = share > 0.02 ? ", \(Self.time(seconds / share - seconds)) left" : ""
            FileHandle.standardError.write(
                Data("\r\u{1B}[K\(label) \(bar) \(Int(share * 100)) %  \(amount)\(left)".utf8)
            )
        }
    }

    /// Takes the bar away.
    func finish() {
        state.withLock { state in
            guard state.isShown else { return }
            FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
            state.isShown = false
        }
    }

    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<1_000_000: "\(bytes / 1000) kB"
        case ..<1_000_000_000: "\(tenths(bytes, 1_000_000)) MB"
        default: "\(tenths(bytes, 1_000_000_000)) GB"
        }
    }

    private static func tenths(_ value: Int, _ unit: Int) -> String {
        "\(value / unit).\(value % unit * 10 / unit)"
    }

    private static func time(_ seconds: Double) -> String {
        seconds < 90 ? "\(Int(seconds)) s" : "\(Int(seconds / 60)) min"
    }
}
