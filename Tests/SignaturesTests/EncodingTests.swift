import Foundation
import Testing

@testable import Signatures

@Suite struct Base64Tests {
    @Test func everyLengthIsWrittenAsFoundationWritesItAndReadBack() {
        var random = SeededRandom(seed: 4)
        for count in 0...200 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Base64.encode(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.decode(text) == bytes)
        }
    }

    @Test(arguments: ["TWFu\nTWFu", " TWFuTWFu\t", "TWFu\r\nTWFu", "TW\nFuTWFu"])
    func whiteSpaceOfXMLIsPassedOver(text: String) {
        #expect(Base64.decode(text) == Array("ManMan".utf8))
    }

    @Test(arguments: [
        "TQ", "TQ=", "TQ===", "TQ=T", "T", "=", "====", "TR==", "TWF=", "TWE", "TWFu=", "TWFu====", "TW Fu-",
        "TW\u{A0}Fu", "TWFu_", "ＴＷＦｕ",
    ])
    func whatHasASecondSpellingIsRefused(text: String) {
        #expect(Base64.decode(text) == nil)
    }
}

@Suite struct EntryPathTests {
    @Test(arguments: [
        ("data/casefile.xml", "data/casefile.xml"),
        ("data/a b&c+d#e%f?g:h.txt", "data/a%20b%26c%2Bd%23e%25f%3Fg%3Ah.txt"),
        ("data/ফোন/è.jpg", "data/%E0%A6%AB%E0%A7%8B%E0%A6%A8/%C3%A8.jpg"),
        ("a:b", "a%3Ab"),
        ("~-._", "~-._"),
    ])
    func aPathIsPercentEncodedByteForByteAndReadBack(path: String, uri: String) {
        #expect(EntryPath.uri(path) == uri)
        #expect(EntryPath.path(fromURI: uri).map { Array($0.utf8) } == Array(path.utf8))
    }

    @Test(arguments: [
        "", "/etc/passwd", "../x", "a/../b", "a/./b", "./a", "a//b", "a/", "http://example.org/a",
        "file:///a",
        "a:b", "#a", "a#b", "a?b", "%2e%2e/x", "a%2Fb", "a%5Cb", "a\\b", "a%00b", "a%", "a%4", "a%zz", "%FF",
        "a b",
        "a\nb", "//host/a",
    ])
    func whatIsNoEntryOfThisContainerIsRefused(uri: String) {
        #expect(EntryPath.path(fromURI: uri) == nil)
    }

    @Test func twoFormsOfOneNameAreTwoPaths() throws {
        let composed = try #require(EntryPath.path(fromURI: "%C3%A8"))
        let decomposed = try #require(EntryPath.path(fromURI: "e%CC%80"))
        #expect(!composed.utf8.elementsEqual(decomposed.utf8))
    }

    @Test(arguments: ["mimetype", "META-INF/manifest.xml", "META-INF/signatures001.xml"])
    func packagingIsNotSigned(path: String) {
        #expect(EntryPath.isPackaging(path))
        #expect(!EntryPath.isPackaging("data/" + path))
    }

    @Test func aSignatureFileIsKnownByItsName() {
        for path in [SignatureWriter.path, "META-INF/signatures.xml", "META-INF/my-signatures-2.xml"] {
            #expect(SignatureReader.isSignatureFile(path))
        }
        for path in [
            "META-INF/manifest.xml", "META-INF/x/signatures.xml", "signatures.xml", "META-INF/signatures.p7s",
            "META-INF/signature.xml", "meta-inf/signatures.xml", "META-INF/",
        ] {
            #expect(!SignatureReader.isSignatureFile(path))
        }
    }

    @Test func aSignatureFileMayBeAsLargeAsItsContainerNeedsAndNoLarger() {
        #expect(SignatureLimits(entryCount: 0).bytes == 1 << 20)
        #expect(SignatureLimits(entryCount: 2000).references == 2001)
        #expect(SignatureLimits(entryCount: .max).bytes == SignatureLimits.mostBytes)
        #expect(SignatureLimits(entryCount: .max).references == SignatureLimits.mostReferences)
        #expect(SignatureLimits(entryCount: -1) == SignatureLimits(entryCount: 0))
    }
}
