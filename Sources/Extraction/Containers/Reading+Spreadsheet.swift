extension Reading {
    func readSpreadsheet(_ item: Item, _ blob: Blob, _ walk: ZipWalk, _ found: inout Findings) {}
}
