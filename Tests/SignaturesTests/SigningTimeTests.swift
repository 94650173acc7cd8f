import Foundation
import Testing

@testable import Signatures

@Suite struct SigningTimeTests {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (951_782_400.9, "2000-02-29T00:00:00Z"),
        (1_773_508_200, "2026-03-14T17:10:00Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"),
    ])
    func aMomentIsWrittenInUTCToTheSecond(seconds: Double, text: String) {
        #expect(SigningTime(Date(timeIntervalSince1970: seconds)).text == text)
        #expect(SigningTime(text)?.date == Date(timeIntervalSince1970: seconds.rounded(.down)))
    }

    @Test func aThousandRandomMomentsAreReadAsTheyWereWritten() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<1000 {
            let date = Date(
                timeIntervalSince1970: Double(Int.random(in: -1_000_000_000...10_000_000_000, using: &random))
            )
            let time = SigningTime(date)
            #expect(SigningTime(time.text) == time)
        }
    }

    @Test(arguments: [
        ("2026-03-14T22:40:00+05:30", 1_773_508_200.0), ("2026-03-14T17:10:00.5Z", 1_773_508_200.5),
        ("2026-03-14T12:10:00-05:00", 1_773_508_200),
    ])
    func zonesAndFractionsOfOthersAreRead(text: String, seconds: Double) {
        #expect(SigningTime(text)?.date == Date(timeIntervalSince1970: seconds))
    }

    @Test(arguments: [
        "", "2026-03-14", "2026-03-14T17:10:00", "2026-02-29T00:00:00Z", "2026-03-14T24:00:00Z",
        "2026-03-14T17:60:00Z", "2026-13-01T00:00:00Z", "2026-03-14T17:10:00z", " 2026-03-14T17:10:00Z",
        "2026-03-14T17:10:00.Z", "2026-03-14T17:10:00+15:00", "2026-03-14T17:10:00Z ",
        "-2026-03-14T17:10:00Z",
        "0000-03-14T17:10:00Z", "２026-03-14T17:10:00Z",
    ])
    func whatIsNoMomentWithAZoneIsRefused(text: String) {
        #expect(SigningTime(text) == nil)
    }
}
