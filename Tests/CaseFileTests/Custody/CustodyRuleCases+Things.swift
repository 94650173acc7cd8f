import CaseFile

extension CustodyRuleCase {
    static let seals = [
        CustodyRuleCase("seal-differs", .phone, event: "arrive", against: "seal") {
            $0["arrive"].sealBefore = "S-7"
        },
        CustodyRuleCase("seal-differs", .phone, event: "examine", against: "unseal") {
            $0["examine"].sealBefore = "S-1"
        },
        CustodyRuleCase("seal-changed-without-unsealing", .phone, event: "reseal", against: "seal") {
            $0.drop("unseal", "examine")
        },
        CustodyRuleCase("seal-changed-without-unsealing", .phone, event: "send", against: "seal") {
            $0["send"].sealAfter = "S-7"
        },
        CustodyRuleCase("unsealed-but-not-sealed", .phone, event: "unseal again", against: "unseal") {
            var again = $0["unseal"]
            (again.id, again.minute) = ("unseal again", 3005)
            $0.insert(again, after: "unseal")
        },
        CustodyRuleCase("unsealed-without-authority", .phone, event: "unseal", against: "seal") {
            $0["unseal"].states.remove(.authority)
        },
        CustodyRuleCase("resealed-without-authority", .phone, event: "reseal", against: "unseal") {
            $0["reseal"].states.remove(.authority)
        },
        CustodyRuleCase("reopened-without-court-leave", .phone, event: "reseal", against: "unseal") {
            $0["reseal"].states.remove(.courtOrder)
        },
        CustodyRuleCase("condition-not-stated", .phone, event: "deposit") {
            $0.drop("seal")
            $0["deposit"].sealBefore = nil
        },
        CustodyRuleCase("seal-condition-not-stated", .phone, event: "arrive", against: "seal") {
            $0["arrive"].states.remove(.sealIntact)
        },
        CustodyRuleCase("seal-broken", .phone, event: "arrive", against: "seal") {
            $0["arrive"].states.remove(.sealIntact)
            $0["arrive"].states.insert(.sealBroken)
        },
        CustodyRuleCase("seal-not-numbered", .phone, event: "reseal") { $0["reseal"].sealAfter = nil },
        CustodyRuleCase("seal-used-twice", .phone, event: "reseal", against: "unseal") {
            $0["reseal"].sealAfter = "S-1"
        },
        CustodyRuleCase("moved-unsealed", .phone, event: "deposit", against: "seize") {
            $0.drop("seal")
            $0["deposit"].sealBefore = nil
        },
        CustodyRuleCase("sealed-late", .phone, event: "seal", against: "seize") {
            $0["seal"].minute = 1000
            $0["deposit"].minute = 1010
        },
        CustodyRuleCase("handled-while-sealed", .phone, event: "examine", against: "seal") {
            $0.drop("unseal")
        },
        CustodyRuleCase("opened-for-nothing", .phone, event: "reseal", against: "unseal") {
            $0.drop("examine")
        },
        CustodyRuleCase("left-open", .phone, against: "unseal") {
            $0.stop(before: "reseal")
            $0.now = 20_000
        },
        CustodyRuleCase("seal-kept-by-custodian", .phone, event: "seal") {
            $0["seal"].sealHolder = "officer"
        },
        CustodyRuleCase("no-specimen-seal", .phone, event: "send", against: "seal") {
            $0["seal"].states.remove(.specimenSeal)
        },
    ]

    static let data = [
        CustodyRuleCase("digest-differs", .recording, event: "look", against: "receive") {
            ($0["look"].digestBefore, $0["look"].digestAfter) = ("sha256:bb", "sha256:bb")
        },
        CustodyRuleCase("digest-differs", .recording, event: "look at copy", against: "copying") {
            ($0["look at copy"].digestBefore, $0["look at copy"].digestAfter) = ("sha256:bb", "sha256:bb")
        },
        CustodyRuleCase("digest-changed", .recording, event: "look") {
            $0["look"].digestAfter = "sha256:bb"
        },
        CustodyRuleCase("copy-differs", .recording, event: "copying", against: "receive") {
            $0["copying"].digestAfter = "sha256:bb"
        },
        CustodyRuleCase("copy-without-digest", .recording, event: "copying") {
            $0["copying"].digestAfter = nil
        },
        CustodyRuleCase("digest-not-stated", .recording, event: "look") { $0["look"].digestAfter = nil },
        CustodyRuleCase("digest-not-the-files", .recording, event: "receive") {
            $0.exhibits[0].digest = "sha256:bb"
        },
        CustodyRuleCase("digest-not-the-files", .recording, event: "copying") {
            $0.exhibits[1].digest = "sha256:bb"
        },
        CustodyRuleCase("digest-algorithm-changed", .recording, event: "look", against: "receive") {
            ($0["look"].digestBefore, $0["look"].digestAfter) = ("md5:bb", "md5:bb")
        },
        CustodyRuleCase("weak-digest", .recording, event: "receive") {
            $0["receive"].states.insert(.onlyWeakDigests)
        },
        CustodyRuleCase("original-examined", .recording, event: "look") { $0["look"].minute = 50 },
    ]

    static let parts = [
        CustodyRuleCase("part-not-named", .powder, event: "split") { $0["split"].parts = [] },
        CustodyRuleCase("part-unknown", .powder, event: "split") { $0["split"].parts.append("third") },
        CustodyRuleCase("part-of-another", .powder, event: "split") { $0.exhibits[1].parent = nil },
        CustodyRuleCase("part-quantity-differs", .powder, event: "split") {
            ($0["split"].partQuantity, $0["split"].quantity) = ("0.06", "2.44")
        },
        CustodyRuleCase("quantity-differs", .powder, event: "sample arrives") {
            $0["sample arrives"].quantity = "0.04"
        },
        CustodyRuleCase("quantity-differs", .phone, event: "seize") { $0["seize"].quantity = "2" },
        CustodyRuleCase("unit-differs", .powder, event: "sample arrives") {
            ($0["sample arrives"].quantity, $0["sample arrives"].unit) = ("50", "g")
        },
        CustodyRuleCase("quantity-used-up", .powder, event: "test") {
            $0.insert(
                CustodyStory.Entry("test", .examine, of: "sample", at: 100) {
                    ($0.quantity, $0.unit) = ("0.02", "kg")
                },
                after: "sample arrives"
            )
        },
        CustodyRuleCase("split-not-conserved", .powder, event: "split") { $0["split"].quantity = "2.4" },
        CustodyRuleCase("split-not-conserved", .powder, event: "split") {
            $0["split"].quantity = nil
            $0.exhibits[1].quantity = "2.6"
        },
    ]

    static let ends = [
        CustodyRuleCase("after-the-end", .phone, event: "look again", against: "return") {
            $0.insert(
                CustodyStory.Entry("look again", .examine, of: "phone", at: 90_100),
                after: "return"
            )
        },
        CustodyRuleCase("disposed-without-court-order", .phone, event: "return") {
            ($0["return"].event, $0["return"].to) = (.dispose, nil)
        },
        CustodyRuleCase("ended-without-authority", .phone, event: "return") {
            $0["return"].states.remove(.authority)
        },
    ]

    static let papers = [
        CustodyRuleCase("attested-by-another", .phone, event: "deposit") {
            $0["deposit"].states.insert(.attestedByAnother)
        },
        CustodyRuleCase("attested-in-advance", .phone, event: "deposit") {
            $0["deposit"].states.insert(.attestedInAdvance)
        },
        CustodyRuleCase("purpose-not-stated", .phone, event: "examine") {
            $0["examine"].states.remove(.purpose)
        },
        CustodyRuleCase("attestation-missing", .phone, event: "deposit") {
            $0["deposit"].states.remove(.releasedAttestation)
        },
        CustodyRuleCase("attestation-missing", .phone, event: "arrive") {
            $0["arrive"].states.remove(.receivedAttestation)
        },
        CustodyRuleCase("witness-missing", .phone, event: "unseal") { $0["unseal"].states.remove(.witness) },
        CustodyRuleCase("witness-not-independent", .phone, event: "seize") {
            $0["seize"].states.insert(.onlySidesWitness)
        },
        CustodyRuleCase("number-used-twice", .phone, event: "seal", against: "seize") {
            ($0["seize"].number, $0["seal"].number) = (1, 1)
        },
        CustodyRuleCase("number-missing", .phone, event: "deposit", against: "seal") {
            ($0["seize"].number, $0["seal"].number, $0["deposit"].number) = (1, 2, 4)
        },
        CustodyRuleCase("recorded-twice", .phone, event: "examine again", against: "examine") {
            var again = $0["examine"]
            again.id = "examine again"
            $0.insert(again, after: "examine")
        },
        CustodyRuleCase("versions-conflict", .phone, event: "seal", against: "seal") {
            var other = $0["seal"]
            other.sealAfter = "S-9"
            $0.insert(other, after: "seal")
        },
    ]
}
