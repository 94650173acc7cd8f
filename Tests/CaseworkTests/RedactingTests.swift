import CaseFile
import Casework
import Foundation
import Leaks
import Redaction
import Testing
import Vault

@Suite(
    .enabled(
        if: ["pdftoppm", "pdftotext", "qpdf", "vips"].allSatisfy { Outside.find($0) != nil },
        "needs poppler-utils, qpdf and libvips-tools"
    )
)
struct `A redacted copy` {
    private let tools = RedactionTools(path: ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
    private let reason = FreeText("Name of V-1, BNS s.72", .english)!

    private func order() -> RedactionOrder {
        var request = RedactionRequest()
        request.resolution = 100
        request.isSearchable = false
        request.boxes = [RedactionBox(page: 1, x: 90, y: 160, width: 120, height: 30, unit: .points)]
        return RedactionOrder(request, reason: reason)
    }

    /// A case with one exhibit, KT/1, of one PDF that is called like the person in it.
    private func desk() throws -> (office: TestOffice, openCase: OpenCase, file: RecordID) {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("papers", ["Rupali.pdf": OnePagePDF.text(saying: "Rupali came")])
        let taken = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "KT")))
        return (office, openCase, taken.items[0].file)
    }

    private func body(_ file: RecordID, in openCase: OpenCase) throws -> EvidenceFile {
        try #require(try openCase.current(file)?.record.body as? EvidenceFile)
    }

    @Test func `is a file of the same exhibit, made from the original, which stays`() throws {
        let (office, openCase, original) = try desk()
        let before = try #require(try openCase.current(original)).bytes
        let result = try openCase.redact(original, order(), program: "Dossier 0.1.0", tools: tools)

        let copy = try body(result.file, in: openCase)
        #expect(copy.role == .derivative)
        #expect(copy.sources == [Reference(to: original)])
        #expect(copy.exhibit == (try body(original, in: openCase)).exhibit)
        #expect(copy.name.text == "KT_1-redacted-1.pdf")
        #expect(copy.originalPath == nil)
        #expect(copy.note == reason)
        #expect(copy.pages?.value == 1)
        #expect(copy.tool?.text.hasPrefix("Dossier 0.1.0 (libvips ") == true)
        #expect(copy.digests.first?.value == result.sha256)
        #expect(try openCase.current(original)?.bytes == before)

        let digest = try #require(FileDigest(hex: result.sha256))
        let text = try Outside.output(
            of: "pdftotext",
            [openCase.office.vault.layout.object(digest), "-"],
            in: office.folder
        )
        #expect(text.status == 0 && !text.text.contains("Rupali"))
        #expect(office.contents(of: office.home.work).isEmpty)
        #expect(try openCase.verifyLog().isSound)
    }

    @Test func `gets the next number, and its bytes the same digest`() throws {
        let (_, openCase, original) = try desk()
        let first = try openCase.redact(original, order(), program: "Dossier", tools: tools)
        let second = try openCase.redact(original, order(), program: "Dossier", tools: tools)
        #expect(second.name == "KT_1-redacted-2.pdf")
        #expect(first.sha256 == second.sha256)
    }

    @Test func `of a paper of the file is a paper`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("papers", ["memo.pdf": OnePagePDF.text(saying: "Rupali came")])
        var request = EvidenceRequest(paths: [folder], marking: .papers)
        request.role = .scan
        let original = try openCase.addEvidence(request).items[0].file
        let result = try openCase.redact(original, order(), program: "Dossier", tools: tools)
        #expect(result.name == "paper-redacted-1.pdf")
        #expect(try body(result.file, in: openCase).exhibit == nil)
    }

    @Test func `can be looked at first, and nothing is recorded`() throws {
        let (office, openCase, original) = try desk()
        let size = try openCase.size()
        let folder = office.folder + "/look"
        let preview = try openCase.previewRedaction(of: original, order().request, to: folder, tools: tools)
        #expect(preview.pictures == ["\(folder)/page-1.png"])
        #expect(office.contents(of: folder) == ["page-1.png"])
        #expect(try openCase.size() == size)
        #expect(office.contents(of: office.home.work).isEmpty)
    }

    @Test func `that cannot be made leaves nothing`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("one", ["a.txt": "Rupali was here"])
        let file = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "KT"))).items[0]
            .file
        let size = try openCase.size()
        #expect {
            try openCase.redact(file, order(), program: "Dossier", tools: tools)
        } throws: { error in
            if case CaseworkError.redaction(.unknownFormat) = error { true } else { false }
        }
        #expect(try openCase.size() == size)
        #expect(office.contents(of: office.home.work).isEmpty)
    }

    @Test func `is not made of bytes that are no longer the record's`() throws {
        let (_, openCase, original) = try desk()
        let digest = try #require(FileDigest(hex: try body(original, in: openCase).digests[0].value))
        let path = openCase.office.vault.layout.object(digest)
        chmod(path, 0o600)
        try Data(OnePagePDF.text(saying: "Another came").utf8).write(to: URL(fileURLWithPath: path))
        #expect {
            try openCase.redact(original, order(), program: "Dossier", tools: tools)
        } throws: { error in
            if case CaseworkError.originalAltered(original) = error { true } else { false }
        }
    }

    @Test func `is found by its exhibit's mark and its name`() throws {
        let (_, openCase, original) = try desk()
        #expect(try openCase.file(named: "Rupali.pdf") == original)
        #expect(try openCase.file(named: "KT/1/Rupali.pdf") == original)
        #expect(try openCase.file(named: original.description) == original)
        #expect(throws: CaseworkError.self) { try openCase.file(named: "KT/1/other.pdf") }
    }

    @Test func `answers findings of the leak scan`() throws {
        let (_, openCase, original) = try desk()
        var order = order()
        order.findings = ["0123456789abcdef0123456789abcdef"]
        order.editions = ["accused"]
        let result = try openCase.redact(original, order, program: "Dossier", tools: tools)
        #expect(result.recorded.map(\.kind) == [.file, .decision])
        let decision = try #require(try openCase.list(.decision).first?.record.body as? Decision)
        #expect(decision.action == .redacted)
        #expect(decision.ref.to == original)
        #expect(decision.replacement?.to == result.file)
        #expect(decision.digest.text == (try body(original, in: openCase)).digests[0].value)
        #expect(decision.editions == ["accused"])
    }

    @Test(.enabled(if: Outside.find("tesseract") != nil, "needs tesseract-ocr"))
    func `hides protected terms wherever they are`() throws {
        let (office, openCase, original) = try desk()
        var order = order()
        order.request.boxes = []
        order.request.resolution = 150
        order.request.hide([ProtectedTerm(code: "1/name/1", kind: .name, text: "Rupali Sarkar")])
        let folder = try office.files(
            "more",
            ["b.pdf": OnePagePDF.text(saying: "Smt RUPALI  SARKAR came at nine")]
        )
        let other = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "KT"))).items[0]
            .file
        _ = original
        let result = try openCase.redact(other, order, program: "Dossier", tools: tools)
        #expect(result.painted.count == 2)
        #expect(result.painted.allSatisfy { $0.cause == .text })
    }
}
