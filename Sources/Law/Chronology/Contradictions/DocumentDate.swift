internal import CaseFile
internal import XML

extension ContradictionRule {
    /// A paper whose date is not that of what it records, by the record that points to it.
    static let documentDate = ContradictionRule("document-date") { records in
        pairs.flatMap { pair -> [Contradiction] in
            records.of(pair.kind).flatMap { record -> [Contradiction] in
                let holders = pair.part.map { record.children($0) } ?? [record]
                return holders.compactMap { holder in
                    guard let id = record.id, let time = holder.moment(pair.time),
                        let document = records[holder.target(at: pair.document)],
                        let documentID = document.id,
                        let date = document.moment("date"), pair.relation.isBroken(time, date)
                    else { return nil }
                    let path = [pair.kind.rawValue, pair.part, pair.time].compactMap { $0 }.joined(
                        separator: "/"
                    )
                    return Contradiction(
                        about: documentID,
                        [.init(id, path, time), .init(documentID, "document/date", date)]
                    )
                }
            }
        }
    }

    /// A time, and the paper that records it.
    private struct Pair: Sendable {
        let kind: Kind
        /// The element in the record that holds both, where it is not the record.
        var part: String?
        let time: String
        let document: String
        let relation: Relation
    }

    private enum Relation {
        case sameDay
        /// The paper is as old as that, or older: it was served.
        case notAfter
        /// The paper comes of it: a report.
        case notBefore

        func isBroken(_ time: Moment, _ date: Moment) -> Bool {
            switch self {
            case .sameDay: time.isOnAnotherDay(than: date)
            case .notAfter: time.isBefore(date) && time.isOnAnotherDay(than: date)
            case .notBefore: date.isBefore(time) && time.isOnAnotherDay(than: date)
            }
        }
    }

    private static let pairs = [
        Pair(kind: .arrest, part: "memo", time: "preparedAt", document: "document", relation: .sameDay),
        Pair(kind: .arrest, part: "grounds", time: "servedAt", document: "document", relation: .notAfter),
        Pair(kind: .arrest, part: "production", time: "at", document: "order", relation: .sameDay),
        Pair(
            kind: .search,
            part: "seizureList",
            time: "preparedAt",
            document: "document",
            relation: .sameDay
        ),
        Pair(kind: .statement, time: "startedAt", document: "document", relation: .notBefore),
        Pair(kind: .examination, time: "startedAt", document: "report", relation: .notBefore),
        Pair(kind: .examination, time: "reportedAt", document: "report", relation: .notAfter),
        Pair(kind: .certificate, time: "signedAt", document: "document", relation: .sameDay),
    ]
}
