/// Why a redacted copy could not be made. It carries no text of the file.
public enum RedactionError: Error, Hashable {
    /// A program that is needed is not installed.
    case noTool(String)
    /// Neither a PDF nor a picture of a kind that can be read.
    case unknownFormat
    /// It opens with a password only.
    case encrypted
    /// It cannot be read as what it claims to be.
    case damaged
    case noPages
    /// Has moving pictures; so many.
    case animated(frames: Int)
    case tooManyPages(Int, limit: Int)
    /// In pixels.
    case tooLarge(page: Int, width: Int, height: Int, limit: Int)
    case noSuchPage(Int, pages: Int)
    /// A rectangle without an area, or one that lies outside its page.
    case boxOutside(page: Int)
    /// A picture has no points.
    case pointsOfPicture
    /// In pixels to the inch.
    case resolution(Int)
    /// A program ended as it should not.
    case tool(String, status: Int32)
    case timedOut(String, seconds: Int)
    /// A file could not be written or read; `errno` says why.
    case file(errno: Int32)
    /// The copy is not what it should be, so it was thrown away.
    case unsound(CopyFault)
}

/// What the check of a finished copy found.
public enum CopyFault: Hashable, Sendable {
    case pageCount(expected: Int, found: Int)
    case pageSize(page: Int)
    /// Something else than one colour is in a painted rectangle.
    case notPainted(page: Int)
    /// Text lies in a painted rectangle.
    case textInBox(page: Int)
    /// A protected term can still be read on the page.
    case term(page: Int)
    /// Something that a copy does not have: metadata, an annotation, an attachment, a script.
    case foreignPart
}
