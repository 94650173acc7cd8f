import CaseFile
import Testing

@Suite struct CustodyRegisterTests {
    @Test func aPartBeginsWhereAndWithWhomItsOriginWas() throws {
        let chain = try #require(CustodyStory.powder.register().chain(of: .named("sample")))
        #expect(chain.births.map(\.event) == [.named("split")])
        #expect(chain.beginning.phase == .held)
        #expect(chain.beginning.closure == .unsealed)
        #expect(chain.steps.count == 3)
    }

    @Test func aChainEndsInTheStateThatItsStepsLeaveItIn() throws {
        let story = CustodyStory.phone.with { $0.stop(before: "arrive") }
        let register = story.register()
        let end = try #require(register.chain(of: .named("phone"))).end
        #expect(end.phase == .inTransit)
        #expect(register.terms.id(of: end.custodian) == .named("officer"))
        #expect(register.terms.id(of: try #require(end.transfer).receiver) == .named("clerk"))
        #expect(register.terms.text(of: end.seal) == "S-1")
        #expect(end.closure == .sealed)
    }

    @Test func aPartsLinesBeginWithThoseOfWhatItCameOf() {
        let lines = CustodyStory.powder.register().lines(of: .named("sample"), at: CustodyStory.powder.clock)
        #expect(
            lines.map(\.event)
                == ["seize", "split", "seal sample", "send sample", "sample arrives"].map { .named($0) }
        )
        #expect(lines.map(\.number) == [1, 2, 3, 4, 5])
        #expect(lines.map(\.isInherited) == [true, true, false, false, false])
        #expect(lines.map(\.seal) == [nil, nil, "S-2", "S-2", "S-2"])
        #expect(lines[3].phase == .inTransit)
        #expect(lines[4].custodian == .named("clerk"))
        #expect(lines[4].quantity == "0.05 kg")
    }

    @Test func anExhibitThatIsNotThereHasNoChain() {
        #expect(
            CustodyStory.phone.register().lines(of: .named("telephone"), at: CustodyStory.phone.clock) == []
        )
        #expect(CustodyStory.phone.register().chain(of: .named("telephone")) == nil)
        #expect(CustodyRegister().chain(of: .named("phone")) == nil)
        #expect(CustodyRegister().findings(at: Moment(microseconds: 0)) == [])
    }

    @Test func aRingOfParentsEnds() {
        let story = CustodyStory(
            exhibits: [
                CustodyStory.Exhibit(name: "a", parent: "b"), CustodyStory.Exhibit(name: "b", parent: "c"),
                CustodyStory.Exhibit(name: "c", parent: "a"), CustodyStory.Exhibit(name: "d", parent: "d"),
            ],
            entries: []
        )
        let rings = story.findings().filter { $0.code == "custody.parent-unknown" }
        #expect(!rings.isEmpty)
        #expect(story.register().chain(of: .named("b")) != nil)
    }

    @Test func aChainThatBreaksARuleAtEveryStepIsToldToItsEnd() {
        var story = CustodyStory(
            exhibits: CustodyStory.phone.exhibits,
            entries: [CustodyStory.phone["seize"]]
        )
        for minute in 1...3000 {
            story.entries.append(CustodyStory.Entry("look \(minute)", .examine, of: "phone", at: 40 + minute))
        }
        let looks = story.findings().filter { $0.code == "custody.purpose-not-stated" }
        #expect(looks.map(\.event) == (1...3000).map { .named("look \($0)") })
    }

    // MARK: Versions

    @Test func onlyTheNewestVersionOfAnEventCounts() {
        let story = CustodyStory.phone.with {
            var corrected = $0["deposit"]
            corrected.version = 2
            $0["deposit"].sealBefore = "S-7"
            $0.insert(corrected, after: "return")
        }
        #expect(story.findings() == [])
    }

    @Test func aCorrectionDoesNotMakeAnEntryLate() {
        let story = CustodyStory.phone.with {
            var corrected = $0["seal"]
            (corrected.version, corrected.recordedAfter) = (2, 80_000)
            $0.insert(corrected, after: "return")
        }
        #expect(story.findings() == [])
    }

    @Test func aCorrectionWithoutItsFirstVersionIsNotLateEither() {
        let story = CustodyStory.phone.with {
            var corrected = $0["seal"]
            (corrected.version, corrected.recordedAfter) = (2, 80_000)
            $0.drop("seal")
            $0.insert(corrected, after: "return")
        }
        #expect(story.findings() == [])
    }

    @Test func aCorrectionMayMoveAnEventToAnotherExhibit() {
        let story = CustodyStory.phone.with {
            $0.exhibits.append(CustodyStory.Exhibit(name: "case", isSealable: false))
            var corrected = $0["seize"]
            corrected.id = "seize case"
            corrected.quantity = nil
            $0.insert(corrected, after: "return")
            corrected.version = 2
            corrected.exhibit = "case"
            $0.insert(corrected, after: "seize case")
            $0["seize case"].exhibit = "phone"
            $0.now = 1000
            $0.entries.removeAll { $0.minute > 900 }
        }
        #expect(story.findings() == [])
    }

    @Test func theSameRecordAddedTwiceIsOne() {
        var register = CustodyStory.phone.register()
        register.add(CustodyStory.phone["seal"], logIndex: 1)
        #expect(register.findings(at: CustodyStory.phone.clock) == [])
    }

    // MARK: Recording

    @Test func recordingAStepSaysWhatIsWrongWithItAndNotWhatWasWrongBefore() {
        let story = CustodyStory.phone.with {
            $0["seize"].states.remove(.witness)
            $0.stop(before: "deposit")
        }
        var register = story.register()
        var entry = CustodyStory.phone["deposit"]
        entry.from = "constable"
        let (step, _) = register.step(entry, logIndex: 2)
        let findings = register.findings(adding: step, at: CustodyStory.phone.clock)
        #expect(findings.map(\.code) == ["custody.releaser-not-custodian"])
    }

    @Test func recordingALateEntryIsWeighedAtItsTimeWithWhatItDoesToLaterSteps() {
        var register = CustodyStory.phone.register()
        var entry = CustodyStory.phone["deposit"]
        (entry.id, entry.minute, entry.to) = ("between", 1600, "sergeant")
        let (step, _) = register.step(entry, logIndex: 99)
        let codes = register.findings(adding: step, at: CustodyStory.phone.clock).map(\.code)
        #expect(codes.contains("custody.time-ran-back"))
        #expect(codes.contains("custody.handled-in-transit"))
        #expect(codes.contains("custody.received-without-release"))
    }

    @Test func aReleaseMayBeRecordedBeforeItsReceiptHoweverLongAgoItWas() {
        let story = CustodyStory.phone.with {
            $0.stop(before: "send")
            $0.now = 80_000
        }
        var register = story.register()
        let (step, _) = register.step(CustodyStory.phone["send"], logIndex: 4)
        #expect(register.findings(adding: step, at: story.clock) == [])
        register.add(step)
        #expect(
            register.findings(at: story.clock).filter(\.isOutstanding).map(\.code) == [
                "custody.transfer-not-received"
            ]
        )
    }
}
