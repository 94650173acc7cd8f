import CaseFile
import Foundation
import Testing

@Suite struct CustodyRuleTests {
    @Test(arguments: [CustodyStory.phone, .recording, .powder])
    func aSoundChainHasNoFindings(story: CustodyStory) {
        #expect(story.findings() == [])
    }

    @Test(arguments: CustodyRuleCase.all)
    func aRuleFindsTheOneThingThatBreaksIt(rule: CustodyRuleCase) {
        let findings = rule.story.with(rule.spoil).findings()
        let found = findings.filter { $0.code == rule.code }
        #expect(!found.isEmpty, "instead: \(findings.map(\.code))")
        if let event = rule.event { #expect(found.map(\.event).contains(.named(event))) }
        if let against = rule.against { #expect(found.map(\.against).contains(.named(against))) }
    }

    @Test func everyRuleIsTried() {
        #expect(Set(CustodyRuleCase.all.map(\.code)) == Set(CustodyRules.all.map { $0.code }))
    }

    @Test func codesAreUniqueAndStable() {
        let codes = CustodyRules.all.map { $0.code }
        #expect(Set(codes).count == codes.count)
        for code in codes {
            #expect(code.wholeMatch(of: /custody(\.[a-z]+)(-[a-z]+)*/) != nil, "\(code)")
            #expect(CustodyRules.rule(code)?.code == code)
        }
    }

    @Test func everyRuleSaysWhatItRestsOn() {
        for rule in CustodyRules.all {
            #expect(!rule.basis.isEmpty, "\(rule.code)")
            #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."), "\(rule.code)")
        }
    }
}

@Suite struct CustodyFindingTests {
    @Test func aFindingSaysWhatWasExpectedAndWhatWasFound() throws {
        let story = CustodyStory.phone.with { $0["arrive"].sealBefore = "S-7" }
        let finding = try #require(story.findings().first { $0.code == "custody.seal-differs" })
        #expect(finding.severity == .blocker)
        #expect(finding.exhibit == .named("phone"))
        #expect(finding.expected == [.seal("S-1")])
        #expect(finding.found == [.seal("S-7")])
        #expect(
            finding.description
                == "the seal found on it is not the one last put on it: expected seal S-1, found seal S-7"
        )
    }

    @Test func aFindingNamesPeopleByReferenceOnly() throws {
        let story = CustodyStory.phone.with { $0["deposit"].from = "constable" }
        let finding = try #require(story.findings().first)
        #expect(finding.expected == [.person(.named("officer"))])
        #expect(finding.found == [.person(.named("constable"))])
        #expect(!finding.description.contains("constable"))
    }

    /// Two registers may both begin with 1, and one that numbers its lines for all exhibits leaves gaps.
    @Test func numbersAreComparedWithinOneRegisterOnly() {
        let two = CustodyStory.phone.with {
            ($0["seize"].number, $0["seize"].reporter) = (1, "AHTU")
            ($0["arrive"].number, $0["arrive"].reporter) = (1, "FSL")
        }
        #expect(two.findings() == [])
        let lines = CustodyStory.phone.with { ($0["deposit"].number, $0["withdraw"].number) = (512, 530) }
        #expect(lines.findings() == [])
    }

    @Test func aWrongEntryIsFoundOnceAndNotAgainInEveryEntryAfterIt() {
        let seal = CustodyStory.phone.with {
            $0["arrive"].sealBefore = "S-7"
            $0["unseal"].sealBefore = "S-7"
        }
        #expect(seal.findings().map(\.code) == ["custody.seal-differs"])
        let releaser = CustodyStory.phone.with { $0["withdraw"].from = "constable" }
        #expect(releaser.findings().map(\.code) == ["custody.releaser-not-custodian"])
    }

    @Test func findingsStandInTheOrderOfTheEvents() {
        let story = CustodyStory.phone.with {
            $0["return"].states.remove(.authority)
            $0["seize"].states.remove(.witness)
            $0["send"].states.remove(.purpose)
        }
        #expect(story.findings().map(\.event) == ["seize", "send", "return"].map { .named($0) })
    }

    @Test func aTransferThatIsNotReceivedSaysForHowLong() throws {
        let story = CustodyStory.phone.with {
            $0.stop(before: "arrive")
            $0.now = 1510 + 3 * 24 * 60
        }
        let finding = try #require(story.findings().first)
        #expect(finding.found == [.duration(3 * 86_400)])
        #expect(finding.description.hasSuffix("found 3 days"))
    }

    @Test func aFindingIsTheSameInJSON() throws {
        let story = CustodyStory.phone.with { $0["arrive"].sealBefore = "S-7" }
        let finding = try #require(story.findings().first)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = String(decoding: try encoder.encode(finding), as: UTF8.self)
        let (seal, arrive, phone) = (
            RecordID.named("seal"), RecordID.named("arrive"), RecordID.named("phone")
        )
        #expect(
            text == """
                {"against":"\(seal)","code":"custody.seal-differs","event":"\(arrive)","exhibit":"\(phone)",\
                "expected":[{"kind":"seal","value":"S-1"}],"found":[{"kind":"seal","value":"S-7"}],\
                "isOutstanding":false,"severity":"blocker"}
                """
        )
    }
}
