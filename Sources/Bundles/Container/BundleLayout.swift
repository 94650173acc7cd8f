// Where things stand in a bundle: docs/format.md, in code. Every path comes from this file.

/// The paths of a bundle's own files.
public enum BundleLayout {
    public static let mimetype = "mimetype"
    public static let mediaType = "application/vnd.etsi.asic-e+zip"

    public static let bagDeclaration = "bagit.txt"
    public static let bagInfo = "bag-info.txt"
    public static let payloadManifest = "manifest-sha256.txt"
    public static let tagManifest = "tagmanifest-sha256.txt"

    public static let caseFile = "data/casefile.xml"
    public static let index = "data/index.html"
    public static let schema = "data/schema/casefile.xsd"
    public static let stylesheet = "data/schema/casefile.xsl"

    /// The folder of the jurisdiction's rules, where it has a pack.
    public static let rules = "data/rules/"

    /// What was searched for names that must not leave.
    public static let scanStatement = "data/scan.xml"

    /// A part that is encrypted to one recipient; the first is 1.
    public static func sealed(_ number: Int) -> String { "data/sealed/\(number).hpke" }

    public static func isSealed(_ path: String) -> Bool { path.hasPrefix("data/sealed/") }

    public static let containerManifest = "META-INF/manifest.xml"

    /// A signer's own file; the first signer's number is 1.
    public static func signatures(_ number: Int) -> String {
        let digits = String(number)
        return "META-INF/signatures" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            + ".xml"
    }

    /// A page of exhibits, where a case has too many for one page; the first is 1.
    public static func page(_ number: Int) -> String { "data/pages/exhibits-\(number).html" }

    public static func isMetadata(_ path: String) -> Bool { path.hasPrefix("META-INF/") || path == mimetype }
    public static func isPayload(_ path: String) -> Bool { path.hasPrefix("data/") }

    public static func isSignatures(_ path: String) -> Bool {
        let name = path.lowercased()
        return name.hasPrefix("meta-inf/") && name.hasSuffix(".xml") && name.contains("signatures")
    }

    /// The file name of a bundle: `<case>-<edition>[-<recipient>]-<number>.asice`.
    public static func fileName(
        case name: String,
        edition: String,
        recipient: String? = nil,
        number: Int
    ) -> String {
        let recipient = recipient.map { "-" + EvidencePaths.safe($0, limit: 20) } ?? ""
        return "\(EvidencePaths.safe(name, limit: 80))-\(edition)\(recipient)-\(number).asice"
    }
}
