/// The rules that the proof matrix reports by.
public enum ProofRule: String, CaseIterable, Sendable {
    case offenceUnknown = "proof.offence-unknown"
    case offenceNotInForce = "proof.offence-not-in-force"
    case offencePartlyInForce = "proof.offence-partly-in-force"
    case provisionDiffers = "proof.provision-differs"
    case readWithOthers = "proof.never-charged-alone"
    case elementUnproved = "proof.element-unproved"
    case foundationUnproved = "proof.foundation-unproved"
    case treeIncomplete = "proof.tree-incomplete"
    case treeDeparts = "proof.tree-departs-from-law"
    case notOnALeaf = "proof.linked-to-a-whole"
    case oneItem = "proof.one-item"
    case oneWitness = "proof.one-witness"
    case onlyPoliceStatement = "proof.only-police-statement"
    case noWitness = "proof.no-witness"
    case against = "proof.against"
    case ageContradicts = "proof.age-contradicts"
    case ageStraddles = "proof.age-straddles"
    case ageUnrecorded = "proof.age-unrecorded"
    case ageDisagrees = "proof.age-sources-disagree"
    case noRole = "proof.no-role"

    public var severity: Severity {
        switch self {
        case .offenceUnknown, .offenceNotInForce, .elementUnproved, .foundationUnproved, .ageContradicts,
            .noRole:
            .blocker
        default: .warning
        }
    }

    /// What the rule asks for, in English; a pack may have it in its languages, in the vocabulary `proof-rule`.
    public var title: String {
        switch self {
        case .offenceUnknown: "Every charge is of an offence of the pack."
        case .offenceNotInForce: "An offence is charged that was law at its time."
        case .offencePartlyInForce: "An offence was law in all the time that it is charged for."
        case .provisionDiffers: "A charge names the provision of its offence."
        case .readWithOthers: "What is only read with an offence is not charged alone."
        case .elementUnproved: "Each element of a charge is proved by evidence."
        case .foundationUnproved: "A presumption that is relied on has its foundational facts proved."
        case .treeIncomplete: "The elements on file are all that the law asks for."
        case .treeDeparts: "The elements on file are joined as the law joins them."
        case .notOnALeaf: "Evidence is linked to the part that it proves, not to the whole."
        case .oneItem: "An element does not hang on a single item."
        case .oneWitness: "An element does not hang on a single witness."
        case .onlyPoliceStatement: "An element does not rest on statements to the police alone."
        case .noWitness: "Evidence comes in through a witness."
        case .against: "Evidence against an element is met."
        case .ageContradicts: "The ages on record allow the charge."
        case .ageStraddles: "The age on record lies clearly on one side of the limit."
        case .ageUnrecorded: "An age that the charge depends on is on record with its source."
        case .ageDisagrees: "The sources of an age agree."
        case .noRole: "Every accused has a part in the offence, and something that shows it."
        }
    }

    var remedy: String {
        switch self {
        case .offenceUnknown: "Amend the charge with a code of the pack, or add the offence to the pack."
        case .offenceNotInForce: "Charge the offence that was law on that day."
        case .offencePartlyInForce:
            "Charge the acts before and after separately, each under the law of its day, or narrow the dates."
        case .provisionDiffers: "Amend the charge: its provision, or its offence."
        case .readWithOthers: "Charge the offence itself, and name this provision as read with it."
        case .elementUnproved:
            "Find what proves it and link it, or withdraw the charge or charge a lesser offence."
        case .foundationUnproved:
            "Prove the foundational fact first: the presumption arises only from it. Or prove the element directly."
        case .treeIncomplete: "Add the element to the charge and link what proves it."
        case .treeDeparts: "Amend the elements of the charge, or have counsel say why they stand so."
        case .notOnALeaf: "Link it to the part that it proves."
        case .oneItem: "Look for a second, independent item; secure the custody of the one there is."
        case .oneWitness: "Look for a second witness, or for a document or digital trace of the same fact."
        case .onlyPoliceStatement:
            """
            Have the witness's statement recorded by a magistrate, or find evidence of another kind: a statement to the \
            police only serves to contradict.
            """
        case .noWitness: "Name the witness who produces it or speaks to it."
        case .against:
            "Disclose it, and prepare the answer: by other evidence, or in the reading of the whole."
        case .ageContradicts: "Charge the limb of the age that is proved, or correct the record of the age."
        case .ageStraddles:
            "Obtain the certificate of the school or of birth; an estimate of age leaves the benefit to the accused."
        case .ageUnrecorded:
            "Record the age with its source: certificate of the school, of birth, or examination."
        case .ageDisagrees:
            "Have the difference explained in a statement; rely on the source that the law puts first."
        case .noRole: "State what the accused did, and link what shows it; or leave the accused out."
        }
    }

    /// A word of the vocabulary `mender`.
    var mender: String {
        switch self {
        case .offenceUnknown, .offenceNotInForce, .offencePartlyInForce, .provisionDiffers, .readWithOthers,
            .treeIncomplete, .treeDeparts, .against:
            "lawyer"
        case .notOnALeaf: "caseworker"
        default: "investigating-officer"
        }
    }

    /// What it rests on beside the offence itself. Of these a report cites what its pack has.
    var basis: [Citation] {
        switch self {
        case .elementUnproved, .noRole: [.authority("sharif-ahmed")]
        case .ageContradicts, .ageStraddles, .ageUnrecorded, .ageDisagrees:
            [.section(act: "JJ", section: "94"), .authority("jarnail-singh")]
        case .onlyPoliceStatement:
            [.section(act: "BNSS", section: "181"), .section(act: "BNSS", section: "180")]
        default: []
        }
    }
}
