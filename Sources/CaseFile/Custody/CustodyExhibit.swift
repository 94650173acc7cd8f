/// What the rules of custody must know of an exhibit.
public struct CustodyExhibit: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        /// A thing, and so a phone or a drive: what can be put in a bag.
        case thing
        /// Bytes, apart from what they were stored on.
        case data
        case paper
    }

    public var id: RecordID
    /// The exhibit that it is a part or a copy of.
    public var parent: RecordID?
    public var form: Form
    /// Whether it can be put under seal: a phone in a bag can, a file or a building cannot.
    public var isSealable: Bool
    /// How much of it its own record says there is.
    public var quantity: CustodyQuantity
    /// The digests of its one original file; `.none` where it has none, or several.
    public var digest: CustodyTerm

    public init(
        id: RecordID,
        parent: RecordID? = nil,
        form: Form = .thing,
        isSealable: Bool = true,
        quantity: CustodyQuantity = .none,
        digest: CustodyTerm = .none
    ) {
        self.id = id
        self.parent = parent
        self.form = form
        self.isSealable = isSealable
        self.quantity = quantity
        self.digest = digest
    }
}
