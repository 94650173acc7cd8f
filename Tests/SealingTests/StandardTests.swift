import Foundation
@testable import Sealing
import Testing

/// What the standard and another implementation of it say.
@Suite struct `Sealing by RFC 9180` {
    private struct Vector: Decodable {
        let algorithm, info, secret, `public`, encapsulated, associated, ciphertext, clear: String
    }

    private func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).map { at in
            UInt8(hex.dropFirst(at).prefix(2), radix: 16)!
        }
    }

    /// Base mode, first message, of the suites that the RFC has vectors for; none is of P-384.
    @Test func `opens the vectors of the RFC`() throws {
        let file = try Data(contentsOf: Outside.folder.appending(path: "rfc9180.json"))
        let vectors = try JSONDecoder().decode([Vector].self, from: file)
        #expect(Set(vectors.map(\.algorithm)) == ["X25519", "P-256", "P-521"])
        for vector in vectors {
            let algorithm = try #require(KeyAlgorithm(rawValue: vector.algorithm))
            let secret = try SecretKey(algorithm, raw: bytes(vector.secret))
            #expect(Array(secret.recipient.der.suffix(bytes(vector.public).count)) == bytes(vector.public))
            let clear = try secret.decrypt(
                bytes(vector.encapsulated) + bytes(vector.ciphertext),
                info: bytes(vector.info),
                authenticating: bytes(vector.associated)
            )
            #expect(clear == bytes(vector.clear))
        }
    }

    @Test(
        .enabled(if: Outside.python != nil, "tools/setup makes .venv with pyhpke"),
        arguments: KeyAlgorithm.allCases
    )
    func `another implementation opens what we seal, and we open what it seals`(
        algorithm: KeyAlgorithm
    ) throws {
        let python = try #require(Outside.python)
        let script = Outside.folder.appending(path: "hpke_outside.py").path
        let secret = secretKey(algorithm)
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (mine, theirs) = (folder.appending(path: "secret.pem"), folder.appending(path: "public.pem"))
        try Data(secret.pem.utf8).write(to: mine)
        try Data(secret.recipient.pem.utf8).write(to: theirs)
        let purpose = String(decoding: info, as: UTF8.self)

        let part = try SealedPart.seal(name, to: secret.recipient, info: info)
        let opened = try Outside.run(python, [script, "open", mine.path, purpose], input: Data(part))
        #expect(Array(opened) == name)
        let sealed = try Outside.run(python, [script, "seal", theirs.path, purpose], input: Data(name))
        #expect(try SealedPart.open(Array(sealed), with: secret, info: info) == name)
    }
}
