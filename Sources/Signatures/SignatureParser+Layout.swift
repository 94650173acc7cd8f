extension SignatureParser {
    /// Writes the signature again from what was read of it, and compares.
    mutating func compareLayout(of signature: UnverifiedSignature, with bytes: [UInt8]) {
        // With anything missing there is a finding already, and nothing to write.
        guard let method = signature.method, let value = signature.value, let time = signature.time,
            let properties = signature.propertiesReference,
            signature.references.allSatisfy({ $0.algorithm == .sha256 && $0.mediaType != nil })
        else {
            if !findings.all.contains(where: { $0.severity == .fault }) {
                findings.add(.layout, expected: "SHA-256 throughout", found: "another digest algorithm")
            }
            return
        }
        guard signature.references.allSatisfy({ SignedFile.isUsableMediaType($0.mediaType ?? "") }) else {
            findings.add(.layout, expected: "media types in plain ASCII", found: "another media type")
            return
        }
        let files = signature.references.lazy.map {
            (path: $0.path, digest: $0.digest, mediaType: $0.mediaType ?? "")
        }
        let expected = SignatureLayout.document(
            signedInfo: SignatureLayout.signedInfo(
                files: files,
                method: method,
                signedPropertiesDigest: properties.stated
            ),
            value: value,
            certificates: signature.chain,
            signedProperties: SignatureLayout.signedProperties(
                files: files,
                time: SigningTime(time.date),
                certificates: signature.chain
            )
        )
        guard expected != bytes else { return }
        let offset = zip(expected, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let line = bytes.prefix(offset ?? min(expected.count, bytes.count)).count { $0 == 0x0A } + 1
        findings.add(
            .layout,
            line: line,
            expected: "the bytes that the profile's writer gives for this content",
            found: offset.map { "other bytes from offset \($0)" }
                ?? "\(bytes.count) bytes instead of \(expected.count)"
        )
    }
}
