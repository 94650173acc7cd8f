internal import X509

/// The bytes of a signature file in this profile's one layout.
///
/// Two properties make the layout worth having:
/// - `ds:SignedInfo` and `xades:SignedProperties` stand in the file in their exclusive canonical form, with the
///   namespace declarations that form needs. Whoever wants to check a signature by hand cuts those bytes out of the
///   file and hashes them; no XML tool is needed.
/// - Content decides every byte. A reader can write again what it has read and compare: nothing can be hidden in
///   white space, attributes, comments, prefixes or the spelling of base64.
///
/// Nothing is escaped here, because nothing can need it: URIs are percent-encoded, media types are checked, and the
/// rest is base64, numbers and constants.
enum SignatureLayout {
    /// One file with the format stated for it.
    typealias File = (path: String, digest: [UInt8], mediaType: String)

    /// `ds:SignedInfo`, canonical.
    static func signedInfo(
        files: some Collection<File>,
        method: SignatureAlgorithm,
        signedPropertiesDigest: [UInt8]
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(1024 + files.count * 420)
        out += "<ds:SignedInfo xmlns:ds=\"\(Vocabulary.ds)\">\n"
        out +=
            "<ds:CanonicalizationMethod Algorithm=\"\(Vocabulary.exclusiveC14N)\"></ds:CanonicalizationMethod>\n"
        out += "<ds:SignatureMethod Algorithm=\"\(method.rawValue)\"></ds:SignatureMethod>\n"
        for (position, file) in files.enumerated() {
            out +=
                "<ds:Reference Id=\"\(Vocabulary.referenceId(position))\" URI=\"\(EntryPath.uri(file.path))\">\n"
            appendDigest(file.digest, to: &out)
            out += "</ds:Reference>\n"
        }
        out += "<ds:Reference Type=\"\(Vocabulary.signedPropertiesType)\""
        out += " URI=\"#\(Vocabulary.signedPropertiesId)\">\n"
        out += "<ds:Transforms>\n"
        out += "<ds:Transform Algorithm=\"\(Vocabulary.exclusiveC14N)\"></ds:Transform>\n"
        out += "</ds:Transforms>\n"
        appendDigest(signedPropertiesDigest, to: &out)
        out += "</ds:Reference>\n"
        out += "</ds:SignedInfo>"
        return out
    }

    /// `xades:SignedProperties`, canonical.
    static func signedProperties(
        files: some Collection<File>,
        time: SigningTime,
        certificates: [Certificate]
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(2048 + files.count * 140)
        out +=
            "<xades:SignedProperties xmlns:xades=\"\(Vocabulary.xades)\" Id=\"\(Vocabulary.signedPropertiesId)\">\n"
        out += "<xades:SignedSignatureProperties>\n"
        out += "<xades:SigningTime>\(time.text)</xades:SigningTime>\n"
        out += "<xades:SigningCertificateV2>\n"
        // Every certificate of the chain is named, not the signer's alone: what travels in ds:KeyInfo is unsigned.
        for certificate in certificates {
            out += "<xades:Cert>\n<xades:CertDigest>\n"
            appendDigest(DigestAlgorithm.sha256.digest(certificate.der), declaring: true, to: &out)
            out += "</xades:CertDigest>\n"
            out += "<xades:IssuerSerialV2>\(Base64.encode(certificate.issuerSerial))</xades:IssuerSerialV2>\n"
            out += "</xades:Cert>\n"
        }
        out += "</xades:SigningCertificateV2>\n"
        out += "</xades:SignedSignatureProperties>\n"
        out += "<xades:SignedDataObjectProperties>\n"
        for (position, file) in files.enumerated() {
            out += "<xades:DataObjectFormat ObjectReference=\"#\(Vocabulary.referenceId(position))\">"
            out += "<xades:MimeType>\(file.mediaType)</xades:MimeType></xades:DataObjectFormat>\n"
        }
        out += "</xades:SignedDataObjectProperties>\n"
        out += "</xades:SignedProperties>"
        return out
    }

    /// The whole file.
    static func document(
        signedInfo: [UInt8],
        value: [UInt8],
        certificates: [Certificate],
        signedProperties: [UInt8]
    ) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(signedInfo.count + signedProperties.count + 16_384)
        out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        out += "<asic:XAdESSignatures xmlns:asic=\"\(Vocabulary.asic)\">\n"
        out += "<ds:Signature xmlns:ds=\"\(Vocabulary.ds)\" Id=\"\(Vocabulary.signatureId)\">\n"
        out += signedInfo
        out += "\n<ds:SignatureValue>\(Base64.encode(value))</ds:SignatureValue>\n"
        out += "<ds:KeyInfo>\n<ds:X509Data>\n"
        for certificate in certificates {
            out += "<ds:X509Certificate>\(Base64.encode(certificate.der))</ds:X509Certificate>\n"
        }
        out += "</ds:X509Data>\n</ds:KeyInfo>\n"
        out += "<ds:Object>\n"
        out +=
            "<xades:QualifyingProperties xmlns:xades=\"\(Vocabulary.xades)\" Target=\"#\(Vocabulary.signatureId)\">\n"
        out += signedProperties
        out += "\n</xades:QualifyingProperties>\n"
        out += "</ds:Object>\n"
        out += "</ds:Signature>\n"
        out += "</asic:XAdESSignatures>\n"
        return out
    }

    /// A SHA-256 digest as `ds:DigestMethod` and `ds:DigestValue`.
    ///
    /// - Parameter declaring: whether no element around them uses the `ds` prefix, so that in canonical form each
    ///   of the two declares it.
    private static func appendDigest(_ digest: [UInt8], declaring: Bool = false, to out: inout [UInt8]) {
        let declaration = declaring ? " xmlns:ds=\"\(Vocabulary.ds)\"" : ""
        out +=
            "<ds:DigestMethod\(declaration) Algorithm=\"\(DigestAlgorithm.sha256.rawValue)\"></ds:DigestMethod>\n"
        out += "<ds:DigestValue\(declaration)>\(Base64.encode(digest))</ds:DigestValue>\n"
    }
}

extension [UInt8] {
    fileprivate static func += (bytes: inout [UInt8], text: String) { bytes.append(contentsOf: text.utf8) }
}
