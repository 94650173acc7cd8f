import Foundation
import Testing

/// What goes wrong on a day like any other: nothing is lost, nothing is half done, and the exit status says so.
@Suite struct `When something goes wrong` {
    @Test func `with one file of a folder, the rest goes in and the one is named`() throws {
        let desk = try Desk()
        desk.runsAsNobody = true
        for number in 1...20 { try desk.write("evidence/\(number).txt", "exhibit \(number)") }
        let closed = desk.folder + "/evidence/7.txt"
        if geteuid() == 0 {
            for path in [desk.folder] + desk.contents(desk.folder).map({ desk.folder + "/" + $0 }) {
                chown(path, 65534, 65534)
            }
        }
        try desk.openCase()
        chmod(closed, 0)
        let result = try desk.run("add", "evidence", "KOL-7", desk.folder + "/evidence")
        #expect(result.status == 1, "\(result)")
        #expect(result.lines.count == 19)
        #expect(result.err.contains("7.txt"))
        #expect(try desk.run("log", "KOL-7", "--verify").status == 0)
        // Once it can be read it is taken in, and the others are known.
        chmod(closed, 0o600)
        let again = try desk.run("add", "evidence", "KOL-7", closed)
        #expect(again.status == 0, "\(again)")
        #expect(again.out.hasPrefix("EX/20"))
    }

    @Test func `with a bundle on its way, verify says so`() throws {
        let desk = try Desk()
        try desk.openCase()
        try desk.run("add", "evidence", "KOL-7", try desk.write("a.txt", "the evidence"))
        #expect(try desk.run("export", "KOL-7", "--to", "out").status == 0)
        let bundle = desk.folder + "/out/KOL-7-court-1.asice"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: bundle))
        for length in [bytes.count - 1, bytes.count / 2, 100] {
            let cut = try desk.write("cut.asice", bytes: bytes.prefix(length))
            let result = try desk.run("verify", cut)
            #expect(result.status == 1, "\(length): \(result)")
            #expect(result.out.contains("does not verify"))
        }
        var changed = bytes
        changed[bytes.count / 3] ^= 1
        #expect(try desk.run("verify", try desk.write("changed.asice", bytes: changed)).status == 1)
        // Without trust it verifies, and says what that is worth.
        let untrusted = try desk.run("verify", bundle)
        #expect(untrusted.out.contains("not known to be trusted"), "\(untrusted)")
        // With somebody else's trust it does not.
        let other = desk.folder + "/other"
        try desk.run("init", "--agency", "Other", "--code", "OTHER", "--home", other)
        let foreign = try desk.run("verify", bundle, "--trust", other + "/trust-this-office.pem")
        #expect(foreign.status == 1)
        #expect(foreign.out.contains("does not verify"))
    }

    @Test func `with a second export into the same folder, the first stays`() throws {
        let desk = try Desk()
        try desk.openCase()
        let path = try desk.write("out/KOL-7-court-1.asice", "somebody's file")
        let result = try desk.run("export", "KOL-7", "--to", "out")
        #expect(result.status == 2, "\(result)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "somebody's file")
        #expect(desk.contents(desk.home + "/work") == [])
    }

    @Test func `and the process is killed while it takes in, it is resumed by doing it again`() throws {
        let desk = try Desk()
        try desk.openCase()
        for number in 0..<24 {
            var bytes = Data(count: 2 << 20)
            for place in stride(from: 0, to: bytes.count, by: 4096) { bytes[place] = UInt8(number + 1) }
            try desk.write("evidence/\(number).bin", bytes: bytes)
        }
        let arguments = ["add", "evidence", "KOL-7", desk.folder + "/evidence", "--prefix", "DC"]
        let process = try desk.start(arguments, out: desk.folder + "/o", err: desk.folder + "/e")
        // Killed as soon as some of it is there, and not all.
        let objects = desk.home + "/vault/objects"
        let end = Date(timeIntervalSinceNow: 20)
        while process.isRunning, Date() < end, desk.contents(objects).count(where: { $0.count > 40 }) < 3 {
            usleep(2000)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let size = try `A first case of one's own`.size(desk)
        // What is in the vault is whole, and the log is as it was.
        #expect(try desk.run("log", "KOL-7", "--verify").status == 0)

        let again = try desk.run(arguments)
        #expect(again.status == 0, "\(again)")
        let records = try `A first case of one's own`.size(desk)
        if process.terminationReason == .uncaughtSignal {
            #expect(again.lines.count == 24)
            #expect(records == size + 48)
        }
        let verified = try desk.run("log", "KOL-7", "--verify")
        #expect(verified.status == 0, "\(verified)")
        #expect(
            desk.contents(desk.home + "/vault/incoming").filter { !$0.hasSuffix("lock") && $0.contains("/") }
                == []
        )
    }

    @Test func `and a bundle is killed while it is written, none is there`() throws {
        let desk = try Desk()
        try desk.openCase()
        var bytes = Data(count: 24 << 20)
        for place in stride(from: 0, to: bytes.count, by: 512) { bytes[place] = UInt8(place >> 12 & 0xFF) }
        try desk.run("add", "evidence", "KOL-7", try desk.write("large.bin", bytes: bytes))
        let process = try desk.start(
            ["export", "KOL-7", "--to", "out"],
            out: desk.folder + "/o",
            err: desk.folder + "/e"
        )
        let end = Date(timeIntervalSinceNow: 20)
        while process.isRunning, Date() < end, desk.contents(desk.home + "/work").isEmpty { usleep(1000) }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        guard process.terminationReason == .uncaughtSignal else { return }
        let left = desk.contents(desk.folder + "/out")
        #expect(left == [] || left == ["KOL-7-court-1.asice"])
        let again = try desk.run("export", "KOL-7", "--to", "out2")
        #expect(again.status == 0, "\(again)")
        #expect(desk.contents(desk.home + "/work") == [])
    }
}

/// A small file system of the tests' own, where they may mount one.
private final class SmallDisk {
    let path: String

    init?(mebibytes: Int) {
        path = FileManager.default.temporaryDirectory.path + "/dossier-disk-\(UUID().uuidString)"
        guard
            (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false))
                != nil
        else { return nil }
        guard mount(["-t", "tmpfs", "-o", "size=\(mebibytes)m", "tmpfs", path]) else {
            rmdir(path)
            return nil
        }
    }

    deinit {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/umount")
        process.arguments = ["-l", path]
        try? process.run()
        process.waitUntilExit()
        rmdir(path)
    }

    func becomeReadOnly(_ isReadOnly: Bool) -> Bool {
        mount(["-o", "remount,\(isReadOnly ? "ro" : "rw")", path])
    }

    private func mount(_ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/mount")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    static let isPermitted = geteuid() == 0 && SmallDisk(mebibytes: 1) != nil
}

@Suite(.enabled(if: SmallDisk.isPermitted, "these tests may not mount a small disk here"))
struct `When the disk` {
    @Test func `is full, a take-in stops with nothing half stored`() throws {
        let disk = try #require(SmallDisk(mebibytes: 6))
        let desk = try Desk()
        desk.environment["DOSSIER_HOME"] = disk.path + "/home"
        try desk.run("init", "--agency", "A unit", "--code", "AHTU-KOL")
        #expect(try desk.run("case", "new", "--number", "KOL-7", "--title", "State v. Nobody").status == 0)
        var bytes = Data(count: 8 << 20)
        for place in stride(from: 0, to: bytes.count, by: 512) { bytes[place] = UInt8(place >> 12 & 0xFF) }
        let large = try desk.write("large.bin", bytes: bytes)
        let full = try desk.run("add", "evidence", "KOL-7", large)
        #expect(full.status == 3, "\(full)")
        #expect(full.err.lowercased().contains("space") || full.err.contains("full"), "\(full)")
        let held = try desk.run("log", "KOL-7", "--verify")
        #expect(held.status == 0, "\(held)")
        let small = try desk.write("small.txt", "this fits")
        let fits = try desk.run("add", "evidence", "KOL-7", small)
        #expect(fits.status == 0, "\(fits)")
    }

    @Test func `for the bundle is full, no bundle is left and none is recorded`() throws {
        let disk = try #require(SmallDisk(mebibytes: 2))
        let desk = try Desk()
        try desk.openCase()
        var bytes = Data(count: 4 << 20)
        for place in stride(from: 0, to: bytes.count, by: 512) { bytes[place] = UInt8(place >> 12 & 0xFF) }
        try desk.run("add", "evidence", "KOL-7", try desk.write("large.bin", bytes: bytes))
        let result = try desk.run("export", "KOL-7", "--to", disk.path)
        #expect(result.status == 3, "\(result)")
        #expect(result.err.contains("space"), "\(result)")
        #expect(desk.contents(disk.path) == [])
        #expect(desk.contents(desk.home + "/work") == [])
        #expect(try !desk.run("log", "KOL-7").out.contains(" bundle"))
    }

    @Test func `may not be written, nothing is recorded and it says so`() throws {
        let disk = try #require(SmallDisk(mebibytes: 8))
        let desk = try Desk()
        desk.environment["DOSSIER_HOME"] = disk.path + "/home"
        try desk.run("init", "--agency", "A unit", "--code", "AHTU-KOL")
        #expect(try desk.run("case", "new", "--number", "KOL-7", "--title", "State v. Nobody").status == 0)
        try #require(disk.becomeReadOnly(true))
        let result = try desk.run("add", "drafts", "KOL-7", "--from", "-", input: Desk.setting)
        #expect(result.status == 3, "\(result)")
        try #require(disk.becomeReadOnly(false))
        #expect(try desk.run("add", "drafts", "KOL-7", "--from", "-", input: Desk.setting).status == 0)
    }
}
