package import CaseFile
internal import Ledger
package import XML

extension OpenCase {
    /// A case file with the current records of some kinds and nothing else, for what a pack asks of a case. A case of half a
    /// million custody events has few people and charges: its whole tree is never built for these.
    /// - Parameter coming: records that are about to be recorded; where they are new versions, they stand for the old ones.
    package func factDocument(
        of kinds: Set<Kind>,
        with coming: [(record: Record, bytes: [UInt8])] = []
    ) throws -> Document {
        let replaced = Set(coming.map(\.record.head.id))
        var bytes = Array(#"<caseFile xmlns="\#(CaseFileGrammar.namespace)"><records>"#.utf8)
        for kind in kinds.sorted(by: { $0.rawValue < $1.rawValue }) {
            try office.ledger.forEachCurrent(kind.rawValue, in: id) { entry in
                guard !replaced.contains(entry.record) else { return }
                bytes += entry.bytes
                bytes.append(UInt8(ascii: "\n"))
            }
        }
        for (record, own) in coming where kinds.contains(record.kind) { bytes += own }
        bytes += Array("</records></caseFile>".utf8)
        return try Document(parsing: bytes)
    }
}
