/// Something that must be proved for a charge to stand: a node in the charge's tree of elements.
public struct OffenceElement: RecordBody {
    public static let kind = Kind.element

    /// The charge.
    public var charge: Reference<Charge>
    /// The element, by the pack's code.
    public var code: Token
    /// What must be proved.
    public var text: FreeText
    /// The element that it is a part of. Absent for the root.
    public var parentElement: Reference<OffenceElement>?
    /// How its own parts combine. Absent for a leaf, which is proved directly.
    public var join: Join?
    /// Its place among its parent's parts.
    public var position: Count?
    /// The law that presumes it once its parts are proved, where it is such a path.
    public var presumption: Provision?

    public init(charge: Reference<Charge>, code: Token, text: FreeText) {
        self.charge = charge
        self.code = code
        self.text = text
    }
}

extension OffenceElement {
    public var subject: RecordID? { charge.to }

    public var formFindings: [FormFinding] {
        FormRules.findings { rules in
            rules.require(
                presumption == nil || join != nil,
                "element.presumption-without-parts",
                "join",
                "a presumption rests on parts: say how they combine"
            )
        }
    }
}

extension OffenceElement {
    /// How the parts of an element combine.
    public enum Join: String, CaseIterable, Codable, Hashable, Sendable {
        /// Every part must be proved.
        case all
        /// One part is enough.
        case `any`
    }
}
