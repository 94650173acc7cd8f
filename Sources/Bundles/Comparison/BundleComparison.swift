internal import Archive
public import CaseFile
internal import Foundation
internal import Ledger

/// Two bundles of one case, record by record: what one shows that the other does not.
///
/// Both are to be verified first: the comparison believes what each says.
public struct BundleComparison: Sendable {
    public let first: Side
    public let second: Side
    public let relation: Relation
    /// In the order of the log.
    public let differences: [Difference]

    /// One of the two bundles.
    public struct Side: Sendable, Hashable {
        public let edition: String
        public let number: String
        public let createdAt: String
        /// Leaves of its log.
        public let size: Int
        public let shown: Int
        public let withheld: Int
    }

    /// How their logs are related.
    public enum Relation: Sendable, Hashable {
        case sameState
        /// The second log is the first one, and more.
        case secondContinues(leaves: Int)
        case firstContinues(leaves: Int)
        /// They are of one case and do not share their history: one of them was rewritten.
        case forked(at: Int)
        case otherCase
    }

    public struct Difference: Sendable, Hashable {
        public let record: RecordID
        public let kind: Kind
        /// What the file calls the record, by the bundle that shows it.
        public let label: String?
        public let what: What

        public enum What: Sendable, Hashable {
            /// Shown by one only; the other says by which law it withholds it, or has not got that far.
            case onlyInFirst(Absence)
            case onlyInSecond(Absence)
            /// Both show it, in these versions.
            case versions(Int, Int)
            /// Both show the file's record; only one has its bytes.
            case bytesOnlyInFirst
            case bytesOnlyInSecond
        }

        public enum Absence: Sendable, Hashable {
            case withheld(law: String)
            /// It came into the log later.
            case notYet
        }
    }

    /// - Parameter work: a private folder that exists and is empty.
    /// - Throws: what reading a container throws; `BundleError.noCaseFile` where one has none.
    public init(_ first: String, _ second: String, work: String) throws {
        let paths = try [first, second].enumerated().map { index, bundle in
            try Self.spill(bundle, to: "\(work)/casefile-\(index).xml")
        }
        let (one, other) = (try ShownRecords(reading: paths[0]), try ShownRecords(reading: paths[1]))
        self.first = Side(one)
        self.second = Side(other)
        relation = Self.relation(one, other)
        guard relation != .otherCase else {
            differences = []
            return
        }
        let found = Self.differences(one, other)
        let ids = Set(found.map(\.record))
        let labels = try RecordLabels(of: ids, reading: paths[0]).labels.merging(
            try RecordLabels(of: ids, reading: paths[1]).labels
        ) { $1 }
        let place = Dictionary(
            (one.leaves.count > other.leaves.count ? one : other).leaves.enumerated().map { ($1, $0) }
        ) { first, _ in first }
        func order(_ record: RecordID) -> Int {
            (one.shown[record] ?? other.shown[record]).flatMap { place[$0.leaf] } ?? Int.max
        }
        differences = found.map {
            Difference(record: $0.record, kind: $0.kind, label: labels[$0.record], what: $0.what)
        }.sorted { (order($0.record), $0.record) < (order($1.record), $1.record) }
    }

    private static func spill(_ bundle: String, to path: String) throws -> String {
        let archive = try ArchiveReader(path: bundle)
        guard let entry = archive.directory[BundleLayout.caseFile] else { throw BundleError.noCaseFile }
        let file = try FileHandle(creatingPrivate: path)
        defer { try? file.close() }
        try archive.read(entry) { try file.write(contentsOf: $0) }
        return path
    }

    private static func relation(_ one: ShownRecords, _ other: ShownRecords) -> Relation {
        guard one.origin == other.origin else { return .otherCase }
        let common = min(one.leaves.count, other.leaves.count)
        if let fork = (0..<common).first(where: { one.leaves[$0] != other.leaves[$0] }) {
            return .forked(at: fork)
        }
        if one.leaves.count == other.leaves.count { return .sameState }
        let more = abs(one.leaves.count - other.leaves.count)
        return one.leaves.count < other.leaves.count
            ? .secondContinues(leaves: more) : .firstContinues(leaves: more)
    }

    private static func differences(
        _ one: ShownRecords,
        _ other: ShownRecords
    ) -> [(record: RecordID, kind: Kind, what: Difference.What)] {
        var differences: [(RecordID, Kind, Difference.What)] = []
        for (id, shown) in one.shown {
            if let also = other.shown[id] {
                if also.leaf != shown.leaf {
                    differences.append((id, shown.kind, .versions(shown.version, also.version)))
                }
                if shown.kind == .file, one.contents.contains(id) != other.contents.contains(id) {
                    differences.append(
                        (id, .file, one.contents.contains(id) ? .bytesOnlyInFirst : .bytesOnlyInSecond)
                    )
                }
            } else {
                let law = other.withheld[shown.leaf]
                differences.append((id, shown.kind, .onlyInFirst(law.map { .withheld(law: $0) } ?? .notYet)))
            }
        }
        for (id, shown) in other.shown where one.shown[id] == nil {
            let law = one.withheld[shown.leaf]
            differences.append((id, shown.kind, .onlyInSecond(law.map { .withheld(law: $0) } ?? .notYet)))
        }
        return differences
    }
}

extension BundleComparison.Side {
    init(_ records: ShownRecords) {
        edition = records.about["edition"] ?? ""
        number = records.about["number"] ?? ""
        createdAt = records.about["createdAt"] ?? ""
        size = records.leaves.count
        withheld = records.withheld.count
        shown = size - withheld
    }
}
