public import CaseFile
public import Foundation
internal import GRDB

/// Why the ledger could not do what it was asked.
///
/// It carries ids, sizes, paths and SQLite's result code, never what a record says.
public enum LedgerError: Error, Hashable, Sendable {
    // The store
    case missing(path: String)
    /// The file is there, but was not made by Dossier.
    case notAStore(path: String)
    /// The store was written by a newer Dossier.
    case newerStore(path: String, version: Int, supported: Int)
    /// Another program holds the store and did not let go in time.
    case locked(path: String)
    case diskFull(path: String)
    /// The file, its folder or the way it was opened does not allow writing.
    case readOnly(path: String)
    case cannotOpen(path: String, code: Int32)
    /// SQLite cannot make sense of the file.
    case damaged(path: String, code: Int32)
    /// Any other failure, by SQLite's extended result code.
    case sqlite(path: String, code: Int32)

    // A log
    case noSuchLog(RecordID)
    case logExists(RecordID)
    /// The log's size is not the one the caller reckoned with: someone else wrote first.
    case conflict(log: RecordID, expected: Int, actual: Int)
    /// The last checkpoint does not hold, so nothing can be added to it. Verifying tells more.
    case unsound(log: RecordID, Unsoundness)
    /// The time given is before that of the last checkpoint.
    case clockBehind(log: RecordID, last: Date, now: Date)
    /// The key cannot sign for this log.
    case wrongKey(log: RecordID, NoteError)
    case noCheckpoint(log: RecordID, size: Int)
    case noSuchEntry(log: RecordID, seq: Int)
    /// A row cannot be read as what it should be.
    case damagedRow(log: RecordID, seq: Int)

    // An entry; `index` counts the entries given, from 0
    case nothingToAppend
    case malformedEntry(index: Int, EntryFault)
    /// The log has this version of the record already.
    case alreadyRecorded(index: Int, record: RecordID, version: Int)
    /// A new version does not continue the current one.
    case versionBreak(index: Int, record: RecordID, VersionFault)

    /// More than one current record carries the label that was asked for.
    case ambiguousLabel(records: [RecordID])

    public enum Unsoundness: String, Hashable, Sendable {
        case noCheckpoint = "the log has no checkpoint"
        case note = "the last checkpoint is not a signed note"
        case signature = "the last checkpoint is not signed by a known key"
        case head = "the last checkpoint is not of this log or this size"
        case frontier = "the tree's frontier does not give the signed root"
        case size = "there are more or fewer records than were signed"
    }

    public enum EntryFault: String, Error, Hashable, Sendable {
        case startTag = "it does not begin with a record's start tag in canonical form"
        case endTag = "it does not end with its own end tag"
        case identifier = "its id is not a record's id"
        case replaces = "version 1 replaces something, or a later version nothing"
    }

    public enum VersionFault: Hashable, Sendable {
        /// There is no earlier version, or it is not the one before.
        case follows(version: Int?)
        /// `replaces` does not name the leaf of the current version.
        case replacesOther
        /// The current version is of another kind.
        case kind
    }
}

extension LedgerError {
    /// What an error out of GRDB means; an error of our own stays what it is.
    init(_ error: any Error, path: String) {
        if let error = error as? LedgerError {
            self = error
            return
        }
        guard let error = error as? DatabaseError else {
            self = .sqlite(path: path, code: ResultCode.SQLITE_ERROR.rawValue)
            return
        }
        let code = error.extendedResultCode.rawValue
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notAStore(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, code: code)
            case .SQLITE_CORRUPT: .damaged(path: path, code: code)
            default: .sqlite(path: path, code: code)
            }
    }
}

extension LedgerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "\(path) does not exist"
        case .notAStore(let path): "\(path) is not a store of Dossier"
        case .newerStore(let path, let version, let supported):
            "\(path) was written by a newer Dossier (format \(version); this one reads up to \(supported))"
        case .locked(let path): "\(path) is in use by another program"
        case .diskFull(let path): "there is no space left for \(path)"
        case .readOnly(let path): "\(path) cannot be written"
        case .cannotOpen(let path, let code): "\(path) cannot be opened (SQLite \(code))"
        case .damaged(let path, let code): "\(path) is damaged (SQLite \(code))"
        case .sqlite(let path, let code): "\(path): SQLite reports \(ResultCode(rawValue: code))"
        case .noSuchLog(let log): "there is no log of case \(log)"
        case .logExists(let log): "the log of case \(log) is open already"
        case .conflict(let log, let expected, let actual):
            "the log of case \(log) has \(actual) records, not \(expected): someone else wrote to it"
        case .unsound(let log, let why): "the log of case \(log) cannot be continued: \(why.rawValue)"
        case .clockBehind(let log, let last, let now):
            "the clock says \(now.formatted(.iso8601)), but the log of case \(log) was signed at \(last.formatted(.iso8601))"
        case .wrongKey(let log, let why): "the key cannot sign the log of case \(log): \(why)"
        case .noCheckpoint(let log, let size): "the log of case \(log) has no checkpoint at \(size) records"
        case .noSuchEntry(let log, let seq): "the log of case \(log) has no record \(seq)"
        case .damagedRow(let log, let seq): "record \(seq) of the log of case \(log) cannot be read"
        case .nothingToAppend: "there is nothing to append"
        case .malformedEntry(let index, let why): "entry \(index) is not a record: \(why.rawValue)"
        case .alreadyRecorded(let index, let record, let version):
            "entry \(index): version \(version) of record \(record) is in the log already"
        case .versionBreak(let index, let record, let why): "entry \(index), record \(record): \(why)"
        case .ambiguousLabel(let records): "\(records.count) records carry the label"
        }
    }
}

extension LedgerError.VersionFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .follows(let version?): "the current version is \(version)"
        case .follows(nil): "there is no earlier version"
        case .replacesOther: "it does not replace the current version"
        case .kind: "the current version is of another kind"
        }
    }
}
