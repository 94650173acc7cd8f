internal import Synchronization

extension Vault {
    /// Reads every object again and says what is not as it should be; nothing is changed or mended.
    ///
    /// - Parameters:
    ///   - expected: what should be there, in any order: with it, what is missing or cut short is told.
    ///   - threads: `nil` for one per core.
    ///   - progress: called from the working threads, one call at a time, after every MiB and every object.
    ///   - isCancelled: asked from the working threads after every MiB; `true` ends it with
    ///     `VaultError.cancelled`.
    /// - Returns: the findings by path; empty if all is well.
    /// - Throws: when the vault cannot be looked at. That one object cannot be read is a finding.
    public func verify(
        expected: [ExpectedObject] = [],
        threads: Int? = nil,
        progress: @escaping @Sendable (VaultProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(VaultError) -> [VaultFinding] {
        let control = RunControl(progress: progress, isCancelled: isCancelled)
        let readers = try SharedReaders(count: threads ?? processorCount(), withMediaTypes: false)
        let verification = Verification(vault: self, expected: expected, control: control)
        try verification.checkFolders()
        let large = try verification.largeObjects()
        // Large objects first, then folder by folder, so that the threads end together and only the large
        // objects and one folder per thread are in memory.
        let next = Atomic(0)
        onThreads(readers.count) { thread in
            while !control.shouldStop {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if index < large.count {
                    verification.hash(large[index], readers[thread])
                } else if index - large.count <= Int(UInt8.max) {
                    verification.check(UInt8(index - large.count), except: large, readers[thread])
                } else {
                    return
                }
            }
        }
        if let error = control.error { throw error }
        return verification.findings()
    }
}
