import Foundation
import Testing

private let hasTools = ["pdftoppm", "pdftotext", "qpdf", "vips"].allSatisfy { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
}

@Suite(.enabled(if: hasTools, "needs poppler-utils, qpdf and libvips-tools"))
struct `The command redact` {
    /// One page of 400 × 300 points. Poppler mends what its table lacks.
    private let page = """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Count 1 /Kids [ 3 0 R ] >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 400 300 ] >> endobj
        trailer << /Root 1 0 R >>

        """

    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.openCase()
        let path = try desk.write("Rupali.pdf", page)
        #expect(try desk.run("add", "evidence", "KOL-7", path, "--mark", "KT/1").status == 0)
        return desk
    }

    @Test func `makes a copy under a name that says nothing, and shows it first if asked`() throws {
        let desk = try desk()
        let quick = ["--resolution", "100", "--without-text"]
        let look = try desk.run(
            ["redact", "KOL-7", "Rupali.pdf", "--box", "1:10,10,50,20", "--preview", "look", "--json"] + quick
        )
        #expect(look.status == 0, "\(look)")
        #expect(desk.contents(desk.folder + "/look") == ["page-1.png"])

        let made = try desk.run(
            ["redact", "KOL-7", "Rupali.pdf", "--box", "1:5,5,10,10%", "--reason", "Name of V-1", "--json"]
                + quick
        )
        #expect(made.status == 0, "\(made)")
        #expect(made.value("name") as? String == "KT_1-redacted-1.pdf")
        #expect(made.value("searchable") as? Bool == false)
        #expect((made.value("painted") as? [[String: Any]])?.first?["cause"] as? String == "box")
        #expect(!made.out.contains("Rupali"))
        #expect(try desk.run("log", "KOL-7", "--verify").status == 0)
    }

    @Test func `says what is wrong with what it is asked for`() throws {
        let desk = try desk()
        let note = try desk.write("note.txt", "A note")
        #expect(try desk.run("add", "evidence", "KOL-7", note, "--mark", "KT/2").status == 0)
        for (arguments, says) in [
            (["Rupali.pdf", "--reason", "x"], "--box, --page or --terms"),
            (["Rupali.pdf", "--box", "1:1,1,5,5"], "--reason"),
            (["Rupali.pdf", "--clean", "--page", "1", "--reason", "x"], "--clean"),
            (["Rupali.pdf", "--box", "1,1,5,5", "--reason", "x"], "page:x,y,width,height"),
            (["Rupali.pdf", "--box", "1:1,1,5", "--reason", "x"], "page:x,y,width,height"),
            (["Rupali.pdf", "--page", "3-2", "--reason", "x"], "pages such as"),
            (["Rupali.pdf", "--page", "2", "--reason", "x"], "there is no page 2"),
            (["Rupali.pdf", "--box", "1:900,1,5,5", "--reason", "x"], "outside of page 1"),
            (["Rupali.pdf", "--clean", "--resolution", "9", "--reason", "x"], "between 72 and 600"),
            (["Rupali.pdf", "--terms", "--reason", "x"], "no identities"),
            (["note.txt", "--clean", "--reason", "x"], "of this kind"),
            (["other.pdf", "--clean", "--reason", "x"], "no record"),
        ] {
            let result = try desk.run(["redact", "KOL-7"] + arguments)
            #expect(result.status == 2, "\(result)")
            #expect(result.out.isEmpty)
            #expect(result.err.contains(says), "\(result)")
        }
    }
}
