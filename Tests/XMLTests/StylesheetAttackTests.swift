import Glibc
import Testing
import XML

/// A stylesheet can read and write nothing but what it is given.
@Suite struct StylesheetAttackTests {
    private func run(_ body: String) throws -> String {
        let sheet = try Stylesheet(
            StylesheetTests.stylesheet(body, method: "text"),
            maxOperations: 1_000_000
        )
        return try text(sheet.transform(Document(parsing: Array("<a><b>1</b></a>".utf8))))
    }

    private func template(_ body: String) -> String { "<xsl:template match='/'>\(body)</xsl:template>" }

    @Test(arguments: [
        "file:///etc/passwd", "/etc/passwd", "http://127.0.0.1:9/x.xml", "ftp://127.0.0.1:9/x.xml", "", "#x",
        "data:text/xml,<a/>", "x-dossier-schema:1/0",
    ])
    func theDocumentFunctionIsRefused(uri: String) {
        #expect(throws: XMLError.self) {
            try run(template("<xsl:copy-of select=\"document('\(uri.replacing("<", with: "&lt;"))')\"/>"))
        }
    }

    @Test(arguments: ["include", "import"], ["file:///etc/passwd", "other.xsl", "http://127.0.0.1:9/x.xsl"])
    func otherStylesheetsAreRefused(element: String, uri: String) {
        #expect(throws: XMLError.self) { try run("<xsl:\(element) href='\(uri)'/>" + template("x")) }
    }

    @Test(arguments: [
        "<exsl:document href='PATH' method='text'>written</exsl:document>",
        "<xsl:document href='PATH' method='text'>written</xsl:document>",
        "<r:write select=\"'PATH'\" xmlns:r='org.apache.xalan.xslt.extensions.Redirect'>written</r:write>",
        "<s:output file='PATH' method='text' xmlns:s='http://icl.com/saxon'>written</s:output>",
        "<x:document href='PATH' method='text' xmlns:x='http://www.jclark.com/xt'>written</x:document>",
    ])
    func noFileIsWritten(instruction: String) throws {
        let path = "/tmp/dossier-xslt-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        let prefixes =
            "xsl:extension-element-prefixes='exsl r s x' xmlns:r='org.apache.xalan.xslt.extensions.Redirect'"
            + " xmlns:s='http://icl.com/saxon' xmlns:x='http://www.jclark.com/xt'"
        let result = try? run(
            template("<w \(prefixes)>" + instruction.replacing("PATH", with: path) + "</w>")
        )
        // Those that libxslt does not know are not run; those that it knows fail.
        #expect(result == nil || result == "")
        #expect(access(path, F_OK) != 0)
    }

    @Test(.timeLimit(.minutes(1)))
    func endlessRecursionIsStopped() {
        #expect(throws: XMLError.self) {
            try run("<xsl:template match='/' name='t'><xsl:call-template name='t'/></xsl:template>")
        }
        #expect(throws: XMLError.self) {
            try run("<xsl:template match='/|a|b'><xsl:apply-templates select='/'/></xsl:template>")
        }
        #expect(throws: XMLError.self) {
            try run(
                "<xsl:variable name='x' select='$y'/><xsl:variable name='y' select='$x'/>"
                    + template("<xsl:value-of select='$x'/>")
            )
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func workThatDoublesWithEachStepIsStopped() {
        #expect(throws: XMLError.self) {
            try run(
                """
                <xsl:template name="t"><xsl:param name="n"/><xsl:if test="$n &gt; 0">
                <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
                <xsl:call-template name="t"><xsl:with-param name="n" select="$n - 1"/></xsl:call-template>
                </xsl:if></xsl:template>
                <xsl:template match="/"><xsl:call-template name="t"><xsl:with-param name="n" select="200"/>
                </xsl:call-template></xsl:template>
                """
            )
        }
    }
}
