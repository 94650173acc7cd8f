/// We could not look at all. What a file holds is never in it.
public enum ExtractionError: Error, Equatable {
    case workFolder(errno: Int32)
    case unreadable(errno: Int32)
    case noMediaTypes(message: String)
}
