internal import Archive
internal import CaseFile

/// The container as a bag: are its tag files there, and do the manifests name every file with its digest?
struct BagCheck {
    /// SHA-256 in lower-case hexadecimal, by path.
    let digests: [String: String]
    let sizes: [String: Int]
    let read: (String) throws -> [UInt8]?

    func findings() throws -> [VerificationFinding] {
        var findings: [VerificationFinding] = []
        if let declaration = try read(BundleLayout.bagDeclaration) {
            if !BagDeclaration.isUnderstood(declaration) {
                findings.append(.init("bag.declaration", .failure, at: BundleLayout.bagDeclaration))
            }
        } else {
            findings.append(.init("bag.file-missing", .failure, at: BundleLayout.bagDeclaration))
        }
        findings += try manifest(
            BundleLayout.payloadManifest,
            covers: BundleLayout.isPayload,
            complete: true
        )
        findings += try manifest(
            BundleLayout.tagManifest,
            covers: { !BundleLayout.isPayload($0) },
            complete: false
        )
        findings += try oxum()
        return findings
    }

    private func manifest(
        _ path: String,
        covers: (String) -> Bool,
        complete: Bool
    ) throws -> [VerificationFinding] {
        guard let bytes = try read(path) else { return [.init("bag.file-missing", .failure, at: path)] }
        let (manifest, flaws) = BagManifest.read(bytes)
        var findings: [VerificationFinding] = flaws.map { flaw in
            switch flaw {
            case .notUTF8: .init("bag.manifest-malformed", .failure, at: path, expected: "UTF-8")
            case .malformed(let line): .init("bag.manifest-malformed", .failure, at: "\(path):\(line)")
            case .repeated(let name): .init("bag.manifest-repeats", .failure, at: "\(path): \(name)")
            }
        }
        var listed: Set<String> = []
        for line in manifest.lines {
            listed.insert(line.path)
            guard covers(line.path) else {
                findings.append(.init("bag.manifest-foreign-path", .failure, at: "\(path): \(line.path)"))
                continue
            }
            guard let digest = digests[line.path] else {
                findings.append(.init("bag.listed-file-missing", .failure, at: line.path))
                continue
            }
            if digest != line.digest {
                findings.append(
                    .init("bag.digest-differs", .failure, at: line.path, expected: line.digest, found: digest)
                )
            }
        }
        if complete {
            for file in digests.keys.sorted() where covers(file) && !listed.contains(file) {
                findings.append(.init("bag.file-not-listed", .failure, at: file))
            }
        }
        return findings
    }

    private func oxum() throws -> [VerificationFinding] {
        guard let bytes = try read(BundleLayout.bagInfo) else {
            return [.init("bag.file-missing", .failure, at: BundleLayout.bagInfo)]
        }
        guard let oxum = BagInfo.oxum(in: bytes) else { return [] }
        let payload = sizes.filter { BundleLayout.isPayload($0.key) }
        let octets = payload.values.reduce(0, +)
        guard oxum.octets != octets || oxum.files != payload.count else { return [] }
        return [
            .init(
                "bag.oxum-differs",
                .failure,
                at: BundleLayout.bagInfo,
                expected: "\(oxum.octets).\(oxum.files)",
                found: "\(octets).\(payload.count)"
            )
        ]
    }
}
