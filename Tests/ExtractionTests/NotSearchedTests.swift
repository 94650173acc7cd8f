import Extraction
import Testing

/// What cannot be read is said.
@Suite struct NotSearchedTests {
    @Test(
        "a file that is cut short is damaged",
        .enabled(if: Samples.has(.qpdf), "needs qpdf"),
        arguments: ["broken.pdf", "cut.png", "cut.zip", "lost.zip"]
    )
    func damaged(_ file: String) async throws {
        #expect(try await Samples.shared.value.read(file).missed.contains { $0.hasSuffix(": damaged") })
    }

    @Test("a sound file has nothing that was not searched", .enabled(if: Samples.has(.tesseract)))
    func nothingMissed() async throws {
        for file in [
            "stored.zip", "tiny.png", "page.html", "plain.pdf", "revision.pdf", "mail.eml", "a.sqlite",
            "rows.xlsx",
        ] {
            #expect(try await Samples.shared.value.read(file).missed == [], "\(file)")
        }
    }

    @Test("much that nobody knows behind the end of a picture is said")
    func unknownTrailer() async throws {
        #expect(try await Samples.shared.value.read("tail2.png").missed.contains("trailer: unknownFormat"))
    }

    @Test("an encrypted member is said, and the others are read")
    func encryptedMember() async throws {
        let outcome = try await Samples.shared.value.read("locked.zip")
        #expect(outcome.missed == ["member 1: encrypted"])
        #expect(outcome.places(of: "Zyxomira") == ["member 2 / text"])
    }

    @Test("a PDF that needs a password is encrypted", .enabled(if: Samples.has(.qpdf), "needs qpdf"))
    func encryptedPDF() async throws {
        #expect(try await Samples.shared.value.read("locked.pdf").missed.contains("file: encrypted"))
    }

    @Test(
        "bytes of no known format are read and said",
        .enabled(if: Samples.has(.exiftool), "needs exiftool")
    )
    func unknown() async throws {
        #expect(try await Samples.shared.value.read("unknown.bin").missed.contains("file: unknownFormat"))
    }

    @Test("a bomb ends at the limit", arguments: ["bomb.gz", "bomb.zip"])
    func bomb(_ file: String) async throws {
        let limits = ExtractionLimits(partBytes: 1 << 24, totalBytes: 1 << 25)
        #expect(
            try await Samples.shared.value.read(file, limits: limits).missed.contains {
                $0.hasSuffix("tooLarge")
            }
        )
    }

    @Test("files in files end at the limit")
    func depth() async throws {
        let outcome = try await Samples.shared.value.read("nested.zip", limits: ExtractionLimits(depth: 2))
        #expect(outcome.missed == ["member 1 / member 1 / member 1: tooDeep"])
    }

    @Test(
        "a tool that is not there is said",
        arguments: [
            ("plain.pdf", Tool.qpdf), ("plain.pdf", .pdftotext), ("text.png", .tesseract),
            ("text.png", .exiftool),
            ("a.gz", .bsdtar), ("a.sqlite", .sqlite3), ("mail.eml", .python3),
        ]
    )
    func noTool(_ file: String, _ tool: Tool) async throws {
        #expect(
            try await Samples.shared.value.read(file, without: [tool]).missed.contains {
                $0.hasSuffix("noTool")
            }
        )
    }

    @Test("a tool that takes too long is ended with all that it started")
    func timeOut() async throws {
        let outcome = try await Samples.shared.value.read(
            "text.png",
            limits: ExtractionLimits(toolSeconds: 0)
        )
        #expect(outcome.missed.contains { $0.hasSuffix("timedOut") })
    }
}
