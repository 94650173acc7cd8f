import CaseFile
import Testing
import XML

@testable import Law

/// The clocks of a pack, read and compiled.
@Suite struct `Deadlines of a pack` {
    private func read(_ deadlines: String...) throws -> (DeadlineRules, [PackProblem]) {
        let text =
            "<deadlines xmlns=\"urn:dossier:pack:1\">\n\(deadlines.joined(separator: "\n"))\n</deadlines>"
        let document = PackDocument(path: "deadlines.xml", root: try Document(parsing: Array(text.utf8)).root)
        var problems: [PackProblem] = []
        let rules = DeadlineRules(document, compiler: try SmallClocks.compiler(), problems: &problems)
        return (rules, problems)
    }

    @Test(arguments: ["c:at[", "c:at/", "1 +", "c:at)", "c:at[$]", "'"])
    func `an expression that does not compile is told with its line, and the other clocks still run`(
        expression: String
    ) throws {
        let sound = SmallClocks.deadline("sound")
        let broken = SmallClocks.deadline("broken", from: expression)
        let (rules, problems) = try read(sound, broken)
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.kind == .rule)
        #expect(problem.file == "deadlines.xml")
        #expect(problem.line == 2 + sound.split(separator: "\n", omittingEmptySubsequences: false).count)
        #expect(problem.message.hasPrefix("broken: "))
        let readings = try rules.readings(
            of: SmallClocks.caseFile(SmallClocks.arrest(at: "2026-03-13T20:00:00+05:30")),
            classes: [:]
        ).readings
        #expect(readings.map(\.rule.code) == ["sound"])
    }

    @Test(arguments: ["x:at", "c:at[nothing(.)]", "$nothing", "sum(1)"])
    func `an expression that cannot be evaluated is told with its line, and the other clocks still run`(
        expression: String
    ) throws {
        let (rules, problems) = try read(
            SmallClocks.deadline("broken", from: expression),
            SmallClocks.deadline("sound")
        )
        #expect(problems == [])
        let found = try rules.readings(
            of: SmallClocks.caseFile(SmallClocks.arrest(at: "2026-03-13T20:00:00+05:30")),
            classes: [:]
        )
        #expect(found.readings.map(\.rule.code) == ["sound"])
        #expect(found.problems.map(\.line) == [2])
        #expect(found.problems.map(\.kind) == [.rule])
    }

    @Test func `a key that does not compile is told`() throws {
        let (_, problems) = try read("<key name=\"k\" match=\"c:at[\" use=\"@id\"/>", SmallClocks.deadline())
        #expect(problems.map(\.kind) == [.rule])
        #expect(problems.map(\.line) == [2])
    }

    @Test func `a key that is not there is told`() throws {
        let (_, problems) = try read(SmallClocks.deadline(met: "key('nothing', @id)/c:at"))
        #expect(problems.map(\.kind) == [.rule])
        #expect(problems.map(\.message) == ["production: there is no key nothing"])
    }

    @Test func `a period that is none is told with its line`() throws {
        let (rules, problems) = try read(SmallClocks.deadline(period: "PT30S"))
        #expect(problems.map(\.line) == [2])
        #expect(rules.rules.isEmpty)
    }

    @Test func `a class is a parameter; one that the offences do not have is told`() throws {
        let deadline = SmallClocks.deadline(
            met: "c:provision[contains($class-grave, concat(' ', c:act, ' '))]/../c:production/c:at"
        )
        let (rules, problems) = try read(deadline)
        #expect(problems == [])
        #expect(rules.unknownClasses(besides: [:]).map(\.kind) == [.reference])
        #expect(rules.unknownClasses(besides: ["grave": []]) == [])
        let caseFile = try SmallClocks.caseFile(
            SmallClocks.arrest(
                at: "2026-03-13T20:00:00+05:30",
                "<provision><act>BNS</act></provision>" + SmallClocks.production("2026-03-14T10:00:00+05:30")
            )
        )
        #expect(try rules.readings(of: caseFile, classes: ["grave": ["BNS"]]).readings.first?.met.count == 1)
        #expect(try rules.readings(of: caseFile, classes: ["grave": ["IPC"]]).readings.first?.met.count == 0)
        // It is a text, whatever it holds.
        #expect(
            try rules.readings(of: caseFile, classes: ["grave": ["'", "\"", "]"]]).readings.first?.met.count
                == 0
        )
    }

    @Test func `what an expression gives may be a text, or no time at all`() throws {
        let (rules, _) = try read(SmallClocks.deadline(from: "string(c:at)", met: "c:accused"))
        let readings = try rules.readings(
            of: SmallClocks.caseFile(SmallClocks.arrest(at: "2026-03-13T20:00:00+05:30")),
            classes: [:]
        ).readings
        #expect(readings.first?.runs.count == 1)
        #expect(readings.first?.met.count == 0)
    }

    @Test(arguments: Checkout.packs)
    func `the clocks of the packs that come with Dossier compile, and name only classes there are`(
        code: String
    ) throws {
        let files = try Checkout.packFiles(code)
        guard let bytes = files.files[PackFiles.deadlines] else { return }
        var problems: [PackProblem] = []
        let rules = DeadlineRules(
            PackDocument(path: PackFiles.deadlines, root: try Document(parsing: bytes).root),
            compiler: try SmallClocks.compiler(),
            problems: &problems
        )
        #expect(problems == [])
        #expect(!rules.rules.isEmpty)
        // Evaluated on every sound case, so that what fails only when it runs fails here.
        for (path, bytes) in files.files where path.hasPrefix(PackFiles.examples) {
            #expect(try rules.readings(of: Document(parsing: bytes), classes: [:]).problems == [], "\(path)")
        }
    }
}
