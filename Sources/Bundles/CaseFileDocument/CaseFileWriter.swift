internal import CaseFile
internal import Crypto
internal import Foundation
internal import XML

/// Writes `casefile.xml` record by record: memory does not grow with the case.
///
/// A record goes in as the bytes that the log holds. They are its canonical form with its own namespace
/// declaration, so that whoever reads the file hashes just what stands there.
struct CaseFileWriter {
    private let file: FileHandle
    private var buffer: [UInt8] = []
    private var hash = SHA256()
    private var size = 0
    private var part = Part.records
    /// An edition gives a few reasons, for very many leaves.
    private var reasons: [WithheldReason: [UInt8]] = [:]

    private enum Part { case records, contents, done }

    init(path: String, about: CaseFileAbout) throws {
        file = try FileHandle(creatingPrivate: path)
        buffer.reserveCapacity(Self.bufferSize + 64 << 10)
        try write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <caseFile xmlns="\(CaseFileGrammar.namespace)" schemaVersion="\(CaseFileGrammar.schemaVersion)">

            """.utf8
        )
        try write(about.element().canonicalBytes())
        try write("\n<records>\n".utf8)
    }

    private static let bufferSize = 1 << 20

    /// - Parameter bytes: the record in its canonical form.
    mutating func record(_ bytes: some Collection<UInt8>, isSuperseded: Bool) throws {
        if isSuperseded { try write("<superseded>".utf8) }
        try write(bytes)
        try write((isSuperseded ? "</superseded>\n" : "\n").utf8)
    }

    mutating func withheld(_ leaf: WithheldLeaf) throws {
        let reason: [UInt8]
        if let known = reasons[leaf.reason] {
            reason = known
        } else {
            reason = try leaf.reason.element().canonicalBytes()
            reasons[leaf.reason] = reason
        }
        var tag = "<withheld"
        if let record = leaf.record { tag += " id=\"\(record)\"" }
        if let kind = leaf.kind { tag += " kind=\"\(kind.rawValue)\"" }
        try write("\(tag) leaf=\"\(leaf.hash)\">".utf8)
        try write(reason)
        try write("</withheld>\n".utf8)
    }

    mutating func original(_ original: Original) throws {
        if part == .records {
            try write("</records>\n<contents>\n".utf8)
            part = .contents
        }
        try write(original.element().canonicalBytes())
        try write("\n".utf8)
    }

    /// Ends the file.
    /// - Returns: its size in bytes, and its SHA-256.
    mutating func finish(_ log: LogProof) throws -> (size: Int, sha256: [UInt8]) {
        if part == .records { try write("</records>\n<contents>\n".utf8) }
        try write("</contents>\n".utf8)
        try write(log.element().canonicalBytes())
        try write("\n</caseFile>\n".utf8)
        try flush()
        part = .done
        return (size, Array(hash.finalize()))
    }

    private mutating func write(_ bytes: some Collection<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private mutating func flush() throws {
        hash.update(data: buffer)
        do { try file.write(contentsOf: buffer) } catch { throw BundleError.system("write", errno: errno) }
        size += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }
}
