public import XML

/// What is the same for every element of the grammar (templates/schema/casefile.xsd).
public enum CaseFileGrammar {
    /// The major version is in the namespace; the minor one in `caseFile/@schemaVersion`.
    public static let namespace = "urn:dossier:casefile:1"
    public static let schemaVersion = "1.0"

    public static func name(_ local: String) -> QName {
        QName(namespace: namespace, prefix: "", local: local)
    }
}
