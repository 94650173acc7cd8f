internal import Glibc
internal import Media

/// Reads everything in a file that can be read as text, however deep, and says what it could not read.
///
/// A file is read with all that is in it: the first from the top down, each file inside after the one around it.
/// The order is the same every time. Nothing that a file says becomes a path, an argument or a message.
public struct TextExtractor: Sendable {
    let work: String
    let limits: ExtractionLimits
    let tools: ExtractionTools

    /// - Parameter work: a private folder; what is written there is gone when `extract` returns.
    public init(work: String, limits: ExtractionLimits = .init(), tools: ExtractionTools) {
        self.work = work
        self.limits = limits
        self.tools = tools
    }

    /// Reads the file at `path`, and hands over each passage as it is found.
    ///
    /// - Parameters:
    ///   - path: a file that does not change meanwhile.
    ///   - name: what the file is called where others see it: itself a passage.
    ///   - mediaType: what it was taken to be; bytes are believed before it.
    /// - Throws: `ExtractionError` when it cannot be looked at, or what `each` throws.
    public func extract(
        _ path: String,
        name: String,
        mediaType: String?,
        each: (Passage) throws -> Void
    ) async throws -> ExtractionReport {
        let folder = try WorkFolder(in: work)
        let blob: Blob
        do {
            // The tools run in a folder of their own.
            guard let whole = realpath(path, nil) else { throw SystemFailure(number: errno) }
            defer { free(whole) }
            blob = try Blob(file: String(cString: whole))
        } catch {
            throw ExtractionError.unreadable(errno: (error as? SystemFailure)?.number ?? EIO)
        }
        let reading = try Reading(folder: folder, limits: limits, tools: tools)
        return try await reading.run(blob, name: name, each: each)
    }
}
