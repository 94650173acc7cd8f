import Foundation
import Glibc
import Testing

@testable import Vault

@Suite struct `Files that are not plain files` {
    let scratch = Scratch()

    @Test func `a link is reported with its target and neither followed nor stored`() throws {
        let secret = scratch.write("outside/secret", "not evidence")
        scratch.write("in/a", "evidence")
        symlink(secret, "\(scratch.source)/in/link")
        symlink("\(scratch.source)/outside", "\(scratch.source)/in/folder")
        symlink("nowhere", "\(scratch.source)/in/dangling")

        let vault = try scratch.vault()
        let results = try vault.takeIn([RawPath("\(scratch.source)/in")])

        #expect(results.names == ["a", "dangling", "folder", "link"])
        #expect(
            results.notTakenIn.map(\.reason) == [
                .link(target: "nowhere"), .link(target: RawPath("\(scratch.source)/outside")),
                .link(target: RawPath(secret)),
            ]
        )
        #expect(vault.objectFiles().count == 1)
    }

    @Test(arguments: ["", "/"])
    func `a link given as the source is not followed either`(slash: String) throws {
        scratch.write("real/a", "evidence")
        symlink("real", "\(scratch.source)/link")
        let results = try scratch.vault().takeIn([RawPath("\(scratch.source)/link\(slash)")])
        #expect(results.notTakenIn.map(\.reason) == [.link(target: "real")])
        #expect(results.takenIn == [])
    }

    @Test func `pipes, sockets and devices are reported and never opened`() throws {
        scratch.write("a", "evidence")
        mkfifo("\(scratch.source)/pipe", 0o600)
        #expect(makeSocket("\(scratch.source)/socket"))
        let vault = try scratch.vault()

        var results = try scratch.takeIn(vault)  // would wait for ever if it opened the pipe
        #expect(results.takenIn.map(\.name) == ["a"])
        #expect(results.notTakenIn.map(\.reason) == [.special(.pipe), .special(.socket)])

        results = try vault.takeIn(["/dev/zero"])
        #expect(results.notTakenIn.map(\.reason) == [.special(.characterDevice)])
    }

    @Test func `a source that is not there is named and the rest goes in`() throws {
        scratch.write("a", "evidence")
        let results = try scratch.vault().takeIn(["/no/such/file", RawPath("\(scratch.source)/a")])
        #expect(results.notTakenIn.map(\.reason) == [.unreadable(errno: ENOENT)])
        #expect(results.takenIn.map(\.source) == [1])
    }

    @Test func `a file that opens and cannot be read is named with the error`() throws {
        // The system's own: regular, and EIO on the first byte.
        let results = try scratch.vault().takeIn(["/proc/self/mem"])
        #expect(results.notTakenIn.map(\.reason) == [.unreadable(errno: EIO)])
        #expect(try scratch.vault().objectFiles() == [])
    }

    @Test func `a file without a size that has bytes is not taken for an empty one`() throws {
        let results = try scratch.vault().takeIn(["/proc/self/status"])
        guard case .changedWhileRead(let before, _) = try #require(results.notTakenIn.first).reason else {
            Issue.record("\(results)")
            return
        }
        #expect(before.size == 0)
    }

    @Test func `in a folder of thousands the unreadable one is named and the rest goes in`() throws {
        for number in 0..<3_000 { scratch.write("\(number)", "file \(number)") }
        let path = "\(scratch.source)/1234"
        let mounted = geteuid() == 0 && mount("/proc/self/mem", path, nil, 4_096 /* MS_BIND */, nil) == 0
        defer { if mounted { umount2(path, 2 /* MNT_DETACH */) } }
        if !mounted { chmod(path, 0) }
        guard mounted || access(path, R_OK) != 0 else {
            // Root reads everything, and may not mount here: what is left is a file that goes away.
            try Test.cancel("this system lets every file be read, and nothing be mounted")
        }

        let vault = try scratch.vault()
        let results = try scratch.takeIn(vault)

        #expect(results.notTakenIn.map(\.path.text) == [path])
        #expect(results.notTakenIn.map(\.reason) == [.unreadable(errno: mounted ? EIO : EACCES)])
        #expect(results.takenIn.count == 2_999)
        #expect(vault.objectFiles().count == 2_999)
        #expect(try vault.verify() == [])
    }

    @Test func `the vault is not taken into itself`() throws {
        let vault = try scratch.vault()
        let inside = Scratch()
        inside.write("a", "evidence")
        _ = try inside.takeIn(vault)
        let results = try vault.takeIn([RawPath(scratch.path)])
        #expect(results.notTakenIn.map(\.reason) == [.vaultItself])
        #expect(results.takenIn == [])
    }

    @Test func `a path longer than Linux takes is named, and its folder can be given instead`() throws {
        // Made step by step, since no single call could.
        let name = String(repeating: "n", count: 250)
        var folder = open(scratch.source, O_RDONLY | O_DIRECTORY)
        for _ in 0..<20 {
            mkdirat(folder, name, 0o700)
            let next = openat(folder, name, O_RDONLY | O_DIRECTORY)
            close(folder)
            folder = next
        }
        let file = openat(folder, "deep", O_WRONLY | O_CREAT, 0o600)
        close(file)
        close(folder)
        defer { run("rm", "-rf", scratch.source) }

        let results = try scratch.takeIn(try scratch.vault())

        guard case .pathTooLong(let bytes) = try #require(results.notTakenIn.first).reason else {
            Issue.record("\(results.count) results")
            return
        }
        #expect(bytes > 4_095)
        #expect(results.count == 1)
    }
}

@Suite struct `Files that change` {
    let scratch = Scratch()

    /// Takes in the source, calling `change` from inside each report of progress.
    private func takeIn(
        _ vault: Vault,
        change: @escaping @Sendable (VaultProgress) -> Void
    ) throws -> [TakeInResult] {
        var results: [TakeInResult] = []
        try vault.takeIn([RawPath(scratch.source)], progress: change) { results.append($0) }
        return results
    }

    @Test func `one that changes once while it is read is read again, and said so`() throws {
        let path = scratch.write("film", noise(3 << 20, seed: 1))
        let once = Once()
        let vault = try scratch.vault()
        let file = try #require(
            try takeIn(vault) { progress in
                if progress.bytes > 0, once.isFirst() { append("more", to: path) }
            }.takenIn.first
        )
        #expect(file.notices == [.readTwice])
        #expect(file.size == 3 << 20 + 4)
        #expect(try vault.bytes(of: file.digest) == noise(3 << 20, seed: 1) + Array("more".utf8))
    }

    @Test func `one that keeps changing is refused with what was seen, and the rest goes in`() throws {
        let path = scratch.write("log", noise(3 << 20, seed: 1))
        scratch.write("still", "evidence")
        let vault = try scratch.vault()
        let results = try takeIn(vault) { progress in
            if progress.bytes > 0 { append("more", to: path) }
        }
        guard case .changedWhileRead(let before, let after) = try #require(results.notTakenIn.first).reason
        else {
            Issue.record("\(results)")
            return
        }
        #expect(after.size > before.size)
        #expect(after.modified > before.modified)
        #expect(results.takenIn.map(\.name) == ["still"])
        #expect(vault.objectFiles().count == 1)
    }

    @Test func `one that grows faster than it is read does not hold up the rest`() throws {
        let path = scratch.write("log", noise(3 << 20, seed: 1))
        scratch.write("still", "evidence")
        let more = noise(2 << 20, seed: 2)
        let results = try takeIn(try scratch.vault()) { progress in
            guard progress.bytes > 0, progress.bytes < 100 << 20 else { return }
            let file = open(path, O_WRONLY | O_APPEND)
            _ = more.withUnsafeBytes { write(file, $0.baseAddress!, $0.count) }
            close(file)
        }
        #expect(results.notTakenIn.map(\.path.text) == [path])
        #expect(results.takenIn.map(\.name) == ["still"])
        #expect(try FileStatus(of: path).size < 50 << 20)
    }

    @Test func `one whose bytes change and whose size does not is caught too`() throws {
        let path = scratch.write("log", noise(3 << 20, seed: 1))
        let results = try takeIn(try scratch.vault()) { progress in
            guard progress.bytes > 0 else { return }
            let file = open(path, O_WRONLY)
            pwrite(file, "x", 1, 5)
            close(file)
        }
        guard case .changedWhileRead(let before, let after) = try #require(results.notTakenIn.first).reason
        else {
            Issue.record("\(results)")
            return
        }
        #expect(after.size == before.size)
    }

    @Test func `one that is gone when its turn comes is named`() throws {
        let path = scratch.write("a", "evidence")
        let results = try takeIn(try scratch.vault()) { if $0.filesFound == 1 { unlink(path) } }
        #expect(results.notTakenIn.map(\.reason) == [.unreadable(errno: ENOENT)])
    }

    @Test func `one that has become a pipe, a socket or a link is not opened as one`() throws {
        let paths = ["link", "pipe", "socket"].map { name in scratch.write(name, "evidence \(name)") }
        let vault = try scratch.vault()
        let once = Once()
        let results = try takeIn(vault) { progress in
            guard progress.filesFound == 3, once.isFirst() else { return }
            for path in paths { unlink(path) }
            symlink("/etc/hostname", paths[0])
            mkfifo(paths[1], 0o600)
            _ = makeSocket(paths[2])
        }
        #expect(
            results.notTakenIn.map(\.reason) == [
                .link(target: "/etc/hostname"), .special(.pipe), .special(.socket),
            ]
        )
        #expect(vault.objectFiles() == [])
    }

    @Test func `a folder swapped for a link does not lead elsewhere`() throws {
        scratch.write("folder/deeper/a", "evidence")
        let elsewhere = Scratch()
        elsewhere.write("deeper/a", "somebody else's")
        let folder = "\(scratch.source)/folder"
        let vault = try scratch.vault()
        let results = try takeIn(vault) { progress in
            guard progress.filesFound == 1, progress.files == 0 else { return }
            rename(folder, "\(folder)-moved")
            symlink(elsewhere.source, folder)
        }
        #expect(results.takenIn == [])
        #expect(vault.objectFiles() == [])
    }

    @Test func `a folder that is gone when its turn comes is named`() throws {
        scratch.write("a", "evidence")
        let folder = "\(scratch.source)/b"
        mkdir(folder, 0o700)
        let results = try takeIn(try scratch.vault()) { if $0.filesFound == 1 { rmdir(folder) } }
        #expect(results.notTakenIn.map(\.reason) == [.folderUnreadable(errno: ENOENT)])
        #expect(results.takenIn.count == 1)
    }
}

@Suite struct `Names as they come` {
    let scratch = Scratch()

    @Test func `Bengali, composed and decomposed, with a newline, of 255 bytes: each is kept as it is`()
        throws
    {
        let names = [
            "ছবি ১.jpg", "\u{E9}t\u{E9}.txt", "e\u{301}te\u{301}.txt", "two\nlines", " ", "-rf", "a\\b",
            String(repeating: "ক", count: 85), "\u{202E}gpj.exe",
        ]
        for name in names { scratch.write(name, "of \(Array(name.utf8))") }
        let results = try scratch.takeIn(try scratch.vault()).takenIn
        let expected = names.map { RawPath($0) }.sorted()
        #expect(results.map(\.name) == expected)
        #expect(results.allSatisfy { $0.notices == [] })
        #expect(results.count == names.count)
    }

    @Test func `a name that is not UTF-8 goes in, and is said to be escaped`() throws {
        let name = RawPath(bytes: [0x83, 0x4A, 0x83, 0x81, 0x83, 0x89, 0x2E, 0x6A, 0x70, 0x67])
        scratch.write(name, Array("photograph".utf8))
        scratch.write(RawPath(bytes: Array("folder \u{1}/".utf8) + name.bytes), Array("other".utf8))
        let results = try scratch.takeIn(try scratch.vault()).takenIn
        #expect(results.map(\.name) == [name, name].sorted())
        #expect(results.map(\.notices) == [[.nameEscaped], [.nameEscaped]])
        #expect(results[1].name.text == "\\x83J\\x83\\x81\\x83\\x89.jpg")
        #expect(results[0].path.isEscaped)
    }
}

private func append(_ text: String, to path: String) {
    let file = open(path, O_WRONLY | O_APPEND)
    _ = text.withCString { write(file, $0, strlen($0)) }
    close(file)
}

/// A socket of the file system; `false` if the path is too long for one (108 bytes).
private func makeSocket(_ path: String) -> Bool {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let number = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
    defer { close(number) }
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
        }
    }
}
