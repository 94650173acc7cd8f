internal import CaseFile
internal import XML

/// What the bundle says of the scan before it left: what was searched, with which tools, and how many findings were decided and
/// how. It is signed with the rest. It does not say how many terms there were, nor whose.
struct ScanStatement {
    static let namespace = "urn:dossier:scan:1"
    private let report: LeakReport
    private let generator: String

    init(_ report: LeakReport, generator: String) {
        self.report = report
        self.generator = generator
    }

    func bytes() throws -> [UInt8] {
        var scan = element("scan", ["schemaVersion": "1.0"])
        var children: [Element] = []
        if let edition = report.edition { children.append(element("edition", text: edition)) }
        children.append(element("at", text: report.at.text))
        children.append(element("generator", text: generator))
        let searched = report.searched
        children.append(
            element(
                "searched",
                [
                    "terms": searched.terms == 0 ? "none" : "some", "records": "\(searched.records)",
                    "files": "\(searched.files)", "filesWithin": "\(searched.parts)",
                    "bytes": "\(searched.bytes)",
                ]
            )
        )
        for (name, version) in searched.tools.sorted(by: { $0.key < $1.key }) {
            children.append(element("tool", ["name": name, "version": version]))
        }
        // An edition leaves only when nothing is left to decide: what it has is accepted.
        let accepted = report.findings.filter { report.decisions[$0.id] == .accepted }
        let unseen = accepted.filter { if case .notSearched = $0.cause { true } else { false } }
        children.append(
            element(
                "decisions",
                [
                    "accepted": "\(accepted.count - unseen.count)", "notSearchedAccepted": "\(unseen.count)",
                    "withheld": "\(report.removed[.withheld] ?? 0)",
                    "redacted": "\((report.removed[.redacted] ?? 0) + (report.removed[.replaced] ?? 0))",
                ]
            )
        )
        for finding in unseen {
            guard case .notSearched(let reason) = finding.cause else { continue }
            children.append(
                element(
                    "notSearched",
                    ["file": finding.object.record.description, "place": finding.place, "reason": reason]
                )
            )
        }
        scan.children = children.map { .element($0) }
        return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + (try scan.canonicalBytes()) + [10]
    }

    private func element(_ name: String, _ attributes: [String: String] = [:], text: String? = nil) -> Element
    {
        Element(
            QName(namespace: Self.namespace, local: name),
            attributes: attributes.sorted { $0.key < $1.key }.map {
                Attribute(local: $0.key, value: $0.value)
            },
            children: text.map { [.text($0)] } ?? []
        )
    }
}
