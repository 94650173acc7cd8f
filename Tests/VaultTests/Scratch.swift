import Foundation
import Glibc
import Synchronization
import Testing

@testable import Vault

/// A folder of a test's own, removed with everything in it when the test ends.
final class Scratch: Sendable {
    let path: String

    init() {
        var template = Array("\(NSTemporaryDirectory())/dossier-vault-XXXXXX".utf8CString)
        path = String(cString: mkdtemp(&template)!)
        mkdir("\(path)/home", 0o700)
        mkdir("\(path)/source", 0o700)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The home of the vault.
    var home: String { "\(path)/home" }
    /// The folder of evidence.
    var source: String { "\(path)/source" }

    func vault() throws -> Vault { try Vault.create(home: home) }

    /// Writes a file of evidence, with the folders that lead to it.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) -> String {
        write(RawPath(name), bytes).text
    }

    @discardableResult
    func write(_ name: RawPath, _ bytes: [UInt8]) -> RawPath {
        let path = RawPath(bytes: Array("\(source)/".utf8) + name.bytes)
        for slash in path.bytes.indices where path.bytes[slash] == UInt8(ascii: "/") && slash > 0 {
            mkdir(cString(path.bytes[..<slash]), 0o700)
        }
        let file = open(cString(path.bytes[...]), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        precondition(file >= 0, "cannot write a test's file: \(String(cString: strerror(errno)))")
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress!, $0.count) }
            precondition(count > 0)
            rest = rest.dropFirst(count)
        }
        return path
    }

    @discardableResult
    func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

    /// Takes in the whole source folder.
    func takeIn(_ vault: Vault, options: TakeInOptions = TakeInOptions()) throws -> [TakeInResult] {
        try vault.takeIn([RawPath(source)], options: options)
    }
}

func cString(_ bytes: ArraySlice<UInt8>) -> [CChar] {
    bytes.map(CChar.init(bitPattern:)) + [0]
}

/// Bytes that look like nothing, the same for the same seed.
func noise(_ count: Int, seed: UInt64) -> [UInt8] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 8)
    while bytes.count < count {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        withUnsafeBytes(of: state) { bytes.append(contentsOf: $0) }
    }
    return Array(bytes[..<count])
}

extension [TakeInResult] {
    var takenIn: [TakenIn] {
        compactMap { if case .takenIn(let file) = $0 { file } else { nil } }
    }

    var notTakenIn: [NotTakenIn] {
        compactMap { if case .notTakenIn(let finding) = $0 { finding } else { nil } }
    }

    /// Names only, in the order of the results.
    var names: [String] {
        map { result in
            switch result {
            case .takenIn(let file): file.path.name.text
            case .notTakenIn(let finding): finding.path.name.text
            }
        }
    }
}

extension Vault {
    /// Everything that is in the folder of objects, as paths below it.
    func objectFiles() -> [String] {
        let names = FileManager.default.enumerator(atPath: layout.objects)?.allObjects as? [String] ?? []
        return names.filter { $0.contains("/") }.sorted()
    }

    func sessions() -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: layout.incoming)) ?? []
    }

    /// All bytes of an object.
    func bytes(of digest: FileDigest) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try open(digest).forEachChunk { bytes.append(contentsOf: $0) }
        return bytes
    }
}

/// Runs a command and returns what it wrote, or `nil` if it is not there or failed.
@discardableResult
func run(_ command: String, _ arguments: String...) -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: bytes, as: UTF8.self) : nil
}

/// Says `true` to the first who asks.
final class Once: Sendable {
    private let asked = Atomic(false)

    func isFirst() -> Bool { !asked.exchange(true, ordering: .relaxed) }
}
