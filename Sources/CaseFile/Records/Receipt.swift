/// The answer to a bundle: what was accepted, what was refused and why. Custody passes only on it.
public struct Receipt: RecordBody {
    public static let kind = Kind.receipt

    /// The bundle, where its record is in this log.
    public var bundle: Reference<BundleRecord>?
    /// The digest of the container that was received.
    public var digest: Digest
    /// Who answers.
    public var source: Reference<Agency>
    /// The person who answers for them.
    public var receiver: Reference<Person>
    /// When the bundle was received.
    public var receivedAt: Moment
    /// When it was answered.
    public var answeredAt: Moment
    /// The state of the log that was seen.
    public var checkpoint: Checkpoint
    /// The answer for each record.
    public var answers: [Answer] = []
    /// The receiver's signature.
    public var attestation: Attestation?
    /// The checkpoint with the receiver's cosignature, as a signed note.
    public var cosignature: NoteText?
    /// Anything else about it.
    public var note: FreeText?

    public init(
        digest: Digest,
        source: Reference<Agency>,
        receiver: Reference<Person>,
        receivedAt: Moment,
        answeredAt: Moment,
        checkpoint: Checkpoint
    ) {
        self.digest = digest
        self.source = source
        self.receiver = receiver
        self.receivedAt = receivedAt
        self.answeredAt = answeredAt
        self.checkpoint = checkpoint
    }

    private enum CodingKeys: String, CodingKey {
        case bundle, digest, source, receiver, receivedAt, answeredAt, checkpoint
        case answers = "answer"
        case attestation, cosignature, note
    }
}

extension Receipt {
    public var subject: RecordID? { bundle?.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                digest.algorithm == .sha256,
                "receipt.sha256",
                "digest",
                "give the container's SHA-256"
            )
            rules.inOrder(
                receivedAt,
                answeredAt,
                "receipt.answered-before-received",
                "answeredAt",
                "a bundle is answered after it is received"
            )
            rules.unique(
                answers.map(\.leaf),
                "receipt.answered-twice",
                "answer",
                "answer for each record once"
            )
            rules.ask(answers, in: "answer")
            rules.ask(attestation, in: "attestation")
        }
    }
}

extension Receipt {
    /// The answer for one record.
    public struct Answer: Codable, Hashable, Sendable {
        /// The record.
        public var ref: AnyReference
        /// The leaf hash of the version that was seen.
        public var leaf: HashText
        /// Accepted or refused.
        public var decision: Decision
        /// Why it was refused, or what should be mended.
        public var problems: [Problem]

        public init(ref: AnyReference, leaf: HashText, decision: Decision, problems: [Problem] = []) {
            self.ref = ref
            self.leaf = leaf
            self.decision = decision
            self.problems = problems
        }

        private enum CodingKeys: String, CodingKey {
            case ref, leaf, decision
            case problems = "problem"
        }
    }
}

extension Receipt.Answer: FormChecked {
    func ask(_ rules: inout FormRules) {
        rules.require(
            decision == .accepted || !problems.isEmpty,
            "receipt.refused-without-problem",
            "problem",
            "say why the record is refused"
        )
    }
}

extension Receipt {
    /// Something wrong with a record.
    public struct Problem: Codable, Hashable, Sendable {
        /// A stable code.
        public var code: Token
        /// The field that it concerns.
        public var field: Code?
        /// What is wrong.
        public var text: FreeText?

        public init(code: Token, field: Code? = nil, text: FreeText? = nil) {
            self.code = code
            self.field = field
            self.text = text
        }
    }
}

extension Receipt {
    /// What became of a record.
    public enum Decision: String, CaseIterable, Codable, Hashable, Sendable {
        /// It was taken over.
        case accepted
        /// It was not.
        case refused
    }
}
