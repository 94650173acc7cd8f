import CaseFile
import Testing
import XML

@testable import Law

/// What the editions of the packs show of their sound cases.
@Suite struct `The editions of the packs` {
    static func pack(_ code: String) throws -> Pack {
        let reading = Pack.read(try Checkout.packFiles(code), grammar: try Checkout.grammar())
        return try #require(reading.pack, "\(reading.problems)")
    }

    /// The kinds of which a selection withholds something, each with how many.
    static func withheld(_ selection: EditionSelection, of file: SoundCase) -> [Kind: Int] {
        var counts: [Kind: Int] = [:]
        for (index, entry) in file.entries.enumerated() where selection[index] != .shown {
            counts[entry.kind, default: 0] += 1
        }
        return counts
    }

    @Test func `the court sees all but identities`() throws {
        let file = try SoundCase("in/examples/evidence.xml")
        let selection = try file.selection(Self.pack("in"), "court")
        #expect(Self.withheld(selection, of: file) == [.identity: 1])
        #expect(selection.contents.isEmpty)
        #expect(selection.shownCount == file.entries.count - 1)
    }

    @Test func `an accused sees the charge and the evidence, not the office's work nor another's arrest`()
        throws
    {
        let pack = try Self.pack("in")
        let file = try SoundCase("in/examples/raid.xml")
        let first = try file.id("//c:party[c:code='A1']")
        let second = try file.id("//c:party[c:code='A2']")
        for accused in [first, second] {
            let selection = try file.selection(pack, "accused", for: accused)
            let withheld = Self.withheld(selection, of: file)
            #expect(withheld[.proof] == 10)
            for kind in [Kind.charge, .element, .statement, .exhibit, .custodyEvent, .search] {
                #expect(withheld[kind] == nil, "\(kind)")
            }
            let arrest = try file.id("//c:arrest[c:accused/@to='\(accused)']")
            let other = try file.id("//c:arrest[c:accused/@to!='\(accused)']")
            #expect(selection[try #require(file.entries.firstIndex { $0.record == arrest })] == .shown)
            #expect(selection[try #require(file.entries.firstIndex { $0.record == other })] != .shown)
        }
    }

    @Test func `the public sees no statement, no evidence and nobody`() throws {
        for name in ["evidence", "raid"] {
            let file = try SoundCase("in/examples/\(name).xml")
            let selection = try file.selection(Self.pack("in"), "public")
            for (index, entry) in file.entries.enumerated() {
                guard case .withheld(_, let showsKind, _) = selection[index] else {
                    #expect([.agency, .edition].contains(entry.kind))
                    continue
                }
                if [.person, .party, .statement, .exhibit].contains(entry.kind) { #expect(!showsKind) }
            }
        }
    }

    @Test func `what is withheld gives its reason in every language, and its law`() throws {
        let pack = try Self.pack("in")
        #expect(pack.editions.map(\.code) == ["court", "accused", "police", "public"])
        for edition in pack.editions {
            // The first stands for what no rule speaks of.
            for rule in edition.withholding.dropFirst() {
                #expect(rule.reason.languages == Set(pack.languages), "\(edition.code) \(rule.code)")
                #expect(!pack.text(of: rule.law, in: "en").isEmpty)
            }
        }
    }
}
