import CaseFile

/// For each rule: a sound story, and the one change that breaks that rule.
struct CustodyRuleCase: Sendable, CustomStringConvertible {
    var code: String
    var story: CustodyStory
    /// The event that the finding is about, and the one it is held against.
    var event: String?
    var against: String?
    var spoil: @Sendable (inout CustodyStory) -> Void

    init(
        _ code: String,
        _ story: CustodyStory,
        event: String? = nil,
        against: String? = nil,
        spoil: @escaping @Sendable (inout CustodyStory) -> Void
    ) {
        self.code = "custody." + code
        self.story = story
        self.event = event
        self.against = against
        self.spoil = spoil
    }

    var description: String { code }
}

extension CustodyRuleCase {
    static let all = beginnings + hands + times + transfers + stores + seals + data + parts + ends + papers

    private static let beginnings = [
        CustodyRuleCase("no-beginning", .phone, event: "seal") { $0.drop("seize") },
        CustodyRuleCase("no-beginning", .phone) { $0.entries = [] },
        CustodyRuleCase("no-beginning", .powder, event: "seal sample") { $0.drop("split") },
        CustodyRuleCase("begins-twice", .phone, event: "again", against: "seize") {
            var again = $0["seize"]
            (again.id, again.minute) = ("again", 9500)
            $0.insert(again, after: "produce")
        },
        CustodyRuleCase("begins-twice", .powder, event: "split again", against: "split") {
            var again = $0["split"]
            (again.id, again.minute, again.quantity) = ("split again", 46, "2.4")
            $0.insert(again, after: "split")
        },
        CustodyRuleCase("before-beginning", .phone, event: "seal") { $0["seal"].minute = 30 },
        CustodyRuleCase("before-beginning", .powder, event: "seal sample", against: "split") {
            $0["seal sample"].minute = 44
        },
        CustodyRuleCase("part-with-own-beginning", .powder, event: "own") {
            $0.drop("split")
            $0["seal bag"].quantity = "2.5"
            var own = $0["seize"]
            (own.id, own.exhibit, own.quantity) = ("own", "sample", "0.05")
            $0.insert(own, after: "seize")
        },
        CustodyRuleCase("parent-unknown", .powder) { $0.exhibits[1].parent = "another bag" },
        CustodyRuleCase("parent-unknown", .powder) { $0.exhibits[0].parent = "sample" },
        CustodyRuleCase("exhibit-unknown", .phone, event: "seal") { $0["seal"].exhibit = "telephone" },
    ]

    private static let hands = [
        CustodyRuleCase("releaser-not-custodian", .phone, event: "deposit", against: "seize") {
            $0["deposit"].from = "constable"
        },
        CustodyRuleCase("releaser-not-custodian", .phone, event: "arrive", against: "withdraw") {
            $0["arrive"].from = "neighbour"
        },
        CustodyRuleCase("moved-without-handover", .phone, event: "examine", against: "arrive") {
            ($0["examine"].from, $0["examine"].to) = (nil, "expert")
        },
        CustodyRuleCase("side-not-stated", .phone, event: "deposit") { $0["deposit"].from = nil },
        CustodyRuleCase("side-not-stated", .phone, event: "send") { $0["send"].to = nil },
        CustodyRuleCase("handed-to-oneself", .phone, event: "deposit") { $0["deposit"].to = "officer" },
        CustodyRuleCase("place-differs", .phone, event: "withdraw", against: "deposit") {
            $0["withdraw"].placeFrom = "station"
        },
        CustodyRuleCase("place-differs", .phone, event: "arrive", against: "send") {
            $0["arrive"].placeTo = "station"
        },
        CustodyRuleCase("place-differs", .phone, event: "arrive", against: "send") {
            $0["arrive"].placeFrom = "flat"
        },
        CustodyRuleCase("place-differs", .phone, event: "examine", against: "arrive") {
            ($0["examine"].placeFrom, $0["examine"].placeTo) = (nil, "station")
        },
        CustodyRuleCase("place-not-stated", .phone, event: "deposit") { $0["deposit"].placeTo = nil },
    ]

    private static let times = [
        CustodyRuleCase("time-ran-back", .phone, event: "examine", against: "reseal") {
            $0["examine"].logIndex = 8
            $0["reseal"].logIndex = 7
        },
        CustodyRuleCase("time-ran-back", .phone, event: "examine", against: "reseal") {
            for index in $0.entries.indices { $0.entries[index].number = index + 1 }
            $0["examine"].number = 9
            $0["reseal"].number = 8
        },
        CustodyRuleCase("in-the-future", .phone, event: "return") { $0.now = 80_000 },
        CustodyRuleCase("in-the-future", .phone, event: "return") {
            $0.now = 90_000
            $0["return"].recordedAfter = 60
        },
        CustodyRuleCase("recorded-before-it-happened", .phone, event: "seal") {
            $0["seal"].recordedAfter = -6
        },
        CustodyRuleCase("time-not-exact", .phone, event: "produce") {
            $0["produce"].moment = "2026-03-21+05:30"
        },
        CustodyRuleCase("time-not-exact", .phone, event: "seal") {
            $0["seal"].states.insert(.approximateTime)
        },
        CustodyRuleCase("late-entry", .phone, event: "return") {
            $0["return"].recordedAfter = 1500
            $0["return"].states.insert(.latenessReason)
        },
        CustodyRuleCase("late-entry", .phone, event: "return") {
            $0["return"].recordedAfter = 1500
            $0["return"].states.insert(.reported)
        },
        CustodyRuleCase("late-entry-unexplained", .phone, event: "return") {
            $0["return"].recordedAfter = 1500
        },
    ]

    private static let transfers = [
        CustodyRuleCase("received-without-release", .phone, event: "arrive", against: "withdraw") {
            $0.drop("send")
        },
        CustodyRuleCase("handled-in-transit", .phone, event: "unseal", against: "send") {
            $0.drop("arrive")
        },
        CustodyRuleCase("received-by-another", .phone, event: "arrive", against: "send") {
            $0["arrive"].to = "expert"
        },
        CustodyRuleCase("transfer-not-received", .phone, event: "send") {
            $0.stop(before: "arrive")
            $0.now = 5000
        },
        CustodyRuleCase("long-in-transit", .phone, event: "come back", against: "send back") {
            $0["come back"].minute = 6000
        },
        CustodyRuleCase("carrier-not-named", .phone, event: "send") { $0["send"].carrier = nil },
    ]

    private static let stores = [
        CustodyRuleCase("not-deposited", .phone, event: "deposit", against: "seize") {
            $0["deposit"].minute = 1499
        },
        CustodyRuleCase("not-deposited", .phone, against: "seize") {
            $0.stop(before: "deposit")
            $0.now = 1500
        },
        CustodyRuleCase("withdrawal-not-returned", .phone, against: "withdraw") {
            $0.stop(before: "send")
            $0.now = 20_000
        },
        CustodyRuleCase("withdrawn-but-not-deposited", .phone, event: "withdraw", against: "seize") {
            $0.drop("deposit")
            $0["withdraw"].from = "officer"
        },
        CustodyRuleCase("withdrawn-without-authority", .phone, event: "withdraw") {
            $0["withdraw"].states.remove(.authority)
        },
        CustodyRuleCase("deposit-not-registered", .phone, event: "deposit") {
            $0["deposit"].states.remove(.document)
        },
    ]
}
