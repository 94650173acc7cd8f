import CaseFile
import Casework
import Foundation
import Synchronization

/// A clock that a test turns, and chance that it can repeat.
final class TestWorld: Sendable {
    private let time: Mutex<Int64>
    private let seed: Mutex<UInt64>

    init(_ now: String = "2026-03-14T10:00:00+05:30", seed: UInt64 = 1) {
        time = Mutex(Moment(now)!.earliest)
        self.seed = Mutex(seed)
    }

    func pass(_ duration: Duration) {
        time.withLock { $0 += duration.components.seconds * 1_000_000 }
    }

    func set(_ moment: String) { time.withLock { $0 = Moment(moment)!.earliest } }

    func surroundings(account: String) -> Surroundings {
        Surroundings(
            now: { self.time.withLock { $0 } },
            zone: { _ in 330 },
            random: {
                self.seed.withLock { seed in
                    seed += 1
                    return SeededRandom(seed: seed)
                }
            },
            account: account
        )
    }
}

/// Where these tests work; removed when they are done.
enum Scratch {
    private static let root: String = {
        let path = FileManager.default.temporaryDirectory.path + "/dossier-casework-\(getpid())"
        try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
        return path
    }()

    /// A name in it that nothing has yet.
    static func path() -> String { "\(root)/\(UUID().uuidString)" }
}

/// An office in a folder of its own.
struct TestOffice {
    let folder: String
    let world: TestWorld
    let home: Home

    init(world: TestWorld = TestWorld()) throws {
        folder = Scratch.path()
        self.world = world
        home = Home(path: folder + "/home")
        _ = try Office.create(
            at: home,
            name: FreeText("Anti-Human Trafficking Unit", .english)!,
            code: "AHTU-KOL",
            identity: nil,
            templates: Checkout.templates,
            surroundings: world.surroundings(account: "r.sen")
        )
    }

    func open(account: String = "r.sen", templates: Templates = Checkout.templates) throws -> Office {
        try Office.open(
            at: home,
            templates: templates,
            surroundings: world.surroundings(account: account)
        )
    }

    /// A case with an officer, two witnesses, a place, a store and a search.
    func newCase() throws -> OpenCase {
        let openCase = try open().open(newFrom: Drafts.case)
        try openCase.record(drafts: Drafts.setting)
        return openCase
    }

    /// A folder with these files.
    func files(_ name: String, _ files: [String: String]) throws -> String {
        let folder = self.folder + "/" + name
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        }
        return folder
    }

    /// What is below a folder of the office's, sorted.
    func contents(of folder: String) -> [String] {
        (try? FileManager.default.subpathsOfDirectory(atPath: folder).sorted()) ?? []
    }
}

/// Records as a person writes them.
enum Drafts {
    private static func drafts(_ bodies: String) -> [UInt8] {
        Array("<drafts xmlns=\"urn:dossier:casefile:1\">\(bodies)</drafts>".utf8)
    }

    static func of(_ bodies: String...) -> [UInt8] { drafts(bodies.joined()) }

    static let `case` = of(
        "<case><number>KOL-7</number><title language=\"en\">State v. Nobody</title>"
            + "<jurisdiction>in</jurisdiction><timeZone>Asia/Kolkata</timeZone><language>en</language>"
            + "<openedAt>2026-03-13T10:00:00+05:30</openedAt></case>"
    )

    static let setting = of(
        "<agency><code>AHTU-KOL</code><name language=\"en\">The unit</name><kind>police-station</kind></agency>",
        "<agency><code>LAB</code><name language=\"en\">The laboratory</name><kind>laboratory</kind></agency>",
        person("Officer"),
        person("Keeper"),
        person("Witness One"),
        person("Witness Two"),
        place("Flat 3B", "building"),
        place("Malkhana", "malkhana"),
        "<document><kind>seizure-list</kind><number>SL 1</number><title language=\"en\">A list</title></document>"
    )

    static func person(_ name: String) -> String {
        "<person><name language=\"en\">\(name)</name><sex>not-recorded</sex></person>"
    }

    static func place(_ name: String, _ kind: String) -> String {
        "<place><name language=\"en\">\(name)</name><kind>\(kind)</kind></place>"
    }

    static func exhibit(_ mark: String, _ description: String = "A book") -> String {
        "<exhibit><mark>\(mark)</mark><description language=\"en\">\(description)</description>"
            + "<category>documentary</category><sealable>true</sealable><sensitive>false</sensitive></exhibit>"
    }

    /// A seizure that breaks no rule, ten minutes after seven in the evening of 13 March.
    static func seizure(of mark: String) -> String {
        "<custodyEvent><exhibit to=\"\(mark)\"/><event>seize</event><at>2026-03-14T09:10:00+05:30</at>"
            + "<receivedBy to=\"Officer\"/><placeTo to=\"Flat 3B\"/><authority><kind>statute</kind></authority>"
            + "<condition language=\"en\">Whole</condition><packaging language=\"en\">In paper</packaging>"
            + "<sealAfter>S 1 \(mark)</sealAfter><sealHolder to=\"Witness One\"/><witness to=\"Witness One\"/>"
            + "<witness to=\"Witness Two\"/><receivedAttestation><means>paper-signature</means>"
            + "<at>2026-03-14T09:10:00+05:30</at></receivedAttestation><document to=\"SL 1\"/></custodyEvent>"
    }

    /// A hand-over by somebody who never had it.
    static func transferByAnother(of mark: String, reportedBy agency: String? = nil) -> String {
        "<custodyEvent><exhibit to=\"\(mark)\"/><event>transfer-out</event><at>2026-03-14T09:30:00+05:30</at>"
            + "<releasedBy to=\"Keeper\"/><receivedBy to=\"Witness Two\"/>"
            + (agency.map { "<reported><source to=\"\($0)\"/></reported>" } ?? "") + "</custodyEvent>"
    }
}

/// The checkout that these tests belong to.
enum Checkout {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    static let templates = Templates(path: folder + "/templates")

    /// The first of this name that stands beside the checkout's folder, or beside one above it.
    static func find(_ path: String) -> String? {
        var at = URL(fileURLWithPath: folder)
        while at.path != "/" {
            let candidate = at.appending(path: path).path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
            at.deleteLastPathComponent()
        }
        return nil
    }
}

/// A reproducible source of chance (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
