import Foundation
import Testing

@testable import Vault

/// Files as they come from phones, mailboxes and offices. They are not part of the project: the suite looks for
/// `shared/data/real-evidence` beside the checkout or one of the folders above it, or in DOSSIER_SHARED.
private let evidence: String? = {
    var candidates = ProcessInfo.processInfo.environment["DOSSIER_SHARED"].map { [$0] } ?? []
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
        folder.deleteLastPathComponent()
        candidates.append(folder.appendingPathComponent("shared").path)
    }
    return candidates.map { "\($0)/data/real-evidence" }.first { FileManager.default.fileExists(atPath: $0) }
}()

@Suite(.enabled(if: evidence != nil, "shared/data/real-evidence is not beside the checkout"))
struct `Real evidence` {
    @Test func `goes in whole, with the digests that sha256sum finds and the types that they are`() throws {
        let scratch = Scratch()
        let vault = try scratch.vault()
        let folder = try #require(evidence)
        let results = try vault.takeIn([RawPath(folder)])
        #expect(results.notTakenIn == [])
        #expect(results.takenIn.count >= 20)
        for file in results.takenIn {
            #expect(run("sha256sum", "--zero", file.path.text)?.prefix(64) == Substring(file.digest.hex))
        }
        let types = Dictionary(
            results.takenIn.map { ($0.name.text, $0.mediaType) },
            uniquingKeysWith: { first, _ in first }
        )
        let expected = [
            "testJPEG_GEO.jpg": "image/jpeg", "testHEIF.heic": "image/heic", "testOCR.pdf": "application/pdf",
            "ko-KR_(Annyeonghaseyo).mp4": "video/mp4", "pt-BR_(We_Are_At_School).mp3": "audio/mpeg",
            "test-outlook2003.msg": "application/vnd.ms-outlook", "testCSV.csv": "text/csv",
            "testComment.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "testODTStyles2.odt": "application/vnd.oasis.opendocument.text",
        ]
        for (name, type) in expected where types[name] != nil { #expect(types[name] == type) }
        #expect(
            try vault.verify(expected: results.takenIn.map { .init(digest: $0.digest, size: $0.size) }) == []
        )
    }
}
