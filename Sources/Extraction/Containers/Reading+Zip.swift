extension Reading {
    /// A ZIP archive, and whatever is one underneath: office files, books, packages.
    func readZip(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        let walk = blob.withBytes { ZipWalk($0, limits: limits) }
        let names = walk.words
        found.add(item.place.adding(.directory), names)
        if let decoded = Escapes.decode(names) {
            found.add(item.place.adding(.directory).adding(.decoded, 1), decoded)
        }
        if walk.isDamaged || walk.members.isEmpty && blob.count > 22 { found.miss(item.place, .damaged) }
        if walk.isTooLarge { found.miss(item.place, .tooLarge) }
        var needsTool = false
        for (number, member) in walk.members.enumerated() {
            let place = item.place.adding(.member, number + 1)
            if member.isEncrypted {
                found.miss(place, .encrypted)
                continue
            }
            switch member.method {
            case 0:
                found.inside.append(
                    Item(place: place, depth: item.depth + 1, source: .blob(Blob(member.data, of: blob)))
                )
            case 8:
                found.inside.append(
                    Item(place: place, depth: item.depth + 1, source: .deflated(blob, member.data))
                )
            default: needsTool = true
            }
        }
        if needsTool { await readArchive(item, blob, .archive, at: item.place.adding(.directory), &found) }
        readSpreadsheet(item, blob, walk, &found)
        for (number, gap) in walk.gaps.enumerated() {
            // Other files may stand before or behind the archive; its own directory is read already.
            findEmbedded(in: gap, number, item, blob, &found)
        }
    }
}
