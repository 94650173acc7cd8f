/// Fills a register from a stream of elements, without making records of them.
///
/// It takes what a `StreamHandler` is given: begin a record of kind exhibit, file or custodyEvent, hand over the
/// starts, texts and ends inside of it, then finish it. For every other record, do not call it. What it leaves in
/// the register is what `CustodyRegister.add(_:logIndex:)` would leave there.
public struct CustodyStreamReader {
    public private(set) var register: CustodyRegister
    private var kind = Kind.custodyEvent
    var event: CustodyStepDraft?
    private var exhibit = CustodyExhibitDraft()
    private var file = CustodyFileDraft()

    /// The open fields, from the record's child inwards; nil for one that says nothing about custody.
    private var path: [CustodyField?] = []
    private var isReadingText = false
    private var text: [UInt8] = []
    private var algorithm: [UInt8] = []
    private var quantity = CustodyQuantityDraft()
    private var part: CustodyStep.Part?

    public init(_ register: CustodyRegister = CustodyRegister()) {
        self.register = register
    }

    /// A record begins. All versions of a custody event belong here, but only the current one of the others.
    /// - Parameters:
    ///   - recordedAt: the attribute as it is written.
    ///   - recordedBy: likewise, such as `AHTU-KOL:r.sen`.
    ///   - logIndex: the record's place in the log.
    public mutating func begin(
        _ kind: Kind,
        id: RecordID,
        version: Int,
        recordedAt: UnsafeBufferPointer<UInt8>,
        recordedBy: UnsafeBufferPointer<UInt8>,
        logIndex: UInt32
    ) {
        self.kind = kind
        path.removeAll(keepingCapacity: true)
        (isReadingText, quantity, part, event) = (false, CustodyQuantityDraft(), nil, nil)
        (exhibit, file) = (CustodyExhibitDraft(id: id), CustodyFileDraft())
        guard kind == .custodyEvent else { return }
        var draft = CustodyStepDraft(
            id: id,
            version: version,
            recordedAt: CustodyTime(utf8: recordedAt)?.latest ?? 0,
            logIndex: logIndex
        )
        let agency = recordedBy.prefix { $0 != UInt8(ascii: ":") }
        draft.reporter = register.terms.term(utf8: UnsafeBufferPointer(rebasing: agency))
        event = draft
    }

    /// An element inside of the record begins.
    /// - Parameters:
    ///   - number: its number in a `NameTable` whose elements begin with the names of `CustodyField`.
    ///   - to: the attribute of that name, where it has one; likewise the others.
    public mutating func start(
        _ number: Int,
        to: UnsafeBufferPointer<UInt8>?,
        algorithm: UnsafeBufferPointer<UInt8>?,
        approximate: UnsafeBufferPointer<UInt8>?
    ) {
        path.append(CustodyField(number: number))
        isReadingText = false
        guard path.count <= 3, let field = path[path.count - 1] else { return }
        if field.hasText {
            isReadingText = true
            text.removeAll(keepingCapacity: true)
            self.algorithm.removeAll(keepingCapacity: true)
            if let algorithm { self.algorithm.append(contentsOf: algorithm) }
        }
        if approximate != nil, path.count == 1, field == .at { event?.marks.insert(.approximateTime) }
        open(field, to.flatMap { RecordID(utf8: $0) })
    }

    public mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isReadingText { text.append(contentsOf: bytes) }
    }

    /// The element that began last, of those that have not ended, ends.
    public mutating func end() {
        guard let field = path.last else { return }
        if let field, path.count <= 3 { close(field) }
        isReadingText = false
        path.removeLast()
    }

    /// The record ends: what it says is added to the register.
    public mutating func finish() {
        switch kind {
        case .custodyEvent:
            if let event, let step = event.step(&register.terms) { register.add(step, parts: event.parts) }
        case .exhibit: if let exhibit = exhibit.exhibit { register.add(exhibit) }
        case .file: file.add(to: &register)
        default: break
        }
        event = nil
    }
}

// MARK: Fields

extension CustodyStreamReader {
    private mutating func open(_ field: CustodyField, _ target: RecordID?) {
        switch (kind, path.count) {
        case (.custodyEvent, 1):
            event?.open(field, target)
            if field == .part { part = nil }
        case (.custodyEvent, 2):
            if path[0] == .part, field == .exhibit {
                part = target.map { CustodyStep.Part(exhibit: $0) }
            } else if let outer = path[0] {
                event?.open(field, in: outer, target, &register.terms)
            }
        case (.exhibit, 1):
            if field == .parentExhibit { exhibit.parent = target }
            if field == .device { exhibit.isDevice = true }
        case (.file, 1):
            if field == .exhibit { file.exhibit = target }
        default: break
        }
    }

    private mutating func close(_ field: CustodyField) {
        if isReadingText {
            text.withUnsafeBufferPointer { takeText($0, field) }
        }
        guard path.count == 1 else { return }
        switch (kind, field) {
        case (.custodyEvent, .part):
            part?.quantity = quantity.taken()
            if let part { event?.parts.append(part) }
        case (.custodyEvent, .quantity): event?.quantity = quantity.taken()
        case (.exhibit, .quantity): exhibit.quantity = quantity.taken()
        default: break
        }
    }

    private mutating func takeText(_ text: UnsafeBufferPointer<UInt8>, _ field: CustodyField) {
        switch field {
        case .amount: quantity.read(amount: text)
        case .unit: quantity.unit = register.terms.term(utf8: text)
        case .category where path.count == 1: exhibit.read(category: text)
        case .sealable where path.count == 1: exhibit.isSealable = CustodyWords.flags.value(of: text)
        case .role where path.count == 1: file.read(role: text)
        case .digest where path.count == 1:
            algorithm.withUnsafeBufferPointer { file.digests.insert(algorithm: $0, value: Array(text)) }
        default:
            let outer = path.count == 2 ? path[0] : nil
            guard path.count == 1 || outer != nil else { return }
            algorithm.withUnsafeBufferPointer { algorithm in
                event?.read(field, in: outer, text, algorithm: algorithm, &register.terms)
            }
        }
    }
}
