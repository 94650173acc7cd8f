internal import CaseFile
public import XML

/// Holds the words and numbers of a case to its pack: a role that the pack does not know is most often a slip of the pen, and
/// no rule would see the party.
public struct WordFindings {
    private let pack: Pack
    private let language: String

    public init(pack: Pack, language: String) {
        self.pack = pack
        self.language = language
    }

    private static let prefixes = ["c": CaseFileGrammar.namespace]

    public func findings(in caseFile: Document) throws(XMLError) -> [Finding] {
        var findings: [Finding] = []
        // A field may take the words of several vocabularies.
        var words: [String: (known: Set<String>, names: [String])] = [:]
        for vocabulary in pack.vocabularies.values.sorted(by: { $0.name < $1.name }) {
            for path in vocabulary.paths {
                words[path, default: ([], [])].known.formUnion(vocabulary.words.map(\.code))
                words[path, default: ([], [])].names.append(vocabulary.name)
            }
        }
        for (path, vocabulary) in words.sorted(by: { $0.key < $1.key }) {
            for node in try caseFile.nodes(Self.xpath(path, where: nil), namespaces: Self.prefixes) {
                guard !vocabulary.known.contains(node.text) else { continue }
                findings.append(unknown(node, path: path, vocabularies: vocabulary.names))
            }
        }
        for numbering in pack.numberings {
            guard let pattern = try? Regex(numbering.pattern) else { continue }
            let xpath = Self.xpath(numbering.path, where: numbering.condition)
            for node in try caseFile.nodes(xpath, namespaces: Self.prefixes)
            where (try? pattern.wholeMatch(in: node.text)) == nil {
                findings.append(misnumbered(node, numbering))
            }
        }
        return findings
    }

    /// `party/role` as `/c:caseFile/c:records/c:party/c:role`.
    private static func xpath(_ path: String, where condition: String?) -> String {
        var steps = path.split(separator: "/").map { "c:\($0)" }
        if let condition, !steps.isEmpty { steps[0] += "[\(condition)]" }
        return "/c:caseFile/c:records/" + steps.joined(separator: "/")
    }

    private func unknown(_ node: DocumentNode, path: String, vocabularies: [String]) -> Finding {
        let near = vocabularies.flatMap { pack.vocabularies[$0]?.words ?? [] }.map(\.code)
            .filter { EditDistance.isNear($0, node.text) }
        var finding = Finding(
            rule: "words.unknown",
            source: .words,
            severity: .warning,
            record: node.record,
            title: "A word that the pack does not have",
            text: "\(path): '\(node.text)' is not a word of the pack"
        )
        finding.location = node.path
        finding.remedy =
            near.isEmpty
            ? "Amend the record with one of the pack's words, or add the word to the pack."
            : "Amend the record; perhaps this was meant: \(near.joined(separator: ", "))."
        finding.mender = "caseworker"
        return finding
    }

    private func misnumbered(_ node: DocumentNode, _ numbering: Numbering) -> Finding {
        var finding = Finding(
            rule: "words.numbering",
            source: .words,
            severity: .warning,
            record: node.record,
            title: "A number that is not formed as numbers are here",
            text: "\(numbering.path): '\(node.text)' is not \(numbering.label.text(in: language))"
        )
        finding.location = node.path
        finding.remedy = "Amend the record, or add the number that the others use beside it."
        finding.mender = "caseworker"
        return finding
    }
}

extension DocumentNode {
    /// The record that an element is in.
    var record: RecordID? {
        var node = self
        while let parent = node.parent {
            if parent.local == "records" { return node.attribute("id").flatMap { RecordID($0) } }
            node = parent
        }
        return nil
    }
}

/// Whether one word may be a slip of the pen for another.
enum EditDistance {
    /// At most two letters are wrong, missing or too many, and most are right.
    static func isNear(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a), Array(b))
        guard abs(a.count - b.count) <= 2, min(a.count, b.count) > 3 else { return false }
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let change = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count] <= 2
    }
}
