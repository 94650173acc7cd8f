internal import CaseFile
internal import Foundation

/// What a verifier saw of a bundle: all findings, and what the bundle says it is.
public struct VerificationReport: Sendable {
    /// Failures first.
    public internal(set) var findings: [VerificationFinding]
    /// Findings beyond those that are kept, by which a hostile bundle could fill memory.
    public internal(set) var findingsLeftOut = 0
    public internal(set) var summary: Summary
    /// The bundle, where nothing failed.
    public internal(set) var verified: VerifiedBundle?

    /// What was counted, whether it verifies or not.
    public struct Summary: Sendable, Codable, Hashable {
        public var entries = 0
        public var bytes = 0
        public var records = 0
        public var superseded = 0
        public var withheld = 0
        /// How many leaves are withheld by each law.
        public var withheldBy: [String: Int] = [:]
        public var exhibits = 0
        public var custodyEvents = 0
        public var originals = 0
        public var apart = 0
        /// Files whose records are shown and whose bytes are not.
        public var withheldContents = 0
        /// Parts that are encrypted to a recipient.
        public var sealedParts = 0
        public var signatures = 0
    }
}

/// A bundle whose every claim was checked and held. Only a verifier makes one.
public struct VerifiedBundle: Sendable, Hashable {
    public let caseNumber: String
    public let agencyCode: String
    public let edition: String
    public let number: String
    public let createdAt: String
    /// The log: its name, its size, its root in hexadecimal.
    public let origin: String
    public let size: Int
    public let root: String
    public let signers: [Signer]

    public struct Signer: Sendable, Hashable, Codable {
        public let subject: String
        /// SHA-256 of the certificate.
        public let fingerprint: String
        /// As the signer claims it.
        public let signedAt: String
        /// The trusted certificate that it leads to; nil where none was given.
        public let trustedBy: String?
    }
}
