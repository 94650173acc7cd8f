import Foundation
import Testing

@testable import Signatures

/// Keys and certificates as openssl writes them.
@Suite(.enabled(if: Command.openssl != nil, "openssl is not installed"))
struct ForeignIdentityTests {
    @Test(arguments: [OpenSSL.Kind.p256, .p384, .rsa3072])
    func aKeyIsReadInEveryFormThatOpenSSLWrites(kind: OpenSSL.Kind) throws {
        let openssl = try OpenSSL()
        let pkcs8 = try openssl.key(kind, "a")
        let certificate = try openssl.selfSigned("a", extensions: OpenSSL.signer)
        // SEC1 for curves, PKCS#1 for RSA.
        try openssl.run("pkey", "-in", "a.key", "-traditional", "-out", "a.old")
        let traditional = try openssl.folder.text("a.old")
        #expect(traditional != pkcs8)
        let now = Date()
        let first = try SigningIdentity.load(chainPEM: certificate, keyPEM: pkcs8, at: now)
        let second = try SigningIdentity.load(chainPEM: certificate, keyPEM: traditional, at: now)
        #expect(first.privateKeyPEM == second.privateKeyPEM)
        let third = try SigningIdentity.load(chainPEM: first.chainPEM, keyPEM: first.privateKeyPEM, at: now)
        #expect(third.certificate == first.certificate)
    }

    @Test func curveParametersBeforeAKeyAreNoObstacle() throws {
        let openssl = try OpenSSL()
        try openssl.run("ecparam", "-name", "prime256v1", "-genkey", "-out", "a.key")
        let key = try openssl.folder.text("a.key")
        #expect(key.contains("BEGIN EC PARAMETERS"))
        let certificate = try openssl.selfSigned("a", extensions: OpenSSL.signer)
        #expect(throws: Never.self) {
            try SigningIdentity.load(chainPEM: certificate, keyPEM: key, at: Date())
        }
    }

    @Test(arguments: [OpenSSL.Kind.p256, .rsa3072])
    func aKeyUnderAPassphraseIsRefusedInWords(kind: OpenSSL.Kind) throws {
        let openssl = try OpenSSL()
        _ = try openssl.key(kind, "a")
        let certificate = try openssl.selfSigned("a", extensions: OpenSSL.signer)
        try openssl.run("pkcs8", "-topk8", "-in", "a.key", "-passout", "pass:secret", "-out", "a.pkcs8")
        try openssl.run(
            "pkey",
            "-in",
            "a.key",
            "-traditional",
            "-aes128",
            "-passout",
            "pass:secret",
            "-out",
            "a.old"
        )
        for file in ["a.pkcs8", "a.old"] {
            let key = try openssl.folder.text(file)
            #expect(throws: SigningIdentityError.encryptedKey) {
                try SigningIdentity.load(chainPEM: certificate, keyPEM: key, at: Date())
            }
        }
    }

    @Test func keysThatAreTooWeakOrOfAnotherKindAreRefused() throws {
        let openssl = try OpenSSL()
        let short = try openssl.key(.rsa2048, "short")
        let shortCertificate = try openssl.selfSigned("short", extensions: OpenSSL.signer)
        #expect(throws: SigningIdentityError.rsaKeyTooSmall(bits: 2048, smallest: 3072)) {
            try SigningIdentity.load(chainPEM: shortCertificate, keyPEM: short, at: Date())
        }
        try openssl.run("genpkey", "-algorithm", "ED25519", "-out", "ed.key")
        let ed = try openssl.folder.text("ed.key")
        #expect(throws: SigningIdentityError.unsupportedKey) {
            try SigningIdentity.load(chainPEM: shortCertificate, keyPEM: ed, at: Date())
        }
    }

    @Test(arguments: [
        (["keyUsage=critical,keyEncipherment"], false),
        (OpenSSL.authority, false),
        (["basicConstraints=critical,CA:TRUE"], false),
        (["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,digitalSignature"], true),
        ([], true),
        (["keyUsage=nonRepudiation"], true),
    ])
    func onlyACertificateThatMaySignIsTaken(extensions: [String], accepted: Bool) throws {
        let openssl = try OpenSSL()
        let key = try openssl.key(.p256, "a")
        let certificate = try openssl.selfSigned("a", extensions: extensions)
        if accepted {
            #expect(throws: Never.self) {
                try SigningIdentity.load(chainPEM: certificate, keyPEM: key, at: Date())
            }
        } else {
            #expect(throws: SigningIdentityError.keyUsage) {
                try SigningIdentity.load(chainPEM: certificate, keyPEM: key, at: Date())
            }
        }
    }

    @Test func openSSLAcceptsTheCertificatesThatAreMadeHere() throws {
        var random = SystemRandomNumberGenerator()
        let (identity, authority) = try SigningIdentity.generate(
            agency: "Sanlaap ফাউন্ডেশন",
            code: "SAN",
            at: Date(),
            using: &random
        )
        let openssl = try OpenSSL()
        try openssl.folder.write(Array(authority.certificate.pem.utf8), to: "ca.pem")
        try openssl.folder.write(Array(identity.certificate.pem.utf8), to: "signer.pem")
        try openssl.folder.write(Array(identity.privateKeyPEM.utf8), to: "signer.key")
        #expect(throws: Never.self) {
            try openssl.run("verify", "-x509_strict", "-CAfile", "ca.pem", "signer.pem")
            try openssl.run("pkey", "-in", "signer.key", "-check", "-noout")
        }
    }
}
