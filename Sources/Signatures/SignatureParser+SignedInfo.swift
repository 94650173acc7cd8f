internal import XML

/// What `ds:SignedInfo` says beside its references to files.
struct SignedInfo {
    /// The reference to the signed properties.
    struct PropertiesReference {
        /// The URI without its `#`.
        let id: String
        let algorithm: DigestAlgorithm
        let digest: [UInt8]
        let inclusivePrefixes: [String]
        let line: Int
    }

    /// Prefixes that canonicalization treats inclusively.
    var inclusivePrefixes: [String] = []
    var propertiesReference: PropertiesReference?
}

extension SignatureParser {
    mutating func parseSignedInfo(
        _ element: DocumentNode,
        into signature: inout UnverifiedSignature
    ) -> SignedInfo {
        checkAttributes(of: element, optional: ["Id"])
        var info = SignedInfo()
        var children = Children(of: element)
        if let method = require("CanonicalizationMethod", Vocabulary.ds, in: &children) {
            info.inclusivePrefixes = parseExclusiveC14N(method, orElse: .canonicalization) ?? []
        }
        if let method = require("SignatureMethod", Vocabulary.ds, in: &children) {
            let uri = checkAttributes(of: method, required: ["Algorithm"])["Algorithm"] ?? ""
            // Children would be parameters: an HMAC's length, PSS's functions. None are accepted.
            requireEmpty(method)
            signature.method = SignatureAlgorithm.allCases.first { isExactly($0.rawValue, uri) }
            if signature.method == nil {
                findings.add(
                    .method,
                    line: method.line,
                    expected: "ECDSA or RSA with SHA-256 or more",
                    found: uri
                )
            }
        }
        var paths: [ArraySlice<UInt8>: Int] = [:]
        var count = 0
        while let reference = children.take("Reference", Vocabulary.ds) {
            count += 1
            guard count <= limits.references else {
                findings.add(
                    .size,
                    line: reference.line,
                    expected: "at most \(limits.references) references",
                    found: "more"
                )
                return info
            }
            parseReference(reference, paths: &paths, info: &info, into: &signature)
        }
        finish(children)
        if info.propertiesReference == nil {
            findings.add(
                .signedProperties,
                line: element.line,
                expected: "a reference to the signed properties",
                found: "none that is accepted"
            )
        }
        return info
    }

    private mutating func parseReference(
        _ element: DocumentNode,
        paths: inout [ArraySlice<UInt8>: Int],
        info: inout SignedInfo,
        into signature: inout UnverifiedSignature
    ) {
        let attributes = checkAttributes(of: element, required: ["URI"], optional: ["Id", "Type"])
        var children = Children(of: element)
        let transforms = children.take("Transforms", Vocabulary.ds)
        let digest = parseDigest(&children)
        finish(children)
        let uri = attributes["URI"] ?? ""
        if uri.utf8.first == UInt8(ascii: "#") {
            parsePropertiesReference(
                element,
                id: String(uri.dropFirst()),
                type: attributes["Type"],
                transforms: transforms,
                digest: digest,
                info: &info
            )
            return
        }
        if let transforms {
            findings.add(
                .transform,
                line: transforms.line,
                expected: "no transform on a file",
                found: "ds:Transforms"
            )
        }
        if let type = attributes["Type"] {
            findings.add(.referenceType, line: element.line, expected: "no Type on a file", found: type)
        }
        guard let path = EntryPath.path(fromURI: uri), !EntryPath.isPackaging(path) else {
            findings.add(
                .referenceURI,
                line: element.line,
                expected: "a data file of this container",
                found: uri
            )
            return
        }
        if let line = paths.updateValue(element.line, forKey: Array(path.utf8)[...]) {
            findings.add(
                .duplicateReference,
                entry: path,
                line: element.line,
                expected: "one reference to the entry",
                found: "another in line \(line)"
            )
            return
        }
        guard let digest, transforms == nil else { return }
        signature.references.append(
            UnverifiedSignature.Reference(
                path: path,
                id: attributes["Id"],
                algorithm: digest.algorithm,
                digest: digest.value,
                line: element.line
            )
        )
    }

    private mutating func parsePropertiesReference(
        _ element: DocumentNode,
        id: String,
        type: String?,
        transforms: DocumentNode?,
        digest: (algorithm: DigestAlgorithm, value: [UInt8])?,
        info: inout SignedInfo
    ) {
        guard let type, isExactly(type, Vocabulary.signedPropertiesType) else {
            findings.add(
                .referenceType,
                line: element.line,
                expected: Vocabulary.signedPropertiesType,
                found: type ?? "no Type"
            )
            return
        }
        guard info.propertiesReference == nil else {
            findings.add(
                .signedProperties,
                line: element.line,
                expected: "one reference to the signed properties",
                found: "another"
            )
            return
        }
        guard let transforms else {
            // Without a transform, canonicalization would be inclusive C14N 1.0.
            findings.add(
                .transform,
                line: element.line,
                expected: Vocabulary.exclusiveC14N,
                found: "no transform"
            )
            return
        }
        checkAttributes(of: transforms)
        var children = Children(of: transforms)
        let transform = require("Transform", Vocabulary.ds, in: &children)
        finish(children)
        guard let transform, let prefixes = parseExclusiveC14N(transform, orElse: .transform), let digest
        else { return }
        info.propertiesReference = SignedInfo.PropertiesReference(
            id: id,
            algorithm: digest.algorithm,
            digest: digest.value,
            inclusivePrefixes: prefixes,
            line: element.line
        )
    }

    /// `ds:DigestMethod` and `ds:DigestValue`, the next two children.
    mutating func parseDigest(_ children: inout Children) -> (algorithm: DigestAlgorithm, value: [UInt8])? {
        var algorithm: DigestAlgorithm?
        if let method = require("DigestMethod", Vocabulary.ds, in: &children) {
            let uri = checkAttributes(of: method, required: ["Algorithm"])["Algorithm"] ?? ""
            requireEmpty(method)
            algorithm = DigestAlgorithm.allCases.first { isExactly($0.rawValue, uri) }
            if algorithm == nil {
                findings.add(
                    .digestMethod,
                    line: method.line,
                    expected: "SHA-256, SHA-384 or SHA-512",
                    found: uri
                )
            }
        }
        guard let element = require("DigestValue", Vocabulary.ds, in: &children) else { return nil }
        checkAttributes(of: element)
        guard let value = base64(of: element), let algorithm else { return nil }
        guard value.count == algorithm.byteCount else {
            findings.add(
                .encoding,
                line: element.line,
                expected: "\(algorithm.byteCount) bytes",
                found: "\(value.count) bytes"
            )
            return nil
        }
        return (algorithm, value)
    }

    /// An algorithm that must be exclusive C14N without comments.
    ///
    /// - Returns: the prefixes that it treats inclusively (`ec:InclusiveNamespaces`); nil, with a finding, when it is
    ///   another algorithm.
    private mutating func parseExclusiveC14N(
        _ element: DocumentNode,
        orElse code: SignatureFinding.Code
    ) -> [String]? {
        let uri = checkAttributes(of: element, required: ["Algorithm"])["Algorithm"] ?? ""
        guard isExactly(uri, Vocabulary.exclusiveC14N) else {
            findings.add(code, line: element.line, expected: Vocabulary.exclusiveC14N, found: uri)
            return nil
        }
        var children = Children(of: element)
        defer { finish(children) }
        guard let inclusive = children.take("InclusiveNamespaces", Vocabulary.exclusiveC14N) else {
            return []
        }
        let list = checkAttributes(of: inclusive, required: ["PrefixList"])["PrefixList"] ?? ""
        requireEmpty(inclusive)
        return list.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
