/// An audio-video recording or set of photographs of an act, as BNSS s.105 and other provisions want it.
public struct Recording: Codable, Hashable, Sendable {
    /// What it holds.
    public var kind: RecordingKind
    /// Who made it.
    public var madeBy: Reference<Person>?
    /// With what.
    public var device: FreeText?
    /// When it begins.
    public var startedAt: Moment?
    /// When it ends.
    public var endedAt: Moment?
    /// The number that the recording system gave it, such as the 16-digit SID of an eSakshya packet.
    public var packet: Code?
    /// The digests that the recording system gave.
    public var digests: [Digest] = []
    /// The exhibit that holds it.
    public var exhibit: Reference<Exhibit>?
    /// The files of it that are in the case.
    public var files: [Reference<EvidenceFile>] = []
    /// To whom it was sent, such as the magistrate, and when.
    public var forwardings: [Delivery] = []

    public init(kind: RecordingKind) {
        self.kind = kind
    }

    private enum CodingKeys: String, CodingKey {
        case kind, madeBy, device, startedAt, endedAt, packet
        case digests = "digest"
        case exhibit
        case files = "file"
        case forwardings = "forwarded"
    }
}

extension Recording: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.inOrder(
            startedAt,
            endedAt,
            "recording.ends-before-it-begins",
            "endedAt",
            "a recording ends after it begins"
        )
        rules.uniqueAlgorithms(digests, "digest")
        rules.ask(forwardings, in: "forwarded")
    }
}

/// What a recording holds.
public enum RecordingKind: String, CaseIterable, Codable, Hashable, Sendable {
    /// Sound only.
    case audio
    /// Pictures without sound.
    case video
    /// Sound and pictures.
    case audioVideo = "audio-video"
    /// Still photographs.
    case photographs
}
