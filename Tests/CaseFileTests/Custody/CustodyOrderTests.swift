import Testing

@testable import CaseFile

@Suite struct CustodyOrderTests {
    @Test func aStepKnownToTheDayStandsWhereItWasEntered() {
        let story = CustodyStory.phone.with { $0["seal"].moment = "2026-03-14+05:30" }
        #expect(order(story).prefix(3) == ["seize", "seal", "deposit"])
        #expect(story.codes == ["custody.time-not-exact"])
    }

    @Test func aLateEntryStandsAtItsTime() {
        let story = CustodyStory.phone.with {
            let seal = $0.entries.remove(at: 1)
            $0.entries.append(seal)
            $0["seal"].states.insert(.latenessReason)
            $0["seal"].recordedAfter = 95_000
        }
        #expect(order(story).prefix(3) == ["seize", "seal", "deposit"])
        #expect(story.codes == ["custody.late-entry"])
    }

    @Test func atTheSameMinuteTheNumberInTheRegisterDecides() {
        var story = CustodyStory.phone
        story["seal"].minute = story["seize"].minute
        story.entries.swapAt(0, 1)
        #expect(order(story).first == "seal")
        for (number, id) in ["seize", "seal"].enumerated() { story[id].number = number + 1 }
        for index in 2..<story.entries.count { story.entries[index].number = index + 1 }
        #expect(order(story).first == "seize")
        #expect(story.findings() == [])
    }

    /// Against the definition: nothing behind what it is surely before, and otherwise as entered.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func noStepStandsBehindOneThatItIsSurelyBefore(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let texts = [
            "2026-03-14+05:30", "2026-03-15+05:30", "2026-03+05:30", "2026+05:30", "2026-04-01+05:30",
            "2026-03-14T10:00:00+05:30", "2026-03-14T11:00:00+05:30", "2026-03-15T01:00:00+05:30",
        ]
        let times = (0..<40).map { _ in CustodyTime(Moment(texts.randomElement(using: &random)!)!) }
        var steps = times.enumerated().map { step(logIndex: $0, at: $1) }
        CustodyOrder.sortByTime(&steps)
        #expect(Set(steps.map(\.logIndex)).count == times.count)
        for (position, step) in steps.enumerated() {
            #expect(!steps[position...].contains { $0.at.isSurelyBefore(step.at) })
            // What was entered before it and stands behind it was held up by something surely before.
            for other in steps[position...] where other.logIndex < step.logIndex {
                #expect(steps[position...].contains { $0.at.isSurelyBefore(other.at) })
            }
        }
    }

    @Test func aChainThatRunsBackwardsIsNotSlow() {
        var steps = (0..<20_000).map {
            step(logIndex: $0, at: CustodyTime(microseconds: Int64(20_000 - $0), zone: 0))
        }
        steps[7] = step(logIndex: 7, at: CustodyTime(Moment("1970+00:00")!))
        CustodyOrder.sortByTime(&steps)
        #expect(steps.first?.logIndex == 7)
        #expect(steps.dropFirst().map(\.logIndex) == (0..<20_000).reversed().filter { $0 != 7 })
    }

    private func step(logIndex: Int, at time: CustodyTime) -> CustodyStep {
        CustodyStep(
            id: .named("step \(logIndex)"),
            exhibit: .named("phone"),
            event: .examine,
            at: time,
            recordedAt: 0,
            logIndex: UInt32(logIndex)
        )
    }

    private func order(_ story: CustodyStory) -> [String] {
        let names = Dictionary(uniqueKeysWithValues: story.entries.map { (RecordID.named($0.id), $0.id) })
        return story.register().chain(of: .named("phone"))!.steps.map { names[$0.id]! }
    }
}
