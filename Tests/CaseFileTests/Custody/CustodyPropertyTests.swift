import CaseFile
import Testing

@Suite struct CustodyPropertyTests {
    @Test(arguments: 0..<150 as Range<UInt64>)
    func aLegalWalkHasNoFindings(seed: UInt64) {
        #expect(CustodyWalk.story(seed: seed).findings() == [])
    }

    @Test(arguments: CustodyMutation.all)
    func aMutatedWalkHasTheFindingThatTheMutationCallsFor(mutation: CustodyMutation) {
        var tried = 0
        for seed in 0..<40 as Range<UInt64> {
            var story = CustodyWalk.story(seed: seed)
            var random = SeededGenerator(seed: seed)
            guard mutation.apply(&story, &random) else { continue }
            tried += 1
            let codes = story.codes
            #expect(!codes.isDisjoint(with: mutation.codes), "seed \(seed): \(codes.sorted())")
        }
        #expect(tried > 3, "too few walks can be mutated so")
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func theOrderInWhichThingsAreAddedChangesNoFinding(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var story = CustodyWalk.story(seed: seed)
        for mutation in CustodyMutation.all.shuffled(using: &random).prefix(4) {
            _ = mutation.apply(&story, &random)
        }
        story.now = 100_000
        for index in story.entries.indices { story.entries[index].logIndex = index }
        let findings = story.findings()
        story.entries.shuffle(using: &random)
        story.exhibits.shuffle(using: &random)
        #expect(story.findings() == findings)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func recordingALegalWalkStepByStepIsNeverRefused(seed: UInt64) {
        let story = CustodyWalk.story(seed: seed)
        var register = CustodyRegister()
        for exhibit in story.exhibits { register.add(exhibit) }
        for (index, entry) in story.entries.enumerated() {
            let (step, parts) = register.step(entry, logIndex: index)
            #expect(register.findings(adding: step, parts: parts, at: story.clock).isEmpty)
            register.add(step, parts: parts)
        }
    }

    /// Whatever the whole check finds at the end was found when the entry that brought it was recorded.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func whatTheWholeCheckFindsWasFoundOnRecording(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var story = CustodyWalk.story(seed: seed)
        for mutation in CustodyMutation.all.shuffled(using: &random).prefix(3) {
            _ = mutation.apply(&story, &random)
        }
        var register = CustodyRegister()
        for exhibit in story.exhibits { register.add(exhibit) }
        var found = Set(register.findings(at: story.clock))
        for (index, entry) in story.entries.enumerated() {
            let (step, parts) = register.step(entry, logIndex: index)
            found.formUnion(register.findings(adding: step, parts: parts, at: story.clock))
            register.add(step, parts: parts)
        }
        #expect(found.isSuperset(of: story.findings().filter { !$0.isOutstanding }))
    }
}
