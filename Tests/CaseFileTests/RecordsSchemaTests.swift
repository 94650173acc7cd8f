import CaseFile
import Testing
import XML

/// The schema as a text that people read, and as a twin of the Swift types.
@Suite struct `The schema of the case file` {
    private let schema: Document

    init() throws { schema = try Document(parsing: CaseFileSchema.bytes) }

    private func nodes(_ path: String) throws -> [DocumentNode] {
        try schema.nodes(path, namespaces: ["xs": "http://www.w3.org/2001/XMLSchema"])
    }

    @Test func `explains every element, attribute, type, group, word and constraint`() throws {
        let explained = """
            //xs:element[@name] | //xs:attribute[@name] | //xs:complexType | //xs:simpleType | //xs:enumeration \
            | //xs:group[@name] | //xs:attributeGroup[@name] | //xs:any | //xs:key | //xs:keyref | //xs:unique
            """
        let nodes = try nodes(explained)
        #expect(nodes.count > 900)
        for node in nodes {
            let text = node.elements.first { $0.local == "annotation" }?.text ?? ""
            let says = text.contains { $0.isLetter }
            #expect(
                says,
                "line \(node.line): \(node.local) \(node.attribute("name") ?? node.attribute("value") ?? "")"
            )
        }
    }

    @Test func `has a global element for every kind, and no other but the root`() throws {
        let names = try nodes("/xs:schema/xs:element").compactMap { $0.attribute("name") }
        #expect(Set(names) == Set(Kind.allCases.map(\.rawValue) + ["caseFile"]))
        let kinds = try nodes("//xs:simpleType[@name='kind']//xs:enumeration").compactMap {
            $0.attribute("value")
        }
        #expect(kinds == Kind.allCases.map(\.rawValue))
    }

    @Test func `gives each reference element the kinds that the table gives it`() throws {
        for element in try nodes("//xs:element[substring(@type, string-length(@type) - 8) = 'Reference']") {
            let name = try #require(element.attribute("name"))
            let type = try #require(element.attribute("type"))
            #expect(try kinds(ofType: type) == ReferenceTargets.table[name], "line \(element.line): \(name)")
        }
    }

    /// The kinds that the unique constraint of a reference type's keyref collects.
    private func kinds(ofType type: String) throws -> Set<Kind> {
        let keyref = try #require(try nodes("//xs:keyref[@name='\(type)']").first, "no keyref for \(type)")
        let refer = try #require(keyref.attribute("refer"))
        let selector = try #require(
            try nodes("//xs:unique[@name='\(refer)']/xs:selector").first?.attribute("xpath")
        )
        let steps = selector.split(separator: "|").map { $0.drop { $0 == " " }.filter { $0 != " " } }
        if steps == ["c:records/*"] { return Set(Kind.allCases) }
        #expect(steps.last == "c:records/c:withheld")
        return Set(
            try steps.dropLast().map { step in
                try #require(Kind(rawValue: String(step.dropFirst("c:records/c:".count))))
            }
        )
    }

    @Test func `checks every reference element by the keyref of its kinds, and nothing else`() throws {
        var checked: [String: Set<Kind>] = [:]
        for keyref in try nodes("//xs:keyref[starts-with(xs:field/@xpath, '@to')]") {
            let name = try #require(keyref.attribute("name"))
            let selector = try #require(keyref.elements.first { $0.local == "selector" }?.attribute("xpath"))
            for step in selector.split(whereSeparator: { $0 == "|" || $0.isWhitespace }) {
                #expect(step.hasPrefix(".//c:"))
                checked[String(step.dropFirst(".//c:".count))] = try kinds(ofType: name)
            }
        }
        #expect(checked == ReferenceTargets.table)
    }

    @Test func `gives each reference element the kinds that its Swift type gives it`() throws {
        let source = RandomSource(seed: 3)
        source.fullness = 100
        source.isSettled = false
        for kind in Kind.allCases { _ = source.body(of: kind) }
        // `case` stands in `about` only, and `ref` in texts too.
        #expect(Set(source.references.keys) == Set(ReferenceTargets.table.keys).subtracting(["case"]))
        for (name, kinds) in source.references {
            let table = ReferenceTargets.kinds(of: name)
            #expect(kinds == (table.count == 1 ? [table.first] : [nil]), "\(name)")
        }
    }

    @Test func `lists the words of every enumeration as Swift does`() throws {
        let enumerations: [String: [String]] = [
            "accessAction": words(Access.Action.self), "answerDecision": words(Answer.Decision.self),
            "attestationMeans": words(AttestationMeans.self), "authorityKind": words(AuthorityKind.self),
            "bundleDirection": words(BundleRecord.Direction.self),
            "certificatePart": words(Certificate.Part.self),
            "chargeStatus": words(Charge.Status.self), "contactKind": words(ContactKind.self),
            "custodyEventKind": words(CustodyEventKind.self), "deviceControl": words(DeviceControl.self),
            "decisionAction": words(Decision.Action.self),
            "deviceIdentifierKind": words(DeviceIdentifierKind.self),
            "deviceSource": words(DeviceSource.self),
            "digestAlgorithm": words(Digest.Algorithm.self), "disclosureStatus": words(DisclosureStatus.self),
            "documentForm": words(CaseDocument.Form.self), "elementJoin": words(OffenceElement.Join.self),
            "exhibitCategory": words(Exhibit.Category.self), "fileRole": words(EvidenceFile.Role.self),
            "informationMeans": words(Case.InformationMeans.self), "kind": words(Kind.self),
            "proofBearing": words(Proof.Bearing.self), "proofManner": words(Proof.Manner.self),
            "receiptDecision": words(Receipt.Decision.self), "recordingKind": words(RecordingKind.self),
            "sex": words(Person.Sex.self), "yes": ["true"],
        ]
        var found: [String: [String]] = [:]
        for type in try nodes("//xs:simpleType[.//xs:enumeration]") {
            found[try #require(type.attribute("name"))] =
                try nodes("//xs:simpleType[@name='\(type.attribute("name")!)']//xs:enumeration").compactMap {
                    $0.attribute("value")
                }
        }
        #expect(found == enumerations)
    }

    private func words<E: CaseIterable & RawRepresentable<String>>(_ type: E.Type) -> [String] {
        type.allCases.map(\.rawValue)
    }
}
