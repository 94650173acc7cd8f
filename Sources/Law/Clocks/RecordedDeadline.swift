internal import CaseFile
internal import XML

/// A `deadline` record of the case: what its file says of a clock, or a clock of its own.
struct RecordedDeadline {
    let id: RecordID?
    let rule: String
    let title: LocalizedText
    let law: [Citation]
    let accused: RecordID?
    let responsible: RecordID?
    let trigger: RecordID?
    let runsFrom: ClockTime?
    let due: ClockTime?
    let metAt: ClockTime?
    let extendedTo: ClockTime?
    let excludedMinutes: Int

    init(_ node: DocumentNode) {
        func child(_ name: String, of parent: DocumentNode = node) -> DocumentNode? {
            parent.elements.first { $0.local == name && $0.namespace == CaseFileGrammar.namespace }
        }
        func reference(_ node: DocumentNode?) -> RecordID? { node?.attribute("to").flatMap { RecordID($0) } }
        let id = node.attribute("id").flatMap { RecordID($0) }
        func time(_ name: String) -> ClockTime? {
            guard let node = child(name),
                let moment = Moment(node.text, approximate: node.attribute("approximate") == "true")
            else { return nil }
            return ClockTime(moment, record: id)
        }
        self.id = id
        rule = child("rule")?.text ?? ""
        title = LocalizedText(
            child("title").map { [$0.attribute("language") ?? "en": $0.text] } ?? ["en": rule]
        )
        law =
            child("provision").map {
                [
                    .section(
                        act: child("act", of: $0)?.text ?? "",
                        section: child("section", of: $0)?.text ?? ""
                    )
                ]
            } ?? []
        accused = reference(child("accused"))
        responsible = reference(child("responsible"))
        trigger = reference(child("trigger").flatMap { child("ref", of: $0) })
        runsFrom = time("runsFrom")
        due = time("due")
        metAt = time("metAt")
        extendedTo = time("extendedTo")
        excludedMinutes = Int(child("excludedMinutes")?.text ?? "") ?? 0
    }

    static func all(in caseFile: Document) -> [RecordedDeadline] {
        caseFile.root.elements.first { $0.local == "records" }?.elements
            .filter { $0.local == "deadline" }.map(RecordedDeadline.init) ?? []
    }
}
