import Foundation
import Testing

@testable import Signatures

/// Signature values that openssl computes over `ds:SignedInfo`, with keys and paddings that this project never
/// signs with itself.
@Suite(.enabled(if: Command.openssl != nil, "openssl is not installed"))
struct ForeignSignatureTests {
    private static func pss(_ length: Int) -> [String] {
        ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:\(length)"]
    }

    @Test(arguments: [
        (OpenSSL.Kind.p256, SignatureAlgorithm.ecdsaSHA256, "sha256", [String]()),
        (.p256, .ecdsaSHA512, "sha512", []),
        (.p384, .ecdsaSHA384, "sha384", []),
        (.p521, .ecdsaSHA512, "sha512", []),
        (.rsa2048, .rsaSHA256, "sha256", []),
        (.rsa3072, .rsaSHA512, "sha512", []),
        (.rsa3072, .rsaPSSSHA256, "sha256", pss(32)),
        (.rsa3072, .rsaPSSSHA384, "sha384", pss(48)),
        (.rsa2048, .rsaPSSSHA512, "sha512", pss(64)),
    ])
    func aValueThatOpenSSLComputesVerifies(
        kind: OpenSSL.Kind,
        algorithm: SignatureAlgorithm,
        digest: String,
        options: [String]
    ) async throws {
        let openssl = try OpenSSL()
        _ = try openssl.key(kind, "a")
        let certificate = try openssl.selfSigned("a", extensions: OpenSSL.signer)
        let anchors = try TrustAnchors.load(pem: certificate)
        var container = try SampleContainer()
        // The key is a stand-in: `signer` below makes the value.
        container.identity = SigningIdentity(key: container.identity.key, chain: anchors.anchors)
        var forgery = Forgery(container)
        forgery.time = Date()
        forgery.info = { $0.replacingOnce(SignatureAlgorithm.ecdsaSHA256.rawValue, algorithm.rawValue) }
        forgery.signer = { bytes in
            try openssl.folder.write(bytes, to: "info")
            try openssl.run(["dgst", "-\(digest)", "-sign", "a.key"] + options + ["-out", "value", "info"])
            let value = try openssl.folder.bytes("value")
            return algorithm.rawValue.contains("ecdsa")
                ? Self.raw(value, size: kind == .p521 ? 66 : kind == .p384 ? 48 : 32) : value
        }
        let bytes = try forgery.bytes()
        #expect(try await container.faults(bytes, layout: .own, trust: anchors, now: forgery.time) == [])
        // The same value under another algorithm's name is none.
        for other in SignatureAlgorithm.allCases where other != algorithm {
            var renamed = forgery
            renamed.info = { $0.replacingOnce(SignatureAlgorithm.ecdsaSHA256.rawValue, other.rawValue) }
            #expect(
                try await container.faults(try renamed.bytes(), trust: anchors, now: forgery.time) == [
                    .value
                ],
                "\(other)"
            )
        }
    }

    /// r‖s from the SEQUENCE of two INTEGERs.
    private static func raw(_ der: [UInt8], size: Int) -> [UInt8] {
        var rest = der.dropFirst(der[1] < 0x80 ? 2 : 3)
        var value: [UInt8] = []
        for _ in 0..<2 {
            let length = Int(rest[rest.startIndex + 1])
            let digits = rest.dropFirst(2).prefix(length).drop { $0 == 0 }
            value += [UInt8](repeating: 0, count: size - digits.count) + digits
            rest = rest.dropFirst(2 + length)
        }
        return value
    }
}
