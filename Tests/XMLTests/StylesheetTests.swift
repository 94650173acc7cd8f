import Testing
import XML

@Suite struct StylesheetTests {
    static func stylesheet(_ body: String, method: String = "xml") -> [UInt8] {
        Array(
            """
            <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:exsl="http://exslt.org/common" xmlns:str="http://exslt.org/strings"
                xmlns:math="http://exslt.org/math" xmlns:date="http://exslt.org/dates-and-times"
                xmlns:set="http://exslt.org/sets" extension-element-prefixes="exsl str math date set">
            <xsl:output method="\(method)" omit-xml-declaration="yes"/>
            \(body)
            </xsl:stylesheet>
            """.utf8
        )
    }

    private func result(
        _ body: String,
        of document: String = "<a><b>1</b><b>2</b></a>",
        _ parameters: [String: String] = [:]
    ) throws -> String {
        let sheet = try Stylesheet(Self.stylesheet(body, method: "text"))
        return try text(sheet.transform(Document(parsing: Array(document.utf8)), parameters: parameters))
    }

    @Test func aDocumentIsTransformed() throws {
        let body = """
            <xsl:template match="/"><xsl:apply-templates select="a/b"/></xsl:template>
            <xsl:template match="b">[<xsl:value-of select="."/>]</xsl:template>
            """
        #expect(try result(body) == "[1][2]")
    }

    @Test(arguments: [
        ("count(exsl:node-set($tree)/x)", "2"), ("str:concat(//b)", "12"), ("math:max(//b)", "2"),
        ("date:year('2026-03-14T22:40:00+05:30')", "2026"), ("count(set:distinct(//b))", "2"),
    ])
    func theExtensionsOfEXSLTAreThere(expression: String, value: String) throws {
        let body = """
            <xsl:variable name="tree"><x/><x/></xsl:variable>
            <xsl:template match="/"><xsl:value-of select="\(expression)"/></xsl:template>
            """
        #expect(try result(body) == value)
    }

    @Test(arguments: ["plain", "'", "\"", "'\"'", "//b", "]]>&<", "ক্ষ \u{301}", ""])
    func parametersAreTextWhateverTheyHold(value: String) throws {
        let body = """
            <xsl:param name="p" select="'none'"/>
            <xsl:template match="/"><xsl:value-of select="$p"/></xsl:template>
            """
        #expect(try result(body, ["p": value]) == value)
        #expect(try result(body) == "none")
    }

    @Test func transformingLeavesTheDocumentAsItWas() throws {
        let document = try Document(parsing: Array("<a> <b> </b> </a>".utf8))
        let before = try document.canonical(document.root)
        let sheet = try Stylesheet(
            Self.stylesheet(
                """
                <xsl:strip-space elements="*"/>
                <xsl:key name="k" match="b" use="."/>
                <xsl:template match="/">
                <xsl:value-of select="generate-id(a)"/><xsl:value-of select="count(key('k',''))"/>
                </xsl:template>
                """
            )
        )
        let first = try sheet.transform(document)
        #expect(try sheet.transform(document) == first)
        #expect(try document.canonical(document.root) == before)
    }

    @Test func aStylesheetThatIsWrongIsRefused() {
        for body in [
            "<xsl:template match='a['/>", "<xsl:wrong/>",
            "<xsl:template match='/'><xsl:value-of/></xsl:template>",
        ] {
            #expect(throws: XMLError.self) { try Stylesheet(Self.stylesheet(body)) }
        }
        #expect(throws: XMLError.doctype(line: 1)) { try Stylesheet(Array("<!DOCTYPE a><a/>".utf8)) }
    }

    @Test func aMessageIsNoErrorUnlessItTerminates() throws {
        let message =
            "<xsl:template match='/'>\n<xsl:message terminate='no'>secret</xsl:message>done</xsl:template>"
        #expect(try result(message).hasSuffix("done"))
        #expect(throws: XMLError.transformation(line: 7)) {
            try result(message.replacing("'no'", with: "'yes'"))
        }
    }

    @Test func oneStylesheetServesManyThreads() async throws {
        let sheet = try Stylesheet(
            Self.stylesheet(
                """
                <xsl:key name="k" match="b" use="."/>
                <xsl:template match="/"><r><xsl:copy-of select="key('k','2')"/></r></xsl:template>
                """
            )
        )
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    try text(sheet.transform(Document(parsing: Array("<a><b>1</b><b>2</b></a>".utf8))))
                }
            }
            for try await result in group { #expect(result == "<r><b>2</b></r>\n") }
        }
    }
}
