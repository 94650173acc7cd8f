internal import CaseFile
internal import Leaks
internal import Ledger

/// Looks for protected terms in the text of records.
struct RecordScan {
    private let terms: [ProtectedTerm]
    private let scanner: LeakScanner

    init(_ terms: [ProtectedTerm], _ matcher: LeakMatcher) {
        self.terms = terms
        scanner = matcher.scanner()
    }

    /// The findings in one record: one for each element and person.
    func findings(in entry: LogEntry, kind: Kind) -> [LeakFinding] {
        findings(in: entry.bytes, of: entry, kind: kind)
    }

    /// - Parameter bytes: XML that stands in the case file for the record: the record itself, or what `about` repeats of it.
    func findings(in bytes: [UInt8], of entry: LogEntry, kind: Kind) -> [LeakFinding] {
        // Most records have nothing, and then their bytes are gone through once.
        let matches = bytes.withUnsafeBufferPointer { scanner.matches(in: $0) }
        guard !matches.isEmpty else { return [] }
        let object = LeakObject(
            record: entry.record,
            kind: kind,
            digest: entry.leaf.description,
            mark: nil,
            isContent: false
        )
        let places = ElementPlaces(bytes)
        return TermGroups(matches.map { (places.place(at: $0.range.lowerBound), $0) }, terms: terms)
            .findings(in: object)
    }
}

/// Which element a byte of a record's canonical form stands in.
struct ElementPlaces {
    /// Where each element or end of one begins, with the path that holds from there on.
    private let changes: [(offset: Int, path: String)]

    init(_ bytes: [UInt8]) {
        var changes: [(Int, String)] = []
        var open: [Substring] = []
        var index = 0
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
            let tag = Substring(decoding: bytes[(start + 1)..<end], as: UTF8.self)
            if tag.hasPrefix("/") {
                changes.append((start, open.joined(separator: "/")))
                _ = open.popLast()
                changes.append((end + 1, open.joined(separator: "/")))
            } else {
                open.append(tag.prefix { $0 != " " })
                changes.append((start, open.joined(separator: "/")))
            }
            index = end + 1
        }
        self.changes = changes
    }

    /// A path of element names, such as `statement/paragraph/text`.
    func place(at offset: Int) -> String {
        changes.last { $0.offset <= offset }?.path ?? ""
    }
}

/// Matches by where they are and whose they are: what a person decides about is a place and a protected person, not a letter.
struct TermGroups {
    private struct Key: Hashable {
        let place: String
        let identity: RecordID
    }

    private struct Group {
        var offsets: Set<Int> = []
        var terms: Set<String> = []
        var manner = LeakMatch.Manner.allCases.max()!
    }

    private var groups: [Key: Group] = [:]
    private let terms: [ProtectedTerm]

    init(_ matches: [(place: String, match: LeakMatch)], terms: [ProtectedTerm]) {
        self.terms = terms
        for (place, match) in matches { add(match, at: place, offset: match.range.lowerBound) }
    }

    mutating func add(_ match: LeakMatch, at place: String, offset: Int) {
        let code = terms[match.term].code
        guard let identity = RecordID(String(code.prefix { $0 != "/" })) else { return }
        var group = groups[Key(place: place, identity: identity)] ?? Group()
        group.offsets.insert(offset)
        group.terms.insert(code)
        group.manner = min(group.manner, match.manner)
        groups[Key(place: place, identity: identity)] = group
    }

    func findings(in object: LeakObject) -> [LeakFinding] {
        groups.map { key, group in
            let offsets = group.offsets.sorted()
            return LeakFinding(
                object,
                place: key.place,
                cause: .named(
                    identity: key.identity,
                    count: offsets.count,
                    offsets: Array(offsets.prefix(20)),
                    manner: group.manner
                ),
                terms: Array(group.terms)
            )
        }.sorted(by: LeakFinding.order)
    }
}
