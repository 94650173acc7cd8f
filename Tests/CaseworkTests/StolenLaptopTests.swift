import CaseFile
import Casework
import Foundation
import Sealing
import Testing

/// A machine is stolen while nobody is at work on it: its disk is searched, byte by byte.
@Suite struct `A stolen laptop` {
    @Test func `gives no name, in any script or spelling of bytes`() async throws {
        let desk = try IdentityDesk()
        // A picture that can be recognised.
        let picture =
            Array("\u{FF}JFIF-a-face-that-nobody-may-see-".utf8) + Array(repeating: 0x5A, count: 40_000)
        try desk.add(IdentityDesk.draft(picture: picture))
        for (pseudonym, count) in [("Cedar", 1), ("Walnut", 2)] {
            try desk.openCase.record(drafts: Drafts.of(IdentityDesk.protected(pseudonym)))
            for _ in 0..<count {
                desk.office.world.pass(.seconds(10))
                var body = try desk.openCase.identity(draft: IdentityDesk.draft(pseudonym, picture: picture))
                body.otherTerms.append(FreeText("seen \(desk.openCase.id)", .english)!)
                desk.office.world.pass(.seconds(10))
                _ = try? desk.openCase.record(body, by: desk.secret)
            }
        }
        // All that is done with them.
        let why = IdentityDesk.why
        _ = try desk.openCase.openIdentity(of: "Banyan", by: desk.secret, purpose: why)
        _ = try desk.openCase.protectedTerms(by: desk.secret, purpose: why)
        _ = try desk.openCase.identities(countedBy: desk.secret, purpose: why)
        let covers = try desk.openCase.sealedCovers(
            for: [desk.recovery.recipient],
            unlockedBy: desk.secret,
            purpose: why
        )
        // An edition leaves, with a scan of what is in it.
        let evidence = try desk.office.files(
            "evidence",
            ["a.txt": "Seen at the flat", "b.txt": "A list of rooms"]
        )
        _ = try desk.openCase.addEvidence(EvidenceRequest(paths: [evidence], marking: .each(prefix: "KT")))
        try FileManager.default.removeItem(atPath: evidence)
        let plan = try desk.openCase.plan(edition: "court")
        let report = try await desk.openCase.scan(
            plan,
            for: try desk.openCase.protectedTerms(by: desk.secret, purpose: why)
        )
        #expect(report.open.isEmpty)
        _ = try desk.openCase.export(
            try desk.openCase.cleared(plan, report),
            sealed: covers,
            to: desk.office.folder + "/exports",
            generator: "Dossier tests"
        )
        let (_, _) = try desk.colleague("a.das")
        try desk.openCase.grantIdentities(to: "a.das", by: desk.secret, purpose: why)
        try desk.openCase.revokeIdentities(from: "a.das", purpose: why)
        // Errors while it is handled leave nothing either.
        _ = try? desk.add(
            Array(String(decoding: IdentityDesk.draft(), as: UTF8.self).replacing("</kin>", with: "").utf8)
        )
        _ = try? desk.add(IdentityDesk.draft("Officer"))
        #expect(try desk.openCase.verifyLog().isSound)
        try Data(covers[0]).write(to: URL(fileURLWithPath: desk.office.folder + "/cover.hpke"))

        let found = try search(
            desk.office.folder,
            for: IdentityDesk.terms.flatMap(spellings) + spellings(of: picture)
        )
        #expect(found.files > 8, "the store, its log and the keys were searched")
        #expect(found.hits == [])
    }

    @Test func `is searched by something that finds`() throws {
        let office = try TestOffice()
        for (index, spelling) in spellings("রত্নাবলী").enumerated() {
            try Data([1, 2] + spelling + [3]).write(to: URL(fileURLWithPath: office.folder + "/\(index)"))
        }
        #expect(try search(office.folder, for: spellings("রত্নাবলী")).hits.count >= 8)
    }

    /// UTF-8, UTF-16 both ways, hexadecimal, and base64 at each of its three phases.
    private func spellings(_ text: String) -> [[UInt8]] {
        let utf8 = Array(text.utf8)
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let escaped = text.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined()
        return [utf8, little, big, Array(escaped.utf8)] + encodings(utf8) + encodings(little) + words(text)
    }

    /// A name's words each for itself too; short ones would be found in anything.
    private func words(_ text: String) -> [[UInt8]] {
        text.split(separator: " ").map { Array($0.utf8) }.filter { $0.count > 6 }
    }

    private func spellings(of bytes: [UInt8]) -> [[UInt8]] {
        [Array(bytes.prefix(24))] + encodings(Array(bytes.prefix(24)))
    }

    private func encodings(_ bytes: [UInt8]) -> [[UInt8]] {
        let hex = bytes.map { String(format: "%02x", $0) }.joined()
        let phases = (0..<3).map { phase in
            // What depends on the bytes before and after is left out.
            let text = Data(Array(repeating: 0, count: phase) + bytes).base64EncodedString()
            return Array(
                text.utf8.dropFirst(phase == 0 ? 0 : 4).prefix { $0 != UInt8(ascii: "=") }.dropLast(2)
            )
        }
        return [Array(hex.utf8), Array(hex.uppercased().utf8)] + phases.filter { $0.count > 5 }
    }

    private func search(_ folder: String, for needles: [[UInt8]]) throws -> (files: Int, hits: [String]) {
        var files = 0
        var hits: [String] = []
        let needles = needles.map { Data($0) }
        for case let path as String in FileManager.default.enumerator(atPath: folder)! {
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
            files += 1
            for (index, needle) in needles.enumerated()
            where data.range(of: needle) != nil || Data(path.utf8).range(of: needle) != nil {
                hits.append("\(path), spelling \(index)")
            }
        }
        return (files, hits)
    }
}
