import Foundation
import Ledger
import Testing

/// The root by a second implementation, which knows only casefile.xml: recompute_root.py.
@Suite(.enabled(if: SecondImplementation.isPossible)) struct RecomputedRootTests {
    let sample: SampleLog
    init() throws { sample = try SampleLog.withTwentyRecords() }

    @Test func agreesWithTheLedger() throws {
        let outcome = try recompute(caseFile())
        #expect(outcome.status == 0)
        let root = try TreeHead(text: sample.ledger.checkpoint(of: SampleLog.log).text).root
        #expect(outcome.output.contains("20 leaves, root \(root)"))
    }

    /// An edition that leaves a record out proves the rest by its leaf.
    @Test func agreesWhereARecordIsWithheld() throws {
        #expect(try recompute(caseFile(withholding: [0, 6, 18])).status == 0)
    }

    /// Two spellings of one record have one canonical form: the tree is of what the XML says.
    @Test func agreesWhateverTheSpellingOfTheXML() throws {
        let text = try caseFile().replacing(
            "<exhibit xmlns=\"urn:dossier:casefile:1\" id=",
            with: "<exhibit  xmlns='urn:dossier:casefile:1'\n id="
        )
        .replacing("a ledger", with: "a &#x6C;edger")
        #expect(try recompute(text).status == 0)
    }

    struct Change: CustomTestStringConvertible {
        let testDescription: String
        let part: String
        let replacement: String
        let named: String
    }

    @Test(arguments: [
        Change(
            testDescription: "a word of a record",
            part: "a ledger",
            replacement: "a letter",
            named: "root"
        ),
        Change(testDescription: "a salt", part: "00112233", replacement: "00112234", named: "root"),
        Change(
            testDescription: "the root in the file",
            part: "root=\"",
            replacement: "root=\"0",
            named: "root"
        ),
        Change(
            testDescription: "the size in the file",
            part: "size=\"20\"",
            replacement: "size=\"21\"",
            named: "size"
        ),
        Change(
            testDescription: "the size that is signed",
            part: "\n20\n",
            replacement: "\n21\n",
            named: "signature"
        ),
        Change(
            testDescription: "the origin",
            part: "origin=\"AHTU",
            replacement: "origin=\"AHTV",
            named: "origin"
        ),
    ])
    func findsWhatWasChanged(change: Change) throws {
        let outcome = try recompute(caseFile().replacing(change.part, with: change.replacement))
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("\(change.named): NOT"))
    }

    @Test func saysWhenItCouldNotLook() throws {
        #expect(try recompute("<caseFile").status == 2)
    }

    /// The part of a bundle's casefile.xml that the log is about.
    private func caseFile(withholding withheld: Set<Int> = []) throws -> String {
        let ledger = sample.ledger
        var records = ""
        try ledger.forEachEntry(of: SampleLog.log) { entry in
            let text = String(decoding: entry.bytes, as: UTF8.self)
            let isCurrent = try ledger.current(entry.record, in: SampleLog.log) == entry
            if withheld.contains(entry.seq) {
                records +=
                    "<withheld leaf=\"\(entry.leaf)\"><reason language=\"en\" law=\"x\">secret</reason></withheld>\n"
            } else {
                records += isCurrent ? "\(text)\n" : "<superseded>\(text)</superseded>\n"
            }
        }
        let note = try ledger.checkpoint(of: SampleLog.log)
        let head = try TreeHead(text: note.text)
        let key = try NoteKey(
            name: head.origin,
            algorithm: .ed25519,
            publicKey: SampleLog.key.office.publicKey
        )
        return """
            <caseFile xmlns="urn:dossier:casefile:1" schemaVersion="1.0">
            <about><place>not a record</place></about>
            <records>
            \(records)</records>
            <contents><content path="data/evidence/KT-1/photo.jpg"/></contents>
            <log origin="\(head.origin)" size="\(head.size)" root="\(head.root)"><key>\(key)</key>\
            <checkpoint>\(note)</checkpoint></log>
            </caseFile>
            """
    }

    private func recompute(_ caseFile: String) throws -> (status: Int32, output: String) {
        let path = sample.folder.file("casefile.xml")
        try Data(caseFile.utf8).write(to: URL(fileURLWithPath: path))
        return SecondImplementation.run(["python3", SecondImplementation.script, path])
    }
}

enum SecondImplementation {
    static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "recompute_root.py").path

    static let isPossible = ["python3", "xmllint", "openssl"].allSatisfy { run(["which", $0]).status == 0 }

    static func run(_ command: [String]) -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return (-1, "") }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
