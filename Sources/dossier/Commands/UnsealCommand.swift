internal import Archive
internal import ArgumentParser
internal import CaseFile
internal import Casework
internal import Foundation
internal import Sealing

struct UnsealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unseal",
        abstract: "Open the sealed cover in a bundle with your secret key.",
        discussion: """
            A bundle may carry parts that are sealed for one recipient each: identities of protected persons, and \
            records that a court has sealed. Which key opens a part is all that can be told from outside.

            Verify the bundle first (dossier verify): its signature covers the sealed parts like all else. No office is \
            needed.
            """
    )

    @OptionGroup var options: GlobalOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: "The bundle.", completion: .file())
    var bundle: String

    @Option(
        help: ArgumentHelp(
            "Your secret key: PKCS#8 in PEM, or a key file under a passphrase.",
            valueName: "file"
        ),
        completion: .file()
    )
    var key: String

    @Option(
        help: ArgumentHelp(
            "A new folder for what is inside; else it is shown on the terminal.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var output: String?

    func run() async throws {
        guard output != nil || isatty(STDOUT_FILENO) == 1 && !options.json else {
            throw InputError.notATerminal
        }
        let parts = try Self.parts(of: bundle)
        guard !parts.isEmpty else { throw InputError.nothingSealed(bundle) }
        let secret = try SecretKey(text: Input.bytes(of: key)) { try passphrase.ask(for: key) }
        let mine = parts.filter { SealedPart.recipient(of: $0.bytes) == secret.recipient.fingerprint }
        guard !mine.isEmpty else {
            throw InputError.sealedForOthers(parts.compactMap { SealedPart.recipient(of: $0.bytes) })
        }
        for part in mine {
            let cover = try SealedCover(opening: part.bytes, with: secret)
            options.terminal.note("\(part.name): sealed for \(secret.recipient.fingerprint)")
            if let output { try write(cover, part.name, to: output) } else { try show(cover) }
        }
    }

    /// The sealed parts of a bundle, by name.
    private static func parts(of bundle: String) throws -> [(name: String, bytes: [UInt8])] {
        let reader = try ArchiveReader(path: bundle)
        return try reader.directory.entries.filter { entry in
            entry.name.hasPrefix("data/sealed/") && entry.name.hasSuffix(".hpke")
        }.map { entry in
            (String(entry.name.dropFirst("data/sealed/".count)), try reader.bytes(of: entry))
        }
    }

    private func show(_ cover: SealedCover) throws {
        let terminal = options.terminal
        terminal.print(
            terminal.styled("case \(cover.caseNumber), sealed \(cover.madeAt) by \(cover.madeBy)", .strong)
        )
        for record in cover.records {
            terminal.print()
            terminal.print("\(record.kind.rawValue) \(record.head.id)")
            for line in try record.outline() { terminal.print("  " + line) }
        }
    }

    private func write(_ cover: SealedCover, _ name: String, to folder: String) throws {
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        let stem = folder + "/" + name.replacing(".hpke", with: "").replacing("/", with: "-")
        try PrivateOutput(stem + ".xml").write(cover.bytes)
        for picture in cover.pictures { try PrivateOutput(stem + "-" + picture.name).write(picture.bytes) }
        try options.terminal.json(Line(cover, part: name, output: folder))
        options.terminal.print(
            "wrote \(counted(cover.records.count, "record")) and \(counted(cover.pictures.count, "picture")) to \(folder)"
        )
    }

    private struct Line: Encodable {
        let part: String
        let `case`: String
        let number: String
        let madeAt: String
        let madeBy: String
        let records: Int
        let pictures: Int
        let output: String

        init(_ cover: SealedCover, part: String, output: String) {
            self.part = part
            `case` = cover.caseID.description
            number = cover.caseNumber
            madeAt = cover.madeAt
            madeBy = cover.madeBy
            records = cover.records.count
            pictures = cover.pictures.count
            self.output = output
        }
    }
}
