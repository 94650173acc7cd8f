internal import Archive
internal import CaseFile
internal import Crypto
internal import Foundation
public import Signatures

/// What a bundle is made of. Nothing of it is read before `BundleWriter.write`.
public struct BundleOrder {
    public var about: CaseFileAbout
    /// Hands over every leaf of the log, in order.
    public var records: (_ each: (EditionLeaf) throws -> Void) throws -> Void
    /// The originals that the records list.
    public var originals: [Original]
    public var log: LogProof
    /// `casefile.xsd`.
    public var schema: [UInt8]
    /// The stylesheet that makes `index.html`.
    public var stylesheet: [UInt8]
    /// The jurisdiction's rules, each by its path below `data/rules/`; none where it has no pack.
    public var rules: [(path: String, bytes: [UInt8])]
    /// Identities and what is sealed by order, each encrypted to one recipient, in the order of their numbers.
    public var sealedParts: [[UInt8]] = []
    /// What was searched for names that must not leave, and what was decided.
    public var scanStatement: [UInt8]?

    public init(
        about: CaseFileAbout,
        records: @escaping (_ each: (EditionLeaf) throws -> Void) throws -> Void,
        originals: [Original],
        log: LogProof,
        schema: [UInt8],
        stylesheet: [UInt8],
        rules: [(path: String, bytes: [UInt8])] = []
    ) {
        self.about = about
        self.records = records
        self.originals = originals
        self.log = log
        self.schema = schema
        self.stylesheet = stylesheet
        self.rules = rules
    }
}

/// Writes a bundle: an ASiC-E container (ETSI EN 319 162-1) whose folder is a BagIt bag (RFC 8493).
///
/// The digests of the originals are known from their records, so everything that is signed is known before the
/// container is written; while it is written they are hashed again, and one that differs ends the writing. Given the
/// same order and clock it writes the same bytes, but for the value of an ECDSA signature.
public struct BundleWriter {
    /// A private folder on this machine, for what must be whole before it goes in.
    private let work: String
    private let pages: IndexPages.Limits

    /// - Parameter work: exists, and is emptied by the caller.
    public init(work: String) { self.init(work: work, pages: .init()) }

    init(work: String, pages: IndexPages.Limits) {
        self.work = work
        self.pages = pages
    }

    public struct Written: Hashable, Sendable {
        /// In bytes.
        public let size: Int
        public let entries: Int
        /// Records in the case file, older versions among them.
        public let records: Int
        /// Leaves that it does not show.
        public let withheld: Int
    }

    /// A file of the container that is known and waits to be written.
    private struct Part {
        let path: String
        let content: EntryContent
        let sha256: [UInt8]
        let mediaType: String
        var original: RecordID?

        var size: UInt64 {
            switch content {
            case .bytes(let bytes): UInt64(bytes.count)
            case .file(_, let size), .descriptor(_, let size): size
            }
        }

        init(_ path: String, _ bytes: [UInt8], _ mediaType: String) {
            self.path = path
            content = .bytes(bytes)
            sha256 = Array(SHA256.hash(data: bytes))
            self.mediaType = mediaType
        }

        init(_ path: String, file: String, size: Int, sha256: [UInt8], _ mediaType: String) {
            self.path = path
            content = .file(path: file, size: UInt64(size))
            self.sha256 = sha256
            self.mediaType = mediaType
        }
    }

    /// Writes the container at `path`, which appears when it is whole.
    /// - Parameter progress: bytes of content written so far, and all.
    public func write(
        _ order: BundleOrder,
        to path: String,
        signing identity: SigningIdentity,
        progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Written {
        let createdAt = Date(timeIntervalSince1970: Double(order.about.createdAt.earliest / 1_000_000))
        let rules = try RulePaths.placed(order.rules)
        let (casefile, records, withheld) = try writeCaseFile(order)
        var payload = [casefile]
        payload += try IndexPages(
            casefile: casefileSource(casefile),
            stylesheet: order.stylesheet,
            work: work,
            limits: pages
        )
        .pages().map { Part($0.path, file: $0.source, size: $0.size, sha256: $0.sha256, "text/html") }
        payload.append(Part(BundleLayout.schema, order.schema, "application/xml"))
        payload.append(Part(BundleLayout.stylesheet, order.stylesheet, "application/xslt+xml"))
        payload += rules.map { Part($0.path, $0.bytes, RulePaths.mediaType($0.path)) }
        for (index, part) in order.sealedParts.enumerated() {
            payload.append(Part(BundleLayout.sealed(index + 1), part, "application/octet-stream"))
        }
        if let statement = order.scanStatement {
            payload.append(Part(BundleLayout.scanStatement, statement, "application/xml"))
        }
        for original in order.originals {
            guard case .inside(let path, let source) = original.place else { continue }
            var part = Part(
                path,
                file: source,
                size: original.size,
                sha256: Hex.bytes(original.sha256) ?? [],
                original.mediaType
            )
            part.original = original.file
            payload.append(part)
        }

        let tags = try tagFiles(payload, about: order.about)
        let covered = tags.filter { !BundleLayout.isMetadata($0.path) } + payload
        let signatures = try SignatureWriter.sign(
            covered.map { SignedFile(path: $0.path, sha256: $0.sha256, mediaType: $0.mediaType) },
            at: createdAt,
            by: identity
        )

        let metadata = tags.filter { $0.path.hasPrefix("META-INF/") }
        let parts =
            tags.filter { !$0.path.hasPrefix("META-INF/") } + payload + metadata
            + [Part(BundleLayout.signatures(1), signatures, "application/xml")]
        let size = try writeContainer(parts, to: path, at: createdAt, progress: progress)
        return Written(size: size, entries: parts.count, records: records, withheld: withheld)
    }

    private func writeCaseFile(
        _ order: BundleOrder
    ) throws -> (part: Part, records: Int, withheld: Int) {
        let path = work + "/casefile.xml"
        var writer = try CaseFileWriter(path: path, about: order.about)
        var (records, withheld) = (0, 0)
        try order.records { leaf in
            switch leaf {
            case .shown(let bytes, let isSuperseded):
                try writer.record(bytes, isSuperseded: isSuperseded)
                records += 1
            case .withheld(let leaf):
                try writer.withheld(leaf)
                withheld += 1
            }
        }
        for original in order.originals { try writer.original(original) }
        let (size, sha256) = try writer.finish(order.log)
        let part = Part(BundleLayout.caseFile, file: path, size: size, sha256: sha256, "application/xml")
        return (part, records, withheld)
    }

    private func casefileSource(_ part: Part) -> String {
        guard case .file(let path, _) = part.content else { preconditionFailure("the case file is a file") }
        return path
    }

    /// The bag's and the container's own files, `mimetype` first.
    private func tagFiles(_ payload: [Part], about: CaseFileAbout) throws -> [Part] {
        let text = "text/plain"
        let info = BagInfo([
            ("Source-Organization", about.agencyNames.first?.plain() ?? about.agencyCode),
            ("External-Identifier", "\(about.caseNumber) \(about.edition) \(about.number)"),
            ("Internal-Sender-Identifier", about.caseRecord.description),
            ("Bagging-Date", String(about.createdAt.text.prefix(10))),
            ("Payload-Oxum", "\(payload.reduce(0) { $0 + $1.size }).\(payload.count)"),
            ("Bag-Software-Agent", about.generator),
        ])
        let mimetype = Part(BundleLayout.mimetype, Array(BundleLayout.mediaType.utf8), text)
        let declaration = Part(BundleLayout.bagDeclaration, Array(BagDeclaration.text.utf8), text)
        let bagInfo = Part(BundleLayout.bagInfo, Array(info.text.utf8), text)
        let manifest = Part(BundleLayout.payloadManifest, Array(lines(payload).text.utf8), text)
        // The container's manifest has no digest of its own: the bag's tag manifest, which is signed, holds it.
        let named = [declaration, bagInfo, manifest].map(\.path) + [BundleLayout.tagManifest]
        let container = Part(
            BundleLayout.containerManifest,
            try ContainerManifest.bytes(
                named.map { .init(path: $0, mediaType: text) }
                    + payload.map { .init(path: $0.path, mediaType: $0.mediaType) }
            ),
            "application/xml"
        )
        let tagged = [mimetype, declaration, bagInfo, manifest, container]
        return [
            mimetype, declaration, bagInfo, manifest,
            Part(BundleLayout.tagManifest, Array(lines(tagged).text.utf8), text), container,
        ]
    }

    private func lines(_ parts: [Part]) -> BagManifest {
        BagManifest(parts.map { .init(path: $0.path, digest: Hex.text($0.sha256)) })
    }

    private func writeContainer(
        _ parts: [Part],
        to path: String,
        at time: Date,
        progress: @escaping (Int, Int) -> Void
    ) throws -> Int {
        let total = Int(parts.reduce(0) { $0 + $1.size })
        let modified =
            DOSTime(secondsSince1970: Int64(time.timeIntervalSince1970)) ?? DOSTime(time: 0, date: 33)
        var writer = try ArchiveWriter(path: path, modified: modified) { progress(Int($0), total) }
        for part in parts {
            try writer.add(
                part.path,
                part.content,
                observer: part.original.map { check($0, part.sha256) }
            )
        }
        return Int(try writer.finish())
    }

    /// Hashes an original while it is written, and ends the writing where it is not what its record says.
    private func check(_ file: RecordID, _ expected: [UInt8]) -> EntryObserver {
        .folding(SHA256(), update: { $0.update(bufferPointer: $1) }) { hash in
            guard hash.finalize().elementsEqual(expected) else {
                throw BundleError.originalAltered(file: file)
            }
        }
    }
}
