import CaseFile
import Foundation
import Testing
import XML

@testable import Law

/// No time of the records is forgotten.
@Suite struct `The facts of the chronology` {
    private func table() throws -> FactTable {
        try FactTable(parsing: Checkout.bytes("templates/chronology.xml"))
    }

    /// The paths of all moments and instants of the record elements of casefile.xsd, from the record on.
    private static func momentPaths() throws -> [[String]] {
        let root = try Document(parsing: Checkout.bytes("templates/schema/casefile.xsd")).root
        var types: [String: DocumentNode] = [:]
        var groups: [String: DocumentNode] = [:]
        for node in root.elements {
            guard let name = node.attribute("name") else { continue }
            if node.local == "complexType" { types[name] = node }
            if node.local == "group" { groups[name] = node }
        }
        var paths: [[String]] = []
        func walk(_ node: DocumentNode, _ path: [String], _ open: Set<String>) {
            for child in node.elements {
                switch child.local {
                case "element":
                    guard let name = child.attribute("name"), let type = child.attribute("type") else {
                        continue
                    }
                    let path = path + [name]
                    if type == "moment" || type == "instant" {
                        paths.append(path)
                    } else if type != "attestation", !open.contains(type), let inner = types[type] {
                        // When something was signed is no fact of the case.
                        walk(inner, path, open.union([type]))
                    }
                case "group":
                    if let name = child.attribute("ref"), name != "record", let group = groups[name] {
                        walk(group, path, open)
                    }
                case "annotation", "attribute", "attributeGroup": break
                default:
                    if let base = child.attribute("base"), !open.contains(base), let inner = types[base] {
                        walk(inner, path, open.union([base]))
                    }
                    walk(child, path, open)
                }
            }
        }
        for kind in Kind.allCases {
            if let type = types[kind.rawValue] { walk(type, [kind.rawValue], [kind.rawValue]) }
        }
        return paths
    }

    @Test func `every time of the schema is a fact, or it is said why not`() throws {
        let table = try table()
        let paths = try Self.momentPaths()
        #expect(paths.count > 100)
        for path in paths {
            let isFact = table[path] != nil
            #expect(isFact != table.leavesOut(path), "\(path.joined(separator: "/"))")
        }
    }

    @Test func `every entry is about a time of the schema`() throws {
        let paths = try Self.momentPaths().map { "/" + $0.joined(separator: "/") }
        for entry in try table().paths {
            let matches =
                entry.hasPrefix("*/")
                ? paths.filter { $0.hasSuffix(entry.dropFirst()) } : paths.filter { $0 == "/" + entry }
            #expect(!matches.isEmpty, "\(entry)")
        }
    }

    @Test func `the file fits its schema, and every label is there in three languages`() throws {
        let schema = try Schema(
            ["chronology.xsd": Checkout.bytes("templates/schema/chronology.xsd")],
            root: "chronology.xsd"
        )
        let bytes = try Checkout.bytes("templates/chronology.xml")
        #expect(try schema.validate(bytes).isEmpty)
        for label in try table().labels { #expect(label.languages == ["en", "hi", "bn"]) }
        #expect(try table().words("custodyEvent/at") == Set(CustodyEventKind.allCases.map(\.rawValue)))
    }

    @Test func `every contradiction has a title`() throws {
        let words = try SmallClocks.words()
        for rule in ContradictionRule.all { #expect(words.has("contradiction.\(rule.code)"), "\(rule.code)") }
        #expect(Set(ContradictionRule.all.map(\.code)).count == ContradictionRule.all.count)
    }
}
