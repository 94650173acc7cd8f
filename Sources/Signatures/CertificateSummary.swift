internal import Crypto
public import Foundation
internal import SwiftASN1
internal import X509

/// What there is to show of a certificate. Nothing here says that anybody trusts it.
public struct CertificateSummary: Hashable, Sendable {
    /// The certificate itself, DER.
    public let der: [UInt8]
    /// Whom it names, as RFC 4514 text, most specific part first: `CN=KOL-AHTU signing,O=…`.
    public let subject: String
    /// Who issued it, in the same form.
    public let issuer: String
    /// The serial number, lower-case hex.
    public let serialNumber: String
    public let notBefore: Date
    public let notAfter: Date

    /// SHA-256 of the DER bytes, lower-case hex: what two people read to each other over the telephone.
    public var fingerprint: String { SHA256.hash(data: der).hex }

    /// PEM with a final newline.
    public var pem: String { PEMDocument(type: "CERTIFICATE", derBytes: der).pemString + "\n" }

    init(_ certificate: Certificate) {
        self.der = certificate.der
        self.subject = certificate.subject.text
        self.issuer = certificate.issuer.text
        self.serialNumber = certificate.serialNumber.bytes.hex
        self.notBefore = certificate.notValidBefore
        self.notAfter = certificate.notValidAfter
    }
}

extension Certificate {
    /// The DER bytes. Parsing keeps the signed part, the algorithm and the signature as they came.
    var der: [UInt8] {
        var serializer = DER.Serializer()
        // Serializing only puts kept bytes together: it cannot fail.
        try! serializer.serialize(self)
        return serializer.serializedBytes
    }

    var fingerprint: String { SHA256.hash(data: der).hex }

    /// Reads DER of which not a byte may be left over, or changed by writing it again.
    init?(exactly der: [UInt8]) {
        guard let certificate = try? Certificate(derEncoded: der), certificate.der == der else { return nil }
        self = certificate
    }

    /// Whether this certificate issued `other`: its name is there as issuer, and its key made the signature.
    func issued(_ other: Certificate) -> Bool {
        other.issuer == subject && publicKey.isValidSignature(other.signature, for: other)
    }
}

extension DistinguishedName {
    /// RFC 4514 text, with `organizationIdentifier` (X.520 §6.4.9) by name, since it holds the agency's code.
    fileprivate var text: String {
        String(describing: self).replacing("2.5.4.97=", with: "organizationIdentifier=")
    }
}

extension Sequence where Element == UInt8 {
    /// Lower-case hex.
    var hex: String {
        reduce(into: "") { text, byte in
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0" + digits : digits
        }
    }
}
