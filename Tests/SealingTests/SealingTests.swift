import Foundation
@testable import Sealing
import Testing

/// Repeatable chance.
struct Chance: RandomNumberGenerator {
    var state: UInt64
    init(_ seed: UInt64 = 7) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

func secretKey(_ algorithm: KeyAlgorithm = .x25519, _ seed: UInt64 = 7) -> SecretKey {
    var chance = Chance(seed)
    return SecretKey(algorithm, using: &chance)
}

let info = Array("dossier/test".utf8)
let name = Array("Tara Bai, তারা, तारा".utf8)

@Suite struct `A key pair` {
    @Test(arguments: KeyAlgorithm.allCases)
    func `reads what it writes`(algorithm: KeyAlgorithm) throws {
        let key = secretKey(algorithm)
        let again = try SecretKey(pem: key.pem)
        #expect(again.raw == key.raw)
        #expect(again.recipient == key.recipient)
        let half = try RecipientKey(pem: key.recipient.pem)
        #expect(half == key.recipient)
        #expect(half.algorithm == algorithm)
        #expect(half.fingerprint.count == 64)
    }

    @Test(arguments: zip(KeyAlgorithm.allCases, ["X25519", "P-256", "P-384", "P-521"]))
    func `is read and has its fingerprint as openssl says`(algorithm: KeyAlgorithm, curve: String) throws {
        let made = try Outside.openssl(
            algorithm == .x25519
                ? ["genpkey", "-algorithm", "X25519"]
                : ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:\(curve)"]
        )
        let key = try SecretKey(pem: String(decoding: made, as: UTF8.self))
        #expect(key.algorithm == algorithm)
        let half = try Outside.openssl(["pkey", "-pubout"], input: made)
        #expect(try RecipientKey(pem: String(decoding: half, as: UTF8.self)) == key.recipient)
        #expect(try Outside.openssl(["pkey", "-pubout"], input: Data(key.pem.utf8)) == half)
        let digest = try Outside.openssl(
            ["dgst", "-sha256", "-r"],
            input: try Outside.openssl(["pkey", "-pubout", "-outform", "DER"], input: made)
        )
        #expect(String(decoding: digest, as: UTF8.self).hasPrefix(key.recipient.fingerprint))
    }

    @Test func `of an older elliptic curve file is read, parameters before it and all`() throws {
        let made = try Outside.openssl(["ecparam", "-name", "prime256v1", "-genkey"])
        #expect(try SecretKey(pem: String(decoding: made, as: UTF8.self)).algorithm == .p256)
    }

    @Test func `is taken from a certificate, with its subject`() throws {
        let secret = try Outside.openssl([
            "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384",
        ])
        let certificate = try Outside.openssl(
            ["req", "-x509", "-key", "/dev/stdin", "-subj", "/O=Special Court/CN=Magistrate", "-days", "30"],
            input: secret
        )
        let recipient = try RecipientKey(pem: String(decoding: certificate, as: UTF8.self))
        #expect(recipient == (try SecretKey(pem: String(decoding: secret, as: UTF8.self)).recipient))
        #expect(recipient.subject?.contains("Magistrate") == true)
    }

    @Test func `of a kind that nothing can be sealed for is named`() throws {
        let secret = try Outside.openssl(["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
        let half = try Outside.openssl(["pkey", "-pubout"], input: secret)
        #expect(throws: SealingError.unsupportedKey("1.2.840.113549.1.1.1")) {
            try RecipientKey(pem: String(decoding: half, as: UTF8.self))
        }
        let certificate = try Outside.openssl(
            ["req", "-x509", "-key", "/dev/stdin", "-subj", "/CN=Court"],
            input: secret
        )
        #expect(throws: SealingError.unsupportedKey("1.2.840.113549.1.1.1")) {
            try RecipientKey(pem: String(decoding: certificate, as: UTF8.self))
        }
        #expect(throws: SealingError.notAKey) { try SecretKey(pem: String(decoding: secret, as: UTF8.self)) }
    }

    @Test(arguments: ["", "no key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
    func `is not read out of anything else`(text: String) {
        #expect(throws: SealingError.notAKey) { try RecipientKey(pem: text) }
        #expect(throws: SealingError.notAKey) { try SecretKey(pem: text) }
    }

    @Test func `of small order is refused, since anybody could open what is sealed for it`() throws {
        for point in [Array(repeating: UInt8(0), count: 32), [1] + Array(repeating: 0, count: 31)] {
            #expect(throws: SealingError.self) { try RecipientKey(der: RecipientKey.x25519Prefix + point) }
        }
    }
}

@Suite struct `A secret key under a passphrase` {
    private func protected(_ algorithm: KeyAlgorithm = .x25519) -> ProtectedKey {
        var chance = Chance(9)
        return ProtectedKey(
            secretKey(algorithm),
            passphrase: Array("four plain words here".utf8),
            work: .light,
            using: &chance
        )
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func `is opened by it`(algorithm: KeyAlgorithm) throws {
        let read = try ProtectedKey(protected(algorithm).bytes)
        #expect(read.fingerprint == secretKey(algorithm).recipient.fingerprint)
        #expect(try read.unlock(Array("four plain words here".utf8)).raw == secretKey(algorithm).raw)
    }

    @Test func `shows nothing of itself`() throws {
        let text = String(decoding: protected().bytes, as: UTF8.self)
        #expect(!text.contains(Data(secretKey().raw).base64EncodedString().prefix(12)))
        #expect(!text.contains("four"))
    }

    @Test(arguments: ["", "four plain words", "Four plain words here", "four plain words here "])
    func `is opened by no other`(passphrase: String) throws {
        #expect(throws: SealingError.cannotOpen) { try protected().unlock(Array(passphrase.utf8)) }
    }

    @Test func `that was changed anywhere is not opened`() throws {
        let bytes = protected().bytes
        for place in stride(from: 0, to: bytes.count - 1, by: 3) {
            var changed = bytes
            changed[place] ^= 1
            #expect(throws: SealingError.self, "byte \(place)") {
                try ProtectedKey(changed).unlock(Array("four plain words here".utf8))
            }
        }
    }

    @Test func `that asks for more work than is sound is not tried`() throws {
        let text = String(decoding: protected().bytes, as: UTF8.self)
        let greedy = text.replacing("N=2^10", with: "N=2^30")
        #expect(throws: SealingError.notAKey) { try ProtectedKey(Array(greedy.utf8)) }
    }

    @Test func `or in clear is read from one file, and asks only where there is one`() throws {
        let clear = try SecretKey(text: Array(secretKey().pem.utf8)) {
            Issue.record("a key in clear has no passphrase")
            return []
        }
        #expect(clear.raw == secretKey().raw)
        #expect(
            try SecretKey(text: protected().bytes) { Array("four plain words here".utf8) }.raw
                == secretKey().raw
        )
    }
}

@Suite struct `The key of identities` {
    private func made(_ seed: UInt64 = 1) -> IdentityKey {
        var chance = Chance(seed)
        return IdentityKey(number: 1, using: &chance)
    }

    private func sealed(_ key: IdentityKey, _ clear: [UInt8] = name) -> IdentityKey.Sealed {
        var chance = Chance(2)
        return key.seal(clear, record: "r1", person: "p1", using: &chance)
    }

    @Test func `opens what it sealed, of that record and person only`() throws {
        let key = made()
        #expect(try key.open(sealed(key), record: "r1", person: "p1") == name)
        for (record, person) in [("r2", "p1"), ("r1", "p2"), ("", "")] {
            #expect(throws: SealingError.cannotOpen) {
                try key.open(sealed(key), record: record, person: person)
            }
        }
        #expect(throws: SealingError.cannotOpen) { try made(3).open(sealed(key), record: "r1", person: "p1") }
    }

    @Test func `does not open what was changed or cut`() throws {
        let key = made()
        let whole = sealed(key)
        for place in [0, 7, 4095, 4096, whole.ciphertext.count - 1] {
            var changed = whole
            changed.ciphertext[place] ^= 0x80
            #expect(throws: SealingError.cannotOpen) { try key.open(changed, record: "r1", person: "p1") }
        }
        for count in [0, 1, 15, 16, 4096] {
            let cut = IdentityKey.Sealed(
                initialisation: whole.initialisation,
                ciphertext: Array(whole.ciphertext.prefix(count))
            )
            #expect(throws: SealingError.cannotOpen) { try key.open(cut, record: "r1", person: "p1") }
        }
        // The same bytes with the boundary elsewhere.
        let moved = IdentityKey.Sealed(
            initialisation: Array(whole.initialisation.dropLast()),
            ciphertext: whole.initialisation.suffix(1) + whole.ciphertext
        )
        #expect(throws: SealingError.cannotOpen) { try key.open(moved, record: "r1", person: "p1") }
    }

    @Test func `does not show how long a name is`() throws {
        let key = made()
        let counts = [0, 1, 40, 4000, 4088].map {
            sealed(key, Array(repeating: 65, count: $0)).ciphertext.count
        }
        #expect(Set(counts) == [4096 + 16])
        #expect(sealed(key, Array(repeating: 65, count: 4089)).ciphertext.count == 8192 + 16)
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func `is wrapped for a recipient, who alone unwraps it`(algorithm: KeyAlgorithm) throws {
        let recipient = secretKey(algorithm, 1)
        let key = made()
        let wrapped = try key.wrap(for: recipient.recipient, caseID: "c1")
        let again = try IdentityKey.unwrap(wrapped, by: recipient, caseID: "c1")
        #expect(again.id == key.id)
        #expect(try again.open(sealed(key), record: "r1", person: "p1") == name)
        #expect(IdentityKey.label(of: wrapped)?.key == key.id)
        #expect(IdentityKey.label(of: wrapped)?.recipient == recipient.recipient.fingerprint)
        for (secret, caseID) in [(secretKey(algorithm, 2), "c1"), (recipient, "c2")] {
            #expect(throws: SealingError.cannotOpen) {
                try IdentityKey.unwrap(wrapped, by: secret, caseID: caseID)
            }
        }
        for place in stride(from: 0, to: wrapped.count - 1, by: 3) {
            var changed = wrapped
            changed[place] ^= 2
            #expect(throws: SealingError.cannotOpen, "byte \(place)") {
                try IdentityKey.unwrap(changed, by: recipient, caseID: "c1")
            }
        }
    }
}

@Suite struct `A sealed part` {
    @Test(arguments: KeyAlgorithm.allCases)
    func `is opened by its recipient`(algorithm: KeyAlgorithm) throws {
        let secret = secretKey(algorithm)
        let part = try SealedPart.seal(name, to: secret.recipient, info: info)
        #expect(try SealedPart.open(part, with: secret, info: info) == name)
        #expect(SealedPart.recipient(of: part) == secret.recipient.fingerprint)
    }

    @Test func `is as large as any other, whoever it is for and however much it holds`() throws {
        for algorithm in KeyAlgorithm.allCases {
            for count in [0, 1, 1000, 65_024] {
                let bytes = Array(repeating: UInt8(65), count: count)
                #expect(
                    try SealedPart.seal(bytes, to: secretKey(algorithm).recipient, info: info).count == 65_536
                )
            }
            let more = Array(repeating: UInt8(65), count: 65_025)
            #expect(
                try SealedPart.seal(more, to: secretKey(algorithm).recipient, info: info).count == 131_072
            )
        }
        let large = try SealedPart.seal(name, to: secretKey().recipient, info: info, size: 1 << 20)
        #expect(large.count == 1 << 20)
        #expect(try SealedPart.open(large, with: secretKey(), info: info) == name)
    }

    @Test func `is another each time`() throws {
        let parts = try (0..<3).map { _ in try SealedPart.seal(name, to: secretKey().recipient, info: info) }
        #expect(Set(parts).count == 3)
    }

    @Test(arguments: KeyAlgorithm.allCases)
    func `says one thing to a wrong key, a flipped bit, another purpose and garbage`(
        algorithm: KeyAlgorithm
    ) throws {
        let secret = secretKey(algorithm)
        let part = try SealedPart.seal(name, to: secret.recipient, info: info)
        func refused(_ part: [UInt8], _ secret: SecretKey, _ info: [UInt8], _ what: Comment) {
            #expect(throws: SealingError.cannotOpen, what) {
                try SealedPart.open(part, with: secret, info: info)
            }
        }
        for other in KeyAlgorithm.allCases { refused(part, secretKey(other, 99), info, "a key of \(other)") }
        refused(part, secret, info + [0], "another purpose")
        for place in Array(stride(from: 0, to: 260, by: 5)) + [1000, 30_000, 65_535] {
            var changed = part
            changed[place] ^= 1
            refused(changed, secret, info, "byte \(place)")
        }
        for count in [0, 1, 22, 100, 150, 180, 300, 65_535] {
            refused(Array(part.prefix(count)), secret, info, "cut")
        }
        refused(part + [0], secret, info, "more at its end")
        refused(Array("dossier-sealed-part 1\n\n".utf8), secret, info, "no header")
        refused(Array(repeating: 0x0A, count: 4096), secret, info, "empty lines")
        var chance = Chance(5)
        for count in [1, 100, 70_000] {
            refused(
                (0..<count).map { _ in UInt8.random(in: 0...255, using: &chance) },
                secret,
                info,
                "garbage"
            )
        }
    }
}
