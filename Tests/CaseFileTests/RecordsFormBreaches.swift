import CaseFile
import Testing

/// One way to break one rule of form: it fires for that, and did not before.
struct Breach: Sendable, CustomTestStringConvertible {
    let code: String
    let kind: Kind
    let field: String
    let breaking: @Sendable (any RecordBody, RandomSource) -> any RecordBody

    var testDescription: String { code }

    init<Body: RecordBody>(
        _ code: String,
        _ field: String,
        _ break: @escaping @Sendable (inout Body, RandomSource) -> Void
    ) {
        self.code = code
        self.kind = Body.kind
        self.field = field
        self.breaking = { body, source in
            var body = body as! Body
            `break`(&body, source)
            return body
        }
    }
}

private let early = Moment("2026-03-14T22:40:00+05:30")!
private let late = Moment("2026-03-16+05:30")!
private let someone = Reference<Person>(to: RecordID("0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c4")!)
private let something = Reference<Exhibit>(to: RecordID("0197c1d2-3f4a-7b5c-8d6e-7f8091a2b3c5")!)
private let words = FreeText("seen by the officer", .english)!
private let md5 = Digest(.md5, String(repeating: "0", count: 32))!

let breaches: [Breach] = [
    // Shared values, each in one of the places where it stands.
    Breach("attestation.account", "receivedAttestation/account") { (event: inout CustodyEvent, _) in
        event.receivedAttestation = Attestation(means: .account, at: early)
    },
    Breach("attestation.account", "releasedAttestation/account") { (event: inout CustodyEvent, _) in
        event.releasedAttestation = Attestation(
            means: .paperSignature,
            at: early,
            account: Recorder(rawValue: "AHTU:r.sen")
        )
    },
    Breach("attestation.signature", "signature/signature") { (statement: inout Statement, _) in
        statement.signatures = [Attestation(means: .key, at: early)]
    },
    Breach("authority.other-without-text", "authority/text") { (charge: inout Charge, _) in
        charge.authority = Authority(kind: .other)
    },
    Breach("coordinates.latitude", "coordinates/latitude") { (place: inout Place, _) in
        place.coordinates = Coordinates(latitude: "90.00000001", longitude: "88.4")
    },
    Breach("device.other-storage", "device/otherStorage") { (exhibit: inout Exhibit, _) in
        exhibit.device = DeviceDescription()
        exhibit.device?.storedOn = [.other]
    },
    Breach("device.repeated-tick", "device/storedOn") { (certificate: inout Certificate, _) in
        certificate.device.storedOn = [.mobile, .mobile]
        certificate.device.otherStorage = nil
    },
    Breach("digest-report.empty", "digestReport/digest") { (certificate: inout Certificate, _) in
        certificate.digestReport = DigestReport(reportEnclosed: true)
    },
    Breach("digest.repeated-algorithm", "digestAfter") { (event: inout CustodyEvent, _) in
        event.digestsAfter = [md5, md5]
    },
    Breach("age.source", "age/birthDate") { (person: inout Person, _) in
        person.ages = [AgeFact(birthDate: early, atLeast: 14, asOf: late, basis: "apparent")]
    },
    Breach("age.source", "age/birthDate") { (person: inout Person, _) in
        person.ages = [AgeFact(basis: "apparent")]
    },
    Breach("age.as-of", "age/asOf") { (person: inout Person, _) in
        person.ages = [AgeFact(atLeast: 14, basis: "apparent")]
    },
    Breach("age.range", "age/atMost") { (examination: inout Examination, _) in
        examination.age = AgeFact(atLeast: 16, atMost: 14, asOf: late, basis: "ossification-test")
    },
    Breach("appointment.ends-before-it-begins", "appointment/until") { (person: inout Person, _) in
        person.appointments = [Appointment(office: "special-police-officer", from: late, until: early)]
    },
    Breach("recording.ends-before-it-begins", "recording/endedAt") { (search: inout Search, _) in
        search.recordings = [Recording(kind: .audioVideo)]
        search.recordings[0].startedAt = late
        search.recordings[0].endedAt = early
    },
    Breach("disclosure.without-reason", "disclosure/reason") { (exhibit: inout Exhibit, _) in
        exhibit.disclosure = Disclosure(status: .sensitive)
    },
    Breach("disclosure.without-reason", "disclosure/reason") { (statement: inout Statement, _) in
        statement.disclosure = Disclosure(status: .withheldPart)
    },
    Breach("paragraph.repeated-number", "paragraph") { (statement: inout Statement, _) in
        statement.paragraphs = [Paragraph(number: "1", text: words), Paragraph(number: "1", text: words)]
    },

    // Records, in the order of their names.
    Breach("access.identity", "identity") { (access: inout Access, _) in
        (access.action, access.identities, access.recipient) = (.read, [], nil)
    },
    Breach("access.identity-twice", "identity") { (access: inout Access, source) in
        let identity: Reference<Identity> = source.value()
        access.identities = [identity, identity]
    },
    Breach("access.recipient", "recipient") { (access: inout Access, _) in
        (access.action, access.recipient) = (.granted, nil)
    },
    Breach("access.recipient", "recipient") { (access: inout Access, _) in
        (access.action, access.recipient) = (.scanned, "9f")
    },
    Breach("agency.name", "name") { (agency: inout Agency, _) in agency.names = [] },
    Breach("registration.ends-before-it-begins", "registration/until") { (agency: inout Agency, _) in
        agency.registrations = [.init(authority: Authority(kind: .statute), from: late, until: early)]
    },
    Breach("answer.version", "recordVersion") { (answer: inout Answer, _) in answer.recordVersion = 0 },
    Breach("answer.ends-before-it-begins", "until") { (answer: inout Answer, _) in
        (answer.at, answer.until) = (late, early)
    },
    Breach("arrest.produced-before-arrested", "production") { (arrest: inout Arrest, _) in
        (arrest.at, arrest.productions, arrest.releases) = (late, [.init(at: early)], [])
    },
    Breach("arrest.released-before-arrested", "release") { (arrest: inout Arrest, _) in
        (arrest.at, arrest.productions, arrest.releases) = (late, [], [.init(kind: "bail", at: early)])
    },
    Breach("arrest.officer-repeated", "officer") { (arrest: inout Arrest, _) in
        arrest.officers = [arrest.arrestingOfficer]
    },
    Breach("notification.person-or-agency", "informed/informedPerson") { (arrest: inout Arrest, _) in
        arrest.notifications = [.init(at: early)]
    },
    Breach("remand.ends-before-it-begins", "remand/until") { (arrest: inout Arrest, _) in
        arrest.remands = [.init(kind: "judicial", from: late, until: early)]
    },
    Breach("police-custody.authorised-before-arrival", "policeCustody/authorisedAt") {
        (arrest: inout Arrest, _) in
        arrest.policeCustody = .init(recordNumber: "CR 17", arrivedAt: late, custodyOfficer: someone)
        arrest.policeCustody?.authorisedAt = early
    },
    Breach("police-custody.ends-before-arrival", "policeCustody/endedAt") { (arrest: inout Arrest, _) in
        arrest.policeCustody = .init(recordNumber: "CR 17", arrivedAt: late, custodyOfficer: someone)
        arrest.policeCustody?.endedAt = early
    },
    Breach("extension.ends-before-it-begins", "policeCustody/extension/until") { (arrest: inout Arrest, _) in
        arrest.policeCustody = .init(recordNumber: "CR 17", arrivedAt: early, custodyOfficer: someone)
        arrest.policeCustody?.extensions = [
            .init(at: late, until: early, authority: Authority(kind: .warrant))
        ]
    },
    Breach("bundle.edition", "edition") { (bundle: inout BundleRecord, _) in
        (bundle.direction, bundle.edition, bundle.source, bundle.receivedAt) = (.sent, nil, nil, nil)
    },
    Breach("bundle.source", "source") { (bundle: inout BundleRecord, _) in
        (bundle.direction, bundle.edition, bundle.source, bundle.receivedAt) = (.received, nil, nil, late)
    },
    Breach("bundle.received-at", "receivedAt") { (bundle: inout BundleRecord, source) in
        (bundle.direction, bundle.edition, bundle.source, bundle.receivedAt) = (
            .received, nil, source.value(), nil
        )
    },
    Breach("bundle.sha256", "digest") { (bundle: inout BundleRecord, _) in bundle.digest = md5 },
    Breach("case.title", "title") { (record: inout Case, _) in record.titles = [] },
    Breach("case.closed-before-opened", "closedAt") { (record: inout Case, _) in
        (record.openedAt, record.closedAt) = (late, early)
    },
    Breach("first-information.registered-before-received", "firstInformation/registeredAt") {
        (record: inout Case, source) in
        record.firstInformation = .init(
            number: "117",
            year: 2026,
            policeStation: source.value(),
            receivedAt: late
        )
        record.firstInformation?.registeredAt = early
    },
    Breach("transfer.before-its-order", "transfer/at") { (record: inout Case, source) in
        record.transfers = [
            .init(fromAgency: source.value(), toAgency: source.value(), orderedAt: late, at: early)
        ]
    },
    Breach("certificate.covers-nothing", "exhibit") { (certificate: inout Certificate, _) in
        (certificate.exhibits, certificate.files) = ([], [])
    },
    Breach("certificate.repeated-tick", "control") { (certificate: inout Certificate, _) in
        certificate.controls = [.owned, .owned]
    },
    Breach("charge.ends-before-it-begins", "until") { (charge: inout Charge, _) in
        (charge.from, charge.until) = (late, early)
    },
    Breach("custody-event.parts", "part") { (event: inout CustodyEvent, _) in
        (event.exhibit, event.event, event.parts) = (
            .init(to: someone.to), .seal, [.init(exhibit: something)]
        )
    },
    Breach("custody-event.part-of-itself", "part") { (event: inout CustodyEvent, _) in
        (event.exhibit, event.event, event.parts) = (something, .split, [.init(exhibit: something)])
    },
    Breach("custody-event.part-repeated", "part") { (event: inout CustodyEvent, _) in
        (event.exhibit, event.event) = (.init(to: someone.to), .split)
        event.parts = [.init(exhibit: something), .init(exhibit: something)]
    },
    Breach("deadline.ends-before-it-begins", "due") { (deadline: inout Deadline, _) in
        (deadline.runsFrom, deadline.due, deadline.extendedTo) = (late, early, nil)
    },
    Breach("deadline.shortened", "extendedTo") { (deadline: inout Deadline, _) in
        (deadline.runsFrom, deadline.due, deadline.extendedTo) = (late, late, early)
    },
    Breach("paragraph.repeated-number", "paragraph") { (document: inout CaseDocument, _) in
        document.paragraphs = [Paragraph(number: "1", text: words), Paragraph(number: "1", text: words)]
    },
    Breach("decision.finding", "finding") { (decision: inout Decision, _) in
        decision.finding = "9F9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f"
    },
    Breach("decision.finding", "finding") { (decision: inout Decision, _) in decision.finding = "9f" },
    Breach("decision.replacement", "replacement") { (decision: inout Decision, _) in
        (decision.action, decision.replacement) = (.redacted, nil)
    },
    Breach("decision.replacement", "replacement") { (decision: inout Decision, source) in
        (decision.action, decision.replacement) = (.accepted, source.value())
    },
    Breach("decision.edition-twice", "edition") { (decision: inout Decision, _) in
        decision.editions = ["court", "court"]
    },
    Breach("edition.withheld-twice", "withholding") { (edition: inout Edition, _) in
        let withholding = Edition.Withholding(
            ref: .init(to: someone.to),
            provision: Provision(act: "POCSO", section: "33(7)"),
            reason: words
        )
        edition.withholdings = [withholding, withholding]
    },
    Breach("element.presumption-without-parts", "join") { (element: inout OffenceElement, _) in
        (element.presumption, element.join) = (Provision(act: "ITPA", section: "6(2)"), nil)
    },
    Breach("examination.person-or-exhibits", "examinee") { (examination: inout Examination, _) in
        (examination.examinee, examination.exhibits) = (someone, [something])
    },
    Breach("examination.out-of-order", "reportedAt") { (examination: inout Examination, _) in
        (examination.requestedAt, examination.reportedAt) = (late, early)
        (examination.receivedAt, examination.startedAt, examination.endedAt) = (nil, nil, nil)
    },
    Breach("file.sha256", "digest") { (file: inout EvidenceFile, _) in file.digests = [md5] },
    Breach("identity.clear-or-encrypted", "name") { (identity: inout Identity, _) in
        identity = Identity(person: someone)
    },
    Breach("identity.clear-beside-encrypted", "envelope") { (identity: inout Identity, source) in
        identity = Identity(person: someone)
        (identity.envelope, identity.nicknames) = (source.value(), [words])
    },
    Breach("kin.name", "kin/name") { (identity: inout Identity, _) in
        (identity.names, identity.envelope) = ([words], nil)
        identity.kin = [.init(names: [], relation: words)]
    },
    Breach("incident.ends-before-it-begins", "until") { (incident: inout Incident, _) in
        (incident.from, incident.until) = (late, early)
    },
    Breach("scene-visit.visitor", "sceneVisit/visitor") { (incident: inout Incident, _) in
        incident.sceneVisits = [.init(at: early, visitors: [])]
    },
    Breach("party.person-or-agency", "person") { (party: inout Party, _) in
        (party.person, party.agency) = (nil, nil)
    },
    Breach("party.ends-before-it-begins", "until") { (party: inout Party, _) in
        (party.from, party.until) = (late, early)
    },
    Breach("person.name-or-pseudonym", "name") { (person: inout Person, _) in
        (person.names, person.pseudonym) = ([], nil)
    },
    Breach("person.protected", "parentOrSpouse") { (person: inout Person, _) in
        (person.names, person.pseudonym, person.parentOrSpouse) = ([], "Tara", words)
        (person.aliases, person.address, person.contacts) = ([], nil, [])
    },
    Breach("holder.ends-before-it-begins", "holder/until") { (place: inout Place, _) in
        place.holders = [.init(person: someone, capacity: "lessor", from: late, until: early)]
    },
    Breach("proof.source", "exhibit") { (proof: inout Proof, source) in
        proof = Proof(element: source.value(), manner: .direct, bearing: .supports)
    },
    Breach("proof.source", "exhibit") { (proof: inout Proof, source) in
        proof = Proof(element: source.value(), manner: .direct, bearing: .supports)
        (proof.exhibit, proof.arrest) = (something, source.value())
    },
    Breach("proof.paragraph", "paragraph") { (proof: inout Proof, source) in
        proof = Proof(element: source.value(), manner: .direct, bearing: .supports)
        (proof.exhibit, proof.paragraph) = (something, "4")
    },
    Breach("proof.page", "page") { (proof: inout Proof, source) in
        proof = Proof(element: source.value(), manner: .direct, bearing: .supports)
        (proof.statement, proof.page) = (source.value(), 2)
    },
    Breach("receipt.sha256", "digest") { (receipt: inout Receipt, _) in receipt.digest = md5 },
    Breach("receipt.answered-before-received", "answeredAt") { (receipt: inout Receipt, _) in
        (receipt.receivedAt, receipt.answeredAt) = (late, early)
    },
    Breach("receipt.answered-twice", "answer") { (receipt: inout Receipt, source) in
        let answer = Receipt.Answer(ref: source.value(), leaf: source.value(), decision: .accepted)
        receipt.answers = [answer, answer]
    },
    Breach("receipt.refused-without-problem", "answer/problem") { (receipt: inout Receipt, source) in
        receipt.answers = [.init(ref: source.value(), leaf: source.value(), decision: .refused)]
    },
    Breach("search.ends-before-it-begins", "endedAt") { (search: inout Search, _) in
        (search.startedAt, search.endedAt) = (late, early)
    },
    Breach("search.leader-repeated", "officer") { (search: inout Search, _) in
        search.officers = [search.leader]
    },
    Breach("search.officer-repeated", "officer") { (search: inout Search, source) in
        (search.leader, search.officers) = (source.value(), [someone, someone])
    },
    Breach("search.witness-repeated", "calledWitness") { (search: inout Search, _) in
        let witness = Search.Witness(person: someone, independent: true)
        search.calledWitnesses = [witness, witness]
    },
    Breach("removal.produced-before-removed", "removed/producedAt") { (search: inout Search, _) in
        search.removals = [.init(person: someone, removedAt: late, producedAt: early)]
    },
    Breach("statement.language", "languageSpoken") { (statement: inout Statement, _) in
        statement.languagesSpoken = []
    },
    Breach("statement.empty", "paragraph") { (statement: inout Statement, _) in statement.paragraphs = [] },
    Breach("statement.ends-before-it-begins", "endedAt") { (statement: inout Statement, _) in
        (statement.startedAt, statement.endedAt) = (late, early)
    },
    Breach("oath.without-reason", "oath/reason") { (statement: inout Statement, _) in
        statement.oath = .init(administered: false)
    },
    Breach("translation.original", "statement") { (translation: inout Translation, _) in
        (translation.statement, translation.document) = (nil, nil)
    },
    Breach("translation.same-language", "language") { (translation: inout Translation, _) in
        (translation.fromLanguage, translation.language) = (.bengali, .bengali)
    },
    Breach("translation.empty", "paragraph") { (translation: inout Translation, _) in
        translation.paragraphs = []
    },
]
