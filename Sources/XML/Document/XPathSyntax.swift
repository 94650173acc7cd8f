internal import CXML

/// Whether a text is an XPath 1.0 expression. What its prefixes, variables and functions stand for is known only when it
/// is evaluated.
public enum XPathSyntax {
    /// - Throws: `.xpath` with libxml2's message.
    public static func check(_ expression: String) throws(XMLError) {
        guard !expression.utf8.contains(0) else { throw .xpath(message: "it holds a zero character") }
        LibXML.ready
        guard let context = xmlXPathNewContext(nil) else { throw .outOfMemory }
        defer { xmlXPathFreeContext(context) }
        let (compiled, complaints) = LibXML.listening { _ in xmlXPathCtxtCompile(context, expression) }
        defer { if let compiled { xmlXPathFreeCompExpr(compiled) } }
        guard compiled != nil else {
            throw .xpath(message: complaints.first?.message ?? "it cannot be read")
        }
    }
}
