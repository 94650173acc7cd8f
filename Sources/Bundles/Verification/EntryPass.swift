internal import Archive
internal import Crypto
internal import Foundation
internal import Signatures
internal import Synchronization

/// One pass over every byte of a container: each entry is read once, by as many threads as there are cores.
///
/// What comes of it serves every later check: the digests are compared with the signatures, the bag's manifests, the
/// case file's list and the file records without reading anything again.
struct EntryPass {
    struct Result: Sendable {
        /// By entry, in the container's order; nil where the entry could not be read.
        var digests: [[DigestAlgorithm: [UInt8]]?]
        var findings: [VerificationFinding]
    }

    let reader: ArchiveReader
    /// Beside SHA-256, those that some signature asks for.
    let algorithms: Set<DigestAlgorithm>
    /// An entry whose bytes are wanted again later, and the private file that they go to.
    let keep: (entry: ArchiveEntry, path: String)?

    func run(progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void) throws -> Result {
        let entries = reader.directory.entries
        let total = Int(entries.reduce(0) { $0 + $1.size })
        // Large entries first, so that no thread is left with one at the end.
        let order = entries.indices.sorted { (entries[$1].size, $0) < (entries[$0].size, $1) }
        let next = Atomic(0)
        let done = Atomic(0)
        let shared = Mutex(
            (
                result: Result(digests: Array(repeating: nil, count: entries.count), findings: []),
                error: (any Error)?.none
            )
        )
        let threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            while true {
                let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard turn < order.count, shared.withLock({ $0.error == nil }) else { return }
                let entry = entries[order[turn]]
                do {
                    let digests = try read(entry) { count in
                        let sum = done.wrappingAdd(count, ordering: .relaxed).newValue
                        progress(sum, total)
                    }
                    shared.withLock { $0.result.digests[order[turn]] = digests }
                } catch let damaged as DamagedEntry {
                    shared.withLock { $0.result.findings.append(VerificationFinding(damaged.finding)) }
                } catch {
                    shared.withLock { $0.error = $0.error ?? error }
                }
            }
        }
        let (result, error) = shared.withLock { ($0.result, $0.error) }
        if let error { throw error }
        return result
    }

    private func read(_ entry: ArchiveEntry, count: (Int) -> Void) throws -> [DigestAlgorithm: [UInt8]] {
        var sha256 = SHA256()
        var sha384 = algorithms.contains(.sha384) ? SHA384() : nil
        var sha512 = algorithms.contains(.sha512) ? SHA512() : nil
        let copy = try keep.flatMap { keep in
            keep.entry == entry ? try FileHandle(creatingPrivate: keep.path) : nil
        }
        try reader.read(entry) { bytes in
            sha256.update(bufferPointer: bytes)
            sha384?.update(bufferPointer: bytes)
            sha512?.update(bufferPointer: bytes)
            try copy?.write(contentsOf: Data(bytes))
            count(bytes.count)
        }
        var digests: [DigestAlgorithm: [UInt8]] = [.sha256: Array(sha256.finalize())]
        digests[.sha384] = sha384.map { Array($0.finalize()) }
        digests[.sha512] = sha512.map { Array($0.finalize()) }
        return digests
    }
}

extension VerificationFinding {
    init(_ finding: ArchiveFinding) {
        let severity: Severity =
            switch finding.severity {
            case .refusal, .fault: .failure
            default: .warning
            }
        self.init(
            finding.code.rawValue,
            severity,
            at: finding.name ?? finding.position.map { "entry \($0)" } ?? "container",
            expected: finding.expected,
            found: finding.found
        )
    }

    init(_ finding: SignatureFinding, in path: String) {
        let severity: Severity =
            switch finding.severity {
            case .fault: .failure
            case .warning: .warning
            case .notice: .note
            }
        self.init(
            finding.code.rawValue,
            severity,
            at: finding.entry ?? finding.line.map { "\(path):\($0)" } ?? path,
            expected: finding.expected,
            found: finding.found
        )
    }
}
