/// A few thousand rows of `entry`, with the rows of `leaf` that go with them, copied out of SQLite's buffers so
/// that another thread can look at them.
struct ScanBatch: Sendable {
    struct Row: Sendable {
        let seq: Int
        let version: Int
        /// Where the row's kind begins in `data`; its record and its bytes follow.
        let start: Int
        let kindLength: Int
        let recordLength: Int
        let bytesLength: Int
    }

    /// A row of `leaf`.
    struct Leaves: Sendable {
        let first: Int
        let hashes: [UInt8]
    }

    /// A batch is handed on when it has this many rows, or this many bytes.
    static let rowLimit = 4096
    static let byteLimit = 1 << 20

    var rows: [Row] = []
    var data: [UInt8] = []
    var leaves: [Leaves] = []

    init() {
        rows.reserveCapacity(Self.rowLimit)
        data.reserveCapacity(Self.byteLimit + 1 << 16)
    }

    var isFull: Bool { rows.count >= Self.rowLimit || data.count >= Self.byteLimit }
}
