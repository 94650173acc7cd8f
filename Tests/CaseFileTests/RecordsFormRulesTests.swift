@testable import CaseFile
import Testing

@Suite struct `A rule of form` {
    @Test(arguments: breaches)
    func `fires where it is broken, and only it, and names the field`(breach: Breach) {
        for seed in 0..<5 {
            let source = RandomSource(seed: UInt64(seed))
            let sound = source.body(of: breach.kind)
            #expect(sound.formFindings == [])
            let findings = breach.breaking(sound, source).formFindings
            #expect(findings.map(\.code) == [breach.code])
            #expect(findings.map(\.field) == [breach.field])
        }
    }

    @Test func `has a breach in the table`() {
        var codes: Set<String> = []
        for seed in 0..<40 {
            let source = RandomSource(seed: UInt64(seed))
            source.isSettled = false
            for kind in Kind.allCases { codes.formUnion(source.body(of: kind).formFindings.map(\.code)) }
        }
        #expect(codes.subtracting(breaches.map(\.code)) == [])
    }

    @Test func `of a value is asked wherever the value stands`() {
        for seed in 0..<20 {
            let source = RandomSource(seed: UInt64(seed))
            (source.fullness, source.isSettled) = (100, false)
            for kind in Kind.allCases {
                let body = source.body(of: kind)
                for (path, value) in checkedValues(in: body, path: []) {
                    let own = FormRules.findings { value.ask(&$0) }.map { path + "/" + $0.field }
                    #expect(Set(own).isSubset(of: body.formFindings.map(\.field)), "\(kind): \(path)")
                }
            }
        }
    }

    /// The values with rules of their own, with the elements in which they stand.
    private func checkedValues(in value: Any, path: [String]) -> [(path: String, value: any FormChecked)] {
        let mirror = Mirror(reflecting: value)
        let isList = mirror.displayStyle == .collection || mirror.displayStyle == .optional
        return mirror.children.flatMap { child -> [(path: String, value: any FormChecked)] in
            let here = isList ? path : path + [elementNames[child.label ?? ""] ?? child.label ?? ""]
            let own = (child.value as? any FormChecked).map { [(here.joined(separator: "/"), $0)] } ?? []
            return own + checkedValues(in: child.value, path: here)
        }
    }

    /// The elements whose properties have another name, being lists.
    private let elementNames = [
        "ages": "age", "answers": "answer", "appointments": "appointment",
        "attestingWitnesses": "attestingWitness",
        "authorities": "authority", "calledWitnesses": "calledWitness", "copiesGiven": "copyGiven",
        "deliveries": "delivery", "extensions": "extension", "forwardings": "forwarded", "holders": "holder",
        "interpretations": "interpreter", "labelSignatures": "labelSigned", "notifications": "informed",
        "recordings": "recording", "registrations": "registration", "releases": "release",
        "remands": "remand",
        "removals": "removed", "reportsSent": "reportSent", "sceneVisits": "sceneVisit",
        "signatures": "signature", "statuses": "status", "transfers": "transfer",
    ]
}
