public import XML

/// What all packs have in common: their schema, and the stylesheets that compile rules, deadlines and examples.
public struct PackGrammar: Sendable {
    public let schema: Schema
    /// Schematron to XSLT.
    let rules: Stylesheet
    /// deadlines.xml to XSLT.
    let deadlines: Stylesheet
    /// A worked example to XSLT.
    let examples: Stylesheet

    /// - Parameters: the bytes of templates/schema/pack.xsd and of the stylesheets in templates/jurisdictions.
    /// - Throws: where one of them does not compile.
    public init(schema: [UInt8], rules: [UInt8], deadlines: [UInt8], examples: [UInt8]) throws(XMLError) {
        self.schema = try Schema(["pack.xsd": schema], root: "pack.xsd")
        self.rules = try Stylesheet(rules)
        self.deadlines = try Stylesheet(deadlines)
        self.examples = try Stylesheet(examples)
    }
}
