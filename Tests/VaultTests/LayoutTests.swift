import Testing

@testable import Vault

@Suite struct `The layout of the vault` {
    let layout = VaultLayout(home: "/home/office/.local/share/dossier")
    let digest = FileDigest(hex: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")!

    @Test func `every path is the literal one that others read`() {
        #expect(layout.folder == "/home/office/.local/share/dossier/vault")
        #expect(layout.objects == "/home/office/.local/share/dossier/vault/objects")
        #expect(layout.objectFolder(0x0a) == "/home/office/.local/share/dossier/vault/objects/0a")
        #expect(
            layout.object(digest)
                == "/home/office/.local/share/dossier/vault/objects/e3/"
                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(
            layout.relativeObject(digest)
                == "objects/e3/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        )
        #expect(layout.incoming == "/home/office/.local/share/dossier/vault/incoming")
        #expect(layout.session(7) == "/home/office/.local/share/dossier/vault/incoming/7")
        #expect(layout.sessionLock(7) == "/home/office/.local/share/dossier/vault/incoming/7/lock")
        #expect(
            layout.incomingFile(session: 7, slot: 12)
                == "/home/office/.local/share/dossier/vault/incoming/7/12"
        )
        #expect(VaultLayout.folderMode == 0o700)
        #expect(VaultLayout.objectMode == 0o400)
    }
}

@Suite struct `A file digest` {
    static let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

    @Test func `reading and writing gives the same text`() {
        #expect(FileDigest(hex: Self.hex)?.hex == Self.hex)
        #expect(FileDigest(bytes: FileDigest(hex: Self.hex)!.bytes)?.hex == Self.hex)
    }

    @Test(arguments: [
        "", "ba78", hex.uppercased(), hex + "0", String(hex.dropLast()) + "g", " " + hex.dropFirst(),
        String(hex.dropLast()) + "é",
    ])
    func `nothing but 64 lower-case digits names an object`(text: String) {
        #expect(FileDigest(hex: text) == nil)
    }

    @Test func `digests sort as their texts do`() {
        let texts = (0..<200).map { seed in
            FileDigest(bytes: noise(32, seed: UInt64(seed)))!.hex
        }
        #expect(texts.compactMap(FileDigest.init(hex:)).sorted().map(\.hex) == texts.sorted())
    }
}
