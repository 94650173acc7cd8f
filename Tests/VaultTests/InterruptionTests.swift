import Foundation
import Glibc
import Synchronization
import Testing

@testable import Vault

/// Where a take-in is when it is killed.
enum Moment: String, Codable, CaseIterable, Sendable {
    case whileReading
    case beforeTheFirstSync
    case betweenTwoSyncs
    case betweenTheNamesAndTheFolders
    case betweenTwoFolders
    case afterTheFirstResult
}

@Suite struct `A take-in that is killed` {
    static let count = 60
    let scratch = Scratch()

    @Test(arguments: Moment.allCases)
    func `leaves no half object, and doing it again finishes it`(moment: Moment) async throws {
        for number in 0..<Self.count { scratch.write("\(number)", noise(300_000, seed: UInt64(number))) }

        await #expect(processExitsWith: .signal(SIGKILL)) {
            [home = scratch.home as String, source = scratch.source as String, moment] in
            try takeInAndDie(home: home, source: source, at: moment)
        }

        let vault = try Vault(home: scratch.home)
        #expect(vault.sessions().count == 1)
        #expect(try vault.verify() == [])  // what has a name is whole
        let before = vault.objectFiles().count
        switch moment {
        case .whileReading, .beforeTheFirstSync, .betweenTwoSyncs: #expect(before == 0)
        default: #expect(before == Self.count)
        }

        let results = try scratch.takeIn(vault).takenIn
        #expect(results.count == Self.count)
        #expect(results.count { $0.isDuplicate } == before)
        #expect(vault.sessions() == [])
        #expect(try vault.verify(expected: results.map { .init(digest: $0.digest, size: $0.size) }) == [])
    }

    @Test(arguments: [3, 10, 20, 40, 80])
    func `at any moment leaves no half object`(milliseconds: UInt32) async throws {
        for number in 0..<Self.count { scratch.write("\(number)", noise(300_000, seed: UInt64(number))) }

        await #expect(processExitsWith: .signal(SIGKILL)) {
            [home = scratch.home as String, source = scratch.source as String, milliseconds] in
            let vault = try Vault.create(home: home)
            Thread.detachNewThread {
                usleep(milliseconds * 1_000)
                kill(getpid(), SIGKILL)
            }
            while true { _ = try vault.takeIn([RawPath(source)]) }
        }

        let vault = try Vault(home: scratch.home)
        #expect(try vault.verify() == [])
        #expect(try scratch.takeIn(vault).takenIn.count == Self.count)
        #expect(vault.sessions() == [])
        #expect(try vault.verify() == [])
    }

    @Test func `is not cleared away while it lives`() throws {
        let vault = try scratch.vault()
        let session = try IncomingSession.begin(in: vault.layout)
        close(creat(session.file(0), 0o400))
        #expect(try IncomingSession.removeStale(in: vault.layout) == 0)
        #expect(vault.sessions() == ["1"])
        let second = try IncomingSession.begin(in: vault.layout)
        #expect(second.number == 2)
        try second.end()
        try session.end()
        #expect(vault.sessions() == [])
    }

    @Test func `between making its folder and locking it is cleared away`() throws {
        let vault = try scratch.vault()
        mkdir(vault.layout.session(1), 0o700)
        mkdir("\(vault.layout.incoming)/not-a-session", 0o700)
        #expect(try IncomingSession.removeStale(in: vault.layout) == 1)
        #expect(vault.sessions() == ["not-a-session"])
    }
}

private func takeInAndDie(home: String, source: String, at moment: Moment) throws {
    var vault = try Vault.create(home: home)
    let calls = Mutex((files: 0, folders: 0))
    let real = Durability.real
    vault.durability.syncFile = { file in
        let count = calls.withLock {
            $0.files += 1
            return $0.files
        }
        if moment == .beforeTheFirstSync || (moment == .betweenTwoSyncs && count == 20) { die() }
        return real.syncFile(file)
    }
    vault.durability.syncFolder = { folder in
        // The folder of objects is synced whenever it gets a new folder; those of the names come last.
        if moment == .betweenTheNamesAndTheFolders, sessionIsEmpty(home) { die() }
        let count = calls.withLock { calls in
            calls.folders += sessionIsEmpty(home) ? 1 : 0
            return calls.folders
        }
        if moment == .betweenTwoFolders, count == 20 { die() }
        return real.syncFolder(folder)
    }
    try vault.takeIn(
        [RawPath(source)],
        progress: { if moment == .whileReading, $0.bytes > 9_000_000 { die() } }
    ) { _ in if moment == .afterTheFirstResult { die() } }
}

/// Whether every copy of the first session has got its name, so that only the lock is left.
private func sessionIsEmpty(_ home: String) -> Bool {
    let session = VaultLayout(home: home).session(1)
    return (try? FileManager.default.contentsOfDirectory(atPath: session))?.count == 1
}

private func die() -> Never {
    kill(getpid(), SIGKILL)
    while true { pause() }
}
