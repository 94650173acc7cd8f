public import CaseFile
internal import Foundation
internal import Ledger

/// A case at a glance.
public struct CaseSummary: Sendable {
    public let id: RecordID
    /// The office's number for it.
    public let label: String
    public let title: String
    /// In the log, older versions among them.
    public let records: Int
    public let lastRecordedAt: String
    /// Current records, by kind; kinds without any are left out.
    public let counts: [(kind: Kind, count: Int)]
}

extension Office {
    public func cases() throws -> [CaseSummary] {
        try ledger.logs().compactMap { log in
            // A log whose first commit never came is no case.
            guard log.size > 0 else { return nil }
            return try OpenCase(office: self, id: log.log).summary()
        }.sorted { ($0.label, $0.id) < ($1.label, $1.id) }
    }
}

extension OpenCase {
    public func summary() throws -> CaseSummary {
        let body = try caseRecord()
        var counts: [(kind: Kind, count: Int)] = []
        for (name, count) in try self.counts() {
            if let kind = Kind(rawValue: name) { counts.append((kind, count)) }
        }
        let last = try checkpoint()
        return CaseSummary(
            id: id,
            label: body.number.text,
            title: body.titles.first?.plain() ?? "",
            records: try size(),
            lastRecordedAt: Moment(
                microseconds: Int64(last.signedAt.timeIntervalSince1970) * 1_000_000,
                zone: office.surroundings.zone(office.surroundings.now())
            ).text,
            counts: counts
        )
    }

    func caseRecord() throws -> Case {
        guard let body = try current(id)?.record.body as? Case else {
            throw CaseworkError.noCase(id.description)
        }
        return body
    }

    /// The language in which the office keeps the case.
    public var language: LanguageTag { (try? caseRecord().language) ?? .english }
}
