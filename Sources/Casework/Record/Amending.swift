public import CaseFile
internal import XML

// A correction is a new version that names the one it replaces and says why and by whom. The old one stays.

extension OpenCase {
    /// Records a new version of a record.
    /// - Parameter body: of the same kind; it replaces the current body whole.
    @discardableResult
    public func amend(_ id: RecordID, with body: any RecordBody, why: FreeText) throws -> Recorded {
        var random = office.surroundings.random()
        var batch = try Batch(self)
        try batch.add(try newVersion(of: id, body, why: why, using: &random))
        return try batch.commit()[0]
    }

    /// Records a new version from a draft; labels in it are looked up.
    @discardableResult
    public func amend(_ id: RecordID, withDraft bytes: [UInt8], why: FreeText) throws -> Recorded {
        let drafts = try Draft.read(bytes)
        guard drafts.count == 1 else { throw CaseworkError.oneDraft(found: drafts.count) }
        let batch = try Batch(self)
        return try amend(id, with: try drafts[0].body { try batch.find($0, kinds: $1) }, why: why)
    }

    /// Records a new version in which the texts of some elements are others.
    /// - Parameter changes: by an element's path below the record, such as `device/serial`; an empty text takes the
    ///   element away.
    @discardableResult
    public func amend(
        _ id: RecordID,
        setting changes: [(path: String, text: String)],
        why: FreeText
    ) throws -> Recorded {
        guard let current = try current(id) else { throw CaseworkError.noRecord(id.description) }
        guard current.kind != .identity else { throw CaseworkError.identityInClear }
        var element = try current.record.body.element()
        for change in changes {
            try element.set(
                change.path.split(separator: "/").map(String.init)[...],
                to: change.text,
                path: change.path
            )
        }
        return try amend(id, with: try current.kind.bodyType.init(draft: element), why: why)
    }

    func newVersion(
        of id: RecordID,
        _ body: any RecordBody,
        why: FreeText,
        using random: inout some RandomNumberGenerator
    ) throws -> Record {
        guard let current = try current(id) else { throw CaseworkError.noRecord(id.description) }
        guard type(of: body).kind == current.kind else {
            throw CaseworkError.draftOfOtherKind(found: type(of: body).kind, expected: current.kind)
        }
        guard AnyHashable(body) != AnyHashable(current.record.body) else { throw CaseworkError.unchanged }
        // Whoever read the earlier name of a protected person would know the later one for the same.
        if let person = current.record.body as? Person, let pseudonym = person.pseudonym,
            (body as? Person)?.pseudonym != pseudonym
        {
            throw CaseworkError.pseudonymFixed(pseudonym.text)
        }
        return Record(
            head: RecordHead(
                id: id,
                version: current.version + 1,
                replaces: [current.leaf],
                recordedAt: office.surroundings.moment(),
                recordedBy: try office.recorder,
                nonce: Nonce(using: &random),
                amendment: why
            ),
            body: body,
            extensions: current.record.extensions
        )
    }
}

extension Element {
    /// Sets the text of the element at a path. It must be there already, once: what is new needs a draft, since its
    /// place among the others matters.
    fileprivate mutating func set(_ steps: ArraySlice<String>, to text: String, path: String) throws {
        guard let step = steps.first else {
            guard elements.isEmpty else { throw CaseworkError.cannotSet(path: path) }
            children = [.text(text)]
            return
        }
        let places = children.indices.filter { index in
            if case .element(let child) = children[index] { child.name.local == step } else { false }
        }
        guard places.count == 1, case .element(var child) = children[places[0]] else {
            throw CaseworkError.cannotSet(path: path)
        }
        if steps.count == 1, text.isEmpty {
            children.remove(at: places[0])
            return
        }
        try child.set(steps.dropFirst(), to: text, path: path)
        children[places[0]] = .element(child)
    }
}
