public import CaseFile
internal import Crypto
internal import Foundation
public import Leaks

/// A record or a file of the case that the scan looks into.
public struct LeakObject: Hashable, Sendable {
    public let record: RecordID
    public let kind: Kind
    /// Of the version that was searched: the SHA-256 of a file's bytes, or a record's leaf hash.
    public let digest: String
    /// The mark of a file's exhibit; what a record is called is not told, since that may be the leak.
    public let mark: String?
    /// Whether it is the bytes of a file, and not the record of it.
    public let isContent: Bool
}

/// A place where somebody is named who must not be, or that could not be searched.
///
/// It says where and whom, by pseudonym, and never by what words.
public struct LeakFinding: Hashable, Sendable {
    /// 32 hexadecimal digits: the same again as long as the object, the place and the cause are.
    public let id: String
    public let object: LeakObject
    /// By numbers and kinds only: "page 3 / text", "statement/paragraph/text".
    public let place: String
    public let cause: Cause

    public enum Cause: Hashable, Sendable {
        /// Terms of a protected person's identity: how often, and where the first ones begin, in bytes from the start of the
        /// place's text.
        case named(identity: RecordID, count: Int, offsets: [Int], manner: LeakMatch.Manner)
        /// It could not be looked at: encrypted, damaged, an unknown format and so on.
        case notSearched(String)
    }

    init(_ object: LeakObject, place: String, cause: Cause, terms: [String]) {
        self.object = object
        self.place = place
        self.cause = cause
        var text = "\(object.digest)\n\(place)\n"
        switch cause {
        case .named(let identity, let count, _, _): text += "\(identity) \(count)"
        case .notSearched(let reason): text += "not searched: \(reason)"
        }
        // Which terms there were, by their codes: a name that the identity gets later is a new finding.
        for term in terms.sorted() { text += "\n\(term)" }
        id = Hex.text(Array(SHA256.hash(data: Array(text.utf8)).prefix(16)))
    }

    /// By where they are, as people look through a case.
    static func order(_ one: Self, _ other: Self) -> Bool {
        (one.object.record.description, one.object.isContent ? 1 : 0, one.place, one.id)
            < (other.object.record.description, other.object.isContent ? 1 : 0, other.place, other.id)
    }
}
