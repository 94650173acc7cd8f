import Foundation
import Testing

@Suite struct `The demonstration` {
    @Test func `makes the sample case, verifies it, and leaves it to be looked at`() throws {
        let desk = try Desk()
        let demo = try desk.run("demo", "--home", desk.home, "--to", desk.folder + "/out", "--json")
        #expect(demo.status == 0, "\(demo)")
        #expect(demo.value("verified") as? Bool == true)
        let bundle = try #require(demo.value("bundle") as? String)
        let trust = try #require(demo.value("trust") as? String)

        desk.environment["DOSSIER_HOME"] = desk.home
        let shown = try desk.run("case", "show", "AHTU-MDD-2026-117", "--json")
        let counts = try #require(shown.value("counts") as? [String: Int])
        #expect(counts["exhibit", default: 0] >= 20)
        #expect(counts["custodyEvent", default: 0] >= 55)
        #expect(counts["statement", default: 0] >= 12)
        #expect(counts["arrest"] == 1)
        #expect(counts["identity"] == nil)

        let verified = try desk.run("verify", bundle, "--trust", trust, "--json")
        #expect(verified.status == 0, "\(verified)")
        #expect(verified.value("verified") as? Bool == true)
        #expect((verified.value("summary") as? [String: Any])?["exhibits"] as? Int == counts["exhibit"])
        let held = try desk.run("log", "AHTU-MDD-2026-117", "--verify")
        #expect(held.status == 0, "\(held)")

        // A second one does not write over the first office.
        let again = try desk.run("demo", "--home", desk.home, "--to", desk.folder + "/out")
        #expect(again.status == 2, "\(again)")
        #expect(FileManager.default.fileExists(atPath: bundle), "the first one's bundle is gone")
    }
}
