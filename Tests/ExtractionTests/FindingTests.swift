import Extraction
import Testing

/// The word that make_samples.py plants is found, and at the right place.
@Suite struct FindingTests {
    struct Planted: Sendable, CustomTestStringConvertible {
        let file: String
        let place: String
        var word = "Zyxomira"
        var testDescription: String { "\(file): \(word) at \(place)" }

        init(_ file: String, _ place: String, _ word: String = "Zyxomira") {
            self.file = file
            self.place = place
            self.word = word
        }
    }

    static let texts = [
        Planted("u16.txt", "text"), Planted("u16b.txt", "text"), Planted("beng16.txt", "text", "রাজু দাস"),
        Planted("cp1252.txt", "text", "Zyxomira café"), Planted("json.json", "decoded 1"),
        Planted("page.html", "joined"), Planted("page.html", "attributes", "Zyxomira2"),
        Planted("page.html", "decoded 3", "Zyxomira3"), Planted("page.html", "comments", "hid"),
        Planted("ent.html", "joined"), Planted("a.rtf", "joined"), Planted("a.rtf", "joined", "কা"),
        Planted("qp.vcf", "decoded 1"), Planted("qp.vcf", "decoded 2", "NOTE:Zyxomira"),
        Planted("b64.txt", "decoded 3"), Planted("hex.txt", "decoded 3"),
    ]

    @Test("text is found in every charset and writing", arguments: texts)
    func text(_ planted: Planted) async throws { try await expect(planted) }

    static let pdfs = [
        Planted("plain.pdf", "page 1 / text"), Planted("white.pdf", "page 1 / text"),
        Planted("box.pdf", "page 1 / text"), Planted("off.pdf", "page 1 / joined"),
        Planted("layer.pdf", "page 1 / joined"), Planted("annot.pdf", "objects"),
        Planted("info.pdf", "metadata Author"), Planted("attach.pdf", "attachment 4 / member 1 / text"),
        Planted("revision.pdf", "revision 1 / page 1 / text"), Planted("broken.pdf", "stream 1 / raw"),
    ]

    @Test(
        "what a PDF hides is found",
        .enabled(
            if: Samples.has(.qpdf) && Samples.has(.pdftotext) && Samples.has(.exiftool)
                && Samples.has(.bsdtar),
            "needs qpdf, poppler-utils, exiftool and libarchive-tools"
        ),
        arguments: pdfs
    )
    func pdf(_ planted: Planted) async throws { try await expect(planted) }

    static let zips = [
        Planted("member.zip", "member 1 / text"), Planted("name.zip", "directory"),
        Planted("comment.zip", "directory"), Planted("nested.zip", "member 1 / member 1 / member 1 / text"),
        Planted("split.docx", "member 2 / joined"), Planted("comments.docx", "member 3 / attributes"),
        Planted("media.docx", "member 3 / member 1 / text"), Planted("sheet.xlsx", "member 2 / joined"),
        Planted("rows.xlsx", "member 3 / cells", "First Second"),
    ]

    @Test("members of ZIP archives and office files are found without any tool", arguments: zips)
    func zip(_ planted: Planted) async throws { try await expect(planted, without: Set(Tool.allCases)) }

    static let archives = [
        Planted("a.gz", "member 1 / text"), Planted("a.tar.xz", "directory", "../../Zyxomira"),
        Planted("a.tar.xz", "member 2 / text"), Planted("bz.zip", "directory / member 1 / text"),
        Planted("lzma.zip", "directory / member 1 / text"),
    ]

    @Test(
        "members of other archives are found",
        .enabled(if: Samples.has(.bsdtar), "needs libarchive-tools"),
        arguments: archives
    )
    func archive(_ planted: Planted) async throws { try await expect(planted) }

    static let tagged = [
        Planted("text.png", "metadata Comment"), Planted("text.png", "metadata", "Zyxomira2"),
        Planted("tail.png", "trailer / member 1 / text"), Planted("id3.mp3", "metadata Title"),
        Planted("unknown.bin", "raw / byte 0"),
    ]

    @Test(
        "tags, tails and bytes are found",
        .enabled(if: Samples.has(.exiftool), "needs exiftool"),
        arguments: tagged
    )
    func tag(_ planted: Planted) async throws { try await expect(planted) }

    static let mails = [
        Planted("mail.eml", "header 1"), Planted("mail.eml", "header 3", "Zyxomira2"),
        Planted("mail.eml", "attachment 1 / text", "Zyxomira4"),
        Planted("mail.eml", "attachment 2 / member 1 / text", "Zyxomira5"),
        Planted("box.mbox", "attachment 2 / text"),
    ]

    @Test(
        "mail is found in headers, bodies and attachments",
        .enabled(if: Samples.has(.python3), "needs python3"),
        arguments: mails
    )
    func mail(_ planted: Planted) async throws { try await expect(planted) }

    @Test("the name of an attachment is found", .enabled(if: Samples.has(.python3), "needs python3"))
    func attachmentName() async throws {
        let places = try await Samples.shared.value.read("mail.eml").places(of: "Zyxomira3")
        #expect(places.contains { $0.hasPrefix("header") })
    }

    @Test(
        "every cell of a database is found",
        .enabled(if: Samples.has(.sqlite3), "needs sqlite3"),
        arguments: [Planted("a.sqlite", "row"), Planted("a.sqlite", "decoded 3", "Zyxomira2")]
    )
    func database(_ planted: Planted) async throws { try await expect(planted) }

    static let compounds = [
        Planted("a.msg", "stream 2 / text"), Planted("a.msg", "stream 3 / text", "Zyxomira2"),
        Planted("a.msg", "stream 4 / member 1 / text", "Zyxomira3"),
        Planted("a.msg", "stream 5 / joined", "Zyxomira4"),
        Planted("other.ole", "stream 1 / raw / byte 0"), Planted("vba.ole", "stream 3 / decoded 4"),
    ]

    @Test("old office files and Outlook's messages are read without any tool", arguments: compounds)
    func compound(_ planted: Planted) async throws { try await expect(planted, without: Set(Tool.allCases)) }

    private func expect(_ planted: Planted, without missing: Set<Tool> = []) async throws {
        let outcome = try await Samples.shared.value.read(planted.file, without: missing)
        // The numbers of tags differ between exiftool's versions.
        #expect(
            outcome.places(of: planted.word).contains {
                $0 == planted.place || $0.hasPrefix(planted.place + " ")
            }
        )
    }

    @Test("the name of the file is a passage")
    func name() async throws {
        #expect(try await Samples.shared.value.read("hex.txt").places(of: "sample") == ["name"])
    }

    @Test("a place never has a word of the file")
    func places() async throws {
        for file in ["name.zip", "a.tar.xz", "text.png", "info.pdf", "mail.eml"] {
            let outcome = try await Samples.shared.value.read(file)
            for passage in outcome.passages { #expect(!passage.place.description.contains("Zyx")) }
        }
    }

    @Test("the same file gives the same passages in the same order")
    func order() async throws {
        for file in ["media.docx", "tail.png", "mail.eml"] {
            let samples = try await Samples.shared.value
            let first = try await samples.read(file)
            let second = try await samples.read(file)
            #expect(first.passages == second.passages)
            #expect(first.report == second.report)
        }
    }
}
