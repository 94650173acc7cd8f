import CaseFile

/// Stories without a fault, each of which the rule tests spoil in one place.
extension CustodyStory {
    /// A phone, from the table in the flat through the store-room and the laboratory to its owner.
    static let phone = CustodyStory(
        exhibits: [Exhibit(name: "phone", quantity: "1")],
        entries: [
            Entry(
                id: "seize",
                exhibit: "phone",
                event: .seize,
                minute: 40,
                to: "officer",
                placeFrom: "flat",
                placeTo: "flat",
                quantity: "1",
                states: [.receivedAttestation, .witness]
            ),
            Entry(
                id: "seal",
                exhibit: "phone",
                event: .seal,
                minute: 50,
                from: "officer",
                placeFrom: "flat",
                sealAfter: "S-1",
                sealHolder: "neighbour",
                states: [.specimenImpression]
            ),
            Entry(
                id: "deposit",
                exhibit: "phone",
                event: .deposit,
                minute: 170,
                from: "officer",
                to: "keeper",
                placeFrom: "flat",
                placeTo: "store",
                sealBefore: "S-1",
                states: .bothSides.union(.document)
            ),
            Entry(
                id: "withdraw",
                exhibit: "phone",
                event: .withdraw,
                minute: 1500,
                from: "keeper",
                to: "officer",
                placeFrom: "store",
                sealBefore: "S-1",
                states: .bothSides.union([.purpose, .authority])
            ),
            Entry(
                id: "send",
                exhibit: "phone",
                event: .transferOut,
                minute: 1510,
                from: "officer",
                to: "clerk",
                carrier: "constable",
                placeFrom: "store",
                placeTo: "laboratory",
                sealBefore: "S-1",
                states: [.purpose, .releasedAttestation, .sealIntact]
            ),
            Entry(
                id: "arrive",
                exhibit: "phone",
                event: .transferIn,
                minute: 1700,
                from: "constable",
                to: "clerk",
                placeFrom: "store",
                placeTo: "laboratory",
                sealBefore: "S-1",
                quantity: "1",
                states: [.receivedAttestation, .sealIntact]
            ),
            Entry(
                id: "unseal",
                exhibit: "phone",
                event: .unseal,
                minute: 3000,
                from: "clerk",
                placeFrom: "laboratory",
                sealBefore: "S-1",
                states: [.purpose, .authority, .witness, .sealIntact]
            ),
            Entry(
                id: "examine",
                exhibit: "phone",
                event: .examine,
                minute: 3010,
                from: "clerk",
                placeFrom: "laboratory",
                states: [.purpose]
            ),
            Entry(
                id: "reseal",
                exhibit: "phone",
                event: .reseal,
                minute: 3100,
                from: "clerk",
                placeFrom: "laboratory",
                sealAfter: "S-2",
                states: [.authority, .specimenImpression]
            ),
            Entry(
                id: "send back",
                exhibit: "phone",
                event: .transferOut,
                minute: 4500,
                from: "clerk",
                to: "officer",
                carrier: "constable",
                placeFrom: "laboratory",
                placeTo: "station",
                sealBefore: "S-2",
                states: [.purpose, .releasedAttestation, .sealIntact]
            ),
            Entry(
                id: "come back",
                exhibit: "phone",
                event: .transferIn,
                minute: 4600,
                from: "constable",
                to: "officer",
                placeTo: "station",
                sealBefore: "S-2",
                states: [.receivedAttestation, .sealIntact]
            ),
            Entry(
                id: "produce",
                exhibit: "phone",
                event: .produce,
                minute: 9000,
                from: "officer",
                to: "court",
                placeFrom: "station",
                placeTo: "courtroom",
                sealBefore: "S-2",
                states: [.purpose, .releasedAttestation, .sealIntact]
            ),
            Entry(
                id: "return",
                exhibit: "phone",
                event: .return,
                minute: 90_000,
                from: "court",
                to: "owner",
                placeFrom: "courtroom",
                sealBefore: "S-2",
                states: .bothSides.union(.authority)
            ),
        ]
    )

    /// A recording on a card, copied before it is examined.
    static let recording = CustodyStory(
        exhibits: [
            Exhibit(name: "recording", form: .digital, isSealable: false, digest: "sha256:aa"),
            Exhibit(
                name: "copy",
                parent: "recording",
                form: .digital,
                isSealable: false,
                digest: "sha256:aa"
            ),
        ],
        entries: [
            Entry(
                id: "receive",
                exhibit: "recording",
                event: .receive,
                minute: 40,
                from: "neighbour",
                to: "officer",
                placeTo: "station",
                digestAfter: "sha256:aa",
                states: [.receivedAttestation, .releasedAttestation]
            ),
            Entry(
                id: "copying",
                exhibit: "recording",
                event: .copy,
                minute: 60,
                from: "officer",
                digestBefore: "sha256:aa",
                digestAfter: "sha256:aa",
                parts: ["copy"],
                states: [.purpose]
            ),
            Entry(
                id: "look",
                exhibit: "recording",
                event: .examine,
                minute: 70,
                from: "officer",
                digestBefore: "sha256:aa",
                digestAfter: "sha256:aa",
                states: [.purpose]
            ),
            Entry(
                id: "look at copy",
                exhibit: "copy",
                event: .examine,
                minute: 80,
                from: "officer",
                digestBefore: "sha256:aa",
                digestAfter: "sha256:aa",
                states: [.purpose]
            ),
        ]
    )

    /// A bag of powder, of which a sample is taken; the sample goes its own way.
    static let powder = CustodyStory(
        exhibits: [
            Exhibit(name: "bag", quantity: "2.5", unit: "kg"),
            Exhibit(name: "sample", parent: "bag", quantity: "0.05", unit: "kg"),
        ],
        entries: [
            Entry(
                id: "seize",
                exhibit: "bag",
                event: .seize,
                minute: 40,
                to: "officer",
                placeFrom: "flat",
                quantity: "2.5",
                unit: "kg",
                states: [.receivedAttestation, .witness]
            ),
            Entry(
                id: "split",
                exhibit: "bag",
                event: .split,
                minute: 45,
                from: "officer",
                placeFrom: "flat",
                quantity: "2.45",
                unit: "kg",
                parts: ["sample"],
                states: [.purpose]
            ),
            Entry(
                id: "seal bag",
                exhibit: "bag",
                event: .seal,
                minute: 50,
                from: "officer",
                placeFrom: "flat",
                sealAfter: "S-1",
                states: [.specimenImpression]
            ),
            Entry(
                id: "seal sample",
                exhibit: "sample",
                event: .seal,
                minute: 51,
                from: "officer",
                placeFrom: "flat",
                sealAfter: "S-2",
                quantity: "0.05",
                unit: "kg",
                states: [.specimenImpression]
            ),
            Entry(
                id: "send sample",
                exhibit: "sample",
                event: .transferOut,
                minute: 60,
                from: "officer",
                to: "clerk",
                carrier: "constable",
                placeFrom: "flat",
                placeTo: "laboratory",
                sealBefore: "S-2",
                states: [.purpose, .releasedAttestation, .sealIntact]
            ),
            Entry(
                id: "sample arrives",
                exhibit: "sample",
                event: .transferIn,
                minute: 90,
                to: "clerk",
                placeTo: "laboratory",
                sealBefore: "S-2",
                quantity: "0.05",
                unit: "kg",
                states: [.receivedAttestation, .sealIntact]
            ),
        ]
    )

    /// The same story with one or more places changed.
    func with(_ change: (inout CustodyStory) -> Void) -> CustodyStory {
        var story = self
        change(&story)
        return story
    }

    /// The entry of this id.
    subscript(id: String) -> Entry {
        get { entries.first { $0.id == id }! }
        set { entries[entries.firstIndex { $0.id == id }!] = newValue }
    }

    mutating func drop(_ ids: String...) { entries.removeAll { ids.contains($0.id) } }

    /// Leaves out this entry and all after it.
    mutating func stop(before id: String) {
        entries.removeSubrange(entries.firstIndex { $0.id == id }!...)
    }

    /// Puts an entry behind another.
    mutating func insert(_ entry: Entry, after id: String) {
        entries.insert(entry, at: entries.firstIndex { $0.id == id }! + 1)
    }
}

extension CustodyStep.Marks {
    static let bothSides: CustodyStep.Marks = [.releasedAttestation, .receivedAttestation, .sealIntact]
}
