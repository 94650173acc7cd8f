internal import X509
internal import XML

extension SignatureParser {
    /// The certificates of `ds:KeyInfo`: one `ds:X509Data` with certificates, the signer's first.
    mutating func parseKeyInfo(_ element: DocumentNode) -> [Certificate] {
        checkAttributes(of: element, optional: ["Id"])
        var children = Children(of: element)
        var chain: [Certificate] = []
        if let data = require("X509Data", Vocabulary.ds, in: &children) {
            checkAttributes(of: data)
            var inner = Children(of: data)
            var first = true
            while let certificateElement = first
                ? require("X509Certificate", Vocabulary.ds, in: &inner)
                : inner.take("X509Certificate", Vocabulary.ds)
            {
                first = false
                checkAttributes(of: certificateElement)
                guard chain.count < CertificateRules.mostCertificates else {
                    findings.add(
                        .certificate,
                        line: certificateElement.line,
                        expected: "at most \(CertificateRules.mostCertificates) certificates",
                        found: "more"
                    )
                    return chain
                }
                guard let der = base64(of: certificateElement) else { continue }
                guard let certificate = Certificate(exactly: der) else {
                    findings.add(
                        .certificate,
                        line: certificateElement.line,
                        expected: "an X.509 certificate in DER",
                        found: "something else"
                    )
                    break
                }
                chain.append(certificate)
            }
            finish(inner)
        }
        finish(children)
        return chain
    }

    /// `xades:QualifyingProperties`, which must say that they are this signature's.
    ///
    /// - Returns: the `xades:SignedProperties`.
    mutating func parseQualifyingProperties(
        _ element: DocumentNode,
        signatureId: String?,
        into signature: inout UnverifiedSignature
    ) -> DocumentNode? {
        let attributes = checkAttributes(of: element, required: ["Target"], optional: ["Id"])
        if let id = signatureId, let target = attributes["Target"], !isExactly(target, "#\(id)") {
            findings.add(.target, line: element.line, expected: "#\(id)", found: target)
        }
        var children = Children(of: element)
        let properties = require("SignedProperties", Vocabulary.xades, in: &children)
        if let properties {
            checkAttributes(of: properties, required: ["Id"])
            var inner = Children(of: properties)
            if let own = require("SignedSignatureProperties", Vocabulary.xades, in: &inner) {
                parseSignatureProperties(own, into: &signature)
            }
            if let files = require("SignedDataObjectProperties", Vocabulary.xades, in: &inner) {
                parseDataObjectProperties(files, into: &signature)
            }
            finish(inner)
        }
        if let unsigned = children.take("UnsignedProperties", Vocabulary.xades) {
            noteIds(under: unsigned)
            findings.add(
                .unsignedProperties,
                .notice,
                line: unsigned.line,
                expected: "no unsigned properties",
                found: "unsigned properties, which were not read"
            )
        }
        finish(children)
        return properties
    }

    private mutating func parseSignatureProperties(
        _ element: DocumentNode,
        into signature: inout UnverifiedSignature
    ) {
        checkAttributes(of: element, optional: ["Id"])
        var children = Children(of: element)
        if let time = children.take("SigningTime", Vocabulary.xades) {
            checkAttributes(of: time)
            signature.time = SigningTime(text(of: time))
        }
        if signature.time == nil {
            findings.add(
                .signingTime,
                line: element.line,
                expected: "a signing time with a zone",
                found: "none, or another form"
            )
        }
        if let certificates = children.take("SigningCertificateV2", Vocabulary.xades) {
            checkAttributes(of: certificates)
            parseIdentifiers(certificates, into: &signature)
        }
        if signature.identifiers.isEmpty {
            findings.add(
                .signingCertificate,
                line: element.line,
                expected: "SigningCertificateV2 with a digest",
                found: "none"
            )
        }
        // The rest of EN 319 132-1 §5.2 makes claims that only people can weigh.
        takeUnread(
            [
                "SignaturePolicyIdentifier", "SignatureProductionPlace", "SignatureProductionPlaceV2",
                "SignerRole",
                "SignerRoleV2",
            ],
            from: &children
        )
        finish(children)
    }

    private mutating func parseIdentifiers(_ element: DocumentNode, into signature: inout UnverifiedSignature)
    {
        var children = Children(of: element)
        while let certificate = children.take("Cert", Vocabulary.xades) {
            checkAttributes(of: certificate)
            var inner = Children(of: certificate)
            var digest: (algorithm: DigestAlgorithm, value: [UInt8])?
            if let certificateDigest = require("CertDigest", Vocabulary.xades, in: &inner) {
                checkAttributes(of: certificateDigest)
                var parts = Children(of: certificateDigest)
                digest = parseDigest(&parts)
                finish(parts)
            }
            var issuerSerial: [UInt8]?
            if let serial = inner.take("IssuerSerialV2", Vocabulary.xades) {
                checkAttributes(of: serial)
                issuerSerial = base64(of: serial)
            }
            finish(inner)
            guard let digest, signature.identifiers.count < CertificateRules.mostCertificates else {
                findings.add(
                    .signingCertificate,
                    line: certificate.line,
                    expected: "the digest of a certificate",
                    found: "none, or too many"
                )
                return
            }
            signature.identifiers.append(
                UnverifiedSignature.CertificateIdentifier(
                    algorithm: digest.algorithm,
                    digest: digest.value,
                    issuerSerial: issuerSerial,
                    line: certificate.line
                )
            )
        }
        finish(children)
    }

    /// `xades:DataObjectFormat`: one for each file, naming its reference (EN 319 132-1 §6.3, table 2).
    private mutating func parseDataObjectProperties(
        _ element: DocumentNode,
        into signature: inout UnverifiedSignature
    ) {
        checkAttributes(of: element, optional: ["Id"])
        var positions: [String: Int] = [:]
        for (position, reference) in signature.references.enumerated() {
            if let id = reference.id { positions["#" + id] = position }
        }
        var children = Children(of: element)
        while let format = children.take("DataObjectFormat", Vocabulary.xades) {
            let attributes = checkAttributes(of: format, required: ["ObjectReference"], optional: ["Id"])
            var inner = Children(of: format)
            takeUnread(["Description", "ObjectIdentifier"], from: &inner)
            var mediaType = ""
            if let type = require("MimeType", Vocabulary.xades, in: &inner) {
                checkAttributes(of: type)
                mediaType = text(of: type)
            }
            takeUnread(["Encoding"], from: &inner)
            finish(inner)
            guard let position = positions[attributes["ObjectReference"] ?? ""] else {
                findings.add(
                    .dataObjectFormat,
                    line: format.line,
                    expected: "a reference to a file of this signature",
                    found: "another"
                )
                continue
            }
            if signature.references[position].mediaType != nil {
                findings.add(
                    .dataObjectFormat,
                    entry: signature.references[position].path,
                    line: format.line,
                    expected: "one format for the file",
                    found: "another"
                )
            }
            signature.references[position].mediaType = mediaType
        }
        takeUnread(
            ["CommitmentTypeIndication", "AllDataObjectsTimeStamp", "IndividualDataObjectsTimeStamp"],
            from: &children
        )
        finish(children)
        for reference in signature.references where reference.mediaType == nil {
            findings.add(
                .dataObjectFormat,
                entry: reference.path,
                line: reference.line,
                expected: "a format for the file",
                found: "none"
            )
        }
    }

    /// Passes over signed properties that XAdES allows and this profile does not read, and says so.
    private mutating func takeUnread(_ names: [String], from children: inout Children) {
        while let next = children.next, names.contains(where: { next.isElement($0, Vocabulary.xades) }) {
            _ = children.take()
            noteIds(under: next)
            findings.add(
                .unreadProperty,
                .warning,
                line: next.line,
                expected: "a property that this profile reads",
                found: next.local
            )
        }
    }
}
