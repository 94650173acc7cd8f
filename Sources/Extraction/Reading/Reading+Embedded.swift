extension Reading {
    /// Files of other kinds that stand in an item's bytes.
    func findEmbedded(_ item: Item, _ blob: Blob, _ found: inout Findings) {
        findEmbedded(in: 1..<max(blob.count, 1), 0, item, blob, &found)
    }

    /// The first file of each kind in a part of an item's bytes; what comes behind it is for its own reader to see.
    func findEmbedded(
        in range: Range<Int>,
        _ series: Int,
        _ item: Item,
        _ blob: Blob,
        but known: Set<[UInt8]> = [],
        _ found: inout Findings
    ) {
        guard !range.isEmpty, !item.place.parts.contains(where: { $0.kind == .embedded && $0.number > 1_000 })
        else {
            return
        }
        for (number, signature) in Signatures.inside.enumerated() where !known.contains(signature) {
            let hit = blob.withBytes {
                Signatures.find(signature, in: $0, from: range.lowerBound, to: range.upperBound)
            }
            guard let hit else { continue }
            found.inside.append(
                Item(
                    place: item.place.adding(.embedded, 1_001 + series * Signatures.inside.count + number),
                    depth: item.depth + 1,
                    source: .blob(Blob(hit..<range.upperBound, of: blob)),
                    isGuess: true
                )
            )
        }
    }
}
