public import CaseFile
package import XML

/// What stands first in a case file: which case, which edition of it, made when and by whom.
public struct CaseFileAbout: Hashable, Sendable {
    /// The case's record.
    public var caseRecord: RecordID
    public var caseNumber: String
    public var titles: [FreeText]
    public var jurisdiction: String
    public var agencyCode: String
    public var agencyNames: [FreeText]
    public var edition: String
    /// For whom, where the edition is made for one: the accused's party.
    public var recipient: RecordID?
    /// The bundle's number among those of its edition.
    public var number: Int
    public var createdAt: Moment
    /// The program and its version.
    public var generator: String

    public init(
        caseRecord: RecordID,
        caseNumber: String,
        titles: [FreeText],
        jurisdiction: String,
        agencyCode: String,
        agencyNames: [FreeText],
        edition: String,
        number: Int,
        createdAt: Moment,
        generator: String
    ) {
        self.caseRecord = caseRecord
        self.caseNumber = caseNumber
        self.titles = titles
        self.jurisdiction = jurisdiction
        self.agencyCode = agencyCode
        self.agencyNames = agencyNames
        self.edition = edition
        self.number = number
        self.createdAt = createdAt
        self.generator = generator
    }

    package func element() -> Element {
        func leaf(_ name: String, _ text: String) -> Node {
            .element(Element(CaseFileGrammar.name(name), children: [.text(text)]))
        }
        func free(_ name: String, _ text: FreeText) -> Node {
            var element = Element(CaseFileGrammar.name(name))
            text.fill(&element)
            return .element(element)
        }
        var case_ = Element(CaseFileGrammar.name("case"))
        case_.attributes = [Attribute(local: "to", value: caseRecord.description)]
        var about = Element(CaseFileGrammar.name("about"))
        about.children = [.element(case_), leaf("caseNumber", caseNumber)]
        about.children += titles.map { free("title", $0) }
        about.children += [leaf("jurisdiction", jurisdiction), leaf("agencyCode", agencyCode)]
        about.children += agencyNames.map { free("agencyName", $0) }
        about.children.append(leaf("edition", edition))
        if let recipient {
            var element = Element(CaseFileGrammar.name("recipient"))
            element.attributes = [Attribute(local: "to", value: recipient.description)]
            about.children.append(.element(element))
        }
        about.children += [
            leaf("number", String(number)), leaf("createdAt", createdAt.text), leaf("generator", generator),
        ]
        return about
    }
}
