internal import CaseFile
internal import Casework
internal import Law

/// What a leak scan found, for people: where, and whom by pseudonym. It never shows the words.
struct LeakPages {
    private let report: LeakReport
    private let names: LeakNames
    private let terminal: Terminal

    init(_ report: LeakReport, in openCase: OpenCase, terminal: Terminal) {
        self.report = report
        names = LeakNames(openCase)
        self.terminal = terminal
    }

    func print() {
        let open = report.open
        for finding in open {
            terminal.print(
                "\(terminal.styled(finding.id, .strong))  \(names.object(finding.object))  \(finding.place)"
            )
            terminal.print("  \(terminal.styled(names.cause(finding), .bad))")
        }
        let decided = report.findings.count - open.count
        let searched = report.searched
        for name in names.unrecorded {
            terminal.note(
                "\(name) is protected, and no identity is recorded: there was nothing to look for (dossier identity add)"
            )
        }
        guard searched.terms > 0 else {
            return terminal.print("the case keeps no identities: there was nothing to look for")
        }
        terminal.print(
            "searched  \(counted(searched.records, "record")), \(counted(searched.files, "file")) with "
                + "\(counted(searched.parts, "file")) inside them, \(ProgressBar.size(searched.bytes)) of text"
        )
        if !searched.tools.isEmpty {
            terminal.print(
                "with      " + searched.tools.map { "\($0.key) \($0.value)" }.sorted().joined(separator: ", ")
            )
        }
        terminal.print(
            open.isEmpty
                ? terminal.styled("nothing is left to decide", .good)
                    + (decided > 0 ? " (\(counted(decided, "finding")) decided)" : "")
                : terminal.styled("\(counted(open.count, "finding")) to decide", .bad)
                    + (decided > 0 ? ", \(decided) decided" : "")
        )
    }
}

/// What findings are called for people.
struct LeakNames {
    private let openCase: OpenCase

    init(_ openCase: OpenCase) { self.openCase = openCase }

    /// Who is protected by the law, and of whom the case keeps no identity.
    var unrecorded: [String] {
        guard let pack = try? openCase.pack(), let people = try? openCase.protection(by: pack) else {
            return []
        }
        return people.filter { $0.person.standing == .isProtected && !$0.hasIdentity }.map(\.name)
    }

    func object(_ object: LeakObject) -> String {
        let id = object.record.description
        return object.isContent
            ? "file of \(object.mark ?? "the papers") \(id)" : "record \(object.kind.rawValue) \(id)"
    }

    /// Whom, by pseudonym; or why it could not be searched.
    func cause(_ finding: LeakFinding) -> String {
        switch finding.cause {
        case .named(let identity, let count, let offsets, let manner):
            let first = offsets.prefix(5).map(String.init).joined(separator: ", ")
            return "\(person(of: identity)) is named \(counted(count, "time")) (\(manner)), at byte \(first)"
                + (offsets.count > 5 || count > offsets.count ? " …" : "")
        case .notSearched(let reason): return "not searched: \(reason)"
        }
    }

    func person(of identity: RecordID) -> String {
        guard let body = try? openCase.current(identity)?.record.body as? Identity,
            let person = try? openCase.current(body.person.to)?.record.body as? Person
        else { return "a protected person" }
        return person.pseudonym?.text ?? "a protected person"
    }
}

/// The report of a leak scan as JSON.
struct LeakResult: Encodable {
    struct Finding: Encodable {
        let id: String
        let record: String
        let kind: String
        let exhibit: String?
        let isContent: Bool
        let digest: String
        let place: String
        let person: String?
        let count: Int?
        let offsets: [Int]?
        let manner: String?
        let notSearched: String?
        let decision: String?
    }

    let edition: String?
    let at: String
    let records: Int
    let files: Int
    let filesWithin: Int
    let bytes: Int
    let tools: [String: String]
    let open: Int
    let findings: [Finding]

    init(_ report: LeakReport, in openCase: OpenCase) {
        let names = LeakNames(openCase)
        edition = report.edition
        at = report.at.text
        records = report.searched.records
        files = report.searched.files
        filesWithin = report.searched.parts
        bytes = report.searched.bytes
        tools = report.searched.tools
        open = report.open.count
        findings = report.findings.map { finding in
            var named: (person: String, count: Int, offsets: [Int], manner: String)?
            var unseen: String?
            switch finding.cause {
            case .named(let identity, let count, let offsets, let manner):
                named = (names.person(of: identity), count, offsets, "\(manner)")
            case .notSearched(let reason): unseen = reason
            }
            return Finding(
                id: finding.id,
                record: finding.object.record.description,
                kind: finding.object.kind.rawValue,
                exhibit: finding.object.mark,
                isContent: finding.object.isContent,
                digest: finding.object.digest,
                place: finding.place,
                person: named?.person,
                count: named?.count,
                offsets: named?.offsets,
                manner: named?.manner,
                notSearched: unseen,
                decision: report.decisions[finding.id]?.rawValue
            )
        }
    }
}
