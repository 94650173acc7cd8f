internal import Bundles
internal import CaseFile
internal import Extraction
internal import Foundation
public import Leaks
internal import Ledger
internal import XML

// Before anything leaves: is somebody named who must not be?

/// An edition that was searched, and in which nothing is left undecided. Only a scan makes one, and only one can be exported.
public struct ScannedEdition: Sendable {
    public let plan: EditionPlan
    public let report: LeakReport
}

extension OpenCase {
    /// Searches an edition for protected terms: every record that it shows, the name and the bytes of every file that goes along.
    ///
    /// - Parameters:
    ///   - terms: what to look for, from the identities of the case (`protectedTerms`); none where it keeps none.
    ///   - progress: files searched so far, and all.
    /// - Throws: `.scanNeeded` where the case keeps identities and no terms are given.
    public func scan(
        _ plan: EditionPlan,
        for terms: [ProtectedTerm],
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> LeakReport {
        if terms.isEmpty { return try emptyReport(of: plan) }
        var searched = LeakReport.Searched()
        searched.terms = terms.count
        var findings: [LeakFinding] = []
        let matcher = LeakMatcher(terms)
        let records = RecordScan(terms, matcher)
        try forEachEntry { entry in
            guard entry.seq < plan.checkpoint.head.size, plan.shows(entry),
                let kind = Kind(rawValue: entry.kind)
            else { return }
            searched.records += 1
            searched.bytes += entry.bytes.count
            findings += records.findings(in: entry, kind: kind)
        }
        // The case's number and titles stand at the head of every edition, whether it shows the case's record or not.
        if let entry = try current(id)?.entry {
            findings += records.findings(
                in: try about(at: office.surroundings.moment(), plan).element().canonicalBytes(),
                of: entry,
                kind: .case
            )
        }
        let files = plan.originals.compactMap { file in file.source.map { (file, $0) } }
        for result in try await search(files, for: terms, by: matcher, progress: progress) {
            findings += result.findings
            searched.files += 1
            searched.parts += result.report.parts
            searched.bytes += result.report.bytes
            for tool in result.report.tools { searched.tools[tool.name] = tool.version }
        }
        return try report(findings, of: plan, searched)
    }

    /// Two files at a time, each by tools of its own.
    private func search(
        _ files: [(PlannedFile, source: String)],
        for terms: [ProtectedTerm],
        by matcher: LeakMatcher,
        progress: @Sendable (Int, Int) -> Void
    ) async throws -> [FileScan.Result] {
        let work = try WorkFolder(in: office.home.work)
        defer { work.remove() }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let scan = FileScan(
            terms: terms,
            matcher: matcher,
            extractor: TextExtractor(
                work: work.path,
                tools: await ExtractionTools.find(onPath: path, templates: office.templates.path)
            )
        )
        return try await withThrowingTaskGroup(of: (Int, FileScan.Result).self) { group in
            var results: [Int: FileScan.Result] = [:]
            func take(_ result: (Int, FileScan.Result)) {
                results[result.0] = result.1
                progress(results.count, files.count)
            }
            for (index, file) in files.enumerated() {
                if index >= 2, let done = try await group.next() { take(done) }
                group.addTask { (index, try await scan.search(file.0, at: file.source)) }
            }
            while let done = try await group.next() { take(done) }
            return files.indices.compactMap { results[$0] }
        }
    }

    /// Where there is nothing to look for, nothing is searched, and the statement says so.
    func emptyReport(of plan: EditionPlan) throws -> LeakReport {
        guard try list(.identity).isEmpty else { throw CaseworkError.scanNeeded }
        return try report([], of: plan, .init())
    }

    private func report(
        _ findings: [LeakFinding],
        of plan: EditionPlan,
        _ searched: LeakReport.Searched
    ) throws -> LeakReport {
        let decided = try decisions(in: plan.name)
        let actions = Dictionary(decided.map { ($0.finding.text, $0.action) }) { $1 }
        return LeakReport(
            edition: plan.name,
            at: office.surroundings.moment(),
            findings: findings.sorted(by: LeakFinding.order),
            // What was to be withheld and is found all the same is not decided: it was amended, or something else shows it.
            decisions: actions.filter { $0.value == .accepted },
            removed: Dictionary(grouping: decided.filter { $0.action != .accepted }, by: \.action).mapValues(
                \.count
            ),
            searched: searched
        )
    }

    /// An edition that may leave.
    /// - Throws: `.leaks` where something is left to decide.
    public func cleared(_ plan: EditionPlan, _ report: LeakReport) throws -> ScannedEdition {
        guard report.open.isEmpty else { throw CaseworkError.leaks(count: report.open.count) }
        return ScannedEdition(plan: plan, report: report)
    }
}
