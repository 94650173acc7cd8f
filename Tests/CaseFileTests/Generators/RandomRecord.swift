import CaseFile
import XML

extension RandomSource {
    /// A record of any version, now and then with what another program added.
    func record(of kind: Kind, id: RecordID? = nil) -> Record {
        let isFirst = flip()
        let head = RecordHead(
            id: id ?? .generated(using: &random),
            version: isFirst ? 1 : Int.random(in: 2...1_000_000, using: &random),
            replaces: isFirst
                ? [] : (0..<Int.random(in: 1...3, using: &random)).map { _ in value(HashText.self).text },
            recordedAt: Moment.instant(using: &random),
            recordedBy: value(),
            nonce: Nonce(using: &random),
            amendment: isFirst ? nil : text()
        )
        return Record(
            head: head,
            body: body(of: kind),
            extensions: Int.random(in: 0..<4, using: &random) == 0 ? [foreignElement()] : []
        )
    }

    private func foreignElement() -> Element {
        let name = QName(
            namespace: "https://example.org/laboratory",
            prefix: flip() ? "lab" : "",
            local: "run"
        )
        return Element(
            name,
            attributes: [Attribute(local: "note", value: Texts.any(using: &random))],
            children: [.text(Texts.any(using: &random)), .element(Element(name)), .text("\r\n")]
        )
    }
}
