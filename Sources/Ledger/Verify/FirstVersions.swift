#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// For each place in a log, the kind of the record whose first version stands there: what the read model must have
/// a row for. Two bytes for a place, so that a million take 2 MB.
struct FirstVersions: Sendable {
    private let start: Int
    /// The index of the kind and one more; 0 where there is no first version.
    private var codes: [UInt16] = []
    private var kinds: [[UInt8]] = []

    init(start: Int) { self.start = start }

    /// Takes the next one; places go up.
    mutating func add(_ kind: UnsafeRawBufferPointer, at seq: Int) {
        pad(to: seq)
        codes.append(code(of: kind))
    }

    /// Takes the following stretch.
    mutating func append(_ other: FirstVersions) {
        pad(to: other.start)
        let translated = other.kinds.map { $0.withUnsafeBytes { code(of: $0) } }
        codes += other.codes.map { $0 == 0 ? 0 : translated[Int($0) - 1] }
    }

    /// The name of the kind, or nil.
    func kind(at seq: Int) -> [UInt8]? {
        guard codes.indices.contains(seq - start), codes[seq - start] > 0 else { return nil }
        return kinds[Int(codes[seq - start]) - 1]
    }

    private mutating func pad(to seq: Int) {
        while codes.count < seq - start { codes.append(0) }
    }

    private mutating func code(of kind: UnsafeRawBufferPointer) -> UInt16 {
        for (index, known) in kinds.enumerated() where known.withUnsafeBytes({ $0.isSame(as: kind) }) {
            return UInt16(index + 1)
        }
        // There are some twenty kinds. Of a log garbled so that there are more, every record is a finding.
        guard kinds.count < Int(UInt16.max) else { return 0 }
        kinds.append(Array(kind))
        return UInt16(kinds.count)
    }
}

extension UnsafeRawBufferPointer {
    func isSame(as other: UnsafeRawBufferPointer) -> Bool {
        count == other.count && (isEmpty || memcmp(baseAddress!, other.baseAddress!, count) == 0)
    }
}
