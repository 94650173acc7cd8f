import Foundation
import Glibc
import Synchronization
import Testing

@testable import Vault

@Suite struct `Taking in` {
    let scratch = Scratch()

    @Test func `a file is stored under its digest, read-only, and told with its facts`() throws {
        let vault = try scratch.vault()
        let path = scratch.write("KT-1/photo.jpg", [0xFF, 0xD8, 0xFF, 0xE0] + noise(3_000_000, seed: 1))
        var times = [
            timespec(tv_sec: 1_000_000_000, tv_nsec: 5), timespec(tv_sec: 981_173_106, tv_nsec: 789),
        ]
        utimensat(AT_FDCWD, path, &times, 0)

        let results = try scratch.takeIn(vault)

        let file = try #require(results.takenIn.first)
        #expect(results.count == 1)
        #expect(file.source == 0)
        #expect(file.path.text == path)
        #expect(file.name == "photo.jpg")
        #expect(file.size == 3_000_004)
        #expect(file.mediaType == "image/jpeg")
        #expect(file.times.modified == FileTime(seconds: 981_173_106, nanoseconds: 789))
        #expect(file.times.accessed == FileTime(seconds: 1_000_000_000, nanoseconds: 5))
        #expect(file.times.changed > file.times.modified)
        #expect(!file.isDuplicate)
        #expect(file.notices == [])
        #expect(run("sha256sum", path)?.prefix(64) == Substring(file.digest.hex))
        let object = try FileStatus(of: vault.layout.object(file.digest))
        #expect(object.permissions == 0o400)
        #expect(object.links == 1)
        #expect(vault.sessions() == [])
        #expect(try vault.verify() == [])
    }

    @Test func `the source is left as it was, its access time too`() throws {
        let path = scratch.write("a/b.txt", noise(10_000, seed: 2))
        var times = [timespec(tv_sec: 10, tv_nsec: 0), timespec(tv_sec: 20, tv_nsec: 0)]
        for path in [path, "\(scratch.source)/a", scratch.source] { utimensat(AT_FDCWD, path, &times, 0) }
        let paths = [path, "\(scratch.source)/a", scratch.source]
        let before = try paths.map { try FileStatus(of: $0) }

        _ = try scratch.takeIn(try scratch.vault())

        #expect(try paths.map { try FileStatus(of: $0) } == before)
    }

    @Test func `results come in the order of the sources and of the names' bytes`() throws {
        for name in ["b/2", "b/10", "a", "Z", "b.txt", "c/d/e/f", "ক", "é"] {
            scratch.write(name, "of \(name)")
        }
        let vault = try scratch.vault()
        let other = Scratch()
        other.write("0", "zero")

        let results = try vault.takeIn([
            RawPath(other.source), RawPath("\(scratch.source)/"), RawPath("\(scratch.source)/a"),
        ])

        #expect(results.names == ["0", "Z", "a", "10", "2", "b.txt", "f", "é", "ক", "a"])
        #expect(results.takenIn.map(\.source) == [0, 1, 1, 1, 1, 1, 1, 1, 1, 2])
        #expect(results.takenIn.map(\.isDuplicate) == [Bool](repeating: false, count: 9) + [true])
        #expect(results.takenIn[1].path.text == "\(scratch.source)/Z")
    }

    @Test func `an empty file is taken in`() throws {
        let vault = try scratch.vault()
        scratch.write("empty", [])
        let file = try #require(try scratch.takeIn(vault).takenIn.first)
        #expect(file.digest.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(file.size == 0)
        #expect(try vault.size(of: file.digest) == 0)
        #expect(try vault.bytes(of: file.digest) == [])
    }

    @Test func `duplicates are stored once and said so, the same every time`() throws {
        for number in 0..<300 {
            scratch.write("\(number)", noise(500 + number / 3, seed: UInt64(number / 3)))
        }
        let results = try scratch.takeIn(try scratch.vault())
        let again = Scratch()
        let expected = try again.vault().takeIn([RawPath(scratch.source)])

        #expect(results == expected)
        #expect(results.takenIn.count == 300)
        #expect(try scratch.vault().objectFiles().count == 100)
        // Of each three, the first in the order of the results is the one that was new.
        var seen: Set<FileDigest> = []
        for file in results.takenIn { #expect(file.isDuplicate != seen.insert(file.digest).inserted) }
    }

    @Test(arguments: [1_000, 20 << 20])
    func `what the vault holds already is said to be a duplicate`(size: Int) throws {
        let vault = try scratch.vault()
        scratch.write("first", noise(size, seed: 3))
        #expect(try scratch.takeIn(vault).takenIn.map(\.isDuplicate) == [false])
        scratch.write("second", noise(size, seed: 3))
        scratch.write("same size, other bytes", noise(size, seed: 4))

        let results = try scratch.takeIn(vault).takenIn

        #expect(results.map(\.isDuplicate) == [true, false, true])
        #expect(Set(results.map(\.digest)).count == 2)
        #expect(vault.objectFiles().count == 2)
        #expect(try vault.verify() == [])
    }

    @Test func `hard links to one file are files like any other`() throws {
        scratch.write("a", "one file")
        link("\(scratch.source)/a", "\(scratch.source)/b")
        let results = try scratch.takeIn(try scratch.vault()).takenIn
        #expect(results.map(\.isDuplicate) == [false, true])
        #expect(try FileStatus(of: try scratch.vault().layout.object(results[0].digest)).links == 1)
    }

    @Test func `progress counts every file and byte, and a survey foretells them`() throws {
        for number in 0..<50 { scratch.write("\(number % 5)/\(number)", noise(70_000, seed: UInt64(number))) }
        let vault = try scratch.vault()
        let last = Mutex(VaultProgress())
        try vault.takeIn([RawPath(scratch.source)], progress: { now in last.withLock { $0 = now } }) { _ in }
        let expected = VaultProgress(files: 50, bytes: 3_500_000, filesFound: 50, bytesFound: 3_500_000)
        #expect(last.withLock { $0 } == expected)
        let survey = try vault.survey([RawPath(scratch.source)])
        #expect(survey == VaultProgress(filesFound: 50, bytesFound: 3_500_000))
    }

    @Test func `cancelling keeps what was copied, tells of it, and leaves nothing half-written`() throws {
        for number in 0..<40 { scratch.write("\(number)", noise(2 << 20, seed: UInt64(number))) }
        let vault = try scratch.vault()
        let done = Mutex(0)
        var results: [TakeInResult] = []

        #expect(throws: VaultError.cancelled) {
            try vault.takeIn(
                [RawPath(scratch.source)],
                options: TakeInOptions(threads: 2),
                progress: { now in done.withLock { $0 = now.files } },
                isCancelled: { done.withLock { $0 >= 10 } }
            ) { results.append($0) }
        }

        #expect(results.count == 40)
        #expect((10...14).contains(results.takenIn.count))
        #expect(results.notTakenIn.allSatisfy { $0.reason == .stopped })
        #expect(vault.objectFiles().count == results.takenIn.count)
        #expect(vault.sessions() == [])
        #expect(try vault.verify() == [])
    }

    @Test func `two take-ins at once leave one another alone`() async throws {
        for number in 0..<200 { scratch.write("\(number)", noise(20_000, seed: UInt64(number))) }
        let vault = try scratch.vault()
        let source = RawPath(scratch.source)
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask { try vault.takeIn([source]).takenIn.count { !$0.isDuplicate } }
            }
            return try await group.reduce(0, +)
        }
        #expect(counts == 200)
        #expect(vault.sessions() == [])
        #expect(try vault.verify() == [])
    }

    @Test func `a folder of more files than a batch goes in whole`() throws {
        let count = TakeInBatch.mostSteps + 1_000
        for number in 0..<count { scratch.write("\(number / 1_000)/\(number)", "file \(number % 4_500)") }
        let vault = try scratch.vault()
        let results = try scratch.takeIn(vault)
        #expect(results.takenIn.count == count)
        #expect(results.takenIn.count { $0.isDuplicate } == count - 4_500)
        #expect(results.names == results.names.sorted { Int($0)! / 1_000 < Int($1)! / 1_000 })
        #expect(vault.objectFiles().count == 4_500)
    }
}
