/// What the rules of custody must know of an exhibit.
public struct CustodyExhibit: Hashable, Sendable {
    public enum Form: Hashable, Sendable {
        case physical, digital, documentary
    }

    public var id: RecordID
    /// The exhibit that it is a part or a copy of.
    public var parent: RecordID?
    public var form: Form
    /// Whether it can be put under seal: a phone in a bag can, a file or a building cannot.
    public var isSealable: Bool
    /// How much of it its own record says there is.
    public var quantity: CustodyQuantity
    /// The digest of its only file; `.none` where it has no file, or several.
    public var digest: CustodyTerm

    public init(
        id: RecordID,
        parent: RecordID? = nil,
        form: Form = .physical,
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
