internal import CaseFile

/// The case file's list of originals against its file records, and against what the container really holds.
struct ContentsCheck {
    let listed: [CaseFileReading.Listed]
    let files: [RecordID: CaseFileReading.FileFacts]
    let sha256: [String: String]
    let sizes: [String: Int]

    func findings() -> [VerificationFinding] {
        var findings: [VerificationFinding] = []
        var paths: Set<String> = []
        var seen: Set<RecordID> = []
        for item in listed {
            let place = item.path ?? "file \(item.file)"
            if !seen.insert(item.file).inserted {
                findings.append(.init("contents.file-listed-twice", .failure, at: place))
            }
            if let facts = files[item.file] {
                if facts.sha256 != item.sha256 {
                    findings.append(
                        .init(
                            "contents.digest-is-not-the-records",
                            .failure,
                            at: place,
                            expected: facts.sha256,
                            found: item.sha256
                        )
                    )
                }
                if facts.size != item.size {
                    findings.append(
                        .init(
                            "contents.size-is-not-the-records",
                            .failure,
                            at: place,
                            expected: "\(facts.size)",
                            found: "\(item.size)"
                        )
                    )
                }
            } else {
                findings.append(
                    .init("contents.file-has-no-record", .failure, at: place, found: item.file.description)
                )
            }
            guard let path = item.path else { continue }
            if !paths.insert(path).inserted {
                findings.append(.init("contents.path-listed-twice", .failure, at: path))
            }
            guard let digest = sha256[path] else {
                findings.append(.init("contents.file-missing", .failure, at: path))
                continue
            }
            if digest != item.sha256 {
                findings.append(
                    .init("contents.digest-differs", .failure, at: path, expected: item.sha256, found: digest)
                )
            }
            if let size = sizes[path], size != item.size {
                findings.append(
                    .init(
                        "contents.size-differs",
                        .failure,
                        at: path,
                        expected: "\(item.size)",
                        found: "\(size)"
                    )
                )
            }
        }
        for file in files.keys.sorted() where !seen.contains(file) {
            findings.append(.init("contents.file-not-listed", .failure, at: "file \(file)"))
        }
        for path in sha256.keys.sorted() where path.hasPrefix("data/evidence/") && !paths.contains(path) {
            findings.append(.init("contents.unlisted-evidence", .failure, at: path))
        }
        return findings
    }
}
