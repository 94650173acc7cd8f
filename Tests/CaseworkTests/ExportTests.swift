import Bundles
import CaseFile
import Casework
import Foundation
import Ledger
import Testing
import Vault

@Suite struct `An export` {
    private func filled(_ office: TestOffice) throws -> OpenCase {
        let openCase = try office.newCase()
        let folder = try office.files("evidence", ["a.txt": "the first exhibit", "b.txt": "the second"])
        _ = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "KT")))
        return openCase
    }

    private func export(_ openCase: OpenCase, _ office: TestOffice) throws -> ExportResult {
        try openCase.export(edition: "court", to: office.folder + "/exports", generator: "Dossier tests")
    }

    private func verify(_ path: String, _ office: TestOffice) async throws -> VerificationReport {
        try await BundleVerification.verify(
            path,
            trustPEM: String(contentsOfFile: office.home.trustAnchor, encoding: .utf8),
            templates: Checkout.templates,
            now: office.world.surroundings(account: "x").moment(),
            work: office.folder + "/verify"
        )
    }

    @Test func `verifies, and is recorded, and the next one tells of it`() async throws {
        let office = try TestOffice()
        let openCase = try filled(office)
        let first = try export(openCase, office)
        #expect(first.path.hasSuffix("/exports/KOL-7-court-1.asice"))
        #expect(try openCase.list(.edition).count == 1)
        let bundle = try #require(try openCase.list(.bundle).first?.record.body as? BundleRecord)
        #expect(bundle.number.value == 1)
        #expect(bundle.checkpoint.size.value == first.logSize)

        let report = try await verify(first.path, office)
        #expect(report.findings.filter { $0.severity == .failure } == [])
        #expect(report.verified?.size == first.logSize)
        #expect(report.summary.originals == 2)

        office.world.pass(.seconds(60))
        let second = try export(openCase, office)
        #expect(second.path.hasSuffix("-court-2.asice"))
        // The edition's record and the bundle's came after the state that the first one proves.
        #expect(second.logSize == first.logSize + 2)
        #expect(try await verify(second.path, office).verified?.number == "2")
        #expect(try openCase.list(.edition).count == 1)
        #expect(try openCase.list(.bundle).count == 2)
        #expect(try openCase.verifyLog().isSound)
        // Nothing stays behind where it was made and looked at.
        #expect(office.contents(of: office.home.work) == [])
        #expect(office.contents(of: office.folder + "/verify") == [])
    }

    @Test(arguments: [true, false])
    func `is refused where an original is missing or altered, and leaves nothing`(isMissing: Bool) throws {
        let office = try TestOffice()
        let openCase = try filled(office)
        let file = try #require(try openCase.list(.file).first?.record.body as? EvidenceFile)
        let object = openCase.office.vault.layout.object(FileDigest(hex: file.digests[0].value)!)
        chmod(object, 0o600)
        if isMissing {
            try FileManager.default.removeItem(atPath: object)
        } else {
            try Data("the first exhibiT".utf8).write(to: URL(fileURLWithPath: object))
        }
        #expect {
            try export(openCase, office)
        } throws: { error in
            guard isMissing else { return error is BundleError }
            guard case CaseworkError.originalsMissing(let missing) = error else { return false }
            return missing.map(\.mark) == ["KT/1"] && missing.map(\.sha256) == [file.digests[0].value]
        }
        #expect(office.contents(of: office.folder + "/exports") == [])
        #expect(office.contents(of: office.home.work) == [])
        #expect(try openCase.list(.bundle).isEmpty)
        #expect(try !openCase.verifyLog().isSound)
    }

    @Test func `waits for the bytes of a file that was only described`() throws {
        let office = try TestOffice()
        let openCase = try filled(office)
        // Of "later".
        let sha256 = "1d9283d848ea941ace1fe0d2378ef8b70056a0d4d1648b95a322d90163e78285"
        try openCase.record(
            drafts: Drafts.of(
                "<file><exhibit to=\"KT/1\"/><name>later.txt</name><size>5</size>"
                    + "<digest algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\">\(sha256)</digest>"
                    + "<mediaType>text/plain</mediaType><role>original</role></file>"
            )
        )
        #expect {
            try export(openCase, office)
        } throws: { error in
            guard case CaseworkError.originalsMissing(let missing) = error else { return false }
            return missing.map(\.sha256) == [sha256]
        }
        let folder = try office.files("later", ["later.txt": "later"])
        _ = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "LT")))
        #expect(try export(openCase, office).originals == 4)
    }

    @Test func `is refused where a bundle of its name is there already`() throws {
        let office = try TestOffice()
        let openCase = try filled(office)
        let folder = office.folder + "/exports"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let path = folder + "/KOL-7-court-1.asice"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: (any Error).self) { try export(openCase, office) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("mine".utf8))
        #expect(try openCase.list(.bundle).isEmpty)
        #expect(office.contents(of: office.home.work) == [])
    }

    @Test func `that cannot be recorded leaves no bundle`() throws {
        let office = try TestOffice()
        let openCase = try filled(office)
        // The clock falls back once the edition's record and the checkpoint are there.
        _ = try export(openCase, office)
        office.world.set("2026-03-14T09:00:00+05:30")
        #expect(throws: (any Error).self) { try export(openCase, office) }
        #expect(office.contents(of: office.folder + "/exports") == ["KOL-7-court-1.asice"])
        #expect(try openCase.list(.bundle).count == 1)
    }

    @Test func `needs the office's keys, and says which is missing`() throws {
        for key in ["signing-key.pem", "signing-certificates.pem", "log-key"] {
            let office = try TestOffice()
            let openCase = try filled(office)
            let path = office.home.keys + "/" + key
            try FileManager.default.removeItem(atPath: path)
            #expect {
                try export(openCase, office)
            } throws: { error in
                if case CaseworkError.keyMissing(let missing) = error { missing == path } else { false }
            }
            #expect(office.contents(of: office.folder + "/exports") == [])
            #expect(office.contents(of: office.home.work) == [])
        }
    }

    @Test func `of an edition that the pack does not know is refused`() throws {
        let office = try TestOffice()
        let openCase = try filled(office)
        #expect {
            try openCase.export(edition: "press", to: office.folder + "/exports", generator: "x")
        } throws: { error in
            if case CaseworkError.edition("press", _) = error { true } else { false }
        }
    }
}

@Suite struct `A store that was altered` {
    @Test func `is found out by verifying the log, the original named`() throws {
        let office = try TestOffice()
        let openCase = try office.newCase()
        let folder = try office.files("evidence", ["a.txt": "the first exhibit"])
        _ = try openCase.addEvidence(.init(paths: [folder], marking: .each(prefix: "KT")))
        #expect(try openCase.verifyLog().isSound)
        let file = try #require(try openCase.list(.file).first?.record.body as? EvidenceFile)
        let object = openCase.office.vault.layout.object(FileDigest(hex: file.digests[0].value)!)
        chmod(object, 0o600)
        try Data("the first exhibiT".utf8).write(to: URL(fileURLWithPath: object))
        let found = try openCase.verifyLog()
        #expect(found.log.isEmpty)
        #expect(found.vault.contains { $0.digest?.hex == file.digests[0].value })
    }

    @Test func `is no store once its office's file is gone`() throws {
        let office = try TestOffice()
        try FileManager.default.removeItem(atPath: office.home.office)
        #expect {
            try office.open()
        } throws: { error in
            if case CaseworkError.noOffice = error { true } else { false }
        }
    }

    @Test func `is not made twice in one folder`() throws {
        let office = try TestOffice()
        #expect {
            try Office.create(
                at: office.home,
                name: FreeText("Another", .english)!,
                code: "OTHER",
                identity: nil,
                templates: Checkout.templates,
                surroundings: office.world.surroundings(account: "x")
            )
        } throws: { error in
            if case CaseworkError.officeExists = error { true } else { false }
        }
    }

    @Test func `keeps its keys to its owner`() throws {
        let office = try TestOffice()
        for path in [office.home.logKey, office.home.signingKey] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        for path in [office.home.path, office.home.keys] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
        }
    }
}
