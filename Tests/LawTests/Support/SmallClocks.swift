import CaseFile
import Foundation
import XML

@testable import Law

/// Clocks and case files of a few lines.
enum SmallClocks {
    /// A clock of arrests: how long is left to the test.
    static func deadline(
        _ code: String = "production",
        period: String = "PT24H",
        firstDayCounts: Bool = false,
        from: String = "c:at",
        met: String = "c:production/c:at",
        more: String = "<ends at=\"c:release/c:at\"/>"
    ) -> String {
        """
        <deadline code="\(code)" severity="blocker" mender="lawyer" confidence="read">
          <title language="en">Production</title><title language="hi">पेशी</title>
          <citation act="BNSS" section="58"/>
          <each select="/c:caseFile/c:records/c:arrest"/>
          <concerns select="c:accused/@to"/>
          <runs from="\(from)"/>
          <within period="\(period)" first-day-counts="\(firstDayCounts)"/>
          <excluding minutes="sum(c:production[1]/c:journeyMinutes)"/>
          <met by="\(met)"/>
          \(more)
        </deadline>
        """
    }

    static func document(_ deadlines: String...) throws -> PackDocument {
        let text =
            "<deadlines xmlns=\"urn:dossier:pack:1\">\n\(deadlines.joined(separator: "\n"))\n</deadlines>"
        return PackDocument(path: "deadlines.xml", root: try Document(parsing: Array(text.utf8)).root)
    }

    static func rules(_ deadlines: String...) throws -> DeadlineRules {
        let text =
            "<deadlines xmlns=\"urn:dossier:pack:1\">\n\(deadlines.joined(separator: "\n"))\n</deadlines>"
        let document = PackDocument(path: "deadlines.xml", root: try Document(parsing: Array(text.utf8)).root)
        var problems: [PackProblem] = []
        let rules = DeadlineRules(document, compiler: try compiler(), problems: &problems)
        guard problems.isEmpty else { throw SmallPack.Unsound(problems: problems) }
        return rules
    }

    static func compiler() throws -> Stylesheet {
        try Stylesheet(Checkout.bytes("templates/jurisdictions/compile-deadlines.xsl"))
    }

    static func id(_ number: Int) -> String {
        let digits = String(number)
        return "00000000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    static func recordID(_ number: Int) -> RecordID { RecordID(id(number))! }

    /// A case with the records given, as markup.
    static func caseFile(zone: String = "Asia/Kolkata", _ records: String...) throws -> Document {
        let text = """
            <caseFile xmlns="urn:dossier:casefile:1" schemaVersion="1.0"><about/><records>
            <case id="\(id(1))"><number>KOL-7</number><timeZone>\(zone)</timeZone></case>
            <party id="\(id(2))"><person to="\(id(3))"/><role>accused</role><code>A1</code></party>
            <person id="\(id(3))"><name language="en">Somebody</name></person>
            \(records.joined(separator: "\n"))
            </records></caseFile>
            """
        return try Document(parsing: Array(text.utf8))
    }

    static func arrest(_ number: Int = 10, at: String, _ more: String = "") -> String {
        "<arrest id=\"\(id(number))\"><accused to=\"\(id(2))\"/><at>\(at)</at>\(more)</arrest>"
    }

    static func production(_ at: String, journey: Int? = nil) -> String {
        "<production><at>\(at)</at>" + (journey.map { "<journeyMinutes>\($0)</journeyMinutes>" } ?? "")
            + "</production>"
    }

    static func clocks(
        _ rule: String,
        zone: String = "Asia/Kolkata",
        asOf: String = "2026-06-01T12:00:00+05:30",
        _ records: String...
    ) throws -> Clocks {
        try Clocks(
            of: caseFile(zone: zone, records.joined()),
            by: rules(rule),
            classes: [:],
            asOf: Moment(asOf)!
        )
    }

    static func words() throws -> ReportWords {
        try ReportWords(
            parsing: ["report", "chronology"].map { try Checkout.bytes("templates/words/\($0).xml") }
        )
    }
}

/// An instant as text in a zone of so many minutes, for comparing.
func text(_ instant: Int64, zone: Int = 330) -> String {
    Moment(microseconds: instant - (instant % 1_000_000 + 1_000_000) % 1_000_000, zone: zone).text
}
