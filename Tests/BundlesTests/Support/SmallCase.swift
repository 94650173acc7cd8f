import Bundles
import CaseFile
import Crypto
import Foundation
import Ledger
import Signatures
import XML

/// A case of fifteen records with two originals, written by an office that exists for the tests only.
///
/// Its records can be changed before its log is signed: what an office that cheats could send.
struct SmallCase {
    struct Leaf {
        var name: String
        var bytes: [UInt8]
        var isSuperseded = false
        var text: String {
            get { String(decoding: bytes, as: UTF8.self) }
            set { bytes = Array(newValue.utf8) }
        }
    }

    static let now = Moment("2026-03-20T12:00:00+05:30")!
    static let evidence: [(mark: String, name: String, bytes: [UInt8])] = [
        (
            "KT/1", "photo.jpg",
            [0xFF, 0xD8, 0xFF, 0xE0] + (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        ),
        ("KT/2", "ফোন ১.txt", Array("the second exhibit\n".utf8)),
    ]
    /// Rules of no jurisdiction: they count the exhibits.
    static let rules: [(path: String, bytes: [UInt8])] = [
        (
            "rules.xsl",
            """
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:c="urn:dossier:casefile:1">
            <xsl:output method="text"/>
            <xsl:template match="/"><xsl:value-of select="count(//c:records/c:exhibit)"/> exhibits</xsl:template>
            </xsl:stylesheet>
            """
        ),
        (
            "in/rules.sch",
            #"<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="rules/one.sch"/></schema>"#
        ),
        (
            "in/rules/one.sch",
            #"<pattern xmlns="http://purl.oclc.org/dsdl/schematron" id="one"><!-- count --></pattern>"#
        ),
    ].map { ($0.0, Array($0.1.utf8)) }

    let office: TestOffice
    var leaves: [Leaf] = []
    private var ids: [String: RecordID] = [:]
    private var random = SeededRandom(seed: 20_260_320)
    private var recorded = 0

    init(office: TestOffice = .shared) throws {
        self.office = office
        try add(
            "case",
            "<case><number>AHTU-KOL-2026-7</number><title language=\"en\">State v. Nobody</title>"
                + "<jurisdiction>in</jurisdiction><timeZone>Asia/Kolkata</timeZone><language>en</language>"
                + "<openedAt>2026-03-13T10:00:00+05:30</openedAt></case>"
        )
        try add(
            "agency",
            "<agency><code>AHTU-KOL</code><name language=\"en\">Anti-Human Trafficking Unit</name>"
                + "<kind>anti-human-trafficking-unit</kind></agency>"
        )
        for name in ["officer", "witness one", "witness two"] {
            try add(name, "<person><name language=\"en\">\(name)</name><sex>not-recorded</sex></person>")
        }
        try add("flat", "<place><name language=\"en\">Flat 3B</name><kind>building</kind></place>")
        try add(
            "memo",
            "<document><kind>seizure-list</kind><number>SL 7/1</number>"
                + "<title language=\"en\">Seizure list</title></document>"
        )
        for (index, item) in Self.evidence.enumerated() {
            try add(item.mark, exhibit(index, sensitive: false))
            try add("file \(item.mark)", file(index))
            try add("seizure \(item.mark)", seizure(index))
        }
        try amend("KT/1", exhibit(0, sensitive: true))
        try add("Jonaki", "<person><pseudonym>Jonaki</pseudonym><sex>female</sex></person>")
    }

    // MARK: Its records

    func id(_ name: String) -> RecordID { ids[name]! }

    func index(_ name: String) -> Int { leaves.lastIndex { $0.name == name }! }

    private func exhibit(_ index: Int, sensitive: Bool) -> String {
        "<exhibit><mark>\(Self.evidence[index].mark)</mark><description language=\"en\">An exhibit</description>"
            + "<category>documentary</category><seizureMemo to=\"\(id("memo"))\"/>"
            + "<seizedAt>2026-03-13T18:40:00+05:30</seizedAt><place to=\"\(id("flat"))\"/>"
            + "<sealable>true</sealable><sensitive>\(sensitive)</sensitive></exhibit>"
    }

    private func file(_ index: Int) -> String {
        let item = Self.evidence[index]
        return
            "<file><exhibit to=\"\(id(item.mark))\"/><name>\(item.name)</name><size>\(item.bytes.count)</size>"
            + "<digest algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">\(Self.sha256(item.bytes))</digest>"
            + "<mediaType>application/octet-stream</mediaType><role>scan</role></file>"
    }

    private func seizure(_ index: Int) -> String {
        let at = "2026-03-13T18:4\(index):00+05:30"
        return
            "<custodyEvent><exhibit to=\"\(id(Self.evidence[index].mark))\"/><event>seize</event><at>\(at)</at>"
            + "<receivedBy to=\"\(id("officer"))\"/><placeTo to=\"\(id("flat"))\"/>"
            + "<authority><kind>statute</kind></authority><condition language=\"en\">Whole</condition>"
            + "<packaging language=\"en\">Sealed on the spot</packaging><sealAfter>AM 00410\(index)</sealAfter>"
            + "<sealHolder to=\"\(id("witness one"))\"/><witness to=\"\(id("witness one"))\"/>"
            + "<witness to=\"\(id("witness two"))\"/><receivedAttestation><means>paper-signature</means>"
            + "<at>\(at)</at></receivedAttestation><document to=\"\(id("memo"))\"/></custodyEvent>"
    }

    static func sha256(_ bytes: [UInt8]) -> String { Hex.text(SHA256.hash(data: bytes)) }

    /// Records a body of version 1.
    mutating func add(_ name: String, _ body: String) throws {
        ids[name] = RecordID(milliseconds: 1_773_400_000_000 + UInt64(leaves.count), using: &random)
        leaves.append(Leaf(name: name, bytes: try record(name, body, version: 1)))
    }

    /// Records a body as the next version of a record.
    mutating func amend(_ name: String, _ body: String) throws {
        let former = index(name)
        leaves[former].isSuperseded = true
        leaves.append(
            Leaf(name: name, bytes: try record(name, body, version: 2, replacing: leaves[former].bytes))
        )
    }

    private mutating func record(
        _ name: String,
        _ body: String,
        version: Int,
        replacing former: [UInt8]? = nil
    ) throws -> [UInt8] {
        let name = name == "" ? "" : name
        let parts = body.split(separator: ">", maxSplits: 1)
        let draft = "\(parts[0]) xmlns=\"\(CaseFileGrammar.namespace)\">\(parts[1])"
        let element = try Element(parsing: Array(draft.utf8))
        recorded += 1
        let head = RecordHead(
            id: ids[name]!,
            version: version,
            replaces: former.map { [Merkle.leafHash(of: $0).description] } ?? [],
            recordedAt: Moment("2026-03-13T20:\(recorded + 10):00+05:30")!,
            recordedBy: Recorder(agency: "AHTU-KOL", account: "r.sen")!,
            nonce: Nonce(using: &random),
            amendment: former == nil ? nil : FreeText("Seen again", .english)
        )
        let kind = Kind(rawValue: element.name.local)!
        return try Record(head: head, body: kind.bodyType.init(draft: element)).canonicalBytes()
    }

    // MARK: Its bundle

    /// The log over the leaves as they are now.
    func proof() throws -> LogProof {
        let root = Merkle.root(of: leaves.map { Merkle.leafHash(of: $0.bytes) })
        return try office.proof(of: id("case"), size: leaves.count, root: root)
    }

    func originals(in folder: String) throws -> [Original] {
        try Self.evidence.map { item in
            let source = "\(folder)/\(Self.sha256(item.bytes))"
            try Data(item.bytes).write(to: URL(fileURLWithPath: source))
            return Original(
                file: id("file \(item.mark)"),
                sha256: Self.sha256(item.bytes),
                size: item.bytes.count,
                mediaType: "application/octet-stream",
                place: .inside(
                    path: "data/evidence/\(item.mark.replacing("/", with: "-"))/\(item.name)",
                    source: source
                )
            )
        }
    }

    func order(in folder: String) throws -> BundleOrder {
        let leaves = leaves
        return BundleOrder(
            about: CaseFileAbout(
                caseRecord: id("case"),
                caseNumber: "AHTU-KOL-2026-7",
                titles: [FreeText("State v. Nobody", .english)!],
                jurisdiction: "in",
                agencyCode: "AHTU-KOL",
                agencyNames: [FreeText("Anti-Human Trafficking Unit", .english)!],
                edition: "court",
                number: 1,
                createdAt: Self.now,
                generator: "Dossier tests"
            ),
            records: { each in
                for leaf in leaves {
                    try leaf.bytes.withUnsafeBytes {
                        try each(.shown($0, isSuperseded: leaf.isSuperseded))
                    }
                }
            },
            originals: try originals(in: folder),
            log: try proof(),
            schema: try Checkout.bytes("templates/schema/casefile.xsd"),
            stylesheet: try Checkout.bytes("templates/bundle/casefile.xsl"),
            rules: Self.rules
        )
    }

    /// Writes its bundle, as the office would.
    func write(
        to path: String,
        in scratch: Scratch,
        changing change: (inout BundleOrder) -> Void = { _ in }
    ) throws {
        var order = try order(in: try scratch.folder())
        change(&order)
        _ = try BundleWriter(work: try scratch.folder()).write(order, to: path, signing: office.identity)
    }
}

/// An office with its keys.
struct TestOffice: Sendable {
    let identity: SigningIdentity
    let authority: CertificateAuthority
    let logKey: LogKey

    static let shared = try! TestOffice(seed: 1)
    /// Somebody else, of the same name.
    static let impostor = try! TestOffice(seed: 2)

    init(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        (identity, authority) = try SigningIdentity.generate(
            agency: "Anti-Human Trafficking Unit",
            code: "AHTU-KOL",
            at: Date(timeIntervalSince1970: 1_773_300_000),
            using: &random
        )
        logKey = try LogKey(
            office: "ahtu-kol.dossier",
            seed: (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        )
    }

    var trust: TrustAnchors { try! TrustAnchors.load(pem: authority.certificate.pem) }

    func proof(of log: RecordID, size: Int, root: Hash) throws -> LogProof {
        let origin = Ledger.origin(of: log, office: logKey.office.name)
        let note = try SignedNote(text: TreeHead(origin: origin, size: size, root: root).text)
        let signed = logKey.cosign(
            try logKey.sign(note, as: origin),
            at: Date(timeIntervalSince1970: Double(SmallCase.now.earliest) / 1_000_000)
        )
        let key = try NoteKey(name: origin, algorithm: .ed25519, publicKey: logKey.office.publicKey)
        return LogProof(
            origin: origin,
            size: size,
            root: root.description,
            keys: [key.description, logKey.office.cosigner.description],
            checkpoint: signed.description
        )
    }
}
