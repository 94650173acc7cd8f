internal import SwiftASN1
internal import X509

/// The certificates that a receiver has decided to trust, from a PEM file.
public struct TrustAnchors: Sendable {
    let anchors: [Certificate]

    /// The anchors, to show whom one trusts.
    public var certificates: [CertificateSummary] { anchors.map(CertificateSummary.init) }

    /// Why a trust file could not be read.
    public enum Failure: Error, Equatable {
        /// Not PEM.
        case malformed
        /// No certificate in it.
        case noCertificate
        /// The certificate at `position` (the first is 0) cannot be read.
        case malformedCertificate(position: Int)
    }

    /// Reads every certificate of a PEM file; other PEM blocks are passed over.
    ///
    /// An anchor is an authority, or the signer's own certificate.
    public static func load(pem: String) throws(Failure) -> TrustAnchors {
        guard let documents = try? PEMDocument.parseMultiple(pemString: pem) else { throw .malformed }
        var anchors: [Certificate] = []
        for document in documents where document.discriminator == "CERTIFICATE" {
            guard let certificate = Certificate(exactly: document.derBytes) else {
                throw .malformedCertificate(position: anchors.count)
            }
            anchors.append(certificate)
        }
        guard !anchors.isEmpty else { throw .noCertificate }
        return TrustAnchors(anchors: anchors)
    }
}

extension TrustAnchors.Failure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .malformed: "the trusted certificates are not readable PEM"
        case .noCertificate: "there is no certificate in the trust file"
        case .malformedCertificate(let position): "trusted certificate \(position + 1) cannot be read"
        }
    }
}
