extension Vault {
    /// Takes in files, and folders with everything below them.
    ///
    /// The sources are read and never changed, links are not followed, and what is not a file is not opened.
    /// A path that cannot go in is named with its reason and the rest goes in. Every result is handed to
    /// `each` once its file is durable: in the order of the sources, and below a folder in byte order of the
    /// names, the same every time. A take-in that was interrupted is resumed by doing it again: what is in the
    /// vault is recognised by its bytes.
    ///
    /// - Parameters:
    ///   - sources: files and folders, as the user named them.
    ///   - progress: called from the working threads, one call at a time, after every MiB and every file.
    ///   - isCancelled: asked from the working threads after every MiB; `true` ends the take-in with
    ///     `VaultError.cancelled`, once the files that were copied by then are durable and reported.
    ///   - each: called on the calling thread.
    /// - Throws: `VaultError` when the vault itself could not go on. What was reported as taken in stays; paths
    ///   without a result were not reached.
    public func takeIn(
        _ sources: [RawPath],
        options: TakeInOptions = TakeInOptions(),
        progress: @escaping @Sendable (VaultProgress) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false },
        each: (TakeInResult) -> Void
    ) throws(VaultError) {
        try IncomingSession.removeStale(in: layout)
        let readers = try SharedReaders(count: options.threads ?? processorCount(), withMediaTypes: true)
        let control = RunControl(progress: progress, isCancelled: isCancelled)
        let tree = SourceTree(sources)
        let heldSizes = HeldSizes(of: self)
        let session = try IncomingSession.begin(in: layout)
        var walk = SourceWalk(tree, vault: try folderStatus())
        while control.error == nil {
            let batch = nextBatch(of: &walk, control)
            if batch.isEmpty { break }
            let take = FileTakeIn(
                vault: self,
                tree: tree,
                session: session,
                options: options,
                heldSizes: heldSizes,
                control: control,
                claims: FileTakeIn.Claims()
            )
            let outcomes = batch.copy(with: take, readers: readers)
            let durable = DurableFiles(outcomes, of: take)
            for result in batch.results(outcomes, durable: durable, tree: tree) { each(result) }
        }
        let ended = Result { () throws(VaultError) in try session.end() }
        if let error = control.error { throw error }
        try ended.get()
    }

    /// Takes in and returns all results at once.
    ///
    /// If it throws, what went in by then is in the vault, and unsaid: use the other form to hear of it.
    public func takeIn(
        _ sources: [RawPath],
        options: TakeInOptions = TakeInOptions()
    ) throws(VaultError) -> [TakeInResult] {
        var results: [TakeInResult] = []
        try takeIn(sources, options: options) { results.append($0) }
        return results
    }

    /// Counts the files and bytes below `sources` without opening a file, for the length of a progress bar.
    public func survey(_ sources: [RawPath]) throws(VaultError) -> VaultProgress {
        var found = VaultProgress()
        var walk = SourceWalk(SourceTree(sources), vault: try folderStatus())
        while let step = walk.next() {
            guard case .file(let file) = step else { continue }
            found.filesFound += 1
            found.bytesFound += file.size
        }
        return found
    }

    private func nextBatch(of walk: inout SourceWalk, _ control: RunControl) -> TakeInBatch {
        var batch = TakeInBatch()
        while !batch.isFull, !control.shouldStop, let step = walk.next() {
            batch.add(step)
            if case .file(let file) = step {
                control.advance {
                    $0.filesFound += 1
                    $0.bytesFound += file.size
                }
            }
        }
        return batch
    }

    private func folderStatus() throws(VaultError) -> FileStatus {
        do {
            return try FileStatus(of: layout.folder)
        } catch {
            throw .onVault(error, layout.folder, layout)
        }
    }
}
