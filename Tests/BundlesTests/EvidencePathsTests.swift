import Testing

@testable import Bundles

@Suite struct `An original's path in the bundle` {
    @Test func `is the exhibit's mark and the file's name`() {
        var paths = EvidencePaths()
        #expect(paths.path(mark: "KT/7", exhibit: "a", name: "photo.jpg") == "data/evidence/KT-7/photo.jpg")
        #expect(
            paths.path(mark: "KT/7", exhibit: "a", name: "photo.jpg") == "data/evidence/KT-7/photo (2).jpg"
        )
    }

    @Test func `is another one where only case or Unicode form tells two names apart`() {
        var paths = EvidencePaths()
        let names = ["Photo.jpg", "photo.JPG", "re\u{301}sume\u{301}.txt", "r\u{E9}sum\u{E9}.txt"]
        let made = names.map { paths.path(mark: "A", exhibit: "a", name: $0) }
        #expect(Set(made.map { EvidencePaths.folded($0) }).count == names.count)
    }

    @Test func `keeps two exhibits apart whose marks make one folder`() {
        var paths = EvidencePaths()
        #expect(paths.path(mark: "A/1", exhibit: "a", name: "x") == "data/evidence/A-1/x")
        #expect(paths.path(mark: "A-1", exhibit: "b", name: "x") == "data/evidence/A-1 (2)/x")
    }

    @Test(arguments: [
        ("../../etc/passwd", "-..-etc-passwd"), ("a:b*c?.txt", "a-b-c-.txt"), ("CON.txt", "_CON.txt"),
        (". .", "file"),
        ("name.", "name"), ("\u{202E}gpj.exe", "_gpj.exe"), ("a\nb", "a_b"), ("ফোন ১.jpg", "ফোন ১.jpg"),
    ])
    func `is safe on every system that may unpack it`(name: String, safe: String) {
        #expect(EvidencePaths.safe(name, limit: 120) == safe)
    }

    @Test func `keeps its suffix when it is cut`() {
        let safe = EvidencePaths.safe(String(repeating: "ক", count: 100) + ".jpeg", limit: 120)
        #expect(safe.utf8.count <= 120)
        #expect(safe.hasSuffix("ক.jpeg"))
    }
}
