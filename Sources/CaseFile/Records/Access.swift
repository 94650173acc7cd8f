/// That somebody opened the identity of a protected person, used all of them, or changed who may.
///
/// The program records it before it shows anything. Who and when are in the record's head.
public struct Access: RecordBody {
    public static let kind = Kind.access

    /// The identities. None where all of the case were used, or where it is about who may open them.
    public var identities: [Reference<Identity>] = []
    /// What was done.
    public var action: Action
    /// The fingerprint of the key that they were sealed for, or that was given or lost the right to open them.
    public var recipient: Code?
    /// What for.
    public var purpose: FreeText

    public init(action: Action, purpose: FreeText) {
        self.action = action
        self.purpose = purpose
    }

    private enum CodingKeys: String, CodingKey {
        case identities = "identity"
        case action, recipient, purpose
    }
}

extension Access {
    public var subject: RecordID? { identities.first?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                action != .read || !identities.isEmpty,
                "access.identity",
                "identity",
                "say whose identity was read"
            )
            rules.unique(identities, "access.identity-twice", "identity", "list each identity once")
            rules.require(
                action.hasRecipient == (recipient != nil),
                "access.recipient",
                "recipient",
                "what is sealed, granted or revoked has a recipient, and nothing else has"
            )
        }
    }
}

extension Access {
    /// What was done with identities.
    public enum Action: String, CaseIterable, Codable, Hashable, Sendable {
        /// Shown to the account that recorded it.
        case read
        /// All opened to look for their terms in what is to leave; shown to nobody.
        case scanned
        /// Put into a sealed cover for the recipient.
        case sealed
        /// The recipient's key may open them from now on.
        case granted
        /// The recipient's key may not open them any more.
        case revoked

        /// Whether it is about somebody's key.
        public var hasRecipient: Bool {
            switch self {
            case .read, .scanned: false
            case .sealed, .granted, .revoked: true
            }
        }
    }
}
