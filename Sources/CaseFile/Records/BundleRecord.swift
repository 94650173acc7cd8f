/// A bundle that left the office or came to it.
public struct BundleRecord: RecordBody {
    public static let kind = Kind.bundle

    /// Whether it was sent or received.
    public var direction: Direction
    /// Its number among the bundles of its edition.
    public var number: Count
    /// The edition, where it was sent.
    public var edition: Reference<Edition>?
    /// The sender, where it was received.
    public var source: Reference<Agency>?
    /// The container's file name.
    public var fileName: FileName
    /// The container's size in bytes.
    public var size: Count
    /// The container's digest.
    public var digest: Digest
    /// The state of the log that it proves.
    public var checkpoint: Checkpoint
    /// When it was made.
    public var createdAt: Moment
    /// When it was received.
    public var receivedAt: Moment?
    /// To whom it was sent.
    public var deliveries: [Delivery] = []
    /// Anything else about it.
    public var note: FreeText?

    public init(
        direction: Direction,
        number: Count,
        fileName: FileName,
        size: Count,
        digest: Digest,
        checkpoint: Checkpoint,
        createdAt: Moment
    ) {
        self.direction = direction
        self.number = number
        self.fileName = fileName
        self.size = size
        self.digest = digest
        self.checkpoint = checkpoint
        self.createdAt = createdAt
    }

    private enum CodingKeys: String, CodingKey {
        case direction, number, edition, source, fileName, size, digest, checkpoint, createdAt
        case receivedAt
        case deliveries = "delivery"
        case note
    }
}

extension BundleRecord {
    public var label: String? { fileName.text }
    public var subject: RecordID? { edition?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                (direction == .sent) == (edition != nil),
                "bundle.edition",
                "edition",
                "name the edition of a bundle that was sent, and only of such"
            )
            rules.require(
                (direction == .received) == (source != nil),
                "bundle.source",
                "source",
                "name the sender of a bundle that was received, and only of such"
            )
            rules.require(
                (direction == .received) == (receivedAt != nil),
                "bundle.received-at",
                "receivedAt",
                "say when a bundle was received, and only of such"
            )
            rules.require(
                digest.algorithm == .sha256,
                "bundle.sha256",
                "digest",
                "give the container's SHA-256"
            )
            rules.ask(deliveries, in: "delivery")
        }
    }
}

extension BundleRecord {
    /// Which way a bundle went.
    public enum Direction: String, CaseIterable, Codable, Hashable, Sendable {
        /// It left this office.
        case sent
        /// It came to this office.
        case received
    }
}
