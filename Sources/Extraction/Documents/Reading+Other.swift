extension Reading {
    func readMail(_ item: Item, _ blob: Blob, _ found: inout Findings) async {}
    func readCompound(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        found.miss(item.place, .partly)
    }
    func readDatabase(_ item: Item, _ blob: Blob, _ found: inout Findings) async {
        found.miss(item.place, .partly)
    }
}
