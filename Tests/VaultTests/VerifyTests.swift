import Foundation
import Glibc
import Synchronization
import Testing

@testable import Vault

@Suite struct `Verifying the vault` {
    let scratch = Scratch()
    let vault: Vault
    /// What was taken in: sizes 1, 10, 100, … 10,000,000.
    let held: [TakenIn]

    init() throws {
        vault = try scratch.vault()
        for power in 0..<8 {
            scratch.write("\(power)", noise(Int(pow(10, Double(power))), seed: UInt64(power)))
        }
        held = try scratch.takeIn(vault).takenIn
    }

    private var expected: [ExpectedObject] {
        held.map { ExpectedObject(digest: $0.digest, size: $0.size) }
    }

    private func path(_ index: Int) -> String { vault.layout.object(held[index].digest) }
    private func relative(_ index: Int) -> String { vault.layout.relativeObject(held[index].digest) }

    private func finding(_ index: Int, _ problem: VaultFinding.Problem) -> VaultFinding {
        VaultFinding(path: relative(index), digest: held[index].digest, problem: problem)
    }

    /// Changes the bytes of an object behind the vault's back, its permissions left as they are.
    private func overwrite(_ index: Int, at offset: Int, _ bytes: [UInt8]) {
        chmod(path(index), 0o600)
        let file = open(path(index), O_WRONLY)
        pwrite(file, bytes, bytes.count, offset)
        close(file)
        chmod(path(index), 0o400)
    }

    @Test func `finds nothing in a sound vault, whatever the number of threads`() throws {
        for threads in [1, 2, 5] { #expect(try vault.verify(expected: expected, threads: threads) == []) }
        #expect(try vault.verify() == [])
    }

    @Test(arguments: [0, 3, 7])
    func `finds one changed bit, and says what the bytes are now`(index: Int) throws {
        let bytes = try vault.bytes(of: held[index].digest)
        let position = bytes.count / 2
        overwrite(index, at: position, [bytes[position] ^ 0x10])
        let found = try #require(run("sha256sum", path(index))).prefix(64)
        #expect(
            try vault.verify(expected: expected) == [
                finding(
                    index,
                    .altered(foundDigest: FileDigest(hex: String(found))!, foundSize: held[index].size)
                )
            ]
        )
    }

    @Test func `finds an object cut short, and without a list of what to expect an altered one`() throws {
        chmod(path(5), 0o600)
        truncate(path(5), 99_999)
        chmod(path(5), 0o400)
        let found = FileDigest(hex: String(try #require(run("sha256sum", path(5))).prefix(64)))!
        #expect(
            try vault.verify(expected: expected) == [
                finding(5, .truncated(expectedSize: 100_000, foundSize: 99_999, foundDigest: found))
            ]
        )
        #expect(try vault.verify() == [finding(5, .altered(foundDigest: found, foundSize: 99_999))])
    }

    @Test func `finds what is missing, a whole folder of it too`() throws {
        unlink(path(2))
        rmdir(vault.layout.objectFolder(held[2].digest.firstByte))
        #expect(try vault.verify() == [])
        #expect(try vault.verify(expected: expected) == [finding(2, .missing(expectedSize: 100))])
    }

    @Test func `finds a size that was recorded wrong`() throws {
        let wrong = [ExpectedObject(digest: held[3].digest, size: 1_001)]
        #expect(
            try vault.verify(expected: wrong) == [
                finding(3, .sizeDisagrees(expectedSize: 1_001, foundSize: 1_000))
            ]
        )
    }

    @Test func `finds an object in the wrong folder, where nobody would look for it`() throws {
        let folder = vault.layout.objectFolder(held[1].digest.firstByte &+ 1)
        mkdir(folder, 0o700)
        rename(path(1), "\(folder)/\(held[1].digest.hex)")
        let findings = try vault.verify(expected: expected)
        #expect(
            Set(findings.map(\.problem)) == [
                .misplaced(expectedPath: relative(1)), .missing(expectedSize: 10),
            ]
        )
        #expect(findings.allSatisfy { $0.digest == held[1].digest })
    }

    @Test func `finds files and folders that are not the vault's, without opening them`() throws {
        let objects = vault.layout.objects
        let folder = vault.layout.objectFolder(held[0].digest.firstByte)
        mkdir("\(objects)/AA", 0o700)
        mkdir("\(objects)/zz", 0o700)
        mkfifo("\(folder)/pipe", 0o600)
        symlink("/etc/hostname", "\(folder)/\(held[0].digest.hex.dropLast())z")
        for name in ["\(objects)/note.txt", "\(vault.layout.folder)/cache", "\(folder)/.nfs0001"] {
            close(creat(name, 0o400))
        }
        let prefix = "objects/\(hexadecimal(held[0].digest.firstByte))"
        let findings = try vault.verify(expected: expected)
        #expect(
            findings.map(\.path)
                == [
                    "cache", "objects/AA", "objects/note.txt", "objects/zz", "\(prefix)/.nfs0001",
                    "\(prefix)/\(held[0].digest.hex.dropLast())z", "\(prefix)/pipe",
                ].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        )
        #expect(findings.allSatisfy { $0.problem == .foreign && $0.digest == nil })
    }

    @Test func `finds a link or a folder in an object's place`() throws {
        rename(path(4), "\(scratch.path)/moved")
        symlink("\(scratch.path)/moved", path(4))
        unlink(path(3))
        mkdir(path(3), 0o700)
        #expect(
            Set(try vault.verify(expected: expected)) == [
                finding(4, .foreign), finding(4, .missing(expectedSize: 10_000)),
                finding(3, .foreign), finding(3, .missing(expectedSize: 1_000)),
            ]
        )
        #expect(throws: (any Error).self) { try vault.open(held[4].digest).size }
    }

    @Test func `finds permissions that let others in, and a second name for an object`() throws {
        chmod(path(6), 0o644)
        chmod(vault.layout.objects, 0o755)
        link(path(0), "\(scratch.path)/second")
        #expect(
            try vault.verify(expected: expected)
                == [
                    finding(6, .permissions(expected: 0o400, found: 0o644)),
                    finding(0, .linkedElsewhere(links: 2)),
                    VaultFinding(
                        path: "objects",
                        digest: nil,
                        problem: .permissions(expected: 0o700, found: 0o755)
                    ),
                ].sorted(by: VaultFinding.inOrder)
        )
    }

    @Test func `collects every finding of one object`() throws {
        overwrite(2, at: 0, Array("something else".utf8))
        chmod(path(2), 0o777)
        #expect(try vault.verify().map(\.code) == ["vault.altered", "vault.permissions"])
    }

    @Test func `an object that cannot be read is told apart from an altered one`() throws {
        guard geteuid() == 0 else {
            chmod(path(3), 0)
            #expect(try vault.verify().contains(finding(3, .unreadable(errno: EACCES))))
            return
        }
        guard mount("/proc/self/mem", path(3), nil, 4_096 /* MS_BIND */, nil) == 0 else {
            try Test.cancel("this system lets every file be read, and nothing be mounted")
        }
        defer { umount2(path(3), 2 /* MNT_DETACH */) }
        #expect(try vault.verify() == [finding(3, .unreadable(errno: EIO))])
    }

    @Test func `a vault that is not there is an error, not a list of findings`() throws {
        rename(vault.layout.objects, "\(scratch.path)/gone")
        #expect(
            throws: VaultError.system(call: "open", path: vault.layout.objects, errno: ENOENT)
        ) { try vault.verify() }
    }

    @Test func `progress ends at everything, and cancelling is an error`() throws {
        let last = Mutex(VaultProgress())
        _ = try vault.verify(progress: { now in last.withLock { $0 = now } })
        let bytes: UInt64 = 11_111_111
        let whole = VaultProgress(files: 8, bytes: bytes, filesFound: 8, bytesFound: bytes)
        #expect(last.withLock { $0 } == whole)
        #expect(throws: VaultError.cancelled) { try vault.verify(isCancelled: { true }) }
    }

    @Test func `a duplicate of a damaged object is not called taken in`() throws {
        chmod(path(3), 0o600)
        truncate(path(3), 10)
        let copy = scratch.write("again", noise(1_000, seed: 3))
        let reason = try vault.takeIn([RawPath(copy)]).notTakenIn.first?.reason
        #expect(
            reason
                == .storedCopyDamaged(
                    .init(digest: held[3].digest, expectedSize: 1_000, foundSize: 10, foundDigest: nil)
                )
        )
    }

    @Test func `an altered object of the right size is noticed when asked to reread duplicates`() throws {
        overwrite(3, at: 10, [1, 2, 3])
        let copy = scratch.write("again", noise(1_000, seed: 3))
        #expect(try vault.takeIn([RawPath(copy)]).takenIn.first?.isDuplicate == true)
        let found = FileDigest(hex: String(try #require(run("sha256sum", path(3))).prefix(64)))!
        let results = try vault.takeIn([RawPath(copy)], options: TakeInOptions(rereadsDuplicates: true))
        #expect(
            results.notTakenIn.first?.reason
                == .storedCopyDamaged(
                    .init(
                        digest: held[3].digest,
                        expectedSize: 1_000,
                        foundSize: 1_000,
                        foundDigest: found
                    )
                )
        )
    }
}

@Suite struct `Reading objects` {
    let scratch = Scratch()

    @Test(arguments: [0, 1, 1 << 20, 1 << 20 + 1, 3 << 20 + 17])
    func `the bytes come back as they went in`(size: Int) throws {
        let vault = try scratch.vault()
        scratch.write("a", noise(size, seed: 9))
        let file = try #require(try scratch.takeIn(vault).takenIn.first)
        #expect(try vault.bytes(of: file.digest) == noise(size, seed: 9))
        #expect(try vault.contains(file.digest))
        #expect(try vault.size(of: file.digest) == UInt64(size))
    }

    @Test func `chunks are of one MiB, and a caller's error ends the reading`() throws {
        struct Enough: Error {}
        let vault = try scratch.vault()
        scratch.write("a", noise(2_500_000, seed: 9))
        let digest = try #require(try scratch.takeIn(vault).takenIn.first).digest
        var sizes: [Int] = []
        try vault.open(digest).forEachChunk { sizes.append($0.count) }
        #expect(sizes == [1_048_576, 1_048_576, 402_848])
        sizes = []
        #expect(throws: Enough.self) {
            try vault.open(digest).forEachChunk {
                sizes.append($0.count)
                throw Enough()
            }
        }
        #expect(sizes.count == 1)
    }

    @Test func `what is not held is an error that names the digest`() throws {
        let vault = try scratch.vault()
        let digest = FileDigest(bytes: [UInt8](repeating: 7, count: 32))!
        #expect(try !vault.contains(digest))
        #expect(throws: VaultError.notHeld(digest)) { try vault.size(of: digest) }
        #expect(throws: VaultError.notHeld(digest)) { try vault.open(digest).size }
    }

    @Test func `every object is listed once, in order`() throws {
        let vault = try scratch.vault()
        for number in 0..<500 { scratch.write("\(number)", noise(number + 1, seed: UInt64(number))) }
        let taken = try scratch.takeIn(vault).takenIn
        var listed: [ExpectedObject] = []
        try vault.forEachObject { digest, size in
            listed.append(ExpectedObject(digest: digest, size: size))
        }
        #expect(
            listed
                == taken.map { ExpectedObject(digest: $0.digest, size: $0.size) }
                .sorted { $0.digest < $1.digest }
        )
    }

    @Test func `a home without a vault is an error`() {
        #expect(throws: VaultError.self) { try Vault(home: scratch.home) }
        #expect(throws: VaultError.self) { try Vault.create(home: "\(scratch.home)/no/such") }
    }
}
