extension Reading {
    /// Text as it stands, what is written in it in other ways, and the files that are written in it as text.
    func readText(_ item: Item, _ blob: Blob, _ format: Format, _ found: inout Findings) {
        let text = blob.withBytes(Charset.decode)
        found.add(item.place.adding(.text), text)
        if format == .richText {
            found.add(item.place.adding(.joined), blob.withBytes(RichText.text))
        }
        readDecodings(of: text, at: item.place, &found)
        if format == .markup || MarkupText.looksLikeMarkup(text) {
            readMarkup(text, at: item.place, &found)
        }
        readCodedBlocks(in: text, item, &found)
        // Armour around OpenPGP (RFC 9580), and what an OpenDocument manifest says of its members.
        for mark in ["-----BEGIN PGP MESSAGE", "<manifest:encryption-data"]
        where Signatures.isIn(Array(mark.utf8), text) {
            found.miss(item.place, .encrypted)
        }
    }

    func readMarkup(_ text: [UInt8], at place: Place, _ found: inout Findings) {
        let markup = MarkupText(text)
        found.add(place.adding(.joined), markup.joined)
        if markup.parted != markup.joined { found.add(place.adding(.parted), markup.parted) }
        found.add(place.adding(.attributes), markup.attributes)
        found.add(place.adding(.comments), markup.comments)
    }

    func readDecodings(of text: [UInt8], at place: Place, _ found: inout Findings) {
        if let decoded = Escapes.decode(text) { found.add(place.adding(.decoded, 1), decoded) }
        if let unfolded = FoldedLines.unfold(text) {
            found.add(place.adding(.decoded, 2), Escapes.decode(unfolded) ?? unfolded)
        }
    }

    func readCodedBlocks(in text: [UInt8], _ item: Item, _ found: inout Findings) {
        let blocks = CodedBlocks(in: text)
        found.add(item.place.adding(.decoded, 3), blocks.text)
        if !blocks.text.isEmpty {
            // Written so twice: once more, and no more.
            found.add(item.place.adding(.decoded, 4), CodedBlocks(in: blocks.text).text)
            if let decoded = Escapes.decode(blocks.text) {
                found.add(item.place.adding(.decoded, 5), decoded)
            }
        }
        for (number, file) in blocks.files.enumerated() {
            found.inside.append(
                Item(
                    place: item.place.adding(.embedded, number + 1),
                    depth: item.depth + 1,
                    source: .blob(Blob(file)),
                    isGuess: true
                )
            )
        }
    }
}
