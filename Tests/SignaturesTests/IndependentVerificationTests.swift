import Foundation
import Testing

@testable import Signatures

/// Other software accepts what is written here, and refuses it when it is changed.
@Suite(.enabled(if: Command.openssl != nil, "openssl is not installed"))
struct IndependentVerificationTests {
    /// A container as a folder, as it is when extracted.
    private func folder(
        _ kind: OpenSSL.Kind
    ) throws -> (folder: PrivateFolder, container: SampleContainer, signature: [UInt8]) {
        let openssl = try OpenSSL()
        _ = try openssl.key(kind, "ca")
        let ca = try openssl.selfSigned("ca", subject: "/CN=ca", extensions: OpenSSL.authority)
        let key = try openssl.key(kind, "signer")
        let signer = try openssl.issue("signer", by: "ca", extensions: OpenSSL.signer)
        var container = try SampleContainer()
        let now = Date()
        container.identity = try SigningIdentity.load(chainPEM: signer + ca, keyPEM: key, at: now)
        let signature = try container.sign(at: now)
        let folder = try PrivateFolder()
        for file in container.files { try folder.write(file.bytes, to: file.path) }
        try folder.write(signature, to: SignatureWriter.path)
        try folder.write(Array(ca.utf8), to: "../\(folder.url.lastPathComponent).pem")
        return (folder, container, signature)
    }

    private func xmlsec1(
        _ xmlsec1: Command,
        _ folder: PrivateFolder
    ) throws -> (status: Int32, output: String) {
        try xmlsec1.run(
            [
                "--verify", "--trusted-pem", "../\(folder.url.lastPathComponent).pem",
                "--id-attr:Id", "\(Vocabulary.xades):SignedProperties", SignatureWriter.path,
            ],
            in: folder.url
        )
    }

    @Test(
        .enabled(if: Command.xmlsec1 != nil, "xmlsec1 is not installed"),
        arguments: [OpenSSL.Kind.p256, .p384, .rsa3072]
    )
    func xmlsecVerifiesAFolderOfEveryKindOfKey(kind: OpenSSL.Kind) throws {
        let xmlsec = try #require(Command.xmlsec1)
        let (folder, container, _) = try folder(kind)
        defer { try? FileManager.default.removeItem(atPath: folder.url.path + ".pem") }
        let good = try xmlsec1(xmlsec, folder)
        #expect(good.status == 0, "\(good.output)")
        #expect(good.output.contains("SignedInfo References (ok/all): 4/4"))
        try folder.write([0], to: container.files[1].path)
        let bad = try xmlsec1(xmlsec, folder)
        #expect(bad.status != 0)
    }

    @Test(
        .enabled(if: Command.xmllint != nil, "xmllint is not installed"),
        .enabled(if: Self.schema != nil, "the schemas of XAdES and ASiC are not here")
    )
    func theFileIsValidAgainstTheSchemasOfXAdESAndASiC() throws {
        let xmllint = try #require(Command.xmllint)
        let schema = try #require(Self.schema)
        let (folder, _, _) = try folder(.p256)
        defer { try? FileManager.default.removeItem(atPath: folder.url.path + ".pem") }
        let result = try xmllint.run(
            ["--nonet", "--noout", "--schema", schema, SignatureWriter.path],
            in: folder.url
        )
        #expect(result.status == 0, "\(result.output)")
    }

    /// The schemas are ETSI's and W3C's; they stand beside the project where they are there at all.
    static let schema: String? = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../shared/schemas/xades/all-libxml2.xsd").standardizedFileURL.path
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }()

    @Test func aSignatureCanBeCheckedByHandWithOpenSSLAlone() throws {
        // Cut out ds:SignedInfo and the signer's certificate, as docs/format.md tells: no XML tool is needed.
        let container = try SampleContainer()
        let text = String(decoding: try container.sign(), as: UTF8.self)
        let openssl = try OpenSSL()
        let info = text.piece(from: "<ds:SignedInfo ", to: "</ds:SignedInfo>")
        let properties = text.piece(from: "<xades:SignedProperties ", to: "</xades:SignedProperties>")
        #expect(info.contains(Base64.encode(DigestAlgorithm.sha256.digest(properties.utf8))))
        let value = text.piece(from: "<ds:SignatureValue>", to: "</ds:SignatureValue>")
            .replacing("<ds:SignatureValue>", with: "").replacing("</ds:SignatureValue>", with: "")
        try openssl.folder.write(Array(info.utf8), to: "info")
        try openssl.folder.write(ForgeryTests.der(try #require(Base64.decode(value))), to: "value")
        try openssl.folder.write(Array(container.identity.certificate.pem.utf8), to: "signer.pem")
        try openssl.run("x509", "-in", "signer.pem", "-pubkey", "-noout", "-out", "public.pem")
        #expect(throws: Never.self) {
            try openssl.run("dgst", "-sha256", "-verify", "public.pem", "-signature", "value", "info")
        }
    }
}
