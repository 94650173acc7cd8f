import Casework
import Foundation

/// Templates with a small jurisdiction of their own, `xx`: its one rule wants every exhibit sealable.
struct TestPack {
    let folder: String
    var templates: Templates { Templates(path: folder) }

    init() throws {
        folder = Scratch.path()
        for name in ["schema", "bundle"] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/" + name,
                withDestinationPath: Checkout.templates.path + "/" + name
            )
        }
        for name in ["compile-rules.xsl", "compile-deadlines.xsl", "compile-example.xsl"] {
            try write(
                name,
                String(decoding: try Checkout.templates.bytes("jurisdictions/" + name), as: UTF8.self)
            )
        }
        for (name, text) in Self.files { try write("xx/" + name, text) }
    }

    /// Writes a file below the folder of packs.
    func write(_ path: String, _ text: String) throws {
        let url = URL(fileURLWithPath: folder + "/jurisdictions/" + path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: url)
    }

    private static let namespace = #"xmlns="urn:dossier:pack:1""#

    static let files: [String: String] = [
        "pack.xml": """
        <pack \(namespace) code="xx" version="1">
          <name language="en">Nowhere</name>
          <language>en</language>
          <timeZone>UTC</timeZone>
          <include href="words/mender.xml"/>
          <court code="court"><label language="en">The court</label></court>
        </pack>
        """,
        "words/mender.xml": """
        <vocabulary \(namespace) name="mender">
          <word code="lawyer"><label language="en">the lawyer</label></word>
        </vocabulary>
        """,
        "acts.xml": """
        <acts \(namespace)>
          <act code="ACT" confidence="read">
            <title language="en">The Act</title>
            <section number="1"><title language="en">Seals</title></section>
          </act>
        </acts>
        """,
        "offences.xml": """
        <offences \(namespace)>
          <offence code="act-1" act="ACT" section="1" court="court" confidence="read">
            <title language="en">An offence</title>
            <element code="act"><text language="en">It was done.</text></element>
          </offence>
        </offences>
        """,
        "deadlines.xml": """
        <deadlines \(namespace)>
          <deadline code="day" severity="warning" mender="lawyer" confidence="read">
            <title language="en">Within a day</title>
            <citation act="ACT" section="1"/>
            <each select="/c:caseFile/c:records/c:arrest"/>
            <runs from="c:at"/>
            <within period="P1D"/>
          </deadline>
        </deadlines>
        """,
        "rules.sch": """
        <schema xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            queryBinding="exslt" schemaVersion="1">
          <title>Readiness: nowhere</title>
          <ns prefix="c" uri="urn:dossier:casefile:1"/>
          <xsl:key name="record" match="/c:caseFile/c:records/*" use="@id"/>
          <let name="as-of" value="string(/c:caseFile/c:about/c:createdAt)"/>
          <include href="rules/travels-sealed.sch"/>
        </schema>
        """,
        "rules/travels-sealed.sch": """
        <pattern id="travels-sealed" xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:law="urn:dossier:pack:1">
          <title>What can be sealed is sealed</title>
          <law:rule severity="warning" confidence="read" mender="lawyer">
            <law:citation act="ACT" section="1"/>
            <law:remedy language="en">Seal it.</law:remedy>
            <law:example case="sound">
              <law:text language="en">It is not sealable.</law:text>
              <law:set at="/c:caseFile/c:records/c:exhibit/c:sealable">false</law:set>
            </law:example>
          </law:rule>
          <rule context="/c:caseFile/c:records/c:exhibit">
            <assert id="travels-sealed.1" test="c:sealable = 'false'"><value-of select="c:mark"/> is not sealed.</assert>
          </rule>
        </pattern>
        """,
        "examples/sound.xml": #"<caseFile xmlns="urn:dossier:casefile:1" schemaVersion="1.0"/>"#,
        "forms/memo.xml": "<memo/>",
        "rules/.travels-sealed.sch": "<lost/>",
        "README.md": "A pack of nowhere.",
    ]
}
