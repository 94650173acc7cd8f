import CaseFile

/// Stories without a fault, each of which the rule tests spoil in one place.
extension CustodyStory {
    /// A phone, from the table in the flat through the store-room and the laboratory to its owner.
    static let phone = CustodyStory(
        exhibits: [Exhibit(name: "phone", quantity: "1")],
        entries: [
            Entry("seize", .seize, of: "phone", at: 40) {
                ($0.to, $0.placeFrom, $0.placeTo, $0.quantity) = ("officer", "flat", "flat", "1")
                $0.states = [.receivedAttestation, .witness]
            },
            Entry("seal", .seal, of: "phone", at: 50) {
                ($0.from, $0.placeFrom) = ("officer", "flat")
                ($0.sealAfter, $0.sealHolder, $0.states) = ("S-1", "neighbour", [.specimenSeal])
            },
            Entry("deposit", .deposit, of: "phone", at: 170) {
                ($0.from, $0.to, $0.placeFrom, $0.placeTo) = ("officer", "keeper", "flat", "store")
                ($0.sealBefore, $0.states) = ("S-1", .bothSides.union(.document))
            },
            Entry("withdraw", .withdraw, of: "phone", at: 1500) {
                ($0.from, $0.to, $0.placeFrom) = ("keeper", "officer", "store")
                ($0.sealBefore, $0.states) = ("S-1", .bothSides.union([.purpose, .authority]))
            },
            Entry("send", .transferOut, of: "phone", at: 1510) {
                ($0.from, $0.to, $0.carrier) = ("officer", "clerk", "constable")
                ($0.placeFrom, $0.placeTo, $0.sealBefore) = ("store", "laboratory", "S-1")
                $0.states = [.purpose, .releasedAttestation, .sealIntact]
            },
            Entry("arrive", .transferIn, of: "phone", at: 1700) {
                ($0.from, $0.to, $0.quantity) = ("constable", "clerk", "1")
                ($0.placeFrom, $0.placeTo, $0.sealBefore) = ("store", "laboratory", "S-1")
                $0.states = [.receivedAttestation, .sealIntact]
            },
            Entry("unseal", .unseal, of: "phone", at: 3000) {
                ($0.from, $0.placeFrom, $0.sealBefore) = ("clerk", "laboratory", "S-1")
                $0.states = [.purpose, .authority, .witness, .sealIntact]
            },
            Entry("examine", .examine, of: "phone", at: 3010) {
                ($0.from, $0.to, $0.placeFrom, $0.states) = ("clerk", "expert", "laboratory", [.purpose])
            },
            Entry("reseal", .reseal, of: "phone", at: 3100) {
                ($0.from, $0.placeFrom, $0.sealAfter) = ("clerk", "laboratory", "S-2")
                $0.states = [.authority, .courtOrder, .specimenSeal]
            },
            Entry("send back", .transferOut, of: "phone", at: 4500) {
                ($0.from, $0.to, $0.carrier) = ("clerk", "officer", "constable")
                ($0.placeFrom, $0.placeTo, $0.sealBefore) = ("laboratory", "station", "S-2")
                $0.states = [.purpose, .releasedAttestation, .sealIntact]
            },
            Entry("come back", .transferIn, of: "phone", at: 4600) {
                ($0.from, $0.to, $0.placeTo, $0.sealBefore) = ("constable", "officer", "station", "S-2")
                $0.states = [.receivedAttestation, .sealIntact]
            },
            Entry("produce", .produce, of: "phone", at: 9000) {
                ($0.from, $0.to, $0.placeFrom, $0.placeTo) = ("officer", "court", "station", "courtroom")
                ($0.sealBefore, $0.states) = ("S-2", [.purpose, .releasedAttestation, .sealIntact])
            },
            Entry("return", .return, of: "phone", at: 90_000) {
                ($0.from, $0.to, $0.placeFrom) = ("court", "owner", "courtroom")
                ($0.sealBefore, $0.states) = ("S-2", .bothSides.union(.authority))
            },
        ]
    )

    /// A recording, copied before it is examined.
    static let recording = CustodyStory(
        exhibits: [
            Exhibit(name: "recording", form: .data, isSealable: false, digest: "sha256:aa"),
            Exhibit(name: "copy", parent: "recording", form: .data, isSealable: false, digest: "sha256:aa"),
        ],
        entries: [
            Entry("receive", .receive, of: "recording", at: 40) {
                ($0.from, $0.to, $0.placeTo) = ("neighbour", "officer", "station")
                ($0.digestAfter, $0.states) = ("sha256:aa", .bothSides)
            },
            Entry("copying", .copy, of: "recording", at: 60) {
                ($0.from, $0.parts, $0.states) = ("officer", ["copy"], [.purpose])
                ($0.digestBefore, $0.digestAfter) = ("sha256:aa", "sha256:aa")
            },
            Entry("look", .examine, of: "recording", at: 70) {
                ($0.from, $0.states) = ("officer", [.purpose])
                ($0.digestBefore, $0.digestAfter) = ("sha256:aa", "sha256:aa")
            },
            Entry("look at copy", .examine, of: "copy", at: 80) {
                ($0.from, $0.states) = ("officer", [.purpose])
                ($0.digestBefore, $0.digestAfter) = ("sha256:aa", "sha256:aa")
            },
        ]
    )

    /// A bag of powder, of which a sample is taken; the sample goes its own way.
    static let powder = CustodyStory(
        exhibits: [
            Exhibit(name: "bag", quantity: "2.5", unit: "kg"),
            Exhibit(name: "sample", parent: "bag", quantity: "0.05", unit: "kg"),
        ],
        entries: [
            Entry("seize", .seize, of: "bag", at: 40) {
                ($0.to, $0.placeFrom, $0.quantity, $0.unit) = ("officer", "flat", "2.5", "kg")
                $0.states = [.receivedAttestation, .witness]
            },
            Entry("split", .split, of: "bag", at: 45) {
                ($0.from, $0.placeFrom, $0.quantity, $0.unit) = ("officer", "flat", "2.45", "kg")
                ($0.parts, $0.states) = (["sample"], [.purpose])
            },
            Entry("seal bag", .seal, of: "bag", at: 50) {
                ($0.from, $0.placeFrom, $0.sealAfter) = ("officer", "flat", "S-1")
                $0.states = [.specimenSeal]
            },
            Entry("seal sample", .seal, of: "sample", at: 51) {
                ($0.from, $0.placeFrom, $0.sealAfter) = ("officer", "flat", "S-2")
                ($0.quantity, $0.unit, $0.states) = ("0.05", "kg", [.specimenSeal])
            },
            Entry("send sample", .transferOut, of: "sample", at: 60) {
                ($0.from, $0.to, $0.carrier) = ("officer", "clerk", "constable")
                ($0.placeFrom, $0.placeTo, $0.sealBefore) = ("flat", "laboratory", "S-2")
                $0.states = [.purpose, .releasedAttestation, .sealIntact]
            },
            Entry("sample arrives", .transferIn, of: "sample", at: 90) {
                ($0.to, $0.placeTo, $0.sealBefore) = ("clerk", "laboratory", "S-2")
                ($0.quantity, $0.unit) = ("0.05", "kg")
                $0.states = [.receivedAttestation, .sealIntact]
            },
        ]
    )
}

extension CustodyStep.Marks {
    static let bothSides: CustodyStep.Marks = [.releasedAttestation, .receivedAttestation, .sealIntact]
}
