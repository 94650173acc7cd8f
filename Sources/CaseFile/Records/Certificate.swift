/// A certificate for an electronic record (BSA s.63(4)): Part A by the party in charge of the device, Part B
/// by an expert.
public struct Certificate: RecordBody {
    public static let kind = Kind.certificate

    /// Which part.
    public var part: Part
    /// The law under which it is given.
    public var provision: Provision
    /// Who gives it; the particulars that the form asks for are in the person's record.
    public var certifier: Reference<Person>
    /// The certifier's post, as the certificate gives it.
    public var designation: FreeText?
    /// The words of the affirmation.
    public var affirmation: FreeText?
    /// The device, as the certificate describes it.
    public var device: DeviceDescription
    /// How the certifier stands to the device.
    public var controls: [DeviceControl] = []
    /// Whether the device was under lawful control.
    public var lawfulControl: Bool?
    /// Whether it was in regular use for storing or processing the information.
    public var regularUse: Bool?
    /// Whether it worked properly, or its failure did not touch the record.
    public var workingProperly: Bool?
    /// The hash values and the report that they come from.
    public var digestReport: DigestReport
    /// The exhibits that it covers.
    public var exhibits: [Reference<Exhibit>] = []
    /// The files that it covers.
    public var files: [Reference<EvidenceFile>] = []
    /// Date and time of signature.
    public var signedAt: Moment
    /// Place of signature.
    public var signedIn: FreeText?
    /// The signature.
    public var signature: Attestation?
    /// The signed paper.
    public var document: Reference<CaseDocument>?
    /// Anything else about it.
    public var note: FreeText?

    public init(
        part: Part,
        provision: Provision,
        certifier: Reference<Person>,
        device: DeviceDescription,
        digestReport: DigestReport,
        signedAt: Moment
    ) {
        self.part = part
        self.provision = provision
        self.certifier = certifier
        self.device = device
        self.digestReport = digestReport
        self.signedAt = signedAt
    }

    private enum CodingKeys: String, CodingKey {
        case part, provision, certifier, designation, affirmation, device
        case controls = "control"
        case lawfulControl, regularUse, workingProperly, digestReport
        case exhibits = "exhibit"
        case files = "file"
        case signedAt, signedIn, signature, document, note
    }
}

extension Certificate {
    public var subject: RecordID? { exhibits.first?.to ?? files.first?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                !exhibits.isEmpty || !files.isEmpty,
                "certificate.covers-nothing",
                "exhibit",
                "say which exhibits or files the certificate covers"
            )
            rules.unique(controls, "certificate.repeated-tick", "control", "give each tick once")
            rules.ask(device, in: "device")
            rules.ask(digestReport, in: "digestReport")
            rules.ask(signature, in: "signature")
        }
    }
}

extension Certificate {
    /// The parts of the certificate under BSA s.63(4).
    public enum Part: String, CaseIterable, Codable, Hashable, Sendable {
        /// By the party who is in charge of the device.
        case partA = "part-a"
        /// By the expert.
        case partB = "part-b"
    }
}
