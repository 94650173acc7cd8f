/// An exhibit on its way from a stream into a register.
struct CustodyExhibitDraft {
    var id: RecordID?
    var parent: RecordID?
    var category: Exhibit.Category?
    var isSealable: Bool?
    var isDevice = false
    var quantity = CustodyQuantity.none

    mutating func read(category text: UnsafeBufferPointer<UInt8>) {
        category = CustodyWords.categories.value(of: text)
    }

    /// Nil where the record's form is wrong, which others find.
    var exhibit: CustodyExhibit? {
        guard let id, let category, let isSealable else { return nil }
        return CustodyExhibit(
            id: id,
            parent: parent,
            form: CustodyExhibit.Form(category, isSealable: isSealable, isDevice: isDevice),
            isSealable: isSealable,
            quantity: quantity
        )
    }
}

/// A file on its way from a stream into a register.
struct CustodyFileDraft {
    var exhibit: RecordID?
    var isOriginal = false
    var digests = CustodyDigestSet()

    mutating func read(role text: UnsafeBufferPointer<UInt8>) {
        isOriginal = CustodyWords.roles.value(of: text) == .original
    }

    func add(to register: inout CustodyRegister) {
        guard isOriginal, let exhibit else { return }
        register.addOriginal(of: exhibit, digests: digests.term(&register.terms))
    }
}

/// An amount and its unit, of which a stream brings one after the other.
struct CustodyQuantityDraft {
    private var millionths: Int64?
    var unit = CustodyTerm.none

    mutating func read(amount text: UnsafeBufferPointer<UInt8>) {
        millionths = Amount(String(decoding: text, as: UTF8.self)).map { Int64($0.millionths) }
    }

    /// What was read so far; it begins anew.
    mutating func taken() -> CustodyQuantity {
        defer { self = CustodyQuantityDraft() }
        return millionths.map { CustodyQuantity(millionths: $0, unit: unit) } ?? .none
    }
}
