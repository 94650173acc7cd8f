import CaseFile
import Foundation
import Law
import XML

/// A sound case of a pack, as the log of an office would hold it.
struct SoundCase {
    let document: Document
    let entries: [EditionEntry]

    init(_ path: String, replacing changes: [(String, String)] = []) throws {
        var text = String(decoding: try Checkout.bytes("templates/jurisdictions/\(path)"), as: UTF8.self)
        for (old, new) in changes {
            precondition(text.contains(old), "\(path) has no \(old)")
            text = text.replacing(old, with: new)
        }
        try self.init(parsing: Array(text.utf8))
    }

    init(parsing bytes: [UInt8]) throws {
        let document = try Document(parsing: bytes)
        self.document = document
        let records = document.root.elements.first { $0.local == "records" }?.elements ?? []
        entries = try records.map { node in
            EditionEntry(
                kind: Kind(rawValue: node.local)!,
                record: RecordID(node.attribute("id")!)!,
                bytes: try document.canonical(node)
            )
        }
    }

    func id(_ xpath: String) throws -> RecordID {
        let node = try document.nodes(xpath, namespaces: ["c": CaseFileGrammar.namespace]).first
        return RecordID(node?.attribute("id") ?? "")!
    }

    func selection(
        _ pack: Pack,
        _ code: String,
        for recipient: RecordID? = nil
    ) throws -> EditionSelection {
        let rules = pack.edition(code)!
        let protected = try pack.protection.judge(
            document,
            asOf: Moment("2026-05-01Z")!,
            classes: pack.offenceClasses
        )
        let facts = try EditionFacts(
            for: rules,
            in: document,
            recipient: recipient,
            protected: protected.map(\.person),
            classes: pack.offenceClasses
        )
        return try EditionSelection.make(judge: EditionJudge(rules: rules, facts: facts)) { each in
            for entry in entries { try each(entry) }
        }
    }
}
