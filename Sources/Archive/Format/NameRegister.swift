/// The names of an archive so far, to find those that would become one file.
struct NameRegister {
    /// The position of the first entry with each key, and its exact name.
    private var files: [String: (position: Int, name: String)] = [:]
    /// The keys of all folders that names lead through, when they are wanted.
    private var folders: Set<String> = []
    private let collectsFolders: Bool

    /// - Parameter collectsFolders: makes ``isFolder(_:)`` work before all names are known. The folders of a hostile
    ///   archive may take far more memory than its names; one's own do not.
    init(collectsFolders: Bool) {
        self.collectsFolders = collectsFolders
    }

    enum Clash: Equatable {
        case duplicate(of: Int)
        case collision(with: Int)
    }

    /// Takes a file's name; tells which earlier one it clashes with.
    mutating func add(_ name: String, position: Int) -> Clash? {
        let key = EntryName.collisionKey(name)
        guard let earlier = files[key] else {
            files[key] = (position, name)
            if collectsFolders { folders.formUnion(Self.folders(above: key)) }
            return nil
        }
        // Not `==`, which takes NFC and NFD for the same.
        let isSame = earlier.name.utf8.elementsEqual(name.utf8)
        return isSame ? .duplicate(of: earlier.position) : .collision(with: earlier.position)
    }

    /// The position of a file whose name is the path to a folder of this one: `a` for `a/b`.
    func fileAbove(_ name: String) -> Int? {
        for folder in Self.folders(above: EntryName.collisionKey(name)) {
            if let file = files[folder] { return file.position }
        }
        return nil
    }

    /// Whether the name of an earlier file leads through this one.
    func isFolder(_ name: String) -> Bool {
        folders.contains(EntryName.collisionKey(name))
    }

    private static func folders(above key: String) -> some Sequence<String> {
        let slash = UInt8(ascii: "/")
        return sequence(state: key.utf8.lastIndex(of: slash)) { end -> String? in
            guard let last = end else { return nil }
            end = key.utf8[..<last].lastIndex(of: slash)
            return String(key[..<last])
        }
    }
}
