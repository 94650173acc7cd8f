internal import Foundation
internal import Redaction

extension Failure {
    /// Why no redacted copy was made. None of the sentences tells anything of what is in the file.
    static func of(_ error: RedactionError) -> Failure {
        switch error {
        case .noTool(let name):
            Failure(
                .input,
                "the program '\(name)' is not installed",
                hint: "Debian has it in: poppler-utils, qpdf, libvips-tools, tesseract-ocr"
            )
        case .unknownFormat:
            Failure(
                .input,
                "no copy can be made of a file of this kind",
                hint: "PDF, JPEG, PNG, TIFF, WebP, GIF and HEIC can be redacted; withhold other files"
            )
        case .encrypted:
            Failure(
                .input,
                "the PDF opens only with a password",
                hint: "take in a copy that was saved without it"
            )
        case .damaged: Failure(.input, "the file is damaged: it cannot be read to its end")
        case .noPages: Failure(.input, "the PDF has no pages")
        case .animated(let frames):
            Failure(
                .input,
                "the picture moves (\(frames) frames)",
                hint: "take in the frames that matter as pictures of their own"
            )
        case .tooManyPages(let pages, let limit):
            Failure(.input, "the file has \(pages) pages; no more than \(limit) can be redacted at once")
        case .tooLarge(let page, let width, let height, let limit):
            Failure(
                .input,
                "page \(page) would have \(width) × \(height) pixels; the limit is \(limit / 1_000_000) million",
                hint: "a PDF takes fewer with a lower --resolution"
            )
        case .noSuchPage(let page, let pages): Failure(.input, "there is no page \(page): it has \(pages)")
        case .boxOutside(let page):
            Failure(
                .input,
                "a box has no area, or lies outside of page \(page)",
                hint: "a box is page:x,y,width,height, from the top left corner"
            )
        case .pointsOfPicture:
            Failure(.input, "a picture has no points", hint: "give the box in pixels (px) or per cent (%)")
        case .resolution(let value):
            Failure(.input, "a resolution of \(value) is not between 72 and 600 pixels to the inch")
        case .tool(let name, let status):
            Failure(.input, "'\(name)' could not read the file (it ended with \(status))")
        case .timedOut(let name, let seconds):
            Failure(.input, "'\(name)' took longer than \(seconds) seconds for a page, and was stopped")
        case .file(let errno):
            Failure(
                .store,
                "a file of the work could not be written or read: \(String(cString: strerror(errno)))"
            )
        case .unsound(let fault):
            Failure(
                .findings,
                "the copy was made and did not pass its check, so it was thrown away: \(words(of: fault))",
                hint: "nothing was recorded; black out the whole page with --page, or withhold the file"
            )
        }
    }

    private static func words(of fault: CopyFault) -> String {
        switch fault {
        case .pageCount(let expected, let found): "it has \(found) pages instead of \(expected)"
        case .pageSize(let page): "page \(page) has another size"
        case .notPainted(let page): "a box on page \(page) is not black"
        case .textInBox(let page): "there is text in a box on page \(page)"
        case .term(let page): "a protected term can still be read on page \(page)"
        case .foreignPart: "it holds something that is neither page nor picture"
        }
    }
}
