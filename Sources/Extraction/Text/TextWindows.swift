/// A very long text is read as several, each within the next, so that no more than one is in memory decoded.
enum TextWindows {
    static let length = 1 << 25
    /// Even, so that two-byte units stay whole.
    private static let overlap = 1 << 16

    static func items(of item: Item, _ blob: Blob) -> [Item] {
        stride(from: 0, to: blob.count, by: length - overlap).map { start in
            Item(
                place: item.place.adding(.byte, start),
                depth: item.depth,
                source: .blob(Blob(start..<min(start + length, blob.count), of: blob)),
                isGuess: item.isGuess
            )
        }
    }
}
