extension Reading {
    /// An SQLite database, as the statements that would make it again; what was deleted is in its bytes.
    func readDatabase(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        guard let path = path(of: blob, at: item.place, &found) else { return }
        // Immutable: it neither looks for a journal nor makes one.
        let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
        let arguments = [
            "-batch", "-safe", "-readonly", "-init", "/dev/null", "file:\(escaped)?immutable=1", ".dump",
        ]
        guard let result = await run(.sqlite3, arguments, for: item.place, &found) else { return }
        if result.status != 0 || !result.message.isEmpty, result.ran == .finished {
            found.miss(item.place, .damaged)
        }
        let text = Charset.lenient(result.output)
        found.add(item.place.adding(.row), text)
        readDecodings(of: text, at: item.place.adding(.row), &found)
        readCodedBlocks(in: text, item, &found)
    }
}
