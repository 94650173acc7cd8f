/// The names of XML Signature, XAdES and ASiC that this profile uses.
enum Vocabulary {
    /// XML-DSig 1.1 (W3C 2013).
    static let ds = "http://www.w3.org/2000/09/xmldsig#"
    /// XAdES, EN 319 132-1.
    static let xades = "http://uri.etsi.org/01903/v1.3.2#"
    /// ASiC, EN 319 162-1.
    static let asic = "http://uri.etsi.org/02918/v1.2.1#"
    /// Exclusive C14N 1.0 without comments; also the namespace of its `InclusiveNamespaces` (RFC 3741).
    static let exclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#"
    /// The `Type` of the reference to the signed properties (EN 319 132-1 §4.4.3).
    static let signedPropertiesType = "http://uri.etsi.org/01903#SignedProperties"

    // The Ids of our own layout. A file holds one signature, so they need not differ between signatures.
    static let signatureId = "signature"
    static let signedPropertiesId = "signed-properties"

    /// The Id of the reference to the file at `position` (from 0): `file-1`, `file-2`, ….
    static func referenceId(_ position: Int) -> String { "file-\(position + 1)" }
}
