import Law
import XML

/// A pack of one act, one offence, one deadline and one rule, to be broken in one place at a time.
struct SmallPack {
    var files: [String: String] = [
        "pack.xml": """
        <pack xmlns="urn:dossier:pack:1" code="zz" version="1">
          <name language="en">Nowhere</name><name language="hi">कहीं नहीं</name>
          <language>en</language>
          <language>hi</language>
          <timeZone>Asia/Kolkata</timeZone>
          <numbering path="exhibit/mark" pattern="[A-Z]+-[0-9]+">
            <label language="en">letters and a number</label><label language="hi">अक्षर और संख्या</label>
          </numbering>
          <include href="words/mender.xml"/>
          <vocabulary name="party-role" paths="party/role">
            <word code="accused"><label language="en">accused</label><label language="hi">अभियुक्त</label></word>
          </vocabulary>
          <vocabulary name="edition" paths="edition/name">
            <word code="court"><label language="en">court</label><label language="hi">न्यायालय</label></word>
          </vocabulary>
          <court code="court"><label language="en">Court</label><label language="hi">न्यायालय</label></court>
        </pack>
        """,
        "words/mender.xml": """
        <vocabulary xmlns="urn:dossier:pack:1" name="mender">
          <word code="lawyer"><label language="en">lawyer</label><label language="hi">वकील</label></word>
        </vocabulary>
        """,
        "acts.xml": """
        <acts xmlns="urn:dossier:pack:1">
          <act code="PENAL" from="2000-01-01" confidence="read">
            <title language="en">Penal Code</title><title language="hi">दंड संहिता</title>
            <section number="1"><title language="en">Theft</title></section>
            <section number="58(2)"/>
          </act>
          <authority code="a-case" confidence="memory"><title language="en">A v. B</title></authority>
        </acts>
        """,
        "offences.xml": """
        <offences xmlns="urn:dossier:pack:1">
          <offence code="penal-1" act="PENAL" section="1" court="court" confidence="read">
            <title language="en">Theft</title><title language="hi">चोरी</title>
            <element code="taking">
              <text language="en">A thing was taken.</text><text language="hi">वस्तु ली गई।</text>
            </element>
          </offence>
        </offences>
        """,
        "deadlines.xml": """
        <deadlines xmlns="urn:dossier:pack:1">
          <deadline code="production" severity="blocker" mender="lawyer" confidence="read">
            <title language="en">Production</title><title language="hi">पेशी</title>
            <citation act="PENAL" section="58(2)(a)"/>
            <each select="/c:caseFile/c:records/c:arrest"/>
            <runs from="c:at"/>
            <within period="PT24H"/>
            <met by="c:production/c:at"/>
          </deadline>
        </deadlines>
        """,
        "rules.sch": """
        <schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="exslt">
          <title>Rules of nowhere</title>
          <ns prefix="c" uri="urn:dossier:casefile:1"/>
          <ns prefix="date" uri="http://exslt.org/dates-and-times"/>
          <let name="as-of" value="string(/c:caseFile/c:about/c:createdAt)"/>
          <include href="rules/produced.sch"/>
        </schema>
        """,
        "rules/produced.sch": """
        <pattern id="produced" xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:law="urn:dossier:pack:1">
          <title>Produced in time</title>
          <law:rule severity="blocker" confidence="part" mender="lawyer" clock="production">
            <law:title language="hi">समय पर पेशी</law:title>
            <law:citation act="PENAL" section="58(2)"/>
            <law:citation authority="a-case"/>
            <law:remedy language="en">Add the production.</law:remedy>
            <law:remedy language="hi">पेशी जोड़ें।</law:remedy>
            <law:message assertion="produced.1" language="hi">पेशी में <law:value-of select="$hours"/> घंटे लगे।</law:message>
            <law:example case="sound">
              <law:text language="en">Two days later.</law:text>
              <law:set at="//c:production/c:at">2026-03-15T20:00:00+05:30</law:set>
            </law:example>
          </law:rule>
          <rule context="/c:caseFile/c:records/c:arrest">
            <let name="hours" value="(date:seconds((c:production/c:at | /c:caseFile/c:about/c:createdAt)[last()]) - date:seconds(c:at)) div 3600"/>
            <assert id="produced.1" test="$hours &lt;= 24">It took <value-of select="$hours"/> hours.</assert>
          </rule>
        </pattern>
        """,
        "examples/sound.xml": SmallPack.caseFile(produced: "2026-03-14T12:00:00+05:30"),
    ]

    static func caseFile(produced: String) -> String {
        """
        <caseFile xmlns="urn:dossier:casefile:1" schemaVersion="1.0">
          <about><createdAt>2026-03-20T00:00:00+05:30</createdAt></about>
          <records>
            <arrest id="00000000-0000-7000-8000-000000000001"><at>2026-03-13T20:00:00+05:30</at>\
        <production><at>\(produced)</at></production></arrest>
          </records>
        </caseFile>
        """
    }

    /// The pack with one text put in the place of another, which must be there.
    func replacing(_ old: String, with new: String, in path: String) -> SmallPack {
        precondition(files[path]?.contains(old) == true, "\(path) has no \(old)")
        var pack = self
        pack.files[path] = files[path]!.replacing(old, with: new, maxReplacements: 1)
        return pack
    }

    /// The pack with an edition, court, of these rules; `why` is a reason that it has.
    func editions(_ rules: String) -> SmallPack {
        var pack = self
        pack.files["editions.xml"] = """
            <editions xmlns="urn:dossier:pack:1">
              <reason code="why" confidence="read">
                <text language="en">reason</text><text language="hi">कारण</text>
                <citation act="PENAL" section="1"/>
              </reason>
              <edition code="court">
                <label language="en">Court</label><label language="hi">न्यायालय</label>
                <purpose language="en">For the court.</purpose><purpose language="hi">न्यायालय के लिए।</purpose>
                \(rules)
              </edition>
            </editions>
            """
        return pack
    }

    func without(_ path: String) -> SmallPack {
        var pack = self
        pack.files[path] = nil
        return pack
    }

    func read() throws -> PackReading {
        Pack.read(
            PackFiles(code: "zz", files: files.mapValues { Array($0.utf8) }),
            grammar: try Checkout.grammar(),
            checkingExamples: true
        )
    }

    func pack() throws -> Pack {
        let reading = try read()
        guard let pack = reading.pack else { throw Unsound(problems: reading.problems) }
        return pack
    }

    struct Unsound: Error { let problems: [PackProblem] }
}
