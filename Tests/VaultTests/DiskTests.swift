import Foundation
import Glibc
import Synchronization
import Testing

@testable import Vault

@Suite struct `A disk that is full` {
    let scratch = Scratch()

    @Test func `is an error with its facts; what went in before stays, and nothing half-written`() throws {
        guard mount("tmpfs", scratch.home, "tmpfs", 0, "size=8m") == 0 else {
            try Test.cancel("this system does not let the tests mount a small disk")
        }
        defer { umount2(scratch.home, 2 /* MNT_DETACH */) }
        for number in 0..<12 { scratch.write("\(number)", noise(1 << 20, seed: UInt64(number))) }
        let vault = try scratch.vault()
        var results: [TakeInResult] = []

        let error = #expect(throws: VaultError.self) {
            try vault.takeIn([RawPath(scratch.source)]) { results.append($0) }
        }

        guard case .full(let facts) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(facts.vault == vault.layout.folder)
        #expect(facts.fileSize == 1 << 20)
        #expect(facts.available < 1 << 20)
        #expect(facts.errno == ENOSPC)
        #expect(results.count == 12)
        #expect((5...8).contains(results.takenIn.count))
        #expect(results.notTakenIn.allSatisfy { $0.reason == .stopped })
        let held = results.takenIn.map { ExpectedObject(digest: $0.digest, size: $0.size) }
        #expect(try vault.verify(expected: held) == [])
        #expect(vault.objectFiles().count == held.count)
        #expect(vault.sessions() == [])

        // With room again, doing it again finishes it.
        try #require(mount("", scratch.home, "", 32 /* MS_REMOUNT */, "size=32m") == 0)
        let again = try scratch.takeIn(vault).takenIn
        #expect(again.count == 12)
        #expect(again.count { $0.isDuplicate } == held.count)
    }

    @Test func `that has no room even for a folder is told the same way`() throws {
        guard mount("tmpfs", scratch.home, "tmpfs", 0, "nr_inodes=12") == 0 else {
            try Test.cancel("this system does not let the tests mount a small disk")
        }
        defer { umount2(scratch.home, 2 /* MNT_DETACH */) }
        for number in 0..<5 { scratch.write("\(number)", "evidence \(number)") }
        let vault = try scratch.vault()
        let error = #expect(throws: VaultError.self) { try scratch.takeIn(vault) }
        guard case .full(let facts) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(facts.errno == ENOSPC)
        #expect(try vault.verify() == [])
        #expect(vault.sessions() == [])
    }
}

/// What is on the disk when the power goes, which a killed process cannot show: the kernel still has it all.
///
/// The vault lies on an ext4 file system in an image file. A copy of the image at a chosen moment is what a
/// power cut would leave; it is mounted (which replays its journal) and looked at. To show that the test can
/// fail, it also runs with one of the syncs left out.
@Suite(.serialized) struct `A power cut` {
    let scratch = Scratch()

    enum Sync: String, CaseIterable, Sendable {
        case all
        case noFiles
        case noFolders
    }

    @Test(arguments: Sync.allCases)
    func `takes nothing that was reported as taken in`(sync: Sync) throws {
        let disk = try Disk()
        for number in 0..<40 { scratch.write("\(number)", noise(40_000 + number, seed: UInt64(number))) }
        var vault = try Vault.create(home: disk.mountPoint)
        if sync == .noFiles {
            vault.durability.startWriting = { _, _, _ in }
            vault.durability.syncFile = { _ in 0 }
        }
        if sync == .noFolders { vault.durability.syncFolder = { _ in 0 } }

        var reported: [ExpectedObject] = []
        let cut = Once()
        var failed = false
        try vault.takeIn([RawPath(scratch.source)]) { result in
            // Everything of the batch is reported in one go: the disk as it is at the first report counts.
            if cut.isFirst() { failed = !disk.copyImage() }
            if case .takenIn(let file) = result {
                reported.append(ExpectedObject(digest: file.digest, size: file.size))
            }
        }
        #expect(!failed)
        #expect(reported.count == 40)

        let left = try disk.findings { try Vault(home: $0).verify(expected: reported) }
        if sync == .all {
            #expect(left == [])
        } else {
            #expect(!left.isEmpty, "the test would not notice a missing sync")
        }
    }

    @Test(arguments: [1, 5, 40, 45]) func `in the middle leaves whole objects only`(call: Int) throws {
        let disk = try Disk()
        for number in 0..<40 { scratch.write("\(number)", noise(40_000, seed: UInt64(number))) }
        var vault = try Vault.create(home: disk.mountPoint)
        let calls = Mutex(0)
        let real = Durability.real
        let sync: @Sendable (CInt) -> CInt = { number in
            let count = calls.withLock { calls in
                calls += 1
                return calls
            }
            if count == call { _ = disk.copyImage() }
            return real.syncFile(number)
        }
        vault.durability.syncFile = sync
        vault.durability.syncFolder = sync
        _ = try scratch.takeIn(vault)
        #expect(try disk.findings { try Vault(home: $0).verify() } == [])
    }
}

/// A small ext4 file system in an image file, mounted.
private final class Disk: Sendable {
    let scratch = Scratch()
    var mountPoint: String { scratch.home }
    private var image: String { "\(scratch.path)/disk.img" }
    private var copy: String { "\(scratch.path)/copy.img" }

    init() throws {
        guard geteuid() == 0, run("truncate", "-s", "32M", image) != nil,
            run("mkfs.ext4", "-q", "-F", image) != nil, run("mount", "-o", "loop", image, mountPoint) != nil
        else { try Test.cancel("this system does not let the tests mount a disk of their own") }
    }

    deinit {
        run("umount", "-l", mountPoint)
    }

    /// Copies the image as it is now: what the mounted file system has handed to its disk, and no more.
    func copyImage() -> Bool {
        run("cp", image, copy) != nil
    }

    /// Mounts the copy, and calls `body` with the folder it is in.
    func findings(_ body: (String) throws -> [VaultFinding]) throws -> [VaultFinding] {
        let folder = "\(scratch.path)/after"
        mkdir(folder, 0o700)
        try #require(run("mount", "-o", "loop", copy, folder) != nil)
        defer { run("umount", "-l", folder) }
        do {
            return try body(folder).filter { $0.path != "lost+found" }
        } catch VaultError.system(_, let path, ENOENT) {
            // Not even the folders are there.
            return [VaultFinding(path: path, digest: nil, problem: .foreign)]
        }
    }
}
