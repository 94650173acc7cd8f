internal import Bundles
internal import CaseFile
internal import Extraction
internal import Leaks

/// Looks for protected terms in the bytes of one file, however deep.
struct FileScan: Sendable {
    let terms: [ProtectedTerm]
    let matcher: LeakMatcher
    let extractor: TextExtractor

    struct Result: Sendable {
        let findings: [LeakFinding]
        let report: ExtractionReport
    }

    /// - Parameter source: the path of its bytes, which do not change meanwhile.
    func search(_ file: PlannedFile, at source: String) async throws -> Result {
        let object = LeakObject(
            record: file.record,
            kind: .file,
            digest: file.original.sha256,
            mark: file.mark,
            isContent: true
        )
        let scanner = matcher.scanner()
        var groups = TermGroups([], terms: terms)
        let report = try await extractor.extract(source, name: file.name, mediaType: file.original.mediaType)
        {
            passage in
            let matches = passage.text.withUnsafeBufferPointer { scanner.matches(in: $0) }
            guard !matches.isEmpty else { return }
            // A long text comes in pieces that overlap; the same place must be the same finding.
            let (place, start) = passage.place.withoutOffset
            for match in matches {
                groups.add(match, at: place.description, offset: start + match.range.lowerBound)
            }
        }
        let unseen = report.notSearched.map {
            LeakFinding(
                object,
                place: $0.place.description,
                cause: .notSearched($0.reason.rawValue),
                terms: []
            )
        }
        return Result(findings: groups.findings(in: object) + unseen, report: report)
    }
}

extension Extraction.Place {
    /// The text that a passage is a piece of, and the byte of it at which the piece begins.
    fileprivate var withoutOffset: (Extraction.Place, Int) {
        guard let last = parts.last, last.kind == .byte else { return (self, 0) }
        return (Extraction.Place(Array(parts.dropLast())), last.number)
    }
}
