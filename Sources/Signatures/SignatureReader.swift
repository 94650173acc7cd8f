internal import X509
internal import XML

/// Reads the signature file of a container, strictly.
///
/// The rules:
/// - The structure is this profile's: `asic:XAdESSignatures` with one `ds:Signature`, and in it each element once,
///   in order, with the attributes it may have, and text only where text belongs. What is not expected is a finding,
///   not something to be skipped.
/// - Algorithms are an allow-list, and so are transforms: none on a file, exclusive C14N on the signed properties.
/// - References are resolved by structure. The reference to the signed properties is to *the* `SignedProperties` of
///   this signature, found by its place; its Id must agree, and no other element may have it.
/// - Nothing is opened or fetched: a reference to a file is a path to compare with the container's entries.
public enum SignatureReader {
    /// Whose spelling is accepted.
    public enum Layout: Sendable {
        /// The bytes must be exactly those that ``SignatureWriter`` gives for the same content. There is then no byte
        /// in the file that could be changed without a finding.
        case own
        /// Any spelling of an accepted structure: for containers made by other software. A difference from our own
        /// layout is not reported.
        case any
    }

    /// Whether an entry is a signature file by its name: directly in `META-INF/`, with `signatures` in its name and
    /// the extension `.xml` (EN 319 162-1 §4.4.3.2 d).
    public static func isSignatureFile(_ path: String) -> Bool {
        let folder = "META-INF/"
        guard path.utf8.starts(with: folder.utf8) else { return false }
        let name = Array(path.utf8.dropFirst(folder.utf8.count))
        guard !name.contains(UInt8(ascii: "/")), name.count > 4, name.suffix(4).elementsEqual(".xml".utf8)
        else { return false }
        let word = Array("signatures".utf8)
        return name.indices.contains { name[$0...].starts(with: word) }
    }

    /// Reads.
    ///
    /// The cost is linear in the size of the file, the memory about ten times that size while reading.
    ///
    /// - Parameters:
    ///   - bytes: the signature file.
    ///   - limits: how large it may be; more is a finding, and nothing is read.
    ///   - layout: whether another spelling than our own is accepted.
    /// - Throws: only when there is no memory left to look.
    public static func read(
        _ bytes: [UInt8],
        limits: SignatureLimits,
        layout: Layout = .own
    ) throws(SignatureReaderError) -> SignatureReading {
        var parser = SignatureParser(limits: limits)
        guard bytes.count <= limits.bytes else {
            parser.findings.add(
                .size,
                expected: "at most \(limits.bytes) bytes",
                found: "\(bytes.count) bytes"
            )
            return SignatureReading(signature: nil, findings: parser.findings.complete)
        }
        do throws(XMLError) {
            try parser.parse(bytes)
        } catch .outOfMemory {
            throw .outOfMemory
        } catch {
            parser.findings.add(
                .xml,
                expected: "an XML document in UTF-8 without DOCTYPE",
                found: error.description
            )
            return SignatureReading(signature: nil, findings: parser.findings.complete)
        }
        if layout == .own, let signature = parser.signature {
            parser.compareLayout(of: signature, with: bytes)
        }
        return SignatureReading(signature: parser.signature, findings: parser.findings.complete)
    }
}

/// Why a signature file could not be looked at.
public enum SignatureReaderError: Error, Equatable {
    case outOfMemory
}

/// One reading of one file: what was found wrong so far, and the signature as far as it is known.
struct SignatureParser {
    let limits: SignatureLimits
    var findings = Findings()
    /// Every Id of the file, with the line where it was seen.
    var ids: [String: Int] = [:]
    /// Nil until there is a `ds:Signature` with a `ds:SignedInfo`.
    var signature: UnverifiedSignature?

    init(limits: SignatureLimits) { self.limits = limits }

    mutating func parse(_ bytes: [UInt8]) throws(XMLError) {
        checkMarkup(bytes)
        let document = try Document(parsing: bytes, limits: .signature(limits))
        try checkText(of: document)
        let root = document.root
        guard root.isElement("XAdESSignatures", Vocabulary.asic) else {
            findings.add(
                .structure,
                line: root.line,
                expected: "asic:XAdESSignatures",
                found: root.local
            )
            return
        }
        checkAttributes(of: root)
        var children = Children(of: root)
        if let element = require("Signature", Vocabulary.ds, in: &children) {
            try parseSignature(element, in: document)
        }
        finish(children)
    }

    /// In well-formed XML without a DOCTYPE, `<!` begins a comment or a CDATA section, and nothing else. Both vanish
    /// in canonical form, so a signature says nothing of them: neither has a place in this file.
    private mutating func checkMarkup(_ bytes: [UInt8]) {
        var line = 1
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == UInt8(ascii: "!"), previous == UInt8(ascii: "<") {
                findings.add(
                    .structure,
                    line: line,
                    expected: "elements and text",
                    found: "a comment, CDATA or a declaration"
                )
                return
            }
            if byte == 0x0A { line += 1 }
            previous = byte
        }
    }

    private mutating func parseSignature(_ element: DocumentNode, in document: Document) throws(XMLError) {
        let attributes = checkAttributes(of: element, required: ["Id"])
        var children = Children(of: element)
        var unverified = UnverifiedSignature()
        var info = SignedInfo()
        let infoElement = require("SignedInfo", Vocabulary.ds, in: &children)
        if let infoElement { info = parseSignedInfo(infoElement, into: &unverified) }
        if let value = require("SignatureValue", Vocabulary.ds, in: &children) {
            checkAttributes(of: value, optional: ["Id"])
            unverified.value = base64(of: value)
            unverified.valueLine = value.line
        }
        if let keyInfo = require("KeyInfo", Vocabulary.ds, in: &children) {
            unverified.chain = parseKeyInfo(keyInfo)
        }
        if let object = require("Object", Vocabulary.ds, in: &children) {
            checkAttributes(of: object)
            var inner = Children(of: object)
            if let qualifying = require("QualifyingProperties", Vocabulary.xades, in: &inner) {
                let properties = parseQualifyingProperties(
                    qualifying,
                    signatureId: attributes["Id"],
                    into: &unverified
                )
                if let properties {
                    try resolve(info.propertiesReference, to: properties, in: document, into: &unverified)
                }
            }
            finish(inner)
        }
        finish(children)
        guard let infoElement else { return }
        unverified.signedInfo = try document.canonical(infoElement, inclusivePrefixes: info.inclusivePrefixes)
        signature = unverified
    }

    /// The reference to the signed properties must name these, which stand in this signature, by an Id that nothing
    /// else has (``checkAttributes`` sees to that).
    private mutating func resolve(
        _ reference: SignedInfo.PropertiesReference?,
        to properties: DocumentNode,
        in document: Document,
        into signature: inout UnverifiedSignature
    ) throws(XMLError) {
        guard let reference else { return }
        guard let id = properties.attribute("Id"), isExactly(id, reference.id) else {
            findings.add(
                .signedProperties,
                line: reference.line,
                expected: "the Id of this signature's SignedProperties",
                found: "another Id"
            )
            return
        }
        let canonical = try document.canonical(properties, inclusivePrefixes: reference.inclusivePrefixes)
        signature.propertiesReference = UnverifiedSignature.PropertiesReference(
            algorithm: reference.algorithm,
            stated: reference.digest,
            computed: reference.algorithm.digest(canonical),
            line: reference.line
        )
    }
}

/// Whether two texts are the same characters. Swift's `==` takes canonical equivalents for equal: `KeyInfo` written
/// with U+212A KELVIN SIGN would be `KeyInfo`.
func isExactly(_ a: some StringProtocol, _ b: some StringProtocol) -> Bool { a.utf8.elementsEqual(b.utf8) }
