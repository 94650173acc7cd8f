internal import Archive
public import CaseFile
internal import Crypto
internal import Foundation
internal import Ledger
public import Signatures
internal import Synchronization
public import XML

/// Verifies a bundle that somebody else may have made, or altered on its way.
///
/// It trusts nothing that the bundle brings along: the schema and the rules are its own, the certificates to trust
/// are the receiver's. It reads every entry once, writes only into the private folder that it is given, follows no
/// link and fetches nothing. All findings are collected; an error means that it could not look.
public struct BundleVerifier: Sendable {
    /// Our own schema, without its identity constraints: references are checked by a table of ours.
    private let schema: Schema
    private let trust: TrustAnchors?
    private let now: Moment
    private let work: String

    /// - Parameters:
    ///   - schema: compiled without identity constraints.
    ///   - trust: whom the receiver trusts; nil leaves open who signed.
    ///   - work: a private folder that exists and is empty; the caller removes it.
    public init(schema: Schema, trust: TrustAnchors?, now: Moment, work: String) {
        self.schema = schema
        self.trust = trust
        self.now = now
        self.work = work
    }

    public func verify(
        _ path: String,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws -> VerificationReport {
        let archive = try ArchiveReader(path: path)
        var report = VerificationReport(
            findings: archive.directory.findings.map(VerificationFinding.init),
            summary: .init()
        )
        report.findingsLeftOut = archive.directory.findingsLeftOut
        report.summary.entries = archive.directory.entries.count
        guard !archive.directory.isRefused else { return report.sorted() }
        report.findings += try archive.mimetypeFindings(expecting: BundleLayout.mediaType).map(
            VerificationFinding.init
        )

        let signatures = try readSignatures(of: archive, into: &report)
        let caseFile = archive.directory[BundleLayout.caseFile]
        if let caseFile, caseFile.size > VerificationLimits.caseFile {
            report.findings.append(
                .init(
                    "casefile.too-large",
                    .failure,
                    at: caseFile.name,
                    expected: "at most \(VerificationLimits.caseFile) bytes",
                    found: "\(caseFile.size) bytes"
                )
            )
            return report.sorted()
        }
        let spilled = work + "/casefile.xml"
        let algorithms = Set(signatures.flatMap { $0.reading.signature?.digestAlgorithms ?? [] })
        let pass = EntryPass(
            reader: archive,
            algorithms: algorithms,
            keep: caseFile.map { ($0, spilled) }
        )
        let read = try pass.run(progress: progress)
        report.findings += read.findings
        report.summary.bytes = Int(archive.directory.entries.reduce(0) { $0 + $1.size })
        let contents = ContainerContents(archive: archive, digests: read.digests, algorithms: algorithms)

        let signers = try await check(signatures, contents, into: &report)
        report.findings += try BagCheck(
            digests: contents.sha256,
            sizes: contents.sizes,
            read: contents.bytes(of:)
        ).findings()
        report.findings += try checkManifest(contents)
        guard caseFile != nil else {
            report.findings.append(.init("casefile.missing", .failure, at: BundleLayout.caseFile))
            return report.sorted()
        }
        guard contents.sha256[BundleLayout.caseFile] != nil else { return report.sorted() }
        let (reading, flaws) = try await readCaseFile(spilled)
        report.findings += flaws
        if reading == nil, flaws.isEmpty {
            // The two readers disagree about what XML is: neither is believed.
            report.findings.append(.init("casefile.not-xml", .failure, at: BundleLayout.caseFile))
        }
        if let reading {
            report.findings += check(reading, contents)
            report.summary.take(reading.summary)
            report.summary.signatures = signatures.count
            report.summary.sealedParts = contents.sha256.keys.count { BundleLayout.isSealed($0) }
            report = report.sorted()
            if !report.findings.contains(where: { $0.severity == .failure }) {
                report.verified = VerifiedBundle(reading, signers: signers)
            }
        }
        return report.sorted()
    }

    // MARK: Signatures

    private struct SignatureFile {
        let path: String
        let reading: SignatureReading
    }

    private func readSignatures(
        of archive: ArchiveReader,
        into report: inout VerificationReport
    ) throws -> [SignatureFile] {
        let limits = SignatureLimits(entryCount: archive.directory.entries.count)
        var files: [SignatureFile] = []
        for entry in archive.directory.entries where BundleLayout.isSignatures(entry.name) {
            guard entry.size <= UInt64(limits.bytes) else {
                report.findings.append(
                    .init(
                        "signature.size",
                        .failure,
                        at: entry.name,
                        expected: "at most \(limits.bytes) bytes",
                        found: "\(entry.size) bytes"
                    )
                )
                continue
            }
            do {
                let bytes = try archive.bytes(of: entry)
                files.append(
                    SignatureFile(path: entry.name, reading: try SignatureReader.read(bytes, limits: limits))
                )
            } catch is DamagedEntry {
                // The pass over all entries meets the same damage and reports it.
                continue
            }
        }
        return files
    }

    private func check(
        _ files: [SignatureFile],
        _ contents: ContainerContents,
        into report: inout VerificationReport
    ) async throws -> [VerifiedBundle.Signer] {
        if files.isEmpty {
            report.findings.append(
                .init(
                    "signature.none",
                    .failure,
                    at: "META-INF",
                    expected: "at least one signature",
                    found: "none"
                )
            )
        }
        let verifier = SignatureVerifier(
            trust: trust,
            now: Date(timeIntervalSince1970: Double(now.earliest) / 1_000_000)
        )
        var signers: [VerifiedBundle.Signer] = []
        for file in files {
            let result = try await verifier.verify(file.reading, entries: contents.entryDigests)
            report.findings += result.findings.map { VerificationFinding($0, in: file.path) }
            guard let verified = result.verified else { continue }
            let trustedBy: String? =
                switch verified.trust {
                case .anchored(let certificate): certificate.subject
                case .notAsked: nil
                }
            signers.append(
                .init(
                    subject: verified.signer.subject,
                    fingerprint: verified.signer.fingerprint,
                    signedAt: verified.signingTime.text,
                    trustedBy: trustedBy
                )
            )
        }
        return signers
    }

    private func checkManifest(_ contents: ContainerContents) throws -> [VerificationFinding] {
        let path = BundleLayout.containerManifest
        guard let bytes = try contents.bytes(of: path) else {
            return [.init("container.manifest-missing", .failure, at: path)]
        }
        let entries: [ContainerManifest.Entry]
        do {
            guard let read = try ContainerManifest.read(bytes) else {
                return [.init("container.manifest-malformed", .failure, at: path)]
            }
            entries = read
        } catch {
            return [.init("container.manifest-malformed", .failure, at: path, found: "\(error)")]
        }
        let named = Set(entries.map(\.path))
        let there = Set(contents.sha256.keys.filter { !BundleLayout.isMetadata($0) })
        let foreign = contents.sizes.keys.filter {
            $0.hasPrefix("META-INF/") && $0 != path && !BundleLayout.isSignatures($0)
        }
        return foreign.sorted().map { .init("container.foreign-metadata", .failure, at: $0) }
            + there.subtracting(named).sorted().map { .init("container.not-in-manifest", .failure, at: $0) }
            + named.subtracting(there).sorted().map {
                .init("container.listed-file-missing", .failure, at: $0)
            }
            + (named.count < entries.count ? [.init("container.manifest-repeats", .failure, at: path)] : [])
    }

    // MARK: The case file

    /// Validates and reads the case file at once, each on a thread of its own.
    /// - Returns: the reading, nil where it is not XML that can be read; and what validation found.
    private func readCaseFile(_ path: String) async throws -> (CaseFileReading?, [VerificationFinding]) {
        async let validity = onThread { try validate(path) }
        async let reading = onThread { () -> CaseFileReading? in
            let reading = CaseFileReading()
            do {
                try StreamReader(names: CaseFileNames.table).read(try ByteSource(file: path), reading)
            } catch is XMLError {
                // The validating thread meets the same fault and reports it.
                return nil
            }
            reading.finish()
            return reading
        }
        return try await (reading, validity)
    }

    private func validate(_ path: String) throws -> [VerificationFinding] {
        do {
            return try schema.validate(try ByteSource(file: path)).map { finding in
                VerificationFinding(
                    "casefile.schema",
                    .failure,
                    at: "\(BundleLayout.caseFile):\(finding.line) \(finding.path)",
                    expected: finding.expected.isEmpty ? nil : finding.expected.joined(separator: ", "),
                    found: finding.message
                )
            }
        } catch let error as XMLError {
            return [.init("casefile.not-xml", .failure, at: BundleLayout.caseFile, found: "\(error)")]
        }
    }

    private func check(_ reading: CaseFileReading, _ contents: ContainerContents) -> [VerificationFinding] {
        var findings = reading.findings
        findings += LogCheck(caseRecord: reading.caseRecord, log: reading.log, tree: reading.tree).findings()
        findings += ContentsCheck(
            listed: reading.listed,
            files: reading.files,
            sha256: contents.sha256,
            sizes: contents.sizes
        ).findings()
        var custody: [VerificationFinding] = []
        reading.custody.register.check(at: now) { finding in
            guard custody.count < VerificationLimits.findings else { return }
            custody.append(VerificationFinding(finding))
        }
        return findings + custody
    }
}

extension VerificationReport {
    /// Failures first, and no more than a person or a program can use.
    func sorted() -> VerificationReport {
        var report = self
        report.findings.sort()
        if report.findings.count > VerificationLimits.findings {
            report.findingsLeftOut += report.findings.count - VerificationLimits.findings
            report.findings.removeLast(report.findings.count - VerificationLimits.findings)
        }
        return report
    }
}

extension VerificationReport.Summary {
    fileprivate mutating func take(_ other: Self) {
        records = other.records
        superseded = other.superseded
        withheld = other.withheld
        withheldBy = other.withheldBy
        withheldContents = other.withheldContents
        exhibits = other.exhibits
        custodyEvents = other.custodyEvents
        originals = other.originals
        apart = other.apart
    }
}

extension VerifiedBundle {
    init(_ reading: CaseFileReading, signers: [Signer]) {
        caseNumber = reading.about["caseNumber"] ?? ""
        agencyCode = reading.about["agencyCode"] ?? ""
        edition = reading.about["edition"] ?? ""
        number = reading.about["number"] ?? ""
        createdAt = reading.about["createdAt"] ?? ""
        origin = reading.log.origin
        size = reading.log.size
        root = reading.log.root
        self.signers = signers
    }
}

extension VerificationFinding {
    /// What the rules of custody find weighs on the case, not on the bundle: the bundle tells it truly.
    init(_ finding: CustodyFinding) {
        func list(_ facts: [CustodyFact]) -> String? {
            facts.isEmpty ? nil : facts.map(\.description).joined(separator: ", ")
        }
        self.init(
            // What is still open, such as a receipt that is on its way, has not broken anything yet.
            finding.code,
            finding.severity == .blocker && !finding.isOutstanding ? .warning : .note,
            at: "exhibit \(finding.exhibit)" + (finding.event.map { " event \($0)" } ?? ""),
            expected: list(finding.expected),
            found: list(finding.found)
        )
    }
}

/// Runs work that blocks on a thread of its own, away from those that `await` shares.
private func onThread<Result>(
    _ work: @escaping @Sendable () throws -> sending Result
) async throws -> sending Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            do { continuation.resume(returning: try work()) } catch { continuation.resume(throwing: error) }
        }
    }
}
