<?xml version="1.0" encoding="UTF-8"?>
<!--
  Compiles a pack's readiness rules (ISO Schematron, query binding exslt) to XSLT 1.0 with EXSLT, which makes a report in
  SVRL of a case file:

      xsltproc compile-rules.xsl in/rules.sch > rules.xsl
      xsltproc [-stringparam as-of 2026-06-01T00:00:00+05:30] [-stringparam language hi] rules.xsl casefile.xml

  All of ISO Schematron that a pack uses is here: include, ns, let, key, pattern, rule (the first whose context matches
  wins), assert, report, value-of, name, emph, span, dir. Abstract patterns, phases and extends are not: a rule says
  what it says in its own file.

  A context is looked up as it is written when it begins with a slash, and in the whole document when it does not. The
  records of each kind that rules begin from, /c:caseFile/c:records/c:arrest, are looked up once for all rules: a case of
  half a million records is checked as quickly as its arrests are counted.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:dossier:xsl-output"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
    xmlns:law="urn:dossier:pack:1" xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="sch law exsl">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- The patterns, included ones among them, in their order. -->
  <xsl:template match="sch:schema">
    <xsl:if test="@queryBinding != 'exslt'">
      <xsl:message terminate="yes">The query binding of the rules is not exslt.</xsl:message>
    </xsl:if>
    <xsl:variable name="unknown" select="sch:phase | sch:diagnostics | sch:properties | sch:pattern[@abstract or @is-a]"/>
    <xsl:if test="$unknown">
      <xsl:message terminate="yes">Not understood in rules: <xsl:value-of select="name($unknown[1])"/>.</xsl:message>
    </xsl:if>
    <out:stylesheet version="1.0">
      <xsl:call-template name="namespaces"/>
      <out:output method="xml" encoding="UTF-8" indent="yes"/>
      <xsl:comment> Compiled from the jurisdiction pack's rules by compile-rules.xsl. Run it on a case file with any processor of
     XSLT 1.0 and EXSLT: xsltproc rules.xsl casefile.xml </xsl:comment>
      <out:param name="language" select="'en'"/>
      <xsl:for-each select="sch:let">
        <out:param name="{@name}" select="{@value}"/>
      </xsl:for-each>
      <!-- Made anew and not copied: a copy would keep the order of its attributes, and the same rules give the same bytes. -->
      <xsl:for-each select="xsl:key">
        <out:key name="{@name}" match="{@match}" use="{@use}"/>
      </xsl:for-each>
      <xsl:variable name="kinds">
        <xsl:for-each select="sch:pattern | sch:include">
          <xsl:apply-templates select="." mode="kinds"/>
        </xsl:for-each>
      </xsl:variable>
      <xsl:for-each select="exsl:node-set($kinds)/kind[. != '' and not(. = preceding-sibling::kind)]">
        <out:variable name="every-{.}" select="/c:caseFile/c:records/c:{.}"/>
      </xsl:for-each>
      <out:template match="/">
        <svrl:schematron-output title="{sch:title}" schemaVersion="{@schemaVersion}">
          <xsl:for-each select="sch:ns">
            <svrl:ns-prefix-in-attribute-values prefix="{@prefix}" uri="{@uri}"/>
          </xsl:for-each>
          <xsl:apply-templates select="sch:pattern | sch:include" mode="call"/>
        </svrl:schematron-output>
      </out:template>
      <xsl:apply-templates select="sch:pattern | sch:include"/>
      <xsl:call-template name="location"/>
    </out:stylesheet>
  </xsl:template>

  <!-- Every prefix that the rules declare is one in the result. -->
  <xsl:template name="namespaces">
    <xsl:variable name="dummies">
      <xsl:for-each select="sch:ns">
        <xsl:element name="{@prefix}:dummy" namespace="{@uri}"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:copy-of select="exsl:node-set($dummies)/*/namespace::*"/>
    <xsl:attribute name="exclude-result-prefixes">
      <xsl:for-each select="sch:ns">
        <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if>
        <xsl:value-of select="@prefix"/>
      </xsl:for-each>
    </xsl:attribute>
  </xsl:template>

  <!-- The kind of records that a rule begins from; nothing where its context is of another form. -->
  <xsl:variable name="records" select="'/c:caseFile/c:records/c:'"/>
  <xsl:template match="sch:pattern" mode="kinds">
    <xsl:for-each select="sch:rule">
      <kind><xsl:apply-templates select="." mode="kind"/></kind>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="sch:include" mode="kinds">
    <xsl:apply-templates select="document(@href, .)/sch:pattern" mode="kinds"/>
  </xsl:template>
  <xsl:template match="sch:rule" mode="kind">
    <xsl:variable name="rest" select="substring-after(@context, $records)"/>
    <xsl:if test="starts-with(@context, $records) and not(contains(@context, '|'))">
      <xsl:value-of select="substring-before(translate(concat($rest, '/'), '[', '/'), '/')"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sch:include">
    <xsl:apply-templates select="document(@href, .)/sch:pattern"/>
  </xsl:template>
  <xsl:template match="sch:include" mode="call">
    <xsl:apply-templates select="document(@href, .)/sch:pattern" mode="call"/>
  </xsl:template>

  <!-- A pattern: every node that one of its rules is about, each by the first rule that matches it. -->
  <xsl:template match="sch:pattern" mode="call">
    <svrl:active-pattern id="{@id}" name="{sch:title}"/>
    <out:apply-templates mode="{@id}">
      <xsl:attribute name="select">
        <xsl:for-each select="sch:rule">
          <xsl:variable name="kind"><xsl:apply-templates select="." mode="kind"/></xsl:variable>
          <xsl:if test="position() &gt; 1"> | </xsl:if>
          <xsl:choose>
            <xsl:when test="$kind != ''">
              <xsl:value-of select="concat('$every-', $kind, substring-after(@context, concat($records, $kind)))"/>
            </xsl:when>
            <xsl:when test="starts-with(@context, '/')"><xsl:value-of select="@context"/></xsl:when>
            <xsl:otherwise>//<xsl:value-of select="@context"/></xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:attribute>
    </out:apply-templates>
  </xsl:template>

  <xsl:template match="sch:pattern">
    <xsl:if test="not(@id)">
      <xsl:message terminate="yes">A pattern has no id.</xsl:message>
    </xsl:if>
    <xsl:for-each select="sch:rule">
      <out:template mode="{../@id}" priority="{count(following-sibling::sch:rule) + 1}">
        <xsl:attribute name="match">
          <xsl:choose>
            <!-- Only what fits the context is handed to the template of a single rule: it need not be asked again. -->
            <xsl:when test="count(../sch:rule) = 1">@* | node()</xsl:when>
            <xsl:otherwise><xsl:value-of select="@context"/></xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
        <xsl:for-each select="../sch:let | sch:let">
          <out:variable name="{@name}" select="{@value}"/>
        </xsl:for-each>
        <svrl:fired-rule context="{@context}"/>
        <xsl:apply-templates select="sch:assert | sch:report"/>
      </out:template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="sch:assert">
    <out:if test="not({@test})">
      <svrl:failed-assert id="{@id}" test="{@test}">
        <xsl:call-template name="finding"/>
      </svrl:failed-assert>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report">
    <out:if test="{@test}">
      <svrl:successful-report id="{@id}" test="{@test}">
        <xsl:call-template name="finding"/>
      </svrl:successful-report>
    </out:if>
  </xsl:template>

  <!-- What a finding says: where it is, how grave it is, its text in the language that was asked for, its law. -->
  <xsl:template name="finding">
    <xsl:variable name="rule" select="ancestor::sch:pattern/law:rule"/>
    <xsl:variable name="texts" select="$rule/law:message[@assertion = current()/@id]"/>
    <out:attribute name="location">
      <out:apply-templates select="." mode="location"/>
    </out:attribute>
    <xsl:if test="$rule">
      <out:attribute name="role"><xsl:value-of select="$rule/@severity"/></out:attribute>
    </xsl:if>
    <xsl:call-template name="in-language">
      <xsl:with-param name="texts" select="$texts"/>
      <xsl:with-param name="english" select="."/>
    </xsl:call-template>
    <xsl:for-each select="$rule/law:citation">
      <svrl:property-reference property="law">
        <svrl:text><xsl:value-of select="normalize-space(concat(@act, ' ', @section, ' ', @authority))"/></svrl:text>
      </svrl:property-reference>
    </xsl:for-each>
    <xsl:if test="$rule/law:remedy">
      <svrl:property-reference property="remedy">
        <xsl:call-template name="in-language">
          <xsl:with-param name="texts" select="$rule/law:remedy[@language != 'en']"/>
          <xsl:with-param name="english" select="$rule/law:remedy[@language = 'en']"/>
        </xsl:call-template>
      </svrl:property-reference>
    </xsl:if>
  </xsl:template>

  <!-- A text in the language that was asked for, in English where there is none. -->
  <xsl:template name="in-language">
    <xsl:param name="texts"/>
    <xsl:param name="english"/>
    <xsl:variable name="plain">
      <svrl:text><xsl:apply-templates select="$english/node()" mode="text"/></svrl:text>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$texts">
        <out:choose>
          <xsl:for-each select="$texts">
            <out:when test="$language = '{@language}'">
              <svrl:text xml:lang="{@language}"><xsl:apply-templates mode="text"/></svrl:text>
            </out:when>
          </xsl:for-each>
          <out:otherwise><xsl:copy-of select="$plain"/></out:otherwise>
        </out:choose>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$plain"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The words of a message: runs of white space in it are one space. -->
  <xsl:template match="text()" mode="text">
    <xsl:variable name="words" select="normalize-space()"/>
    <xsl:variable name="first" select="translate(substring(., 1, 1), '&#9;&#10;&#13;', '   ')"/>
    <xsl:variable name="last" select="translate(substring(., string-length()), '&#9;&#10;&#13;', '   ')"/>
    <out:text>
      <xsl:if test="$first = ' ' and preceding-sibling::node()[not(self::comment())]"><xsl:text> </xsl:text></xsl:if>
      <xsl:value-of select="$words"/>
      <xsl:if test="$words != '' and $last = ' ' and following-sibling::node()[not(self::comment())]"><xsl:text> </xsl:text></xsl:if>
    </out:text>
  </xsl:template>
  <xsl:template match="sch:value-of | law:value-of" mode="text"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="sch:name[@path]" mode="text"><out:value-of select="name({@path})"/></xsl:template>
  <xsl:template match="sch:name" mode="text"><out:value-of select="name()"/></xsl:template>
  <xsl:template match="sch:emph | sch:span | sch:dir" mode="text"><xsl:apply-templates mode="text"/></xsl:template>
  <xsl:template match="*" mode="text">
    <xsl:message terminate="yes">Not understood in the text of a rule: <xsl:value-of select="name()"/>.</xsl:message>
  </xsl:template>

  <!-- A place in the case file, as an XPath: a record by its id, what is in it by name and number. -->
  <xsl:template name="location">
    <out:template match="*" mode="location">
      <out:apply-templates select="parent::*" mode="location"/>
      <out:text>/</out:text>
      <out:value-of select="concat('c:', local-name())"/>
      <out:choose>
        <out:when test="@id">
          <out:value-of select='concat("[@id=&apos;", @id, "&apos;]")'/>
        </out:when>
        <out:when test="parent::*/parent::*">
          <out:value-of select="concat('[', count(preceding-sibling::*[local-name() = local-name(current())]) + 1, ']')"/>
        </out:when>
      </out:choose>
    </out:template>
    <out:template match="@*" mode="location">
      <out:apply-templates select="parent::*" mode="location"/>
      <out:value-of select="concat('/@', name())"/>
    </out:template>
    <out:template match="text()" mode="location">
      <out:apply-templates select="parent::*" mode="location"/>
    </out:template>
    <out:template match="/" mode="location"/>
  </xsl:template>
</xsl:stylesheet>
