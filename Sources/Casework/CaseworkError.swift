public import CaseFile
public import XML

/// Why a use case could not be carried out. The command writes the sentence and says what to do next.
public enum CaseworkError: Error {
    // The installation.
    case noTemplates(lookedAt: [String])
    case noTemplate(name: String, folder: String)

    /// A file of the store could not be written or read; `errno` says why.
    case file(path: String, errno: Int32)

    // The office.
    case noOffice(home: String)
    case officeExists(home: String)
    case officeUnreadable(path: String)
    case agencyCode(String)
    case account(String)
    case keyMissing(path: String)
    case keyUnreadable(path: String)
    /// The clock stands before the last checkpoint of the log.
    case clockBehind(now: Moment, last: Moment)

    // What is asked for.
    case noCase(String)
    case manyCases(String, count: Int)
    case noRecord(String)
    case manyRecords(String, ids: [RecordID])
    case label(String, path: String, kinds: [Kind], found: [RecordID])
    case labelTaken(String, kind: Kind)
    case markTaken(String)

    // What is put in.
    case draftNotXML(XMLError)
    case draftNamespace(found: String)
    case draftOfOtherKind(found: Kind, expected: Kind)
    case invalid(kind: Kind, findings: [SchemaFinding])
    case form(kind: Kind, findings: [FormFinding])
    case custody(findings: [CustodyFinding])
    case identityNotYet
    case unchanged
}
