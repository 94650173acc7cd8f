extension Reading {
    /// An archive or a compressed file that libarchive knows.
    ///
    /// bsdtar turns any archive into one tar stream, so that no name in it ever becomes a path.
    ///
    /// - Parameter place: where its members stand, if not in the item itself.
    func readArchive(
        _ item: Item,
        _ blob: Blob,
        _ format: Format,
        at place: Place? = nil,
        _ found: inout Findings
    ) async {
        let place = place ?? item.place
        guard let path = path(of: blob, at: item.place, &found) else { return }
        var special = limits
        special.outputBytes = min(limits.partBytes, unpackedLeft)
        if format == .compressed {
            special.outputBytes = min(special.outputBytes, max(blob.count * limits.ratio, 1 << 24))
        }
        var attempt = Findings()
        let result = await run(
            .bsdtar,
            ["-cf", "-", "--format=pax", "@" + path],
            for: item.place,
            limits: special,
            &attempt
        )
        guard let result else {
            found.notSearched += attempt.notSearched
            return
        }
        let blobOfTar = Blob(result.output)
        let walk = blobOfTar.withBytes { TarWalk($0, most: limits.parts) }
        if walk.members.isEmpty, walk.words.isEmpty, format == .compressed {
            await readCompressed(item, path, special, &found)
            return
        }
        found.notSearched += attempt.notSearched
        count(unpacked: result.output.count)
        found.add(place.adding(.directory), Charset.lenient(walk.words))
        for (number, member) in walk.members.enumerated() {
            found.inside.append(
                Item(
                    place: place.adding(.member, number + 1),
                    depth: item.depth + 1,
                    source: .blob(Blob(member.data, of: blobOfTar))
                )
            )
        }
        if result.status != 0 || !walk.isWhole, result.ran == .finished {
            let isLocked =
                result.message.lowercased().contains("passphrase") || result.message.contains("ncrypted")
            found.miss(item.place, isLocked || Self.isLocked7z(result) ? .encrypted : .damaged)
        }
    }

    /// libarchive ends at the first encrypted member of a 7z archive without a word.
    private static func isLocked7z(_ result: ToolRun.Result) -> Bool { result.message.contains("(null)") }

    /// One stream, without an archive inside.
    private func readCompressed(
        _ item: Item,
        _ path: String,
        _ limits: ExtractionLimits,
        _ found: inout Findings
    ) async {
        guard let result = await run(.bsdcat, [path], for: item.place, limits: limits, &found) else { return }
        count(unpacked: result.output.count)
        if result.status != 0, result.ran == .finished { found.miss(item.place, .damaged) }
        guard !result.output.isEmpty else { return }
        found.inside.append(
            Item(
                place: item.place.adding(.member, 1),
                depth: item.depth + 1,
                source: .blob(Blob(result.output))
            )
        )
    }
}
