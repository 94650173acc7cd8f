import Bundles
import Foundation
import Signatures
import Testing

/// Programs that know nothing of Dossier take the bundle for what it says it is, and see when it is not.
@Suite struct `Programs that are not ours` {
    /// A bundle unpacked, and its container beside.
    private final class Unpacked {
        let scratch: Scratch
        let folder: String
        let container: String
        let trust: String

        init(changing change: (inout Container) -> Void = { _ in }) throws {
            scratch = try Scratch()
            folder = try scratch.folder()
            container = scratch.path + "/x.asice"
            trust = scratch.path + "/trust.pem"
            try SmallCase().write(to: container, in: scratch)
            var entries = try Container(reading: container)
            change(&entries)
            for (path, bytes) in entries.entries {
                let file = URL(fileURLWithPath: folder + "/" + path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(bytes).write(to: file)
            }
            try Data(TestOffice.shared.authority.certificate.pem.utf8).write(to: URL(fileURLWithPath: trust))
        }
    }

    private func xmlsec1(_ unpacked: Unpacked, trusting: String? = nil) throws -> Int32 {
        try Command.xmlsec1!.run(
            [
                "--verify", "--trusted-pem", trusting ?? unpacked.trust,
                "--verification-gmt-time", "2026-03-20 12:00:00",
                "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id",
                "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", "META-INF/signatures001.xml",
            ],
            in: unpacked.folder
        ).status
    }

    @Test(.enabled(if: Command.xmlsec1 != nil, "xmlsec1 is not installed"))
    func `xmlsec1 verifies the signature, and refuses an original that was changed`() throws {
        #expect(try xmlsec1(try Unpacked()) == 0)
        #expect(try xmlsec1(try Unpacked { $0["data/evidence/KT-1/photo.jpg"][5] ^= 1 }) != 0)
        let impostor = try Scratch()
        let pem = impostor.path + "/impostor.pem"
        try Data(TestOffice.impostor.authority.certificate.pem.utf8).write(to: URL(fileURLWithPath: pem))
        #expect(try xmlsec1(try Unpacked(), trusting: pem) != 0)
    }

    @Test(.enabled(if: Command.bagit != nil, "bagit.py is not in .venv: tools/setup puts it there"))
    func `bagit.py takes the folder for a bag, and sees an original that was changed`() throws {
        let whole = try Unpacked()
        let (status, output) = try Command.bagit!.run(["--validate", whole.folder], in: whole.folder)
        #expect(status == 0, "\(output)")
        let changed = try Unpacked { $0["data/evidence/KT-1/photo.jpg"][5] ^= 1 }
        #expect(try Command.bagit!.run(["--validate", changed.folder], in: changed.folder).status != 0)
    }

    @Test(.enabled(if: Command.xmllint != nil, "xmllint is not installed"))
    func `xmllint finds the case file valid, keys and references among it`() throws {
        func status(_ unpacked: Unpacked) throws -> Int32 {
            try Command.xmllint!.run(
                ["--nonet", "--noout", "--schema", "data/schema/casefile.xsd", "data/casefile.xml"],
                in: unpacked.folder
            ).status
        }
        #expect(try status(try Unpacked()) == 0)
        let small = try SmallCase()
        let dangling = try Unpacked { container in
            container.editCaseFile { $0.replacing(small.leaves[small.index("flat")].text, with: "") }
        }
        #expect(try status(dangling) != 0)
    }

    @Test(.enabled(if: Command.xsltproc != nil, "xsltproc is not installed"))
    func `xsltproc makes the same page of the case file`() throws {
        let unpacked = try Unpacked()
        let (status, output) = try Command.xsltproc!.run(
            ["--nonet", "--nowrite", "--nomkdir", "data/schema/casefile.xsl", "data/casefile.xml"],
            in: unpacked.folder
        )
        #expect(status == 0)
        let ours = try String(contentsOfFile: unpacked.folder + "/data/index.html", encoding: .utf8)
        #expect(output == ours)
    }

    @Test(.enabled(if: Command.xsltproc != nil, "xsltproc is not installed"))
    func `xsltproc runs the rules of the bundle on its case file`() throws {
        let unpacked = try Unpacked()
        let (status, output) = try Command.xsltproc!.run(
            ["--nonet", "--nowrite", "--nomkdir", "data/rules/rules.xsl", "data/casefile.xml"],
            in: unpacked.folder
        )
        #expect(status == 0)
        #expect(output == "2 exhibits")
    }

    @Test(.enabled(if: Command.unzip != nil, "unzip is not installed"))
    func `unzip finds the container whole`() throws {
        let unpacked = try Unpacked()
        let (status, output) = try Command.unzip!.run(["-tqq", unpacked.container], in: unpacked.folder)
        #expect(status == 0, "\(output)")
    }

    private static let recompute = Checkout.folder.appending(path: "Tests/LedgerTests/recompute_root.py").path

    @Test(
        .enabled(
            if: Command.python != nil && FileManager.default.fileExists(atPath: recompute),
            "there is no Python, or no Tests/LedgerTests/recompute_root.py"
        )
    )
    func `the script that recomputes the root comes to the signed one`() throws {
        let unpacked = try Unpacked()
        let (status, output) = try Command.python!.run(
            [Self.recompute, "data/casefile.xml"],
            in: unpacked.folder
        )
        #expect(status == 0, "\(output)")
        #expect(output.contains(try SmallCase().proof().root))
    }

    @Test(
        .enabled(
            if: Command.java != nil && Checkout.find("shared/tools/AsicVerify.java") != nil,
            "there is no JDK, or no shared/tools beside the checkout"
        )
    )
    func `the JDK's signatures and schemas accept it`() throws {
        let unpacked = try Unpacked()
        let verify = try Command.java!.run(
            [Checkout.find("shared/tools/AsicVerify.java")!, unpacked.container],
            in: unpacked.folder
        )
        #expect(verify.status == 0, "\(verify.output)")
        let validate = try Command.java!.run(
            [Checkout.find("shared/tools/XsdCheck.java")!, "data/schema/casefile.xsd", "data/casefile.xml"],
            in: unpacked.folder
        )
        #expect(validate.status == 0, "\(validate.output)")
    }
}
