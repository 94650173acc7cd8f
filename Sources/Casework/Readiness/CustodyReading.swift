internal import CaseFile
internal import XML

/// Reads custody events, exhibits and files into a register as they go by, without making records of them.
final class CustodyReading: StreamHandler {
    private var custody = CustodyStreamReader()
    /// The record's places in the log, in the order in which they come.
    private let seqs: [Int]
    private var count = 0
    private var depth = 0

    private init(seqs: [Int]) { self.seqs = seqs }

    /// - Parameters:
    ///   - bytes: an element with the records in it.
    ///   - seqs: the place of each in the log.
    static func register(_ bytes: [UInt8], seqs: [Int]) throws -> CustodyRegister {
        let reading = CustodyReading(seqs: seqs)
        try StreamReader(names: names).read(ByteSource(bytes), reading)
        return reading.custody.register
    }

    func start(_ tag: borrowing StartTag) throws -> StreamInterest {
        depth = tag.depth
        if depth == 1 {
            begin(tag)
        } else if depth > 1 {
            custody.start(
                tag.number,
                to: tag[attribute: Self.to],
                algorithm: tag[attribute: Self.algorithm],
                approximate: tag[attribute: Self.approximate]
            )
        }
        return .events
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        if depth > 1 { custody.text(bytes) }
    }

    func end(_ number: Int) throws {
        if depth == 1 { custody.finish() } else if depth > 1 { custody.end() }
        depth -= 1
    }

    private func begin(_ tag: borrowing StartTag) {
        let empty = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        let version = tag[attribute: Self.version].map { String(decoding: $0, as: UTF8.self) }
        custody.begin(
            tag.number == NameTable.other ? .case : Kind(rawValue: Self.elements[tag.number]) ?? .case,
            id: tag[attribute: Self.id].flatMap { RecordID(utf8: $0) } ?? .none,
            version: version.flatMap { Int($0) } ?? 1,
            recordedAt: tag[attribute: Self.recordedAt] ?? empty,
            recordedBy: tag[attribute: Self.recordedBy] ?? empty,
            logIndex: UInt32(clamping: seqs[count])
        )
        count += 1
    }

    // The fields come first: the custody reader takes their numbers for them. `exhibit` is one.
    private static let elements =
        CustodyField.allCases.map(\.rawValue) + [Kind.custodyEvent, .file].map(\.rawValue)
    private static let attributes = [
        "id", "version", "recordedAt", "recordedBy", "to", "algorithm", "approximate",
    ]
    private static let (id, version, recordedAt, recordedBy) = (0, 1, 2, 3)
    private static let (to, algorithm, approximate) = (4, 5, 6)

    private static let names = NameTable(
        namespace: CaseFileGrammar.namespace,
        elements: elements,
        attributes: attributes
    )
}
