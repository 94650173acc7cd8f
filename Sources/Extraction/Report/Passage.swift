/// A piece of text that stands somewhere in a file.
public struct Passage: Sendable, Hashable {
    public let place: Place
    /// UTF-8. A long text comes in pieces of at most 1 MiB; each begins with the last 4 KiB of the one before, so that
    /// no name is cut in two, and its place ends with the byte of the text at which it begins.
    public let text: [UInt8]

    public init(place: Place, text: [UInt8]) {
        self.place = place
        self.text = text
    }
}

/// A part of a file that could not be read as text, and why.
public struct NotSearched: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let place: Place
    public let reason: Reason

    public init(place: Place, reason: Reason) {
        self.place = place
        self.reason = reason
    }

    public var description: String { "\(place): \(reason.rawValue)" }

    public static func < (a: Self, b: Self) -> Bool {
        a.place == b.place ? a.reason.rawValue < b.reason.rawValue : a.place < b.place
    }

    public enum Reason: String, CaseIterable, Sendable {
        /// It needs a password.
        case encrypted
        /// It is not what it says it is, or ends too soon, or a tool could not read it to its end.
        case damaged
        /// No reader is known for it: only what looks like text in its bytes was read.
        case unknownFormat
        /// A known format of which a part cannot be read: more pictures than the first, a picture in a form of its own.
        case partly
        /// Speech and moving pictures: nothing here can hear or watch.
        case soundOrMotion
        /// More bytes, members or pages than the limits allow.
        case tooLarge
        /// Files in files, deeper than the limit.
        case tooDeep
        case timedOut
        /// The tool that reads it is not installed.
        case noTool
    }
}

/// What was read of one file, with what, and what was not.
public struct ExtractionReport: Sendable, Hashable {
    /// In the order of their places, each once.
    public var notSearched: [NotSearched] = []
    /// How many passages were handed over.
    public var passages = 0
    /// How many bytes of text they had.
    public var bytes = 0
    /// Files inside the file, at every depth.
    public var parts = 0
    /// The tools that were run, with their versions, in the order of their names.
    public var tools: [ToolVersion] = []

    public init() {}
}

/// A tool, and what it says its version is.
public struct ToolVersion: Sendable, Hashable, Comparable {
    public let name: String
    public let version: String

    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }

    public static func < (a: Self, b: Self) -> Bool {
        (a.name, a.version) < (b.name, b.version)
    }
}
