<?xml version="1.0" encoding="UTF-8"?>
<!--
  casefile.xml as one page that people read: a judge's clerk, a lawyer on a telephone, the defence.

      xsltproc - -nonet - -nowrite casefile.xsl casefile.xml > index.html        (write the dashes together)

  XSLT 1.0 and exsl:node-set alone, so that it also runs in a browser. It reads nothing but its input and writes
  nothing but its result; the page holds no script and asks nobody for anything.

  Parameters: `page` and `pages` cut a big case. 0 of 0 is everything on one page; 0 of N is everything but the
  exhibits, with links to pages/exhibits-1.html up to pages/exhibits-N.html; k of N is that page of exhibits.
  Exhibits are dealt out in the order of the log, `per-page` to each page, or else evenly.

  The input may have been cut as well, to spare memory: it then has fewer records than its log has leaves, and holds,
  of the exhibits, those of page k alone. What such an input does not hold, this page does not say anything about,
  and a reference to it leads to the summary.

  In this file, in this order:
     1  parameters and keys               7  values: texts, references, times, numbers
     2  the page and its frame            8  the words: labels of records, names of fields, tokens
     3  the case, people, places          9  time and order
     4  search, arrest, charge           10  the style
     5  exhibits and their custody
     6  statements, examinations, papers

  Every field of a record is shown: what no template treats by itself goes through mode "fact", which names it and
  shows its value by its type. So a field that the grammar gains later is not lost on the reader.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:c="urn:dossier:casefile:1"
    xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="c exsl">

  <xsl:output method="html" encoding="UTF-8" indent="no" doctype-system="about:legacy-compat"
      media-type="text/html"/>

  <!-- ═══ 1  Parameters and keys ═══════════════════════════════════════════════════════════════════════════ -->

  <xsl:param name="page" select="0"/>
  <xsl:param name="pages" select="0"/>
  <xsl:param name="per-page" select="0"/>
  <!-- An entry in a chain of custody is late when it was recorded more hours after the event than this. -->
  <xsl:param name="late-after-hours" select="24"/>
  <!-- A summary of more exhibits than this lists the pages alone. -->
  <xsl:param name="longest-list" select="2000"/>

  <!-- Current records and withheld leaves by id. Patterns begin at c:records, so that no superseded version
       counts as evidence of anything. -->
  <xsl:key name="record" match="c:records/*[@id]" use="@id"/>
  <xsl:key name="earlier" match="c:superseded/*" use="@id"/>
  <xsl:key name="partyOf" match="c:records/c:party" use="c:person/@to | c:agency/@to"/>
  <xsl:key name="identityOf" match="c:records/c:identity" use="c:person/@to"/>
  <xsl:key name="custody" match="c:records/c:custodyEvent" use="c:exhibit/@to"/>
  <xsl:key name="origin" match="c:records/c:custodyEvent[c:part]" use="c:part/c:exhibit/@to"/>
  <xsl:key name="subexhibit" match="c:records/c:exhibit" use="c:parentExhibit/@to"/>
  <xsl:key name="produces" match="c:records/c:exhibit" use="c:producedBy/@to"/>
  <xsl:key name="fileOf" match="c:records/c:file" use="c:exhibit/@to"/>
  <xsl:key name="content" match="c:content | c:apart | c:withheldContent" use="@file"/>
  <xsl:key name="paperOf" match="c:records/c:document | c:records/c:translation" use="c:file/@to"/>
  <xsl:key name="arrestOf" match="c:records/c:arrest" use="c:accused/@to"/>
  <xsl:key name="chargeOf" match="c:records/c:charge" use="c:accused/@to"/>
  <xsl:key name="elementOf" match="c:records/c:element" use="c:charge/@to"/>
  <xsl:key name="elementUnder" match="c:records/c:element" use="c:parentElement/@to"/>
  <xsl:key name="proofOf" match="c:records/c:proof" use="c:element/@to"/>
  <xsl:key name="proofBy" match="c:records/c:proof" use="c:witness/@to"/>
  <xsl:key name="proofByFor" match="c:records/c:proof/c:witness" use="concat(@to, ' ', ../c:element/@to)"/>
  <xsl:key name="proofWith" match="c:records/c:proof"
      use="c:exhibit/@to | c:file/@to | c:statement/@to | c:arrest/@to | c:examination/@to | c:document/@to
           | c:certificate/@to"/>
  <xsl:key name="statementBy" match="c:records/c:statement" use="c:maker/@to"/>
  <xsl:key name="translationOf" match="c:records/c:translation" use="c:statement/@to | c:document/@to"/>
  <xsl:key name="translated" match="c:records/c:translation/c:paragraph"
      use="concat(../c:statement/@to, ../c:document/@to, ' ', c:number)"/>
  <xsl:key name="cited" match="c:records/c:statement/c:paragraph/c:text/c:ref
      | c:records/c:document/c:paragraph/c:text/c:ref" use="@to"/>
  <xsl:key name="concerns" match="c:records/c:document" use="c:ref/@to | c:exhibit/@to | c:custodyStated/@to"/>
  <xsl:key name="examined" match="c:records/c:examination"
      use="c:exhibit/@to | c:sample/@to | c:received/c:exhibit/@to"/>
  <xsl:key name="certified" match="c:records/c:certificate" use="c:exhibit/@to"/>

  <xsl:variable name="document" select="/"/>
  <xsl:variable name="about" select="/c:caseFile/c:about"/>
  <xsl:variable name="records" select="/c:caseFile/c:records"/>
  <xsl:variable name="case" select="key('record', $about/c:case/@to)[self::c:case]"/>
  <xsl:variable name="withheld" select="$records/c:withheld"/>
  <!-- For whom the edition is made, where it is for one: " for A1". -->
  <xsl:variable name="for">
    <xsl:for-each select="$about/c:recipient">
      <xsl:text> for </xsl:text><xsl:value-of select="key('record', @to)/c:code"/>
    </xsl:for-each>
  </xsl:variable>
  <!-- Whether all leaves of the log are in the input. -->
  <xsl:variable name="whole" select="count($records/*) = /c:caseFile/c:log/@size"/>
  <!-- Where the summary and the files of the bundle stand, seen from this page. "./" keeps a path that begins
       like a scheme a path. -->
  <xsl:variable name="summary"><xsl:if test="$page &gt; 0">../index.html</xsl:if></xsl:variable>
  <xsl:variable name="base"><xsl:choose>
    <xsl:when test="$page &gt; 0">../</xsl:when>
    <xsl:otherwise>./</xsl:otherwise>
  </xsl:choose></xsl:variable>

  <!-- The exhibits in the order of their marks, each with its page: KT-2 before KT-10, KT-1.3 right after KT-1.2.
       A mark sorts by what stands before its first figure, then by the first three numbers in it. -->
  <xsl:variable name="marked">
    <xsl:for-each select="$records/c:exhibit">
      <xsl:variable name="letters"
          select="substring-before(concat(translate(c:mark, '123456789', '000000000'), '0'), '0')"/>
      <xsl:variable name="figures"
          select="concat(translate(substring(c:mark, string-length($letters) + 1), '/-()_: ', '.......'), '...')"/>
      <xsl:variable name="further" select="substring-after($figures, '.')"/>
      <exhibit id="{@id}" letters="{$letters}" first="{substring-before($figures, '.')}"
          second="{substring-before($further, '.')}"
          third="{substring-before(substring-after($further, '.'), '.')}">
        <xsl:attribute name="page">
          <xsl:choose>
            <xsl:when test="$page &gt; 0 and not($whole)"><xsl:value-of select="$page"/></xsl:when>
            <xsl:when test="$per-page &gt; 0">
              <xsl:value-of select="floor((position() - 1) div $per-page) + 1"/>
            </xsl:when>
            <xsl:otherwise>
              <xsl:value-of select="floor((position() - 1) * $pages div last()) + 1"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:attribute>
      </exhibit>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="ordered">
    <xsl:for-each select="exsl:node-set($marked)/exhibit">
      <xsl:sort select="@letters"/>
      <xsl:sort select="@first" data-type="number"/>
      <xsl:sort select="@second" data-type="number"/>
      <xsl:sort select="@third" data-type="number"/>
      <exhibit id="{@id}" page="{@page}"/>
    </xsl:for-each>
  </xsl:variable>
  <xsl:variable name="exhibits" select="exsl:node-set($ordered)/exhibit"/>
  <xsl:key name="placed" match="exhibit" use="@id"/>

  <!-- ═══ 2  The page and its frame ════════════════════════════════════════════════════════════════════════ -->

  <xsl:template match="/c:caseFile">
    <html lang="en">
      <head>
        <meta http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="referrer" content="no-referrer"/>
        <meta name="robots" content="noindex, nofollow"/>
        <meta name="color-scheme" content="light dark"/>
        <meta name="generator" content="{$about/c:generator}"/>
        <title>
          <xsl:value-of select="$about/c:caseNumber"/>
          <xsl:text>, </xsl:text>
          <xsl:value-of select="$about/c:edition"/> edition<xsl:value-of select="$for"/>
          <xsl:text> </xsl:text><xsl:value-of select="$about/c:number"/>
          <xsl:if test="$page &gt; 0">: exhibits, page <xsl:value-of select="$page"/> of <xsl:value-of
              select="$pages"/></xsl:if>
        </title>
        <style><xsl:call-template name="style"/></style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to the content</a>
        <xsl:choose>
          <xsl:when test="$page &gt; 0"><xsl:call-template name="page-of-exhibits"/></xsl:when>
          <xsl:otherwise><xsl:call-template name="summary"/></xsl:otherwise>
        </xsl:choose>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="summary">
    <xsl:call-template name="cover"/>
    <div class="frame">
      <nav class="contents" aria-labelledby="contents">
        <h2 id="contents">Contents</h2>
        <ol>
          <xsl:if test="$case"><li><a href="#case">The case</a></li></xsl:if>
          <xsl:if test="$case/c:firstInformation">
            <li><a href="#first-information">First information</a></li>
          </xsl:if>
          <li><a href="#people">Who is in the case</a></li>
          <xsl:if test="$records/c:incident"><li><a href="#incidents">Incidents</a></li></xsl:if>
          <xsl:if test="$records/c:search"><li><a href="#searches">Searches</a></li></xsl:if>
          <xsl:if test="$records/c:arrest"><li><a href="#arrests">Arrests</a></li></xsl:if>
          <xsl:if test="$records/c:charge"><li><a href="#charges">Charges and their proof</a></li></xsl:if>
          <xsl:if test="$exhibits or $pages &gt; 0">
            <li><a href="#exhibits">Exhibits and their custody</a>
              <xsl:if test="$pages = 0 and count($exhibits) &lt;= 200">
                <ul class="marks">
                  <xsl:for-each select="$exhibits">
                    <xsl:variable name="id" select="@id"/>
                    <xsl:for-each select="$document">
                      <li><a href="#r-{$id}"><xsl:value-of select="key('record', $id)/c:mark"/></a></li>
                    </xsl:for-each>
                  </xsl:for-each>
                </ul>
              </xsl:if>
            </li>
          </xsl:if>
          <xsl:if test="$records/c:statement"><li><a href="#statements">Statements</a></li></xsl:if>
          <xsl:if test="$records/c:examination"><li><a href="#examinations">Examinations</a></li></xsl:if>
          <xsl:if test="$records/c:certificate"><li><a href="#certificates">Certificates</a></li></xsl:if>
          <xsl:if test="$records/c:document"><li><a href="#documents">Documents</a></li></xsl:if>
          <xsl:if test="$records/c:deadline"><li><a href="#deadlines">Deadlines</a></li></xsl:if>
          <xsl:if test="$records/c:answer"><li><a href="#answers">Answered findings</a></li></xsl:if>
          <xsl:if test="$records/c:decision">
            <li><a href="#decisions">What was decided about protected terms</a></li>
          </xsl:if>
          <xsl:if test="$records/c:access"><li><a href="#accesses">Who opened identities</a></li></xsl:if>
          <li><a href="#places">Places and agencies</a></li>
          <xsl:if test="$records/c:edition or $records/c:bundle or $records/c:receipt">
            <li><a href="#exchange">Editions, bundles, receipts</a></li>
          </xsl:if>
          <li><a href="#corrections">Corrections</a></li>
          <li><a href="#withheld">What is not shown</a></li>
          <li><a href="#proof">The log and how to verify it</a></li>
        </ol>
      </nav>
      <main id="content">
        <xsl:call-template name="case"/>
        <xsl:call-template name="first-information"/>
        <xsl:call-template name="people"/>
        <xsl:call-template name="incidents"/>
        <xsl:call-template name="searches"/>
        <xsl:call-template name="arrests"/>
        <xsl:call-template name="charges"/>
        <xsl:call-template name="exhibits"/>
        <xsl:call-template name="statements"/>
        <xsl:call-template name="examinations"/>
        <xsl:call-template name="certificates"/>
        <xsl:call-template name="documents"/>
        <xsl:call-template name="deadlines"/>
        <xsl:call-template name="answers"/>
        <xsl:call-template name="decisions"/>
        <xsl:call-template name="accesses"/>
        <xsl:call-template name="places"/>
        <xsl:call-template name="exchange"/>
        <xsl:call-template name="corrections"/>
        <xsl:call-template name="withheld"/>
        <xsl:call-template name="proof"/>
      </main>
    </div>
    <xsl:call-template name="colophon"/>
  </xsl:template>

  <xsl:template name="cover">
    <header class="cover">
      <p class="kicker">
        <xsl:call-template name="Word">
          <xsl:with-param name="token" select="$about/c:edition"/>
        </xsl:call-template>
        <xsl:text> edition</xsl:text><xsl:value-of select="$for"/>
        <xsl:text>, number </xsl:text><xsl:value-of select="$about/c:number"/>
      </p>
      <h1>
        <xsl:choose>
          <xsl:when test="$about/c:title">
            <xsl:apply-templates select="$about/c:title[1]" mode="text"/>
          </xsl:when>
          <xsl:otherwise><xsl:value-of select="$about/c:caseNumber"/></xsl:otherwise>
        </xsl:choose>
      </h1>
      <xsl:for-each select="$about/c:title[position() &gt; 1]">
        <p class="title"><xsl:apply-templates select="." mode="text"/></p>
      </xsl:for-each>
      <dl class="facts">
        <div><dt>Case</dt><dd><span class="code"><xsl:value-of select="$about/c:caseNumber"/></span></dd></div>
        <xsl:for-each select="$case/c:court"><xsl:apply-templates select="." mode="fact"/></xsl:for-each>
        <xsl:for-each select="$case/c:firstInformation">
          <div>
            <dt>First information report</dt>
            <dd>
              <span class="code"><xsl:value-of select="c:number"/></span>
              <xsl:text>, </xsl:text><xsl:apply-templates select="c:policeStation" mode="value"/>
            </dd>
          </div>
        </xsl:for-each>
        <div>
          <dt>Made by</dt>
          <dd>
            <xsl:for-each select="$about/c:agencyName">
              <xsl:apply-templates select="." mode="text"/>
              <xsl:if test="position() != last()"> · </xsl:if>
            </xsl:for-each>
            <xsl:text> </xsl:text><span class="code"><xsl:value-of select="$about/c:agencyCode"/></span>
          </dd>
        </div>
        <div>
          <dt>Made at</dt>
          <dd>
            <xsl:apply-templates select="$about/c:createdAt" mode="value"/>
            <xsl:text>, with </xsl:text><xsl:value-of select="$about/c:generator"/>
          </dd>
        </div>
        <xsl:if test="$whole">
          <div>
            <dt>Holds</dt>
            <dd>
              <xsl:call-template name="count"><xsl:with-param name="n" select="count($records/c:exhibit)"/>
                <xsl:with-param name="one" select="'exhibit'"/></xsl:call-template>
              <xsl:text>, </xsl:text>
              <xsl:call-template name="count"><xsl:with-param name="n" select="count($records/c:custodyEvent)"/>
                <xsl:with-param name="one" select="'custody event'"/></xsl:call-template>
              <xsl:text>, </xsl:text>
              <xsl:call-template name="count"><xsl:with-param name="n" select="count($records/c:statement)"/>
                <xsl:with-param name="one" select="'statement'"/></xsl:call-template>
              <xsl:text>, </xsl:text>
              <xsl:call-template name="count"><xsl:with-param name="n" select="count(c:contents/c:content)"/>
                <xsl:with-param name="one" select="'file'"/></xsl:call-template>
              <xsl:if test="c:contents/c:apart">
                <xsl:text> and </xsl:text>
                <xsl:value-of select="count(c:contents/c:apart)"/> that travel apart</xsl:if>
              <xsl:if test="c:contents/c:withheldContent">
                <xsl:text> and </xsl:text>
                <xsl:value-of select="count(c:contents/c:withheldContent)"/> not shown</xsl:if>
            </dd>
          </div>
        </xsl:if>
        <div>
          <dt>Log</dt>
          <dd>
            <xsl:call-template name="count"><xsl:with-param name="n" select="number(c:log/@size)"/>
              <xsl:with-param name="one" select="'record'"/></xsl:call-template>
            <xsl:if test="$withheld">
              <xsl:text>, of which </xsl:text>
              <a href="#withheld"><xsl:value-of select="count($withheld)"/> not shown</a>
            </xsl:if>
            <xsl:text>; root </xsl:text><code class="hash"><xsl:value-of select="c:log/@root"/></code>
          </dd>
        </div>
      </dl>
      <p class="how">
        Every record of this page is in <code>casefile.xml</code>, and every file of the bundle is covered by the
        signature in <code>META-INF</code>: <code>sha256sum</code> or <code>bagit.py</code> shows that no file was
        changed, <code>xmllint</code> that the records keep to their grammar, <code>xmlsec1</code> that the
        signature is good. <a href="#proof">The log and how to verify it</a> gives the commands; this page proves
        nothing by itself.
      </p>
    </header>
  </xsl:template>

  <xsl:template name="page-of-exhibits">
    <xsl:variable name="shown" select="$exhibits[@page = $page]"/>
    <header class="cover">
      <p class="kicker">
        <a href="../index.html"><xsl:value-of select="$about/c:caseNumber"/></a>
        <xsl:text>, </xsl:text>
        <xsl:value-of select="$about/c:edition"/> edition<xsl:value-of select="$for"/>, number
        <xsl:value-of select="$about/c:number"/>
      </p>
      <h1>Exhibits, page <xsl:value-of select="$page"/> of <xsl:value-of select="$pages"/></h1>
    </header>
    <nav class="pages" aria-label="Pages of exhibits">
      <a href="../index.html">The case</a>
      <xsl:if test="$page &gt; 1">
        <a rel="prev" href="exhibits-{$page - 1}.html">Page <xsl:value-of select="$page - 1"/></a>
      </xsl:if>
      <xsl:if test="$page &lt; $pages">
        <a rel="next" href="exhibits-{$page + 1}.html">Page <xsl:value-of select="$page + 1"/></a>
      </xsl:if>
    </nav>
    <main id="content">
      <section aria-labelledby="exhibits">
        <h2 id="exhibits">Exhibits and their custody</h2>
        <xsl:call-template name="exhibit-list">
          <xsl:with-param name="shown" select="$shown"/>
        </xsl:call-template>
        <xsl:call-template name="legend"/>
        <xsl:call-template name="exhibit-sections">
          <xsl:with-param name="shown" select="$shown"/>
        </xsl:call-template>
      </section>
    </main>
    <xsl:call-template name="colophon"/>
  </xsl:template>

  <xsl:template name="colophon">
    <footer>
      <p>
        <xsl:value-of select="$about/c:caseNumber"/>, <xsl:value-of select="$about/c:edition"/> edition, number
        <xsl:value-of select="$about/c:number"/>. Times are shown as they were recorded, each with its zone. A
        reference in italics leads to a record that this page does not hold.
      </p>
    </footer>
  </xsl:template>

  <!-- What stands at the foot of a record: which record it is, and what became of it. -->
  <xsl:template name="foot">
    <xsl:call-template name="amended"/>
    <p class="foot">
      <xsl:text>Recorded </xsl:text>
      <xsl:call-template name="moment"><xsl:with-param name="text" select="@recordedAt"/></xsl:call-template>
      <xsl:text> by </xsl:text><span class="code"><xsl:value-of select="@recordedBy"/></span>
      <xsl:text>, record </xsl:text><code><xsl:value-of select="@id"/></code>
    </p>
  </xsl:template>

  <xsl:template name="amended">
    <xsl:if test="@version &gt; 1">
      <p class="amended">
        <strong>Amended</strong>
        <xsl:text> (version </xsl:text><xsl:value-of select="@version"/><xsl:text>, </xsl:text>
        <xsl:call-template name="moment"><xsl:with-param name="text" select="@recordedAt"/></xsl:call-template>
        <xsl:text>, by </xsl:text><span class="code"><xsl:value-of select="@recordedBy"/></span>
        <xsl:text>): </xsl:text>
        <xsl:apply-templates select="c:amendment" mode="text"/>
        <xsl:if test="$whole or $page = 0">
          <xsl:text> </xsl:text>
          <a href="{$summary}#v-{@id}">What it said before</a>
        </xsl:if>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- A record whose fields need no arrangement. -->
  <xsl:template match="*" mode="record">
    <xsl:param name="level" select="'h3'"/>
    <article class="{local-name()}" id="r-{@id}">
      <xsl:element name="{$level}"><xsl:apply-templates select="." mode="label"/></xsl:element>
      <dl class="facts"><xsl:apply-templates select="*" mode="fact"/></dl>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <!-- ═══ 3  The case, people, places ══════════════════════════════════════════════════════════════════════ -->

  <xsl:template name="case">
    <xsl:for-each select="$case">
      <section aria-labelledby="case">
        <h2 id="case">The case</h2>
        <div id="r-{@id}">
          <dl class="facts">
            <xsl:apply-templates select="*[not(self::c:firstInformation or self::c:title)]" mode="fact"/>
          </dl>
          <xsl:call-template name="foot"/>
        </div>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="first-information">
    <xsl:for-each select="$case/c:firstInformation">
      <section aria-labelledby="first-information">
        <h2 id="first-information">First information</h2>
        <dl class="facts"><xsl:apply-templates select="*" mode="fact"/></dl>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="people">
    <xsl:variable name="accused" select="$records/c:party[c:role = 'accused']"/>
    <xsl:variable name="victims" select="$records/c:party[c:role = 'victim']"/>
    <xsl:variable name="witnesses"
        select="$records/c:party[c:role != 'accused'][c:witnessNumber or c:role = 'witness']"/>
    <xsl:variable name="others"
        select="$records/c:party[not(c:role = 'accused' or c:role = 'victim' or c:role = 'witness')]
            [not(c:witnessNumber)]"/>
    <section aria-labelledby="people">
      <h2 id="people">Who is in the case</h2>
      <xsl:if test="$accused">
        <h3 id="accused">The accused</h3>
        <xsl:apply-templates select="$accused" mode="party"/>
      </xsl:if>
      <xsl:if test="$victims">
        <h3 id="victims">The victims</h3>
        <xsl:apply-templates select="$victims" mode="party"/>
      </xsl:if>
      <xsl:if test="$witnesses">
        <h3 id="witnesses">The witnesses and what each is to prove</h3>
        <div class="scroll">
          <table class="stack" role="table">
            <caption>Witnesses, by their numbers</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">No.</th>
                <th scope="col" role="columnheader">Witness</th>
                <th scope="col" role="columnheader">Is to prove</th>
                <th scope="col" role="columnheader">Statements, exhibits, elements</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:for-each select="$witnesses">
                <xsl:sort select="translate(c:witnessNumber, translate(c:witnessNumber, '0123456789', ''), '')"
                    data-type="number"/>
                <xsl:call-template name="witness"/>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:if>
      <xsl:if test="$others">
        <h3 id="others">Others with a part in the case</h3>
        <xsl:apply-templates select="$others" mode="party"/>
      </xsl:if>
      <xsl:if test="$records/c:person">
        <h3 id="persons">All persons of the file</h3>
        <p class="lead">Each human being once, whatever parts he or she has. Whoever is protected has a pseudonym
          and no other name in the whole file.</p>
        <div class="cards">
          <xsl:apply-templates select="$records/c:person" mode="register"/>
        </div>
      </xsl:if>
      <xsl:for-each select="$records/c:identity">
        <!-- Whatever an identity holds is never shown, encrypted or not. -->
        <p id="r-{@id}">
          <xsl:text>The identity of </xsl:text>
          <xsl:apply-templates select="c:person" mode="value"/>
          <xsl:text> is in this file in encrypted form alone.</xsl:text>
        </p>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template match="c:party" mode="party">
    <article class="card" id="r-{@id}">
      <h4>
        <xsl:if test="c:code">
          <span class="mark"><xsl:value-of select="c:code"/></span><xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="c:person | c:agency" mode="value"/>
      </h4>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:person or self::c:agency or self::c:code)]
            [not(self::c:role[. = 'accused' or . = 'victim'])]" mode="fact"/>
        <xsl:if test="key('arrestOf', @id)">
          <div>
            <dt>Arrest</dt>
            <dd>
              <xsl:for-each select="key('arrestOf', @id)">
                <xsl:if test="position() &gt; 1">; </xsl:if>
                <xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:if>
        <xsl:if test="key('chargeOf', @id)">
          <div>
            <dt>Charges</dt>
            <dd>
              <xsl:for-each select="key('chargeOf', @id)">
                <xsl:if test="position() &gt; 1">; </xsl:if>
                <a href="{$summary}#r-{@id}"><xsl:apply-templates select="c:provision" mode="value"/></a>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:if>
      </dl>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <xsl:template name="witness">
    <xsl:variable name="person" select="c:person/@to"/>
    <tr role="row">
      <!-- A victim's anchor is at the card above. -->
      <xsl:if test="c:role != 'victim'">
        <xsl:attribute name="id">r-<xsl:value-of select="@id"/></xsl:attribute>
      </xsl:if>
      <th scope="row" role="rowheader">
        <xsl:value-of select="c:witnessNumber"/>
        <xsl:if test="not(c:witnessNumber)"><xsl:value-of select="c:code"/></xsl:if>
      </th>
      <td role="cell" data-l="Witness">
        <div>
          <xsl:apply-templates select="c:person | c:agency" mode="value"/>
          <xsl:if test="c:role != 'witness'">
            <xsl:text>, </xsl:text>
            <xsl:apply-templates select="c:role" mode="value"/>
          </xsl:if>
          <xsl:if test="c:code != c:witnessNumber"> (<xsl:value-of select="c:code"/>)</xsl:if>
          <xsl:for-each select="c:status">
            <xsl:text>; </xsl:text><xsl:apply-templates select="." mode="value"/>
          </xsl:for-each>
          <xsl:if test="c:assists">
            <xsl:text>; assists </xsl:text>
            <xsl:for-each select="c:assists">
              <xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="value"/>
            </xsl:for-each>
          </xsl:if>
          <xsl:if test="c:from or c:until">
            <span class="note">
              <xsl:for-each select="c:from">since <xsl:apply-templates select="." mode="value"/></xsl:for-each>
              <xsl:for-each select="c:until"> until <xsl:apply-templates select="." mode="value"/>
              </xsl:for-each>
            </span>
          </xsl:if>
          <xsl:if test="c:role != 'victim'">
            <xsl:for-each select="c:note">
              <span class="note"><xsl:apply-templates select="." mode="text"/></span>
            </xsl:for-each>
            <xsl:call-template name="amended"/>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Is to prove">
        <div>
          <xsl:for-each select="c:evidenceType">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:call-template name="word"><xsl:with-param name="token" select="."/></xsl:call-template>
          </xsl:for-each>
          <xsl:if test="not(c:evidenceType)"><span class="none">not said</span></xsl:if>
        </div>
      </td>
      <td role="cell" data-l="By">
        <div>
          <xsl:if test="key('statementBy', $person)">
            <div>
              <xsl:for-each select="key('statementBy', $person)">
                <xsl:if test="position() &gt; 1">; </xsl:if>
                <xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template>
              </xsl:for-each>
            </div>
          </xsl:if>
          <xsl:if test="key('produces', $person)">
            <div>
              <xsl:text>Produces </xsl:text>
              <xsl:for-each select="key('produces', $person)">
                <xsl:if test="position() &gt; 1">, </xsl:if>
                <xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template>
              </xsl:for-each>
            </div>
          </xsl:if>
          <xsl:variable name="proofs" select="key('proofBy', $person)"/>
          <xsl:if test="$proofs">
            <ul class="tight">
              <xsl:for-each select="$proofs">
                <!-- Each element once. -->
                <xsl:if test="generate-id(c:witness[@to = $person])
                    = generate-id(key('proofByFor', concat($person, ' ', c:element/@to))[1])">
                  <li><xsl:apply-templates select="c:element" mode="value"/></li>
                </xsl:if>
              </xsl:for-each>
            </ul>
          </xsl:if>
        </div>
      </td>
    </tr>
  </xsl:template>

  <xsl:template match="c:person" mode="register">
    <article class="card" id="r-{@id}">
      <h4>
        <xsl:apply-templates select="." mode="label"/>
        <xsl:if test="c:pseudonym"><xsl:text> </xsl:text><span class="tag">pseudonym</span></xsl:if>
      </h4>
      <xsl:if test="key('partyOf', @id)">
        <p class="parts">
          <xsl:for-each select="key('partyOf', @id)">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <a href="{$summary}#r-{@id}">
              <xsl:if test="c:code"><xsl:value-of select="c:code"/><xsl:text> </xsl:text></xsl:if>
              <xsl:apply-templates select="c:role" mode="value"/>
            </a>
          </xsl:for-each>
        </p>
      </xsl:if>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:pseudonym)][not(self::c:name[1])]" mode="fact"/>
      </dl>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <xsl:template name="places">
    <section aria-labelledby="places">
      <h2 id="places">Places and agencies</h2>
      <h3>Places</h3>
      <xsl:if test="not($records/c:place)"><p class="none">No place is recorded.</p></xsl:if>
      <div class="cards"><xsl:apply-templates select="$records/c:place" mode="register"/></div>
      <h3>Agencies</h3>
      <xsl:if test="not($records/c:agency)"><p class="none">No agency is recorded.</p></xsl:if>
      <div class="cards"><xsl:apply-templates select="$records/c:agency" mode="register"/></div>
    </section>
  </xsl:template>

  <xsl:template match="c:place | c:agency" mode="register">
    <article class="card" id="r-{@id}">
      <h4><xsl:apply-templates select="." mode="label"/></h4>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:name[1])]" mode="fact"/>
      </dl>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <!-- ═══ 4  Incident, search, arrest, charge ══════════════════════════════════════════════════════════════ -->

  <xsl:template name="incidents">
    <xsl:if test="$records/c:incident">
      <section aria-labelledby="incidents">
        <h2 id="incidents">Incidents</h2>
        <xsl:for-each select="$records/c:incident">
          <article id="r-{@id}">
            <h3><xsl:apply-templates select="c:title" mode="text"/></h3>
            <dl class="facts"><xsl:apply-templates select="*[not(self::c:title)]" mode="fact"/></dl>
            <xsl:call-template name="foot"/>
          </article>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="searches">
    <xsl:if test="$records/c:search">
      <section aria-labelledby="searches">
        <h2 id="searches">Searches</h2>
        <xsl:apply-templates select="$records/c:search" mode="record"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="arrests">
    <xsl:if test="$records/c:arrest">
      <section aria-labelledby="arrests">
        <h2 id="arrests">Arrests</h2>
        <xsl:apply-templates select="$records/c:arrest" mode="arrest"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:arrest" mode="arrest">
    <article id="r-{@id}">
      <h3><xsl:apply-templates select="." mode="label"/></h3>
      <dl class="facts">
        <xsl:apply-templates select="c:accused | c:at | c:place | c:arrestingOfficer | c:officer | c:authority
            | c:provision | c:necessity | c:notice | c:diaryEntry | c:surrenderedTo" mode="fact"/>
      </dl>
      <div class="scroll">
        <table class="stack" role="table">
          <caption>What the law wants of an arrest, and what was done</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">Safeguard</th>
              <th scope="col" role="columnheader">What was done</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Memo of arrest, with its witnesses'"/>
              <xsl:with-param name="facts" select="c:memo"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Grounds of arrest'"/>
              <xsl:with-param name="facts" select="c:grounds"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Rights told'"/>
              <xsl:with-param name="facts" select="c:right"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Relative or friend informed'"/>
              <xsl:with-param name="facts" select="c:informed"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Arrest after sunset and before sunrise'"/>
              <xsl:with-param name="facts" select="c:betweenSunsetAndSunrise | c:nightPermission | c:nightReason"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Search of the person'"/>
              <xsl:with-param name="facts" select="c:personalSearch"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Medical examination'"/>
              <xsl:with-param name="facts" select="c:examination"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Condition, force used'"/>
              <xsl:with-param name="facts" select="c:condition | c:force"/>
            </xsl:call-template>
            <xsl:call-template name="safeguard">
              <xsl:with-param name="what" select="'Production before a magistrate'"/>
              <xsl:with-param name="facts" select="c:production"/>
            </xsl:call-template>
          </tbody>
        </table>
      </div>
      <dl class="facts">
        <xsl:apply-templates select="c:remand | c:release | c:policeCustody | c:note | c:extensions" mode="fact"/>
      </dl>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <xsl:template name="safeguard">
    <xsl:param name="what"/>
    <xsl:param name="facts"/>
    <tr role="row">
      <th scope="row" role="rowheader"><xsl:value-of select="$what"/></th>
      <td role="cell">
        <xsl:choose>
          <xsl:when test="not($facts)"><span class="none">not recorded</span></xsl:when>
          <xsl:when test="count($facts) = 1 and not($facts[self::c:betweenSunsetAndSunrise])">
            <xsl:apply-templates select="$facts" mode="value"/>
          </xsl:when>
          <xsl:otherwise>
            <ul class="tight">
              <xsl:for-each select="$facts">
                <li><xsl:apply-templates select="." mode="value"/></li>
              </xsl:for-each>
            </ul>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:for-each select="$facts[self::c:production or self::c:grounds]">
          <xsl:variable name="since">
            <xsl:call-template name="elapsed">
              <xsl:with-param name="from" select="../c:at"/>
              <xsl:with-param name="until" select="c:at | c:servedAt"/>
            </xsl:call-template>
          </xsl:variable>
          <xsl:if test="$since != ''">
            <p class="note">
              <xsl:value-of select="$since"/> after the arrest<xsl:if test="c:journeyMinutes">, of which
                <xsl:value-of select="c:journeyMinutes"/> min were the journey</xsl:if>
            </p>
          </xsl:if>
        </xsl:for-each>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="charges">
    <xsl:if test="$records/c:charge">
      <section aria-labelledby="charges">
        <h2 id="charges">Charges and their proof</h2>
        <p class="lead">Each charge is a tree of what must be proved. Under each thing to be proved stands the
          evidence for it, and where there is evidence against it, that as well.</p>
        <xsl:for-each select="$records/c:charge[generate-id() = generate-id(key('chargeOf', c:accused/@to)[1])]">
          <h3><xsl:apply-templates select="c:accused" mode="value"/></h3>
          <xsl:apply-templates select="key('chargeOf', c:accused/@to)" mode="charge"/>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:charge" mode="charge">
    <!-- The roots, and what hangs on an element that this edition does not show. -->
    <xsl:variable name="roots"
        select="key('elementOf', @id)[not(key('record', c:parentElement/@to)[self::c:element])]"/>
    <article class="card charge" id="r-{@id}">
      <h4>
        <xsl:apply-templates select="c:provision" mode="value"/>
        <xsl:if test="c:limb">, limb <xsl:value-of select="c:limb"/></xsl:if>
        <xsl:text> </xsl:text>
        <span class="tag"><xsl:apply-templates select="c:status" mode="value"/></span>
      </h4>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:accused or self::c:provision or self::c:limb or self::c:status)]"
            mode="fact"/>
      </dl>
      <xsl:choose>
        <xsl:when test="$roots">
          <ul class="tree">
            <xsl:apply-templates select="$roots" mode="element">
              <xsl:sort select="c:position" data-type="number"/>
            </xsl:apply-templates>
          </ul>
        </xsl:when>
        <xsl:otherwise><p class="none">This edition holds no elements of this charge.</p></xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <xsl:template match="c:element" mode="element">
    <xsl:variable name="parts" select="key('elementUnder', @id)"/>
    <xsl:variable name="proofs" select="key('proofOf', @id)"/>
    <li id="r-{@id}">
      <p class="element">
        <xsl:apply-templates select="c:text" mode="text"/>
        <xsl:if test="c:join">
          <xsl:text> </xsl:text>
          <span class="join">
            <xsl:choose>
              <xsl:when test="c:join = 'all'">all of these</xsl:when>
              <xsl:when test="c:join = 'any'">any one of these</xsl:when>
              <xsl:otherwise><xsl:value-of select="c:join"/></xsl:otherwise>
            </xsl:choose>
          </span>
        </xsl:if>
        <xsl:if test="c:presumption">
          <xsl:text> </xsl:text>
          <span class="tag">presumed by <xsl:apply-templates select="c:presumption" mode="value"/></span>
        </xsl:if>
      </p>
      <xsl:call-template name="amended"/>
      <xsl:if test="c:extensions"><xsl:apply-templates select="c:extensions" mode="value"/></xsl:if>
      <xsl:if test="$proofs">
        <ul class="proofs"><xsl:apply-templates select="$proofs" mode="proof"/></ul>
      </xsl:if>
      <xsl:if test="not($parts) and not($proofs)"><p class="none">No proof is linked to it.</p></xsl:if>
      <xsl:if test="$parts">
        <ul class="tree">
          <xsl:apply-templates select="$parts" mode="element">
            <xsl:sort select="c:position" data-type="number"/>
          </xsl:apply-templates>
        </ul>
      </xsl:if>
    </li>
  </xsl:template>

  <xsl:template match="c:proof" mode="proof">
    <li id="r-{@id}">
      <xsl:if test="c:bearing = 'undermines'"><xsl:attribute name="class">against</xsl:attribute></xsl:if>
      <span class="bearing">
        <xsl:choose>
          <xsl:when test="c:bearing = 'supports'">For: </xsl:when>
          <xsl:when test="c:bearing = 'undermines'">Against: </xsl:when>
        </xsl:choose>
      </span>
      <xsl:call-template name="cited-evidence"/>
      <xsl:text> (</xsl:text>
      <xsl:apply-templates select="c:manner" mode="value"/>
      <xsl:text>)</xsl:text>
      <xsl:if test="c:explanation">: <xsl:apply-templates select="c:explanation" mode="text"/></xsl:if>
      <xsl:if test="c:witness">
        <span class="through">
          <xsl:text> Through </xsl:text>
          <xsl:for-each select="c:witness">
            <xsl:if test="position() &gt; 1">, </xsl:if>
            <xsl:apply-templates select="." mode="value"/>
          </xsl:for-each>
        </span>
      </xsl:if>
      <xsl:call-template name="amended"/>
    </li>
  </xsl:template>

  <!-- What a proof points to, with its paragraph or page. -->
  <xsl:template name="cited-evidence">
    <xsl:for-each select="c:exhibit | c:file | c:statement | c:arrest | c:examination | c:document | c:certificate">
      <xsl:choose>
        <xsl:when test="../c:paragraph and key('record', @to)[self::c:statement or self::c:document]
            /c:paragraph/c:number[. = current()/../c:paragraph]">
          <a href="{$summary}#r-{@to}-p-{../c:paragraph}">
            <xsl:apply-templates select="key('record', @to)" mode="label"/>
            <xsl:text>, paragraph </xsl:text><xsl:value-of select="../c:paragraph"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="value"/>
          <xsl:if test="../c:paragraph">, paragraph <xsl:value-of select="../c:paragraph"/></xsl:if>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test="self::c:file and key('record', @to)/c:exhibit">
        <xsl:text> of </xsl:text>
        <xsl:apply-templates select="key('record', @to)/c:exhibit" mode="value"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="c:page">, page <xsl:value-of select="c:page"/></xsl:if>
  </xsl:template>

  <!-- ═══ 5  Exhibits and their custody ════════════════════════════════════════════════════════════════════ -->

  <xsl:template name="exhibits">
    <xsl:if test="$exhibits or $pages &gt; 0">
      <section aria-labelledby="exhibits">
        <h2 id="exhibits">Exhibits and their custody</h2>
        <xsl:if test="$pages &gt; 0">
          <p>The exhibits stand on pages of their own, in the order in which they were recorded:</p>
          <ul class="pages"><xsl:call-template name="page-links"/></ul>
        </xsl:if>
        <xsl:if test="$exhibits and ($pages = 0 or count($exhibits) &lt;= $longest-list)">
          <xsl:call-template name="exhibit-list">
            <xsl:with-param name="shown" select="$exhibits"/>
          </xsl:call-template>
        </xsl:if>
        <xsl:if test="$pages = 0">
          <xsl:call-template name="legend"/>
          <xsl:call-template name="exhibit-sections">
            <xsl:with-param name="shown" select="$exhibits"/>
          </xsl:call-template>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- A link to each page from one number to another; halves, because a stylesheet may not call itself deeply. -->
  <xsl:template name="page-links">
    <xsl:param name="from" select="1"/>
    <xsl:param name="until" select="$pages"/>
    <xsl:choose>
      <xsl:when test="$from &lt; $until">
        <xsl:variable name="middle" select="floor(($from + $until) div 2)"/>
        <xsl:call-template name="page-links">
          <xsl:with-param name="from" select="$from"/>
          <xsl:with-param name="until" select="$middle"/>
        </xsl:call-template>
        <xsl:call-template name="page-links">
          <xsl:with-param name="from" select="$middle + 1"/>
          <xsl:with-param name="until" select="$until"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="$from = $until">
        <li><a href="pages/exhibits-{$from}.html">Page <xsl:value-of select="$from"/></a></li>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="exhibit-list">
    <xsl:param name="shown"/>
    <div class="scroll">
      <table class="stack list" role="table">
        <caption>List of exhibits, with where each is after its last recorded event</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">Mark</th>
            <th scope="col" role="columnheader">Description</th>
            <th scope="col" role="columnheader">Taken</th>
            <th scope="col" role="columnheader">Seal</th>
            <th scope="col" role="columnheader">Where it is</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <xsl:for-each select="$shown">
            <xsl:variable name="id" select="@id"/>
            <xsl:for-each select="$document">
              <xsl:apply-templates select="key('record', $id)" mode="row"/>
            </xsl:for-each>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="c:exhibit" mode="row">
    <xsl:variable name="chain">
      <xsl:call-template name="chain">
        <xsl:with-param name="exhibit" select="@id"/>
        <xsl:with-param name="lateness" select="false()"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:variable name="events" select="exsl:node-set($chain)/event"/>
    <tr role="row">
      <th scope="row" role="rowheader">
        <xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template>
      </th>
      <td role="cell" data-l="Description">
        <div>
          <xsl:apply-templates select="c:description" mode="text"/>
          <span class="note">
            <xsl:apply-templates select="c:category" mode="value"/>
            <xsl:if test="c:parentExhibit"> · of <xsl:apply-templates select="c:parentExhibit" mode="value"/>
            </xsl:if>
            <xsl:if test="c:sensitive = 'true'"> · sensitive</xsl:if>
          </span>
        </div>
      </td>
      <td role="cell" data-l="Taken">
        <div>
          <xsl:apply-templates select="c:seizedAt" mode="value"/>
          <xsl:if test="c:place">
            <span class="note"><xsl:apply-templates select="c:place" mode="value"/></span>
          </xsl:if>
          <xsl:if test="c:seizedFrom">
            <span class="note">from <xsl:apply-templates select="c:seizedFrom" mode="value"/>
            </span>
          </xsl:if>
          <xsl:if test="not(c:seizedAt | c:place | c:seizedFrom)">
            <span class="none">see its custody</span>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Seal">
        <div>
          <xsl:call-template name="seal-now">
            <xsl:with-param name="events" select="$events"/>
          </xsl:call-template>
        </div>
      </td>
      <td role="cell" data-l="Where it is">
        <div>
          <xsl:call-template name="where-now">
            <xsl:with-param name="events" select="$events"/>
          </xsl:call-template>
        </div>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="seal-now">
    <xsl:param name="events"/>
    <xsl:variable name="last" select="$events[@seal][last()]"/>
    <xsl:choose>
      <xsl:when test="c:sealable = 'false' and not($last)">not sealable</xsl:when>
      <xsl:when test="not($last)"><span class="none">none recorded</span></xsl:when>
      <xsl:when test="$last/@seal = 'open'">open</xsl:when>
      <xsl:when test="$last/@seal = 'breach'"/>
      <xsl:otherwise><span class="code"><xsl:value-of select="$last/@number"/></span></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$events/@broken"><span class="bad">a seal was broken</span></xsl:if>
  </xsl:template>

  <xsl:template name="where-now">
    <xsl:param name="events"/>
    <xsl:variable name="last" select="$events[last()]"/>
    <xsl:variable name="place" select="$events[@place][last()]/@place"/>
    <xsl:variable name="holder" select="$events[@holder][last()]/@holder"/>
    <xsl:choose>
      <xsl:when test="not($events)">
        <xsl:choose>
          <xsl:when test="c:parentExhibit">
            <span class="note">no event of its own; see <xsl:apply-templates select="c:parentExhibit" mode="value"/>
            </span>
          </xsl:when>
          <xsl:otherwise><span class="bad">no custody recorded</span></xsl:otherwise>
        </xsl:choose>
      </xsl:when>
      <xsl:when test="$last/@kind = 'dispose'">disposed of</xsl:when>
      <xsl:when test="$last/@kind = 'return'">
        <xsl:text>returned to </xsl:text>
        <xsl:call-template name="link"><xsl:with-param name="to" select="$holder"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="$last/@kind = 'transfer-out'">on its way to </xsl:if>
        <xsl:choose>
          <xsl:when test="$place">
            <xsl:call-template name="link">
              <xsl:with-param name="to" select="$place"/>
            </xsl:call-template>
          </xsl:when>
          <xsl:otherwise><span class="none">place not recorded</span></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="$holder and $last/@kind != 'transfer-out'">
          <span class="note">with <xsl:call-template name="link"><xsl:with-param name="to" select="$holder"/>
            </xsl:call-template>
          </span>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="exhibit-sections">
    <xsl:param name="shown"/>
    <xsl:for-each select="$shown">
      <xsl:variable name="id" select="@id"/>
      <xsl:for-each select="$document">
        <xsl:apply-templates select="key('record', $id)" mode="exhibit"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:exhibit" mode="exhibit">
    <xsl:variable name="files" select="key('fileOf', @id)"/>
    <article class="exhibit" id="r-{@id}">
      <h3>
        <span class="mark"><xsl:value-of select="c:mark"/></span><xsl:text> </xsl:text>
        <xsl:apply-templates select="c:description" mode="text"/>
        <xsl:if test="c:sensitive = 'true'"><xsl:text> </xsl:text><span class="tag">sensitive</span></xsl:if>
      </h3>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:mark or self::c:description or self::c:sensitive)]" mode="fact"/>
        <xsl:if test="key('subexhibit', @id)">
          <div>
            <dt>Exhibits taken from it</dt>
            <dd>
              <ul class="tight">
                <xsl:for-each select="key('subexhibit', @id)">
                  <li>
                    <xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template>
                    <xsl:text> </xsl:text><xsl:apply-templates select="c:description" mode="text"/>
                  </li>
                </xsl:for-each>
              </ul>
            </dd>
          </div>
        </xsl:if>
      </dl>
      <xsl:if test="$files">
        <h4>Files</h4>
        <xsl:call-template name="files"><xsl:with-param name="files" select="$files"/></xsl:call-template>
        <xsl:if test="not(c:sensitive = 'true' or key('record', c:parentExhibit/@to)/c:sensitive = 'true')">
          <xsl:call-template name="pictures"><xsl:with-param name="files" select="$files"/></xsl:call-template>
        </xsl:if>
      </xsl:if>
      <xsl:call-template name="custody"/>
      <xsl:call-template name="citations"/>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <!-- Files, each with its path in the bundle. -->
  <xsl:template name="files">
    <xsl:param name="files"/>
    <ul class="files">
      <xsl:for-each select="$files">
        <xsl:variable name="content" select="key('content', @id)"/>
        <li id="r-{@id}">
          <p class="name">
            <xsl:choose>
              <xsl:when test="$content[self::c:content]">
                <a>
                  <xsl:attribute name="href">
                    <xsl:call-template name="path">
                      <xsl:with-param name="path" select="$content/@path"/>
                    </xsl:call-template>
                  </xsl:attribute>
                  <xsl:value-of select="c:name"/>
                </a>
              </xsl:when>
              <xsl:otherwise><xsl:value-of select="c:name"/></xsl:otherwise>
            </xsl:choose>
            <xsl:text> </xsl:text>
            <span class="tag"><xsl:apply-templates select="c:role" mode="value"/></span>
            <span class="note">
              <xsl:call-template name="bytes"><xsl:with-param name="n" select="c:size"/></xsl:call-template>
              <xsl:text>, </xsl:text><span class="code"><xsl:value-of select="c:mediaType"/></span>
              <xsl:choose>
                <xsl:when test="$content[self::c:content]">
                  <xsl:text>, </xsl:text><span class="code path"><xsl:value-of select="$content/@path"/></span>
                </xsl:when>
                <xsl:when test="$content[self::c:apart]">
                  <xsl:text>, travels apart from this bundle</xsl:text>
                  <xsl:for-each select="$content/c:reason">: <xsl:apply-templates select="." mode="text"/>
                  </xsl:for-each>
                </xsl:when>
                <xsl:when test="$content[self::c:withheldContent]">
                  <xsl:text>, not in this edition: </xsl:text>
                  <xsl:for-each select="$content/c:reason">
                    <xsl:apply-templates select="." mode="text"/> (<xsl:value-of select="@law"/>)</xsl:for-each>
                </xsl:when>
                <xsl:when test="$whole">, not in this bundle</xsl:when>
              </xsl:choose>
            </span>
          </p>
          <dl class="facts small">
            <xsl:apply-templates select="*[not(self::c:exhibit or self::c:name or self::c:role or self::c:size
                or self::c:mediaType)]" mode="fact"/>
          </dl>
          <xsl:call-template name="amended"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="pictures">
    <xsl:param name="files"/>
    <xsl:variable name="pictures" select="$files[c:mediaType = 'image/jpeg' or c:mediaType = 'image/png'
        or c:mediaType = 'image/gif'][key('content', @id)[self::c:content]]"/>
    <xsl:if test="$pictures">
      <div class="pictures">
        <xsl:for-each select="$pictures">
          <xsl:variable name="href">
            <xsl:call-template name="path">
              <xsl:with-param name="path" select="key('content', @id)/@path"/>
            </xsl:call-template>
          </xsl:variable>
          <figure>
            <a href="{$href}">
              <img src="{$href}" loading="lazy">
                <xsl:attribute name="alt">
                  <xsl:apply-templates select="c:role" mode="value"/>
                  <xsl:text> of </xsl:text>
                  <xsl:value-of select="key('record', c:exhibit/@to)/c:mark"/>
                  <xsl:text>: </xsl:text>
                  <xsl:value-of select="c:name"/>
                </xsl:attribute>
              </img>
            </a>
            <figcaption>
              <xsl:value-of select="c:name"/>
              <xsl:if test="c:note">: <xsl:apply-templates select="c:note" mode="text"/></xsl:if>
            </figcaption>
          </figure>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Who relies on an exhibit. -->
  <xsl:template name="citations">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="proofs" select="key('proofWith', @id) | key('proofWith', key('fileOf', @id)/@id)"/>
    <xsl:variable name="refs" select="key('cited', @id)"/>
    <xsl:variable name="papers" select="key('concerns', @id)"/>
    <xsl:variable name="examinations" select="key('examined', @id)"/>
    <xsl:variable name="certificates" select="key('certified', @id)"/>
    <h4>Where it is relied on</h4>
    <xsl:choose>
      <xsl:when test="not($proofs | $refs | $papers | $examinations | $certificates)">
        <p class="none">
          <xsl:choose>
            <xsl:when test="$whole">No proof, statement or paper of this edition refers to it.</xsl:when>
            <!-- A page of exhibits does not know whether the case has charges and statements yet. -->
            <xsl:otherwise>What charges and statements rely on is told with them: see <a href="{$summary}#contents">the
              contents</a>.</xsl:otherwise>
          </xsl:choose>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <ul class="tight">
          <xsl:for-each select="$proofs">
            <li>
              <xsl:choose>
                <xsl:when test="c:bearing = 'undermines'">Against: </xsl:when>
                <xsl:otherwise>Proof of: </xsl:otherwise>
              </xsl:choose>
              <xsl:apply-templates select="c:element" mode="value"/>
              <xsl:text> (</xsl:text>
              <a href="{$summary}#r-{@id}">
                <xsl:apply-templates select="c:manner" mode="value"/>
              </a>
              <xsl:if test="c:file">, <xsl:apply-templates select="c:file" mode="value"/></xsl:if>
              <xsl:text>)</xsl:text>
            </li>
          </xsl:for-each>
          <xsl:for-each select="$refs">
            <xsl:variable name="record" select="../../.."/>
            <li>
              <a href="{$summary}#r-{$record/@id}-p-{../../c:number}">
                <xsl:apply-templates select="$record" mode="label"/>
                <xsl:text>, paragraph </xsl:text><xsl:value-of select="../../c:number"/>
              </a>
            </li>
          </xsl:for-each>
          <xsl:for-each select="$examinations | $certificates | $papers">
            <li><xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template></li>
          </xsl:for-each>
        </ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The chain of custody: where the exhibit came from, a picture, and the same in a table. -->
  <xsl:template name="custody">
    <xsl:variable name="chain">
      <xsl:call-template name="chain"><xsl:with-param name="exhibit" select="@id"/></xsl:call-template>
    </xsl:variable>
    <xsl:variable name="events" select="exsl:node-set($chain)/event"/>
    <h4>Chain of custody</h4>
    <xsl:for-each select="key('origin', @id)">
      <p>
        <xsl:text>It came of </xsl:text>
        <xsl:apply-templates select="c:exhibit" mode="value"/>
        <xsl:text>: </xsl:text>
        <a>
          <xsl:attribute name="href"><xsl:apply-templates select="." mode="address"/></xsl:attribute>
          <xsl:call-template name="word"><xsl:with-param name="token" select="c:event"/></xsl:call-template>
          <xsl:text>, </xsl:text>
          <xsl:apply-templates select="c:at" mode="value"/>
        </a>
        <xsl:text>. Until then its custody is that of </xsl:text>
        <xsl:apply-templates select="c:exhibit" mode="value"/>.
      </p>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$events">
        <div class="chain">
          <xsl:call-template name="picture"><xsl:with-param name="events" select="$events"/></xsl:call-template>
        </div>
        <div class="scroll">
          <table class="stack events" role="table">
            <caption>Custody of <xsl:value-of select="c:mark"/>, event by event</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">Event</th>
                <th scope="col" role="columnheader">From whom to whom</th>
                <th scope="col" role="columnheader">Place</th>
                <th scope="col" role="columnheader">Seal</th>
                <th scope="col" role="columnheader">Particulars</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:for-each select="$events">
                <xsl:variable name="event" select="."/>
                <xsl:for-each select="$document">
                  <xsl:apply-templates select="key('record', $event/@id)" mode="event">
                    <xsl:with-param name="event" select="$event"/>
                  </xsl:apply-templates>
                </xsl:for-each>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </xsl:when>
      <xsl:when test="key('origin', @id) or c:parentExhibit">
        <p class="note">No event of its own is recorded after that.</p>
      </xsl:when>
      <xsl:otherwise><p class="bad">No custody of it is recorded.</p></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:custodyEvent" mode="event">
    <xsl:param name="event"/>
    <tr role="row" id="r-{@id}">
      <th scope="row" role="rowheader">
        <div>
          <xsl:value-of select="$event/@n"/><xsl:text>. </xsl:text>
          <xsl:call-template name="Word">
            <xsl:with-param name="token" select="concat('event.', c:event)"/>
          </xsl:call-template>
          <span class="when"><xsl:apply-templates select="c:at" mode="value"/></span>
          <xsl:if test="$event/@late or c:reported">
            <span class="warn">
              <xsl:call-template name="late-words">
                <xsl:with-param name="late" select="$event/@late"/>
              </xsl:call-template>
              <xsl:apply-templates select="c:reported/c:source" mode="value"/>
            </span>
          </xsl:if>
        </div>
      </th>
      <td role="cell" data-l="From, to">
        <div>
          <xsl:apply-templates select="c:releasedBy" mode="value"/>
          <xsl:if test="c:receivedBy">
            <xsl:text> → </xsl:text>
            <xsl:apply-templates select="c:receivedBy" mode="value"/>
          </xsl:if>
          <xsl:if test="c:carrier">
            <span class="note">carried by <xsl:apply-templates select="c:carrier" mode="value"/>
            </span>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Place">
        <div>
          <xsl:apply-templates select="c:placeFrom" mode="value"/>
          <xsl:if test="c:placeTo">
            <xsl:if test="c:placeFrom"><xsl:text> → </xsl:text></xsl:if>
            <xsl:apply-templates select="c:placeTo" mode="value"/>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Seal">
        <div>
          <xsl:if test="c:sealBefore">
            <span class="code"><xsl:value-of select="c:sealBefore"/></span>
            <xsl:choose>
              <xsl:when test="c:sealIntact = 'true'"> whole</xsl:when>
              <xsl:when test="c:sealIntact = 'false'">
                <xsl:text> </xsl:text><strong class="bad">broken</strong>
              </xsl:when>
            </xsl:choose>
          </xsl:if>
          <xsl:if test="not(c:sealBefore) and c:sealIntact">
            <xsl:choose>
              <xsl:when test="c:sealIntact = 'true'">whole</xsl:when>
              <xsl:otherwise><strong class="bad">seal broken</strong></xsl:otherwise>
            </xsl:choose>
          </xsl:if>
          <xsl:if test="c:sealAfter">
            <xsl:text> → </xsl:text>
            <span class="code">
              <xsl:value-of select="c:sealAfter"/>
            </span>
          </xsl:if>
          <xsl:if test="c:event = 'unseal' and not(c:sealAfter)"> → open</xsl:if>
        </div>
      </td>
      <td role="cell" data-l="More">
        <dl class="facts small">
          <xsl:apply-templates select="*[not(self::c:exhibit or self::c:event or self::c:at or self::c:releasedBy
              or self::c:receivedBy or self::c:carrier or self::c:placeFrom or self::c:placeTo or self::c:sealBefore
              or self::c:sealAfter or self::c:sealIntact or self::c:reported[not(c:finding)])]" mode="fact"/>
          <div>
            <dt>Recorded</dt>
            <dd>
              <xsl:call-template name="moment">
                <xsl:with-param name="text" select="@recordedAt"/>
              </xsl:call-template>
              <xsl:text> by </xsl:text><span class="code"><xsl:value-of select="@recordedBy"/></span>
            </dd>
          </div>
        </dl>
        <xsl:call-template name="amended"/>
      </td>
    </tr>
  </xsl:template>

  <!-- The events of an exhibit in the order of time, as <event n id kind seal number place holder late broken/>.
       A time known only to the day does not say what came first on that day: such an event stays behind the one
       that was entered before it, as far as its day allows. -->
  <xsl:template name="chain">
    <xsl:param name="exhibit"/>
    <xsl:param name="lateness" select="true()"/>
    <xsl:variable name="events" select="key('custody', $exhibit)"/>
    <xsl:variable name="numbered" select="not($events[not(c:sequence)]) and (not($events[c:reported])
        or not($events[not(c:reported)])
          and not($events[c:reported/c:source/@to != $events[1]/c:reported/c:source/@to]))"/>
    <xsl:variable name="zone" select="substring($events[1]/c:at, 20)"/>
    <xsl:choose>
      <!-- Instants in one zone, which nearly all chains have, sort as they are written. -->
      <xsl:when test="not($events[substring(c:at, 20) != $zone or not(contains(c:at, 'T'))])">
        <xsl:for-each select="$events">
          <xsl:sort select="translate(substring(c:at, 1, 19), '-T:', '')" data-type="number"/>
          <xsl:sort select="number($numbered) * c:sequence" data-type="number"/>
          <xsl:call-template name="chain-event">
            <xsl:with-param name="n" select="position()"/>
            <xsl:with-param name="lateness" select="$lateness"/>
          </xsl:call-template>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="timed">
          <xsl:for-each select="$events">
            <xsl:variable name="position" select="position()"/>
            <event id="{@id}" entered="{$position}">
              <xsl:if test="$numbered">
                <xsl:attribute name="entered">
                  <xsl:value-of select="c:sequence"/>
                </xsl:attribute>
              </xsl:if>
              <xsl:attribute name="at">
                <xsl:call-template name="place-in-time">
                  <xsl:with-param name="before" select="$events[$position - 1]"/>
                </xsl:call-template>
              </xsl:attribute>
            </event>
          </xsl:for-each>
        </xsl:variable>
        <xsl:for-each select="exsl:node-set($timed)/event">
          <xsl:sort select="@at" data-type="number"/>
          <xsl:sort select="@entered" data-type="number"/>
          <xsl:variable name="id" select="@id"/>
          <xsl:variable name="n" select="position()"/>
          <xsl:for-each select="$document">
            <xsl:for-each select="key('record', $id)">
              <xsl:call-template name="chain-event">
                <xsl:with-param name="n" select="$n"/>
                <xsl:with-param name="lateness" select="$lateness"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:for-each>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where an event stands in time, in minutes, given the event that was entered before it. -->
  <xsl:template name="place-in-time">
    <xsl:param name="before"/>
    <xsl:variable name="earliest">
      <xsl:call-template name="minutes"><xsl:with-param name="text" select="c:at"/></xsl:call-template>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="contains(c:at, 'T') or not($before)"><xsl:value-of select="$earliest"/></xsl:when>
      <xsl:otherwise>
        <xsl:variable name="after">
          <xsl:call-template name="minutes">
            <xsl:with-param name="text" select="$before/c:at"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:variable name="end">
          <xsl:call-template name="minutes">
            <xsl:with-param name="text" select="c:at"/>
            <xsl:with-param name="end" select="true()"/>
          </xsl:call-template>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="$after &gt;= $end"><xsl:value-of select="$end - 1"/></xsl:when>
          <xsl:when test="$after &gt; $earliest"><xsl:value-of select="$after"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$earliest"/></xsl:otherwise>
        </xsl:choose>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="chain-event">
    <xsl:param name="n"/>
    <xsl:param name="lateness"/>
    <event n="{$n}" id="{@id}" kind="{c:event}">
      <xsl:choose>
        <xsl:when test="c:sealAfter">
          <xsl:attribute name="seal">closed</xsl:attribute>
          <xsl:attribute name="number"><xsl:value-of select="c:sealAfter"/></xsl:attribute>
        </xsl:when>
        <xsl:when test="c:event = 'unseal'"><xsl:attribute name="seal">open</xsl:attribute></xsl:when>
        <xsl:when test="c:sealIntact = 'false'"><xsl:attribute name="seal">breach</xsl:attribute></xsl:when>
        <xsl:when test="c:sealBefore">
          <xsl:attribute name="seal">closed</xsl:attribute>
          <xsl:attribute name="number"><xsl:value-of select="c:sealBefore"/></xsl:attribute>
        </xsl:when>
      </xsl:choose>
      <xsl:if test="c:sealIntact = 'false'"><xsl:attribute name="broken">yes</xsl:attribute></xsl:if>
      <xsl:if test="c:placeTo or c:placeFrom">
        <xsl:attribute name="place">
          <xsl:value-of select="c:placeTo/@to | c:placeFrom[not(../c:placeTo)]/@to"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="c:receivedBy or c:releasedBy">
        <xsl:attribute name="holder">
          <xsl:value-of select="c:receivedBy/@to | c:releasedBy[not(../c:receivedBy)]/@to"/>
        </xsl:attribute>
      </xsl:if>
      <xsl:if test="$lateness"><xsl:call-template name="lateness"/></xsl:if>
    </event>
  </xsl:template>

  <!-- Attribute late, in minutes, of an event that was recorded long after it. A correction does not make an entry
       late: what counts is when its first version was recorded. -->
  <xsl:template name="lateness">
    <xsl:variable name="first" select="(. | key('earlier', @id))[@version = 1]/@recordedAt"/>
    <!-- What was recorded on its own day needs no reckoning. -->
    <xsl:variable name="same-day" select="substring($first, 1, 10) = substring(c:at, 1, 10)
        and substring($first, string-length($first) - 5) = substring(c:at, string-length(c:at) - 5)"/>
    <xsl:if test="$first and not($same-day and $late-after-hours &gt;= 24)">
      <xsl:variable name="recorded">
        <xsl:call-template name="minutes"><xsl:with-param name="text" select="$first[1]"/></xsl:call-template>
      </xsl:variable>
      <xsl:variable name="latest">
        <xsl:call-template name="minutes">
          <xsl:with-param name="text" select="c:at"/>
          <xsl:with-param name="end" select="true()"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:if test="$recorded - $latest &gt; 60 * $late-after-hours">
        <xsl:attribute name="late"><xsl:value-of select="$recorded - $latest"/></xsl:attribute>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The picture: a line from event to event, heavy where the exhibit was under seal, dotted where it was not.
       A long chain is broken into pieces that stand side by side where there is room. -->
  <xsl:template name="picture">
    <xsl:param name="events"/>
    <xsl:variable name="count" select="count($events)"/>
    <xsl:variable name="size">
      <xsl:choose>
        <xsl:when test="$count &lt;= 3"><xsl:value-of select="$count"/></xsl:when>
        <xsl:when test="$count &lt;= 16"><xsl:value-of select="ceiling($count div 2)"/></xsl:when>
        <xsl:otherwise>8</xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:variable name="mark" select="c:mark"/>
    <xsl:for-each select="$events[(@n - 1) mod $size = 0]">
      <xsl:variable name="first" select="number(@n)"/>
      <xsl:call-template name="piece">
        <xsl:with-param name="mark" select="$mark"/>
        <xsl:with-param name="count" select="$count"/>
        <xsl:with-param name="piece" select=". | following-sibling::event[position() &lt; $size]"/>
      </xsl:call-template>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="piece">
    <xsl:param name="mark"/>
    <xsl:param name="count"/>
    <xsl:param name="piece"/>
    <xsl:variable name="written">
      <xsl:for-each select="$piece">
        <xsl:variable name="event" select="."/>
        <row n="{@n}" id="{@id}" kind="{@kind}">
          <xsl:copy-of select="@late | @broken"/>
          <!-- Under seal after this event, as far as the last event that speaks of a seal says. -->
          <xsl:attribute name="seal">
            <xsl:value-of select="(self::event[@seal] | preceding-sibling::event[@seal][1])[last()]/@seal"/>
          </xsl:attribute>
          <xsl:for-each select="$document">
            <xsl:for-each select="key('record', $event/@id)">
              <xsl:call-template name="event-lines">
                <xsl:with-param name="late" select="$event/@late"/>
              </xsl:call-template>
            </xsl:for-each>
          </xsl:for-each>
        </row>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="rows" select="exsl:node-set($written)/row"/>
    <xsl:variable name="from" select="$rows[1]/@n"/>
    <xsl:variable name="until" select="$rows[last()]/@n"/>
    <xsl:variable name="height" select="16 * count($rows/line) + 24 * count($rows) + 12"/>
    <xsl:variable name="name" select="concat('chain-', $rows[1]/@id)"/>
    <svg xmlns="http://www.w3.org/2000/svg" class="custody" viewBox="0 0 340 {$height}" role="img"
        aria-labelledby="{$name}-t {$name}-d">
      <title id="{$name}-t">
        <xsl:text>Chain of custody of </xsl:text><xsl:value-of select="$mark"/>
        <xsl:if test="$count &gt; count($rows)">, events <xsl:value-of select="$from"/> to <xsl:value-of
            select="$until"/> of <xsl:value-of select="$count"/></xsl:if>
      </title>
      <desc id="{$name}-d">
        <xsl:for-each select="$rows">
          <xsl:value-of select="@n"/><xsl:text>: </xsl:text>
          <xsl:for-each select="line">
            <xsl:value-of select="."/>
            <xsl:choose>
              <xsl:when test="position() = last()">. </xsl:when>
              <xsl:when test="@class = 'kind'"><xsl:text>, </xsl:text></xsl:when>
              <xsl:when test="following-sibling::line[1]/@more"><xsl:text> </xsl:text></xsl:when>
              <xsl:otherwise>; </xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:for-each>
      </desc>
      <xsl:if test="$from &gt; 1"><path class="open" d="M18 0V8"/></xsl:if>
      <xsl:for-each select="$rows">
        <xsl:variable name="before" select="preceding-sibling::row"/>
        <xsl:variable name="top" select="16 * count($before/line) + 24 * count($before) + 20"/>
        <xsl:variable name="next" select="$top + 16 * count(line) + 24"/>
        <xsl:choose>
          <xsl:when test="position() != last()">
            <path class="line {@seal}" d="M18 {$top + 12}V{$next - 12}"/>
          </xsl:when>
          <xsl:when test="$until &lt; $count">
            <path class="line {@seal}" d="M18 {$top + 12}V{$height - 8}"/>
            <path class="tip" d="M12 {$height - 9}h12l-6 9z"/>
          </xsl:when>
        </xsl:choose>
        <g transform="translate(18 {$top})">
          <xsl:call-template name="shape"><xsl:with-param name="kind" select="@kind"/></xsl:call-template>
          <xsl:if test="@late"><circle class="ring" r="15"/></xsl:if>
          <text class="number" y="4" text-anchor="middle"><xsl:value-of select="@n"/></text>
          <xsl:if test="@broken"><path class="cross" d="M9 4l10 10M19 4l-10 10"/></xsl:if>
        </g>
        <xsl:for-each select="line">
          <text x="42" y="{$top + 4 + 16 * (position() - 1)}" class="{@class}"><xsl:value-of select="."/></text>
        </xsl:for-each>
      </xsl:for-each>
    </svg>
  </xsl:template>

  <!-- What is written beside an event, broken into lines. -->
  <xsl:template name="event-lines">
    <xsl:param name="late"/>
    <line class="kind">
      <xsl:call-template name="Word">
        <xsl:with-param name="token" select="concat('event.', c:event)"/>
      </xsl:call-template>
    </line>
    <line class="time"><xsl:apply-templates select="c:at" mode="plain"/></line>
    <xsl:if test="c:releasedBy or c:receivedBy">
      <xsl:variable name="hands">
        <xsl:apply-templates select="c:releasedBy" mode="plain"/>
        <xsl:if test="c:receivedBy">
          <xsl:if test="c:releasedBy"><xsl:text> </xsl:text></xsl:if>
          <xsl:text>→ </xsl:text>
          <xsl:apply-templates select="c:receivedBy" mode="plain"/>
        </xsl:if>
        <xsl:if test="c:carrier">, by <xsl:apply-templates select="c:carrier" mode="plain"/></xsl:if>
      </xsl:variable>
      <xsl:call-template name="lines">
        <xsl:with-param name="text" select="normalize-space($hands)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="c:placeFrom or c:placeTo">
      <xsl:variable name="places">
        <xsl:apply-templates select="c:placeFrom" mode="plain"/>
        <xsl:if test="c:placeTo">
          <xsl:if test="c:placeFrom"> → </xsl:if>
          <xsl:apply-templates select="c:placeTo" mode="plain"/>
        </xsl:if>
      </xsl:variable>
      <xsl:call-template name="lines">
        <xsl:with-param name="text" select="normalize-space($places)"/>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="c:sealBefore or c:sealAfter or c:sealIntact">
      <xsl:variable name="seals">
        <xsl:text>Seal </xsl:text>
        <xsl:value-of select="c:sealBefore"/>
        <xsl:choose>
          <xsl:when test="c:sealIntact = 'true'"> whole</xsl:when>
          <xsl:when test="c:sealIntact = 'false'"> BROKEN</xsl:when>
        </xsl:choose>
        <xsl:if test="c:sealAfter">
          <xsl:if test="c:sealBefore or c:sealIntact"><xsl:text> →</xsl:text></xsl:if>
          <xsl:text> </xsl:text><xsl:value-of select="c:sealAfter"/>
        </xsl:if>
        <xsl:if test="c:event = 'unseal' and not(c:sealAfter)"> → open</xsl:if>
      </xsl:variable>
      <xsl:call-template name="lines">
        <xsl:with-param name="text" select="normalize-space($seals)"/>
        <xsl:with-param name="class"><xsl:choose>
          <xsl:when test="c:sealIntact = 'false'">broken</xsl:when>
          <xsl:otherwise>seal</xsl:otherwise>
        </xsl:choose></xsl:with-param>
      </xsl:call-template>
    </xsl:if>
    <xsl:if test="$late or c:reported">
      <xsl:variable name="said">
        <xsl:call-template name="late-words"><xsl:with-param name="late" select="$late"/></xsl:call-template>
        <xsl:apply-templates select="c:reported/c:source" mode="plain"/>
      </xsl:variable>
      <xsl:call-template name="lines">
        <xsl:with-param name="text" select="normalize-space($said)"/>
        <xsl:with-param name="class" select="'late'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- Whether an event was recorded late, and whether it is another's report; the reporter's name follows. -->
  <xsl:template name="late-words">
    <xsl:param name="late"/>
    <xsl:if test="$late">
      <xsl:if test="not(c:reported)">Late entry: recorded </xsl:if>
      <xsl:if test="c:reported">Recorded </xsl:if>
      <xsl:call-template name="duration"><xsl:with-param name="minutes" select="$late"/></xsl:call-template>
      <xsl:text> after it</xsl:text>
      <xsl:if test="c:reported">, as reported by </xsl:if>
    </xsl:if>
    <xsl:if test="c:reported and not($late)">Reported by </xsl:if>
  </xsl:template>

  <!-- Breaks a text into at most four lines; the table has it whole. -->
  <xsl:template name="lines">
    <xsl:param name="text"/>
    <xsl:param name="class"/>
    <xsl:param name="left" select="4"/>
    <xsl:param name="width" select="44"/>
    <xsl:variable name="cut">
      <xsl:choose>
        <xsl:when test="string-length($text) &lt;= $width">0</xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="last-space">
            <xsl:with-param name="text" select="$text"/>
            <xsl:with-param name="at" select="$width + 1"/>
            <xsl:with-param name="width" select="$width"/>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <line class="{$class}">
      <xsl:if test="$left &lt; 4"><xsl:attribute name="more">yes</xsl:attribute></xsl:if>
      <xsl:choose>
        <xsl:when test="$cut = 0"><xsl:value-of select="$text"/></xsl:when>
        <xsl:when test="$left = 1"><xsl:value-of select="substring($text, 1, $cut - 1)"/>…</xsl:when>
        <xsl:otherwise><xsl:value-of select="normalize-space(substring($text, 1, $cut))"/></xsl:otherwise>
      </xsl:choose>
    </line>
    <xsl:if test="$cut &gt; 0 and $left &gt; 1">
      <xsl:call-template name="lines">
        <xsl:with-param name="text" select="normalize-space(substring($text, $cut + 1))"/>
        <xsl:with-param name="class" select="$class"/>
        <xsl:with-param name="left" select="$left - 1"/>
        <xsl:with-param name="width" select="$width"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- The last space before a place in a text; the place itself where a word is too long for a line. -->
  <xsl:template name="last-space">
    <xsl:param name="text"/>
    <xsl:param name="at"/>
    <xsl:param name="width"/>
    <xsl:choose>
      <xsl:when test="$at &lt; 2"><xsl:value-of select="$width"/></xsl:when>
      <xsl:when test="substring($text, $at, 1) = ' '"><xsl:value-of select="$at"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="last-space">
          <xsl:with-param name="text" select="$text"/>
          <xsl:with-param name="at" select="$at - 1"/>
          <xsl:with-param name="width" select="$width"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The shape of an event; it and its number tell as much as its colour. -->
  <xsl:template name="shape">
    <xsl:param name="kind"/>
    <xsl:choose xmlns="http://www.w3.org/2000/svg">
      <xsl:when test="$kind = 'seize' or $kind = 'receive'"><circle class="k-take" r="11"/></xsl:when>
      <xsl:when test="$kind = 'seal' or $kind = 'reseal'">
        <rect class="k-seal" x="-10" y="-10" width="20" height="20" rx="2"/>
      </xsl:when>
      <xsl:when test="$kind = 'unseal'"><path class="k-unseal" d="M-10 -10H4L10 -4V10H-10Z"/></xsl:when>
      <xsl:when test="$kind = 'transfer-out'"><path class="k-move" d="M-12 -10H4L13 0L4 10H-12Z"/></xsl:when>
      <xsl:when test="$kind = 'transfer-in'"><path class="k-move" d="M12 -10H-4L-13 0L-4 10H12Z"/></xsl:when>
      <xsl:when test="$kind = 'deposit'"><path class="k-store" d="M-10 -10H10V3L0 13L-10 3Z"/></xsl:when>
      <xsl:when test="$kind = 'withdraw'"><path class="k-store" d="M-10 10H10V-3L0 -13L-10 -3Z"/></xsl:when>
      <xsl:when test="$kind = 'examine' or $kind = 'copy' or $kind = 'split'">
        <path class="k-work" d="M0 -14L14 0L0 14L-14 0Z"/>
      </xsl:when>
      <xsl:when test="$kind = 'produce'"><path class="k-court" d="M-13 0L-7 -11H7L13 0L7 11H-7Z"/></xsl:when>
      <xsl:otherwise><path class="k-end" d="M-5 -12H5L12 -5V5L5 12H-5L-12 5V-5Z"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="legend">
    <div class="legend">
      <p>How to read the chains: each event has a number and a shape.</p>
      <ul>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'seize'"/>
          <xsl:with-param name="words" select="'seized, received'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'seal'"/>
          <xsl:with-param name="words" select="'sealed, resealed'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'unseal'"/>
          <xsl:with-param name="words" select="'seal opened'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'transfer-out'"/>
          <xsl:with-param name="words" select="'sent out'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'transfer-in'"/>
          <xsl:with-param name="words" select="'came in'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'deposit'"/>
          <xsl:with-param name="words" select="'put into store'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'withdraw'"/>
          <xsl:with-param name="words" select="'taken from store'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'examine'"/>
          <xsl:with-param name="words" select="'examined, copied, split'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'produce'"/>
          <xsl:with-param name="words" select="'produced in court'"/></xsl:call-template>
        <xsl:call-template name="sign"><xsl:with-param name="kind" select="'dispose'"/>
          <xsl:with-param name="words" select="'returned, disposed of'"/></xsl:call-template>
        <li>
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32" aria-hidden="true">
            <path class="line closed" d="M0 -15V15"/>
          </svg>
          <xsl:text> under seal</xsl:text>
        </li>
        <li>
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32" aria-hidden="true">
            <path class="line" d="M0 -15V15"/>
          </svg>
          <xsl:text> not under a recorded seal</xsl:text>
        </li>
        <li>
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32" aria-hidden="true">
            <circle class="ring" r="14"/>
          </svg>
          <xsl:text> late entry</xsl:text>
        </li>
        <li>
          <svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32" aria-hidden="true">
            <path class="cross" d="M-7 -7L7 7M7 -7L-7 7"/>
          </svg>
          <xsl:text> seal broken</xsl:text>
        </li>
      </ul>
    </div>
  </xsl:template>

  <xsl:template name="sign">
    <xsl:param name="kind"/>
    <xsl:param name="words"/>
    <li>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -16 32 32" aria-hidden="true">
        <xsl:call-template name="shape"><xsl:with-param name="kind" select="$kind"/></xsl:call-template>
      </svg>
      <xsl:text> </xsl:text><xsl:value-of select="$words"/>
    </li>
  </xsl:template>

  <!-- ═══ 6  Statements, examinations, papers ══════════════════════════════════════════════════════════════ -->

  <xsl:template name="statements">
    <xsl:if test="$records/c:statement">
      <section aria-labelledby="statements">
        <h2 id="statements">Statements</h2>
        <div class="scroll">
          <table class="stack" role="table">
            <caption>List of statements</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">By</th>
                <th scope="col" role="columnheader">Kind</th>
                <th scope="col" role="columnheader">When</th>
                <th scope="col" role="columnheader">Recorded by</th>
                <th scope="col" role="columnheader">Written in</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:for-each select="$records/c:statement">
                <tr role="row">
                  <th scope="row" role="rowheader">
                    <a href="#r-{@id}"><xsl:apply-templates select="c:maker" mode="name-of"/></a>
                  </th>
                  <td role="cell" data-l="Kind">
                    <div><xsl:apply-templates select="c:kind" mode="value"/></div>
                  </td>
                  <td role="cell" data-l="When">
                    <div>
                      <xsl:apply-templates select="c:startedAt" mode="value"/>
                    </div>
                  </td>
                  <td role="cell" data-l="Recorded by">
                    <div>
                      <xsl:apply-templates select="c:recorder" mode="value"/>
                    </div>
                  </td>
                  <td role="cell" data-l="Written in">
                    <div>
                      <xsl:apply-templates select="c:languageWritten" mode="value"/>
                    </div>
                  </td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
        <xsl:apply-templates select="$records/c:statement" mode="statement"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:statement" mode="statement">
    <article class="statement" id="r-{@id}">
      <h3><xsl:apply-templates select="." mode="label"/></h3>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:paragraph or self::c:readOver or self::c:declaration
            or self::c:signature or self::c:memorandum or self::c:pages or self::c:document or self::c:disclosure
            or self::c:extensions)]" mode="fact"/>
      </dl>
      <xsl:call-template name="paragraphs"/>
      <dl class="facts">
        <xsl:apply-templates select="c:readOver | c:declaration | c:memorandum" mode="fact"/>
        <xsl:choose>
          <xsl:when test="c:signature"><xsl:apply-templates select="c:signature" mode="fact"/></xsl:when>
          <xsl:otherwise>
            <div>
              <dt>Signature</dt>
              <dd>
                <xsl:text>none</xsl:text>
                <xsl:if test="c:kind = 's180'">; a statement to the police is not signed (BNSS s.181(1))</xsl:if>
              </dd>
            </div>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="c:pages | c:document | c:disclosure | c:extensions" mode="fact"/>
      </dl>
      <xsl:apply-templates select="key('translationOf', @id)" mode="translation"/>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <!-- The numbered paragraphs of a statement or paper, each beside its translations. -->
  <xsl:template name="paragraphs">
    <xsl:variable name="id" select="@id"/>
    <xsl:variable name="translations" select="key('translationOf', @id)"/>
    <div class="paragraphs">
      <xsl:if test="$translations"><xsl:attribute name="class">paragraphs two</xsl:attribute></xsl:if>
      <xsl:for-each select="c:paragraph">
        <div class="paragraph" id="r-{$id}-p-{c:number}">
          <span class="no"><xsl:value-of select="c:number"/></span>
          <div class="original">
            <xsl:apply-templates select="c:text" mode="block"/>
            <xsl:call-template name="excluded"/>
          </div>
          <xsl:for-each select="key('translated', concat($id, ' ', c:number))">
            <div class="translated">
              <xsl:apply-templates select="c:text" mode="block"/>
              <xsl:call-template name="excluded"/>
            </div>
          </xsl:for-each>
        </div>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template name="excluded">
    <xsl:for-each select="c:exclusion">
      <p class="note">
        <xsl:text>Asked to be kept from the accused's copy (</xsl:text>
        <xsl:apply-templates select="c:provision" mode="value"/>
        <xsl:text>): </xsl:text>
        <xsl:apply-templates select="c:reason" mode="text"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:translation" mode="translation">
    <xsl:variable name="original" select="key('record', c:statement/@to | c:document/@to)"/>
    <div class="translation" id="r-{@id}">
      <h4>
        <xsl:text>Translation into </xsl:text><xsl:apply-templates select="c:language" mode="value"/>
        <xsl:text> from </xsl:text><xsl:apply-templates select="c:fromLanguage" mode="value"/>
      </h4>
      <!-- Paragraphs that the original does not have, or whose original is not in this edition. -->
      <xsl:for-each select="c:paragraph[not(c:number = $original/c:paragraph/c:number)]">
        <div class="paragraph">
          <span class="no"><xsl:value-of select="c:number"/></span>
          <div class="original">
            <xsl:apply-templates select="c:text" mode="block"/>
            <xsl:call-template name="excluded"/>
          </div>
        </div>
      </xsl:for-each>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:paragraph or self::c:statement or self::c:language
            or self::c:fromLanguage)][not(self::c:document)]" mode="fact"/>
      </dl>
      <xsl:call-template name="foot"/>
    </div>
  </xsl:template>

  <xsl:template name="examinations">
    <xsl:if test="$records/c:examination">
      <section aria-labelledby="examinations">
        <h2 id="examinations">Examinations</h2>
        <xsl:apply-templates select="$records/c:examination" mode="record"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="certificates">
    <xsl:if test="$records/c:certificate">
      <section aria-labelledby="certificates">
        <h2 id="certificates">Certificates of electronic records</h2>
        <p class="lead">Part A is given by whoever was in charge of the device, Part B by an expert (BSA s.63(4)).</p>
        <xsl:apply-templates select="$records/c:certificate" mode="record"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="documents">
    <xsl:variable name="loose" select="$records/c:file[not(c:exhibit)][not(key('paperOf', @id))]"/>
    <xsl:variable name="orphans" select="$records/c:translation[not(key('record', c:statement/@to | c:document/@to)
        [self::c:statement or self::c:document])]"/>
    <xsl:if test="$records/c:document or $loose or $orphans">
      <section aria-labelledby="documents">
        <h2 id="documents">Documents</h2>
        <xsl:if test="$records/c:document">
          <div class="scroll">
            <table class="stack" role="table">
              <caption>List of documents</caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Number</th>
                  <th scope="col" role="columnheader">Document</th>
                  <th scope="col" role="columnheader">Kind</th>
                  <th scope="col" role="columnheader">Date</th>
                  <th scope="col" role="columnheader">Pages</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                <xsl:for-each select="$records/c:document">
                  <tr role="row">
                    <th scope="row" role="rowheader">
                      <a href="#r-{@id}"><xsl:apply-templates select="." mode="label"/></a>
                    </th>
                    <td role="cell" data-l="Document">
                      <div>
                        <xsl:apply-templates select="c:title" mode="text"/>
                      </div>
                    </td>
                    <td role="cell" data-l="Kind">
                      <div><xsl:apply-templates select="c:kind" mode="value"/></div>
                    </td>
                    <td role="cell" data-l="Date">
                      <div><xsl:apply-templates select="c:date" mode="value"/></div>
                    </td>
                    <td role="cell" data-l="Pages"><div><xsl:value-of select="c:pages"/></div></td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
          <xsl:apply-templates select="$records/c:document" mode="document"/>
        </xsl:if>
        <xsl:if test="$orphans">
          <h3>Translations of what is not shown here</h3>
          <xsl:apply-templates select="$orphans" mode="translation"/>
        </xsl:if>
        <xsl:if test="$loose">
          <h3>Files of no exhibit and no document</h3>
          <xsl:call-template name="files"><xsl:with-param name="files" select="$loose"/></xsl:call-template>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:document" mode="document">
    <article class="card" id="r-{@id}">
      <h3>
        <xsl:if test="c:number">
          <span class="mark">
            <xsl:value-of select="c:number"/>
          </span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="c:title" mode="text"/>
      </h3>
      <dl class="facts">
        <xsl:apply-templates select="*[not(self::c:number or self::c:title or self::c:paragraph or self::c:file)]"
            mode="fact"/>
      </dl>
      <xsl:if test="c:paragraph"><xsl:call-template name="paragraphs"/></xsl:if>
      <xsl:if test="c:file">
        <!-- Each file is shown once, at the paper that names it first; elsewhere it is a link. -->
        <xsl:call-template name="files">
          <xsl:with-param name="files" select="key('record', c:file/@to)[self::c:file][not(c:exhibit)]
              [generate-id(key('paperOf', @id)[1]) = generate-id(current())]"/>
        </xsl:call-template>
        <xsl:variable name="elsewhere" select="c:file[key('record', @to)[not(self::c:file) or c:exhibit]
            or not(key('record', @to)) or generate-id(key('paperOf', @to)[1]) != generate-id(current())]"/>
        <xsl:if test="$elsewhere">
          <dl class="facts"><div><dt>Files</dt><dd>
            <xsl:for-each select="$elsewhere">
              <xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="value"/>
            </xsl:for-each>
          </dd></div></dl>
        </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="key('translationOf', @id)" mode="translation"/>
      <xsl:call-template name="foot"/>
    </article>
  </xsl:template>

  <xsl:template name="deadlines">
    <xsl:if test="$records/c:deadline">
      <section aria-labelledby="deadlines">
        <h2 id="deadlines">Deadlines</h2>
        <div class="scroll">
          <table class="stack" role="table">
            <caption>Times that the law sets, and how they were met</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">What must be done</th>
                <th scope="col" role="columnheader">From</th>
                <th scope="col" role="columnheader">Due</th>
                <th scope="col" role="columnheader">Done</th>
                <th scope="col" role="columnheader">Particulars</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:apply-templates select="$records/c:deadline" mode="row"/>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:deadline" mode="row">
    <tr role="row" id="r-{@id}">
      <th scope="row" role="rowheader">
        <div><xsl:apply-templates select="." mode="label"/></div>
      </th>
      <td role="cell" data-l="From">
        <div>
          <xsl:apply-templates select="c:runsFrom" mode="value"/>
          <xsl:for-each select="c:trigger/c:ref">
            <span class="note">
              <xsl:apply-templates select="." mode="value"/>
            </span>
          </xsl:for-each>
        </div>
      </td>
      <td role="cell" data-l="Due">
        <div>
          <xsl:apply-templates select="c:due" mode="value"/>
          <xsl:for-each select="c:extendedTo">
            <span class="note">extended to <xsl:apply-templates select="." mode="value"/>
            </span>
          </xsl:for-each>
        </div>
      </td>
      <td role="cell" data-l="Done">
        <div>
          <xsl:choose>
            <xsl:when test="c:metAt">
              <xsl:variable name="limit" select="(c:due[not(../c:extendedTo)] | c:extendedTo)[1]"/>
              <xsl:variable name="done">
                <xsl:call-template name="minutes">
                  <xsl:with-param name="text" select="c:metAt"/>
                </xsl:call-template>
              </xsl:variable>
              <xsl:variable name="due"><xsl:call-template name="minutes">
                <xsl:with-param name="text" select="$limit"/><xsl:with-param name="end" select="true()"/>
                </xsl:call-template>
                </xsl:variable>
              <xsl:choose>
                <xsl:when test="$done &gt; $due"><strong class="bad">late</strong></xsl:when>
                <xsl:otherwise><span class="good">in time</span></xsl:otherwise>
              </xsl:choose>
              <xsl:text> </xsl:text>
              <xsl:apply-templates select="c:metAt" mode="value"/>
            </xsl:when>
            <xsl:otherwise><span class="warn">open when this was made</span></xsl:otherwise>
          </xsl:choose>
          <xsl:for-each select="c:met/c:ref">
            <span class="note">
              <xsl:apply-templates select="." mode="value"/>
            </span>
          </xsl:for-each>
        </div>
      </td>
      <td role="cell" data-l="More">
        <dl class="facts small">
          <xsl:apply-templates select="*[not(self::c:title or self::c:runsFrom or self::c:trigger or self::c:due
              or self::c:extendedTo or self::c:metAt or self::c:met)]" mode="fact"/>
        </dl>
        <xsl:call-template name="amended"/>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="answers">
    <xsl:if test="$records/c:answer">
      <section aria-labelledby="answers">
        <h2 id="answers">Answered findings</h2>
        <p class="lead">What the office's readiness report found and the office answered. An answer changes nothing
          about the record, and the finding can be made again with the rules.</p>
        <div class="scroll">
          <table class="stack" role="table">
            <caption>Findings and their answers</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">Rule</th>
                <th scope="col" role="columnheader">Record</th>
                <th scope="col" role="columnheader">Decision</th>
                <th scope="col" role="columnheader">Reason</th>
                <th scope="col" role="columnheader">Answered</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:apply-templates select="$records/c:answer" mode="row"/>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:answer" mode="row">
    <xsl:variable name="record" select="key('record', c:ref/@to)"/>
    <tr role="row" id="r-{@id}">
      <th scope="row" role="rowheader">
        <div>
          <xsl:apply-templates select="c:rule" mode="value"/>
          <xsl:for-each select="c:finding">
            <span class="note"><xsl:apply-templates select="." mode="value"/></span>
          </xsl:for-each>
        </div>
      </th>
      <td role="cell" data-l="Record">
        <div>
          <xsl:apply-templates select="c:ref" mode="value"/>
          <span class="note">
            <xsl:text>version </xsl:text><xsl:apply-templates select="c:recordVersion" mode="value"/>
          </span>
          <xsl:if test="$record/@version &gt; c:recordVersion">
            <span class="warn">the record has version <xsl:value-of select="$record/@version"/> since: the finding is
              open again</span>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Decision"><div><xsl:apply-templates select="c:decision" mode="value"/></div></td>
      <td role="cell" data-l="Reason">
        <div>
          <xsl:apply-templates select="c:reason" mode="value"/>
          <xsl:variable name="more" select="*[not(self::c:amendment or self::c:rule or self::c:finding or self::c:ref
              or self::c:recordVersion or self::c:decision or self::c:reason or self::c:answeredBy or self::c:at
              or self::c:until)]"/>
          <xsl:if test="$more">
            <dl class="facts small"><xsl:apply-templates select="$more" mode="fact"/></dl>
          </xsl:if>
          <xsl:call-template name="amended"/>
        </div>
      </td>
      <td role="cell" data-l="Answered">
        <div>
          <xsl:for-each select="c:answeredBy">
            <xsl:apply-templates select="." mode="value"/><xsl:text>, </xsl:text>
          </xsl:for-each>
          <xsl:apply-templates select="c:at" mode="value"/>
          <xsl:for-each select="c:until">
            <span class="note">until <xsl:apply-templates select="." mode="value"/></span>
            <xsl:variable name="end">
              <xsl:call-template name="minutes">
                <xsl:with-param name="text" select="."/><xsl:with-param name="end" select="true()"/>
              </xsl:call-template>
            </xsl:variable>
            <xsl:variable name="made">
              <xsl:call-template name="minutes"><xsl:with-param name="text" select="$about/c:createdAt"/></xsl:call-template>
            </xsl:variable>
            <xsl:if test="$end &lt; $made">
              <span class="warn">over when this was made: the finding is open again</span>
            </xsl:if>
          </xsl:for-each>
        </div>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="decisions">
    <xsl:if test="$records/c:decision">
      <section aria-labelledby="decisions">
        <h2 id="decisions">What was decided about protected terms</h2>
        <p class="lead">Before an edition leaves, the office looks for everything that would make a protected person
          known. For each finding somebody decides; a place is given by numbers, never by the words.</p>
        <div class="scroll">
          <table class="stack" role="table">
            <caption>Findings of the leak scan and the decisions</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">In</th>
                <th scope="col" role="columnheader">Place</th>
                <th scope="col" role="columnheader">Decision</th>
                <th scope="col" role="columnheader">Reason</th>
                <th scope="col" role="columnheader">Decided</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:apply-templates select="$records/c:decision" mode="row"/>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:decision" mode="row">
    <tr role="row" id="r-{@id}">
      <th scope="row" role="rowheader">
        <div>
          <xsl:apply-templates select="c:ref" mode="value"/>
          <span class="note">version <code class="hash"><xsl:value-of select="c:digest"/></code></span>
        </div>
      </th>
      <td role="cell" data-l="Place">
        <div>
          <xsl:value-of select="c:place"/>
          <span class="note">finding <code class="hash"><xsl:value-of select="c:finding"/></code></span>
        </div>
      </td>
      <td role="cell" data-l="Decision">
        <div>
          <xsl:apply-templates select="c:action" mode="value"/>
          <xsl:for-each select="c:replacement">
            <span class="note">instead: <xsl:apply-templates select="." mode="value"/></span>
          </xsl:for-each>
          <xsl:if test="c:edition">
            <span class="note">
              <xsl:text>for </xsl:text>
              <xsl:for-each select="c:edition">
                <xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/>
              </xsl:for-each>
            </span>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Reason">
        <div>
          <xsl:apply-templates select="c:reason" mode="value"/>
          <xsl:if test="c:extensions">
            <dl class="facts small"><xsl:apply-templates select="c:extensions" mode="fact"/></dl>
          </xsl:if>
          <xsl:call-template name="amended"/>
        </div>
      </td>
      <td role="cell" data-l="Decided">
        <div>
          <xsl:for-each select="c:decidedBy">
            <xsl:apply-templates select="." mode="value"/><xsl:text>, </xsl:text>
          </xsl:for-each>
          <xsl:apply-templates select="c:at" mode="value"/>
        </div>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="accesses">
    <xsl:if test="$records/c:access">
      <section aria-labelledby="accesses">
        <h2 id="accesses">Who opened identities</h2>
        <p class="lead">Identities of protected persons are stored encrypted. Whoever opens one is recorded first, and
          so is whoever is given or loses the right to.</p>
        <div class="scroll">
          <table class="stack" role="table">
            <caption>Uses of identities</caption>
            <thead role="rowgroup">
              <tr role="row">
                <th scope="col" role="columnheader">Recorded</th>
                <th scope="col" role="columnheader">What</th>
                <th scope="col" role="columnheader">Identities</th>
                <th scope="col" role="columnheader">Purpose</th>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <xsl:apply-templates select="$records/c:access" mode="row"/>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:access" mode="row">
    <tr role="row" id="r-{@id}">
      <th scope="row" role="rowheader">
        <div>
          <xsl:call-template name="moment"><xsl:with-param name="text" select="@recordedAt"/></xsl:call-template>
          <span class="note">by <span class="code"><xsl:value-of select="@recordedBy"/></span></span>
        </div>
      </th>
      <td role="cell" data-l="What">
        <div>
          <xsl:apply-templates select="c:action" mode="value"/>
          <xsl:for-each select="c:recipient">
            <span class="note">key <code class="hash"><xsl:value-of select="."/></code></span>
          </xsl:for-each>
        </div>
      </td>
      <td role="cell" data-l="Identities">
        <div>
          <xsl:for-each select="c:identity">
            <xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="value"/>
          </xsl:for-each>
          <xsl:if test="not(c:identity)">
            <xsl:choose>
              <xsl:when test="c:action = 'scanned'">all of the case</xsl:when>
              <xsl:otherwise>none in particular</xsl:otherwise>
            </xsl:choose>
          </xsl:if>
        </div>
      </td>
      <td role="cell" data-l="Purpose">
        <div>
          <xsl:apply-templates select="c:purpose" mode="value"/>
          <xsl:if test="c:extensions">
            <dl class="facts small"><xsl:apply-templates select="c:extensions" mode="fact"/></dl>
          </xsl:if>
          <xsl:call-template name="amended"/>
        </div>
      </td>
    </tr>
  </xsl:template>

  <xsl:template name="exchange">
    <xsl:if test="$records/c:edition or $records/c:bundle or $records/c:receipt">
      <section aria-labelledby="exchange">
        <h2 id="exchange">Editions, bundles, receipts</h2>
        <xsl:apply-templates select="$records/c:edition | $records/c:bundle | $records/c:receipt" mode="record"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="corrections">
    <xsl:variable name="amended" select="$records/*[@version &gt; 1]"/>
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections</h2>
      <xsl:if test="not($whole)">
        <p>A corrected exhibit or custody event says so on its own page, and every earlier
        version is in <code>casefile.xml</code>.</p></xsl:if>
      <xsl:choose>
        <xsl:when test="$amended">
          <p class="lead">Nothing is deleted: a correction is a new version, and what it replaces stays in the log.
            Under each is what an earlier version said otherwise.</p>
          <xsl:apply-templates select="$amended" mode="correction"/>
        </xsl:when>
        <xsl:when test="$whole"><p>No record of this edition has been corrected.</p></xsl:when>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="*" mode="correction">
    <xsl:variable name="now" select="."/>
    <article class="card" id="v-{@id}">
      <h3>
        <xsl:call-template name="link"><xsl:with-param name="to" select="@id"/></xsl:call-template>
      </h3>
      <dl class="facts">
        <div>
          <dt>Version <xsl:value-of select="@version"/></dt>
          <dd>
            <xsl:apply-templates select="c:amendment" mode="text"/>
            <span class="note">
              <xsl:call-template name="moment">
                <xsl:with-param name="text" select="@recordedAt"/>
              </xsl:call-template>
              <xsl:text>, by </xsl:text><span class="code"><xsl:value-of select="@recordedBy"/></span>
            </span>
          </dd>
        </div>
      </dl>
      <xsl:if test="$whole and not(key('earlier', @id))">
        <p class="none">No earlier version of it is in this edition.</p>
      </xsl:if>
      <xsl:for-each select="key('earlier', @id)">
        <xsl:sort select="@version" data-type="number" order="descending"/>
        <xsl:variable name="then" select="."/>
        <h4>Version <xsl:value-of select="@version"/></h4>
        <p class="foot">
          <xsl:text>Recorded </xsl:text>
          <xsl:call-template name="moment">
            <xsl:with-param name="text" select="@recordedAt"/>
          </xsl:call-template>
          <xsl:text> by </xsl:text><span class="code"><xsl:value-of select="@recordedBy"/></span>
        </p>
        <dl class="facts">
          <xsl:for-each select="c:amendment">
            <div><dt>Why it was made</dt><dd><xsl:apply-templates select="." mode="text"/></dd></div>
          </xsl:for-each>
          <xsl:for-each select="*[not(self::c:amendment)]">
            <xsl:variable name="same">
              <xsl:call-template name="says-the-same">
                <xsl:with-param name="others" select="$now/*[name() = name(current())]"/>
              </xsl:call-template>
            </xsl:variable>
            <xsl:if test="$same = ''">
              <div>
                <dt><xsl:apply-templates select="." mode="field"/></dt>
                <dd><xsl:apply-templates select="." mode="value"/></dd>
              </div>
            </xsl:if>
          </xsl:for-each>
        </dl>
        <p class="note">
          <xsl:text>Not in it: </xsl:text>
          <xsl:call-template name="fields-missing">
            <xsl:with-param name="now" select="$now"/>
          </xsl:call-template>
        </p>
      </xsl:for-each>
    </article>
  </xsl:template>

  <!-- The names of the fields that the current version has and this one has not. -->
  <xsl:template name="fields-missing">
    <xsl:param name="now"/>
    <xsl:variable name="then" select="."/>
    <xsl:variable name="names">
      <xsl:for-each select="$now/*[not(self::c:amendment)]">
        <xsl:variable name="name" select="name()"/>
        <xsl:if test="not($then/*[name() = $name]) and not(preceding-sibling::*[1][name() = $name])">
          <xsl:text>, </xsl:text><xsl:apply-templates select="." mode="field"/>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$names = ''">nothing that the current version has.</xsl:when>
      <xsl:otherwise><xsl:value-of select="substring($names, 3)"/>.</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Something if one of the others says what this field says, in the same words and with the same references. -->
  <xsl:template name="says-the-same">
    <xsl:param name="others"/>
    <xsl:variable name="said"><xsl:apply-templates select="." mode="fingerprint"/></xsl:variable>
    <xsl:for-each select="$others">
      <xsl:variable name="other"><xsl:apply-templates select="." mode="fingerprint"/></xsl:variable>
      <xsl:if test="string($other) = string($said)">yes</xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="*" mode="fingerprint">
    <xsl:text>(</xsl:text><xsl:value-of select="local-name()"/>
    <xsl:for-each select="@*"><xsl:text> </xsl:text><xsl:value-of select="."/></xsl:for-each>
    <xsl:text>)</xsl:text>
    <xsl:apply-templates select="* | text()" mode="fingerprint"/>
  </xsl:template>

  <xsl:template name="withheld">
    <section aria-labelledby="withheld">
      <h2 id="withheld">What is not shown</h2>
      <xsl:choose>
        <xsl:when test="$withheld">
          <p class="lead">These records are in the sealed log and not in this edition. The leaf proves that each was
            there, and nothing about what it says.</p>
          <div class="scroll">
            <table class="stack" role="table">
              <caption>Records not shown, and why</caption>
              <thead role="rowgroup">
                <tr role="row">
                  <th scope="col" role="columnheader">Record</th>
                  <th scope="col" role="columnheader">Why it is not shown</th>
                  <th scope="col" role="columnheader">Law</th>
                  <th scope="col" role="columnheader">Leaf</th>
                </tr>
              </thead>
              <tbody role="rowgroup">
                <xsl:for-each select="$withheld">
                  <tr role="row">
                    <xsl:if test="@id">
                      <xsl:attribute name="id">r-<xsl:value-of select="@id"/></xsl:attribute>
                    </xsl:if>
                    <th scope="row" role="rowheader">
                      <div>
                        <xsl:choose>
                          <xsl:when test="@kind">
                            <xsl:call-template name="Word">
                              <xsl:with-param name="token" select="@kind"/>
                            </xsl:call-template>
                          </xsl:when>
                          <xsl:otherwise>Record</xsl:otherwise>
                        </xsl:choose>
                        <xsl:if test="@id">
                          <span class="note"><code><xsl:value-of select="@id"/></code></span>
                        </xsl:if>
                      </div>
                    </th>
                    <td role="cell" data-l="Why">
                      <div><xsl:apply-templates select="c:reason" mode="text"/></div>
                    </td>
                    <td role="cell" data-l="Law"><div><xsl:value-of select="c:reason/@law"/></div></td>
                    <td role="cell" data-l="Leaf">
                      <div>
                        <code class="hash"><xsl:value-of select="@leaf"/></code>
                      </div>
                    </td>
                  </tr>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </xsl:when>
        <xsl:when test="$whole"><p>This edition shows every record of the log.</p></xsl:when>
        <xsl:otherwise>
          <p>What the log has and this edition does not show is in <code>casefile.xml</code>, with the
          reason.</p></xsl:otherwise>
      </xsl:choose>
      <!-- Nothing is lost between two chairs: what is shown under its exhibit, charge or element is shown here where
           that one is not. -->
      <xsl:variable name="stranded" select="$records[$whole]/*
          [self::c:custodyEvent[not(key('record', c:exhibit/@to)[self::c:exhibit])]
          or self::c:file[c:exhibit][not(key('record', c:exhibit/@to)[self::c:exhibit])]
          or self::c:element[not(key('record', c:charge/@to)[self::c:charge])]
              [not(key('record', c:parentElement/@to)[self::c:element])]
          or self::c:proof[not(key('record', c:element/@to)[self::c:element])]]"/>
      <xsl:if test="$stranded">
        <h3>Records that belong to one that is not shown</h3>
        <xsl:apply-templates select="$stranded" mode="record">
          <xsl:with-param name="level" select="'h4'"/>
        </xsl:apply-templates>
      </xsl:if>
      <xsl:if test="/c:caseFile/c:contents/c:withheldContent">
        <h3>Files whose contents are not shown</h3>
        <ul class="tight">
          <xsl:for-each select="/c:caseFile/c:contents/c:withheldContent">
            <li>
              <xsl:call-template name="link"><xsl:with-param name="to" select="@file"/></xsl:call-template>
              <xsl:text>, </xsl:text>
              <xsl:call-template name="bytes"><xsl:with-param name="n" select="@size"/></xsl:call-template>
              <xsl:text>, SHA-256 </xsl:text><code class="hash"><xsl:value-of select="@digest"/></code>
              <xsl:for-each select="c:reason">: <xsl:apply-templates select="." mode="text"/>
                (<xsl:value-of select="@law"/>)</xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
      <xsl:if test="/c:caseFile/c:contents/c:apart">
        <h3>Files that travel apart</h3>
        <ul class="tight">
          <xsl:for-each select="/c:caseFile/c:contents/c:apart">
            <li>
              <xsl:call-template name="link"><xsl:with-param name="to" select="@file"/></xsl:call-template>
              <xsl:text>, </xsl:text>
              <xsl:call-template name="bytes"><xsl:with-param name="n" select="@size"/></xsl:call-template>
              <xsl:text>, SHA-256 </xsl:text><code class="hash"><xsl:value-of select="@digest"/></code>
              <xsl:for-each select="c:reason">: <xsl:apply-templates select="." mode="text"/></xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template name="proof">
    <xsl:for-each select="/c:caseFile/c:log">
      <section aria-labelledby="proof">
        <h2 id="proof">The log and how to verify it</h2>
        <p>The records are the leaves of a Merkle tree (RFC 6962), in the order in which they were made. Whoever keeps
          the checkpoint can show later that none was changed, taken out or put in between.</p>
        <dl class="facts">
          <div><dt>Log</dt><dd><span class="code"><xsl:value-of select="@origin"/></span></dd></div>
          <div><dt>Records</dt><dd><xsl:value-of select="@size"/></dd></div>
          <div><dt>Root</dt><dd><code class="hash"><xsl:value-of select="@root"/></code></dd></div>
          <xsl:for-each select="c:key">
            <div><dt>Key</dt><dd><code class="hash"><xsl:value-of select="."/></code></dd></div>
          </xsl:for-each>
          <div><dt>Checkpoint</dt><dd><pre><xsl:value-of select="c:checkpoint"/></pre></dd></div>
        </dl>
        <h3>Verify it yourself</h3>
        <p>In the folder of the unpacked bundle, with tools that are not of the maker of this bundle:</p>
        <pre>sha256sum --check --quiet manifest-sha256.txt tagmanifest-sha256.txt
bagit.py --quiet --validate .
xmllint --nonet --noout --schema data/schema/casefile.xsd data/casefile.xml
xmlsec1 --verify --trusted-pem trust-this-office.pem \
    --enabled-reference-uris empty,same-doc,local,remote \
    --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties META-INF/signatures001.xml</pre>
        <p>The first two compare every file with its digest, the third the records with their grammar. The last
          compares the signature with the certificate of the office, which you must have from the office itself and
          not from this bundle. This page can be made again from the same records:
          <code>xsltproc --nonet --nowrite data/schema/casefile.xsl data/casefile.xml</code>. Where the bundle carries the
          readiness rules of its jurisdiction, what they find in these records is written by
          <code>xsltproc --nonet --nowrite data/rules/rules.xsl data/casefile.xml</code>.</p>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- ═══ 7  Values ════════════════════════════════════════════════════════════════════════════════════════ -->

  <!-- A field with its name. Fields of one name that stand together are named once. -->
  <xsl:template match="*" mode="fact">
    <xsl:variable name="name" select="name()"/>
    <xsl:if test="not(preceding-sibling::*[1][name() = $name])">
      <div>
        <dt><xsl:apply-templates select="." mode="field"/></dt>
        <xsl:choose>
          <xsl:when test="following-sibling::*[1][name() = $name] and (self::c:provision or self::c:invoked
              or self::c:readWith or self::c:nature or self::c:evidenceType or self::c:languageSpoken
              or self::c:language or self::c:nationality or self::c:control or self::c:storedOn or self::c:alias
              or self::c:accused or self::c:victim or self::c:officer or self::c:examiner or self::c:author
              or self::c:witness or self::c:custodyStated or self::c:derivedFrom or self::c:exhibit
              or self::c:visitor)">
            <dd>
              <xsl:for-each select="../*[name() = $name]">
                <xsl:if test="position() &gt; 1">, </xsl:if>
                <xsl:apply-templates select="." mode="value"/>
              </xsl:for-each>
            </dd>
          </xsl:when>
          <xsl:when test="following-sibling::*[1][name() = $name]">
            <dd>
              <ul class="tight">
                <xsl:for-each select="../*[name() = $name]">
                  <li><xsl:apply-templates select="." mode="value"/></li>
                </xsl:for-each>
              </ul>
            </dd>
          </xsl:when>
          <xsl:otherwise><dd><xsl:apply-templates select="." mode="value"/></dd></xsl:otherwise>
        </xsl:choose>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The amendment has its place at the foot of the record. -->
  <xsl:template match="c:amendment" mode="fact"/>

  <!-- A reference, a text, a group of fields, or a code as it was written. -->
  <xsl:template match="*" mode="value">
    <xsl:choose>
      <xsl:when test="@to">
        <xsl:call-template name="link">
          <xsl:with-param name="to" select="@to"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:when test="@language"><xsl:apply-templates select="." mode="text"/></xsl:when>
      <xsl:when test="*"><dl class="facts inner"><xsl:apply-templates select="*" mode="fact"/></dl></xsl:when>
      <xsl:otherwise><span class="code"><xsl:value-of select="."/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ─── references ─── -->

  <xsl:template name="link">
    <xsl:param name="to"/>
    <xsl:variable name="record" select="key('record', $to)"/>
    <xsl:choose>
      <xsl:when test="$record[1][self::c:withheld]">
        <a class="absent" href="{$summary}#r-{$to}">
          <xsl:choose>
            <xsl:when test="$record[1]/@kind">
              <xsl:call-template name="word">
                <xsl:with-param name="token" select="$record[1]/@kind"/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>record</xsl:otherwise>
          </xsl:choose>
          <xsl:text> that is not shown</xsl:text>
        </a>
      </xsl:when>
      <xsl:when test="$record">
        <a>
          <xsl:attribute name="href"><xsl:apply-templates select="$record[1]" mode="address"/></xsl:attribute>
          <xsl:apply-templates select="$record[1]" mode="label"/>
        </a>
      </xsl:when>
      <xsl:when test="not($whole)">
        <xsl:call-template name="link-elsewhere"><xsl:with-param name="to" select="$to"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <span class="absent">a record that is not in this edition (<code><xsl:value-of select="$to"/>
          </code>)</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A reference to what a cut input does not hold: called by the field that refers to it, since its own name is
       not known here. On a page of exhibits it leads to the summary, unless it is another page's exhibit. -->
  <xsl:template name="link-elsewhere">
    <xsl:param name="to"/>
    <xsl:variable name="words">
      <xsl:choose>
        <xsl:when test="self::c:exhibit or self::c:parentExhibit or self::c:sample
            or self::c:custodyStated">exhibit </xsl:when>
        <xsl:when test="self::c:file or self::c:derivedFrom or self::c:photograph">file </xsl:when>
        <xsl:when test="self::c:ref or self::c:custodyEvent">record </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="spread">
            <xsl:with-param name="text" select="local-name()"/>
          </xsl:call-template>
          <xsl:text> </xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$page = 0 or $words = 'exhibit ' or $words = 'file '">
        <span class="absent">
          <xsl:value-of select="$words"/>
          <code><xsl:value-of select="$to"/>
          </code> on another page</span>
      </xsl:when>
      <xsl:otherwise>
        <a class="absent" href="{$summary}#r-{$to}">
          <xsl:value-of select="$words"/>
          <code>
            <xsl:value-of select="$to"/>
          </code>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Where a record is shown. -->
  <xsl:template match="*" mode="address">
    <xsl:value-of select="$summary"/>#r-<xsl:value-of select="@id"/>
  </xsl:template>

  <xsl:template match="c:exhibit | c:file[c:exhibit] | c:custodyEvent" mode="address">
    <xsl:variable name="exhibit" select="(@id[../self::c:exhibit] | c:exhibit/@to)[1]"/>
    <xsl:if test="$pages &gt; 0 and not(key('record', $exhibit)[self::c:exhibit])">
      <xsl:value-of select="$summary"/>
    </xsl:if>
    <xsl:if test="$pages &gt; 0 and key('record', $exhibit)[self::c:exhibit]">
      <xsl:for-each select="exsl:node-set($ordered)">
        <xsl:variable name="there" select="key('placed', $exhibit)/@page"/>
        <xsl:if test="$there != $page">
          <xsl:if test="$page = 0">pages/</xsl:if>
          <xsl:text>exhibits-</xsl:text><xsl:value-of select="$there"/><xsl:text>.html</xsl:text>
        </xsl:if>
      </xsl:for-each>
    </xsl:if>
    <xsl:text>#r-</xsl:text><xsl:value-of select="@id"/>
  </xsl:template>

  <!-- A path of the bundle as this page sees it. -->
  <xsl:template name="path">
    <xsl:param name="path"/>
    <xsl:value-of select="$base"/>
    <xsl:call-template name="escaped">
      <xsl:with-param name="text" select="substring-after($path, 'data/')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Escapes what has a meaning in an address and is not escaped when the page is written. -->
  <xsl:template name="escaped">
    <xsl:param name="text"/>
    <xsl:variable name="marked" select="translate($text, '%?', '##')"/>
    <xsl:choose>
      <xsl:when test="contains($marked, '#')">
        <xsl:variable name="before" select="substring-before($marked, '#')"/>
        <xsl:variable name="sign" select="substring($text, string-length($before) + 1, 1)"/>
        <xsl:value-of select="$before"/>
        <xsl:choose>
          <xsl:when test="$sign = '%'">%25</xsl:when>
          <xsl:when test="$sign = '?'">%3F</xsl:when>
          <xsl:otherwise>%23</xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="escaped">
          <xsl:with-param name="text" select="substring($text, string-length($before) + 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ─── texts ─── -->

  <xsl:template match="*" mode="text">
    <span class="tx">
      <xsl:call-template name="language"><xsl:with-param name="tag" select="@language"/></xsl:call-template>
      <xsl:apply-templates select="text() | *" mode="run"/>
    </span>
  </xsl:template>

  <xsl:template match="*" mode="block">
    <p class="tx">
      <xsl:call-template name="language"><xsl:with-param name="tag" select="@language"/></xsl:call-template>
      <xsl:apply-templates select="text() | *" mode="run"/>
    </p>
  </xsl:template>

  <xsl:template match="text()" mode="run"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="run">
    <xsl:call-template name="link"><xsl:with-param name="to" select="@to"/></xsl:call-template>
  </xsl:template>

  <xsl:template name="language">
    <xsl:param name="tag"/>
    <xsl:variable name="main" select="substring-before(concat($tag, '-'), '-')"/>
    <xsl:attribute name="lang"><xsl:value-of select="$tag"/></xsl:attribute>
    <xsl:if test="contains(' ar fa he ks ps sd ug ur yi ', concat(' ', $main, ' '))">
      <xsl:attribute name="dir">rtl</xsl:attribute>
    </xsl:if>
  </xsl:template>

  <!-- ─── compound values ─── -->

  <xsl:template match="c:provision | c:invoked | c:readWith | c:presumption" mode="value">
    <span class="law"><xsl:value-of select="c:act"/> s.<xsl:value-of select="c:section"/></span>
  </xsl:template>

  <xsl:template match="c:authority | c:nightPermission" mode="value">
    <xsl:apply-templates select="c:kind" mode="value"/>
    <xsl:variable name="paper" select="key('record', c:document/@to)"/>
    <xsl:variable name="same" select="$paper/c:number = c:number"/>
    <xsl:if test="c:number">
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="$same"><xsl:apply-templates select="c:document" mode="value"/></xsl:when>
        <xsl:otherwise><span class="code"><xsl:value-of select="c:number"/></span></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
    <xsl:for-each select="c:provision">
      <xsl:choose>
        <xsl:when test="position() = 1"><xsl:text> </xsl:text></xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="." mode="value"/>
    </xsl:for-each>
    <xsl:if test="c:date">, <xsl:apply-templates select="c:date" mode="value"/></xsl:if>
    <xsl:if test="c:issuer">, by <xsl:apply-templates select="c:issuer" mode="value"/></xsl:if>
    <xsl:if test="c:text">: <xsl:apply-templates select="c:text" mode="text"/></xsl:if>
    <xsl:if test="c:document and not($same)"> (<xsl:apply-templates select="c:document" mode="value"/>)</xsl:if>
  </xsl:template>

  <xsl:template match="c:attestation | c:countersignature | c:labelSigned | c:receivedAttestation
      | c:releasedAttestation | c:signature[c:means]" mode="value">
    <xsl:choose>
      <xsl:when test="c:means = 'paper-signature'">signed on paper</xsl:when>
      <xsl:when test="c:means = 'thumb-impression'">thumb impression</xsl:when>
      <xsl:when test="c:means = 'account'">confirmed from the account <span class="code">
          <xsl:value-of select="c:account"/>
        </span>
      </xsl:when>
      <xsl:when test="c:means = 'key'">signed with a key</xsl:when>
      <xsl:otherwise><xsl:value-of select="c:means"/></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="c:signatory"> by <xsl:apply-templates select="c:signatory" mode="value"/></xsl:if>
    <xsl:text>, </xsl:text><xsl:apply-templates select="c:at" mode="value"/>
    <xsl:if test="c:document"> (<xsl:apply-templates select="c:document" mode="value"/>)</xsl:if>
    <xsl:for-each select="c:signature">
      <span class="note">key <code class="hash"><xsl:value-of select="c:key"/>
        </code>, signature <code class="hash"><xsl:value-of select="c:value"/>
        </code>
      </span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:delivery | c:copyGiven | c:occupantCopy | c:forwarded | c:reportSent" mode="value">
    <xsl:apply-templates select="c:recipient" mode="value"/>
    <xsl:text>, </xsl:text><xsl:apply-templates select="c:at" mode="value"/>
    <xsl:if test="c:means">, <xsl:apply-templates select="c:means" mode="value"/></xsl:if>
    <xsl:if test="c:refused = 'true'">, <strong>refused</strong></xsl:if>
    <xsl:if test="c:attestation">; <xsl:apply-templates select="c:attestation" mode="value"/></xsl:if>
    <xsl:if test="c:note">; <xsl:apply-templates select="c:note" mode="text"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:recording" mode="value">
    <xsl:apply-templates select="c:kind" mode="value"/>
    <xsl:if test="c:madeBy"> by <xsl:apply-templates select="c:madeBy" mode="value"/></xsl:if>
    <xsl:if test="c:device"> with <xsl:apply-templates select="c:device" mode="text"/></xsl:if>
    <xsl:if test="c:startedAt">, from <xsl:apply-templates select="c:startedAt" mode="value"/></xsl:if>
    <xsl:if test="c:endedAt"> to <xsl:apply-templates select="c:endedAt" mode="value"/></xsl:if>
    <xsl:if test="c:packet">, packet <span class="code"><xsl:value-of select="c:packet"/></span></xsl:if>
    <xsl:if test="c:exhibit">, held by exhibit <xsl:apply-templates select="c:exhibit" mode="value"/></xsl:if>
    <xsl:for-each select="c:file">
      <xsl:choose>
        <xsl:when test="position() = 1"><xsl:text>, in </xsl:text></xsl:when>
        <xsl:otherwise>, </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="." mode="value"/>
    </xsl:for-each>
    <xsl:for-each select="c:forwarded">; sent to <xsl:apply-templates select="." mode="value"/></xsl:for-each>
    <xsl:for-each select="c:digest">
      <span class="note"><xsl:apply-templates select="." mode="value"/></span>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:present" mode="value">
    <xsl:apply-templates select="c:person" mode="value"/>
    <xsl:text> (</xsl:text><xsl:apply-templates select="c:capacity" mode="value"/>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="c:calledWitness | c:attestingWitness" mode="value">
    <xsl:apply-templates select="c:person" mode="value"/>
    <xsl:if test="c:capacity">, <xsl:apply-templates select="c:capacity" mode="value"/></xsl:if>
    <xsl:if test="c:independent = 'true'">, independent</xsl:if>
    <xsl:if test="c:independent = 'false'">, not independent</xsl:if>
    <xsl:if test="c:local = 'true'">, of the locality</xsl:if>
    <xsl:if test="c:local = 'false'">, not of the locality</xsl:if>
    <xsl:if test="c:attestation">; <xsl:apply-templates select="c:attestation" mode="value"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:diaryEntry" mode="value">
    <span class="code"><xsl:value-of select="c:number"/></span>
    <xsl:if test="c:at">, <xsl:apply-templates select="c:at" mode="value"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:status[c:state]" mode="value">
    <xsl:apply-templates select="c:state" mode="value"/>
    <xsl:if test="c:since"> since <xsl:apply-templates select="c:since" mode="value"/></xsl:if>
    <xsl:if test="c:authority"> (<xsl:apply-templates select="c:authority" mode="value"/>)</xsl:if>
  </xsl:template>

  <xsl:template match="c:right[c:right]" mode="value">
    <xsl:call-template name="Word"><xsl:with-param name="token" select="c:right"/></xsl:call-template>
    <xsl:text>, </xsl:text><xsl:apply-templates select="c:at" mode="value"/>
    <xsl:text>, in </xsl:text><xsl:apply-templates select="c:language" mode="value"/>
  </xsl:template>

  <xsl:template match="c:otherNumber" mode="value">
    <xsl:apply-templates select="c:kind" mode="value"/><xsl:text> </xsl:text>
    <span class="code"><xsl:value-of select="c:value"/></span>
    <xsl:if test="c:year and not(contains(c:value, c:year))"> of <xsl:value-of select="c:year"/></xsl:if>
    <xsl:if test="c:agency">, <xsl:apply-templates select="c:agency" mode="value"/></xsl:if>
    <xsl:if test="c:at">, <xsl:apply-templates select="c:at" mode="value"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:otherMark" mode="value">
    <span class="code"><xsl:value-of select="c:mark"/></span>
    <xsl:text>, </xsl:text><xsl:apply-templates select="c:kind" mode="value"/>
    <xsl:if test="c:agency"> of <xsl:apply-templates select="c:agency" mode="value"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:contact" mode="value">
    <xsl:apply-templates select="c:kind" mode="value"/><xsl:text> </xsl:text>
    <span class="code"><xsl:value-of select="c:value"/></span>
  </xsl:template>

  <xsl:template match="c:identifier | c:paper" mode="value">
    <xsl:apply-templates select="c:kind" mode="value"/><xsl:text> </xsl:text>
    <span class="code"><xsl:value-of select="c:value | c:number"/></span>
    <xsl:if test="c:issuer">, by <xsl:apply-templates select="c:issuer" mode="value"/></xsl:if>
  </xsl:template>

  <!-- Fields that belong on one line, each with its name. -->
  <xsl:template match="c:device[*]" mode="value">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1">; </xsl:if>
      <span class="label">
        <xsl:choose>
          <xsl:when test="self::c:storedOn | self::c:identifier"/>
          <xsl:otherwise><xsl:apply-templates select="." mode="field"/><xsl:text> </xsl:text></xsl:otherwise>
        </xsl:choose>
      </span>
      <xsl:apply-templates select="." mode="value"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:digestReport" mode="value">
    <ul class="tight">
      <xsl:for-each select="c:digest | c:otherDigest">
        <li><xsl:apply-templates select="." mode="value"/></li>
      </xsl:for-each>
      <li>
        <xsl:choose>
          <xsl:when test="c:reportEnclosed = 'true'">hash report enclosed</xsl:when>
          <xsl:otherwise>hash report not enclosed</xsl:otherwise>
        </xsl:choose>
        <xsl:if test="c:report"> (<xsl:apply-templates select="c:report" mode="value"/>)</xsl:if>
      </li>
    </ul>
  </xsl:template>

  <xsl:template match="c:age" mode="value">
    <xsl:choose>
      <xsl:when test="c:birthDate">born <xsl:apply-templates select="c:birthDate" mode="value"/></xsl:when>
      <xsl:when test="c:atLeast = c:atMost"><xsl:value-of select="c:atLeast"/> years</xsl:when>
      <xsl:when test="c:atLeast and c:atMost">
        <xsl:value-of select="c:atLeast"/> to <xsl:value-of select="c:atMost"/> years</xsl:when>
      <xsl:when test="c:atLeast">at least <xsl:value-of select="c:atLeast"/> years</xsl:when>
      <xsl:when test="c:atMost">at most <xsl:value-of select="c:atMost"/> years</xsl:when>
    </xsl:choose>
    <xsl:if test="c:asOf"> on <xsl:apply-templates select="c:asOf" mode="value"/></xsl:if>
    <xsl:text> (</xsl:text><xsl:apply-templates select="c:basis" mode="value"/>
    <xsl:for-each select="c:document | c:examination">, <xsl:apply-templates select="." mode="value"/>
    </xsl:for-each>
    <xsl:text>)</xsl:text>
  </xsl:template>

  <xsl:template match="c:address" mode="value">
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="self::c:district">district <xsl:apply-templates select="." mode="text"/></xsl:when>
        <xsl:when test="@language"><xsl:apply-templates select="." mode="text"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="c:quantity" mode="value">
    <xsl:value-of select="c:amount"/><xsl:text> </xsl:text>
    <xsl:choose>
      <xsl:when test="c:amount = 1"><xsl:value-of select="c:unit"/></xsl:when>
      <xsl:when test="c:unit = 'box'">boxes</xsl:when>
      <xsl:when test="c:unit = 'leaf'">leaves</xsl:when>
      <xsl:when test="c:unit = 'piece' or c:unit = 'sheet' or c:unit = 'note' or c:unit = 'spot' or c:unit = 'packet'
          or c:unit = 'bottle' or c:unit = 'item' or c:unit = 'page'"><xsl:value-of select="c:unit"/>s</xsl:when>
      <xsl:otherwise><xsl:value-of select="c:unit"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="c:value[c:currency]" mode="value">
    <xsl:value-of select="c:currency"/><xsl:text>&#160;</xsl:text>
    <xsl:call-template name="grouped">
      <xsl:with-param name="n" select="substring-before(concat(c:amount, '.'), '.')"/>
    </xsl:call-template>
    <xsl:if test="contains(c:amount, '.')">.<xsl:value-of select="substring-after(c:amount, '.')"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:part[c:exhibit]" mode="value">
    <xsl:apply-templates select="c:exhibit" mode="value"/>
    <xsl:if test="c:quantity">, <xsl:apply-templates select="c:quantity" mode="value"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:specimenSeal[c:seal]" mode="value">
    <span class="code"><xsl:value-of select="c:seal"/></span>
    <xsl:if test="c:impression">, <xsl:apply-templates select="c:impression" mode="text"/></xsl:if>
    <xsl:if test="c:holder">, kept by <xsl:apply-templates select="c:holder" mode="value"/></xsl:if>
    <xsl:if test="c:exhibit">, on <xsl:apply-templates select="c:exhibit" mode="value"/></xsl:if>
    <xsl:if test="c:document"> (<xsl:apply-templates select="c:document" mode="value"/>)</xsl:if>
  </xsl:template>

  <xsl:template match="c:reported" mode="value">
    <xsl:text>by </xsl:text><xsl:apply-templates select="c:source" mode="value"/>
    <xsl:if test="c:finding">
      <xsl:text>; recorded although </xsl:text>
      <xsl:for-each select="c:finding">
        <xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="."/></code>
      </xsl:for-each>
      <xsl:text> was found</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:disclosure" mode="value">
    <xsl:apply-templates select="c:status" mode="value"/>
    <xsl:if test="c:schedule">, schedule <xsl:value-of select="c:schedule"/></xsl:if>
    <xsl:if test="c:item"> item <xsl:value-of select="c:item"/></xsl:if>
    <xsl:if test="c:assistsDefence = 'true'">, might help the defence</xsl:if>
    <xsl:if test="c:assistsDefence = 'false'">, is not thought to help the defence</xsl:if>
    <xsl:if test="c:reason">: <xsl:apply-templates select="c:reason" mode="text"/></xsl:if>
  </xsl:template>

  <xsl:template match="c:coordinates" mode="value">
    <xsl:value-of select="c:latitude"/>, <xsl:value-of select="c:longitude"/>
    <xsl:if test="c:accuracyMetres"> (within <xsl:value-of select="c:accuracyMetres"/> m)</xsl:if>
  </xsl:template>

  <xsl:template match="c:publicPlace" mode="value">
    <xsl:apply-templates select="c:description" mode="text"/>
    <xsl:text>, </xsl:text><xsl:value-of select="c:distanceMetres"/><xsl:text> m away</xsl:text>
  </xsl:template>

  <xsl:template match="c:met | c:trigger" mode="value">
    <xsl:apply-templates select="c:ref" mode="value"/>
  </xsl:template>

  <xsl:template match="c:digest | c:digestBefore | c:digestAfter" mode="value">
    <xsl:variable name="algorithm" select="substring-after(@algorithm, '#')"/>
    <xsl:choose>
      <xsl:when test="starts-with($algorithm, 'sha1')">SHA-1</xsl:when>
      <xsl:when test="starts-with($algorithm, 'sha')">SHA-<xsl:value-of select="substring($algorithm, 4)"/>
      </xsl:when>
      <xsl:when test="$algorithm = 'md5'">MD5</xsl:when>
      <xsl:otherwise><xsl:value-of select="@algorithm"/></xsl:otherwise>
    </xsl:choose>
    <xsl:text> </xsl:text><code class="hash"><xsl:value-of select="."/></code>
  </xsl:template>

  <xsl:template match="c:otherDigest" mode="value">
    <xsl:value-of select="c:algorithm"/>
    <xsl:text> </xsl:text>
    <code class="hash">
      <xsl:value-of select="c:value"/>
    </code>
  </xsl:template>

  <xsl:template match="c:leaf | c:root | c:envelope/* | c:signature/c:value" mode="value">
    <code class="hash"><xsl:value-of select="."/></code>
  </xsl:template>

  <xsl:template match="c:cosignature" mode="value"><pre><xsl:value-of select="."/></pre></xsl:template>

  <xsl:template match="c:originalPath | c:path" mode="value">
    <span class="code path">
      <xsl:value-of select="."/>
    </span>
  </xsl:template>

  <xsl:template match="c:paragraph[c:text]" mode="value">
    <span class="no"><xsl:value-of select="c:number"/></span><xsl:text> </xsl:text>
    <xsl:apply-templates select="c:text" mode="text"/>
    <xsl:call-template name="excluded"/>
  </xsl:template>

  <xsl:template match="c:extensions" mode="value">
    <xsl:value-of select="count(*)"/> element(s) that another program added:
    <xsl:for-each select="*">
      <xsl:if test="position() &gt; 1">, </xsl:if><code><xsl:value-of select="local-name()"/></code>
    </xsl:for-each>
  </xsl:template>

  <!-- ─── plain values ─── -->

  <xsl:template match="c:accuracyMetres | c:atLeast | c:atMost | c:count | c:distanceMetres | c:item | c:itemCount
      | c:makerAge | c:page | c:pages | c:position | c:recordVersion | c:sequence | c:year | c:timeZone | c:amount"
      mode="value">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="c:jurisdiction" mode="value">
    <xsl:choose>
      <xsl:when test=". = 'in'">India</xsl:when>
      <xsl:when test=". = 'ew'">England and Wales</xsl:when>
      <xsl:otherwise><span class="code"><xsl:value-of select="."/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Codes by their type, words by their look. -->
  <xsl:template match="c:limb | c:majorHead | c:minorHead | c:unit | c:schedule" mode="value">
    <xsl:value-of select="."/>
  </xsl:template>

  <xsl:template match="c:excludedMinutes | c:journeyMinutes" mode="value">
    <xsl:value-of select="."/> min</xsl:template>

  <xsl:template match="c:size" mode="value">
    <xsl:call-template name="bytes"><xsl:with-param name="n" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:administered | c:admittedCorrect | c:assistsDefence | c:betweenSunsetAndSunrise | c:byVideo
      | c:given | c:identificationWorn | c:inWriting | c:independent | c:keptOvernight | c:lawfulControl | c:local
      | c:recorderInUniform | c:refused | c:regularUse | c:reportEnclosed | c:sealIntact | c:sealMatches | c:sealable
      | c:sensitive | c:signOfAbuse | c:sworn | c:voluntary | c:workingProperly | c:received/c:specimenSeal"
      mode="value">
    <xsl:choose>
      <xsl:when test=". = 'true'">yes</xsl:when>
      <xsl:when test=". = 'false'">no</xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- On the list of safeguards, where the field's name is not there. -->
  <xsl:template match="c:arrest/c:betweenSunsetAndSunrise" mode="value">
    <xsl:choose>
      <xsl:when test=". = 'true'">yes</xsl:when>
      <xsl:otherwise>no</xsl:otherwise>
    </xsl:choose>
    <xsl:if test=". = 'true' and not(../c:nightPermission)">
      <xsl:text>, no permission recorded (it is wanted for a woman: BNSS s.43(5))</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="c:action | c:basis | c:bearing | c:capacity | c:category | c:control | c:decision[not(@language)]
      | c:direction | c:event | c:evidenceType | c:form | c:join | c:kind | c:manner | c:means | c:nature
      | c:appointment/c:office | c:rank | c:right[not(*)] | c:role | c:sex | c:stage | c:state[not(@language)]
      | c:status[not(*)] | c:storedOn | c:certificate/c:part" mode="value">
    <xsl:call-template name="word"><xsl:with-param name="token" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:fromLanguage | c:language | c:languageSpoken | c:languageWritten" mode="value">
    <xsl:call-template name="language-name"><xsl:with-param name="tag" select="."/></xsl:call-template>
  </xsl:template>

  <xsl:template match="c:accessedAt | c:answeredAt | c:arrivedAt | c:asOf | c:at | c:authorisedAt | c:birthDate
      | c:closedAt | c:createdAt | c:date | c:due | c:endedAt | c:expectedAt | c:extendedTo | c:from | c:givenAt
      | c:groundsRecordedAt | c:metAt | c:modifiedAt | c:openedAt | c:orderedAt | c:preparedAt | c:producedAt
      | c:receivedAt | c:reflectionFrom | c:registeredAt | c:removedAt | c:reportedAt | c:requestedAt | c:runsFrom
      | c:seizedAt | c:sentToCourtAt | c:servedAt | c:signedAt | c:since | c:solicitorRequestedAt | c:startedAt
      | c:statusAt | c:translatedAt | c:until" mode="value">
    <xsl:if test="@approximate = 'true'">about </xsl:if>
    <xsl:call-template name="moment"><xsl:with-param name="text" select="."/></xsl:call-template>
  </xsl:template>

  <!-- ─── the same without mark-up, for the picture ─── -->

  <xsl:template match="*" mode="plain">
    <xsl:choose>
      <xsl:when test="@to and key('record', @to)[not(self::c:withheld)]">
        <xsl:variable name="label">
          <xsl:apply-templates select="key('record', @to)[1]" mode="label"/>
        </xsl:variable>
        <xsl:value-of select="$label"/>
      </xsl:when>
      <xsl:when test="@to">a record not shown</xsl:when>
      <xsl:otherwise>
        <xsl:if test="@approximate = 'true'">about </xsl:if>
        <xsl:call-template name="moment-text"><xsl:with-param name="text" select="."/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The label of what a reference points to, where a link stands around it already. -->
  <xsl:template match="*" mode="name-of">
    <xsl:choose>
      <xsl:when test="key('record', @to)[not(self::c:withheld)]">
        <xsl:apply-templates select="key('record', @to)[1]" mode="label"/>
      </xsl:when>
      <xsl:otherwise>a record not shown</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ═══ 8  The words ═════════════════════════════════════════════════════════════════════════════════════ -->

  <!-- What a record is called where something refers to it. -->
  <xsl:template match="*" mode="label">
    <xsl:call-template name="Word"><xsl:with-param name="token" select="local-name()"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="c:case" mode="label"><xsl:value-of select="c:number"/></xsl:template>
  <xsl:template match="c:exhibit" mode="label"><xsl:value-of select="c:mark"/></xsl:template>
  <xsl:template match="c:file" mode="label"><xsl:value-of select="c:name"/></xsl:template>
  <xsl:template match="c:agency | c:place" mode="label">
    <xsl:apply-templates select="c:name[1]" mode="words"/>
  </xsl:template>
  <xsl:template match="c:incident" mode="label">
    <xsl:apply-templates select="c:title" mode="words"/>
  </xsl:template>
  <xsl:template match="c:person" mode="label">
    <xsl:choose>
      <xsl:when test="c:pseudonym"><xsl:value-of select="c:pseudonym"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="c:name[1]" mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:party" mode="label">
    <xsl:if test="c:code"><xsl:value-of select="c:code"/><xsl:text> </xsl:text></xsl:if>
    <xsl:apply-templates select="c:person | c:agency" mode="name-of"/>
  </xsl:template>
  <xsl:template match="c:document" mode="label">
    <xsl:choose>
      <xsl:when test="c:number"><xsl:value-of select="c:number"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="c:title" mode="words"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:search" mode="label">
    <xsl:call-template name="Word">
      <xsl:with-param name="token" select="concat('search.', c:kind)"/>
    </xsl:call-template>
    <xsl:text>, </xsl:text><xsl:apply-templates select="c:place" mode="name-of"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="day">
      <xsl:with-param name="text" select="c:startedAt"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="c:arrest" mode="label">
    <xsl:text>Arrest of </xsl:text><xsl:apply-templates select="c:accused" mode="name-of"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="day">
      <xsl:with-param name="text" select="c:at"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="c:statement" mode="label">
    <xsl:text>Statement of </xsl:text><xsl:apply-templates select="c:maker" mode="name-of"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="day">
      <xsl:with-param name="text" select="c:startedAt"/>
    </xsl:call-template>
    <xsl:choose>
      <xsl:when test="starts-with(c:kind, 's183')"> (before a magistrate)</xsl:when>
      <xsl:when test="c:kind = 's180'"> (to the police)</xsl:when>
      <xsl:when test="c:kind = 'informant'"> (first information)</xsl:when>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:translation" mode="label">
    <xsl:text>Translation into </xsl:text><xsl:apply-templates select="c:language" mode="value"/>
    <xsl:text> of </xsl:text>
    <xsl:for-each select="key('record', c:statement/@to | c:document/@to)">
      <xsl:choose>
        <xsl:when test="self::c:statement">the statement of <xsl:apply-templates select="c:maker" mode="name-of"/>
        </xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="label"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="c:examination" mode="label">
    <xsl:call-template name="Word">
      <xsl:with-param name="token" select="concat('examination.', c:kind)"/>
    </xsl:call-template>
    <xsl:text> of </xsl:text>
    <xsl:for-each select="c:examinee | c:exhibit[position() &lt; 5]">
      <xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="name-of"/>
    </xsl:for-each>
    <xsl:if test="c:exhibit[5]"> and others</xsl:if>
    <xsl:if test="c:laboratoryNumber">, <xsl:value-of select="c:laboratoryNumber"/></xsl:if>
  </xsl:template>
  <xsl:template match="c:certificate" mode="label">
    <xsl:text>Certificate, </xsl:text>
    <xsl:apply-templates select="c:part" mode="value"/>
    <xsl:text>, of </xsl:text><xsl:apply-templates select="c:certifier" mode="name-of"/>
    <xsl:if test="c:exhibit"> for </xsl:if>
    <xsl:for-each select="c:exhibit[position() &lt; 5]">
      <xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="name-of"/>
    </xsl:for-each>
    <xsl:if test="c:exhibit[5]"> and others</xsl:if>
  </xsl:template>
  <xsl:template match="c:charge" mode="label">
    <xsl:for-each select="key('record', c:accused/@to)">
      <xsl:choose>
        <xsl:when test="c:code"><xsl:value-of select="c:code"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="." mode="label"/></xsl:otherwise>
      </xsl:choose>
      <xsl:text>, </xsl:text>
    </xsl:for-each>
    <xsl:value-of select="c:provision/c:act"/> s.<xsl:value-of select="c:provision/c:section"/>
    <xsl:if test="c:limb">, limb <xsl:value-of select="c:limb"/></xsl:if>
  </xsl:template>
  <xsl:template match="c:element" mode="label">
    <xsl:apply-templates select="key('record', c:charge/@to)[self::c:charge]" mode="label"/>
    <xsl:text>: </xsl:text><xsl:apply-templates select="c:text" mode="words"/>
  </xsl:template>
  <xsl:template match="c:proof" mode="label">
    <xsl:text>Proof by </xsl:text>
    <xsl:apply-templates select="c:exhibit | c:file | c:statement | c:arrest | c:examination | c:document
        | c:certificate" mode="name-of"/>
  </xsl:template>
  <xsl:template match="c:custodyEvent" mode="label">
    <xsl:apply-templates select="c:exhibit" mode="name-of"/>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="word">
      <xsl:with-param name="token" select="concat('event.', c:event)"/>
    </xsl:call-template>
    <xsl:text>, </xsl:text>
    <xsl:call-template name="day">
      <xsl:with-param name="text" select="c:at"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="c:deadline" mode="label">
    <xsl:choose>
      <xsl:when test="c:title"><xsl:apply-templates select="c:title" mode="words"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="c:rule"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:answer[@id]" mode="label">Answer to <xsl:value-of select="c:rule"/></xsl:template>
  <xsl:template match="c:decision[@id]" mode="label">Decision about <xsl:apply-templates select="c:ref"
      mode="word"/>
  </xsl:template>
  <xsl:template match="c:access" mode="label">Use of identities (<xsl:apply-templates select="c:action"
      mode="value"/>)</xsl:template>
  <xsl:template match="c:edition" mode="label">
    <xsl:choose>
      <xsl:when test="c:title"><xsl:apply-templates select="c:title" mode="words"/></xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="Word"><xsl:with-param name="token" select="c:name"/>
        </xsl:call-template> edition</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="c:bundle" mode="label"><xsl:value-of select="c:fileName"/></xsl:template>
  <xsl:template match="c:receipt" mode="label">
    <xsl:text>Receipt of </xsl:text><xsl:apply-templates select="c:source" mode="name-of"/>
  </xsl:template>
  <xsl:template match="c:identity" mode="label">Identity of <xsl:apply-templates select="c:person" mode="name-of"/>
  </xsl:template>

  <!-- A text as a label: with its language, and without links, since it becomes one. What it refers to is called by
       its shortest name, so that labels cannot go round in a circle. -->
  <xsl:template match="*" mode="words">
    <xsl:choose>
      <xsl:when test="starts-with(@language, 'en')">
        <xsl:apply-templates select="text() | *" mode="word"/>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:call-template name="language"><xsl:with-param name="tag" select="@language"/></xsl:call-template>
          <xsl:apply-templates select="text() | *" mode="word"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="text()" mode="word"><xsl:value-of select="."/></xsl:template>
  <xsl:template match="*" mode="word">
    <xsl:for-each select="key('record', @to)[1]">
      <xsl:variable name="short" select="(c:mark | c:pseudonym | c:code | c:number | c:name | c:title)[1]"/>
      <xsl:value-of select="$short"/>
      <xsl:if test="not($short)">another record</xsl:if>
    </xsl:for-each>
    <xsl:if test="not(key('record', @to))">another record</xsl:if>
  </xsl:template>

  <!-- The name of a field. First those that a rule would name badly, then the rule. -->
  <xsl:template match="c:at" mode="field">When</xsl:template>
  <xsl:template match="c:arrest/c:at" mode="field">Arrested</xsl:template>
  <xsl:template match="c:accessedAt" mode="field">Last opened</xsl:template>
  <xsl:template match="c:alias" mode="field">Also known as</xsl:template>
  <xsl:template match="c:agency" mode="field">Agency</xsl:template>
  <xsl:template match="c:answeredAt" mode="field">Answered</xsl:template>
  <xsl:template match="c:arrivedAt" mode="field">Arrived</xsl:template>
  <xsl:template match="c:asOf" mode="field">On</xsl:template>
  <xsl:template match="c:attestingWitness" mode="field">Attested by</xsl:template>
  <xsl:template match="c:authorisedAt" mode="field">Detention authorised</xsl:template>
  <xsl:template match="c:authorisedGrounds" mode="field">On the grounds</xsl:template>
  <xsl:template match="c:calledWitness" mode="field">Witnesses called</xsl:template>
  <xsl:template match="c:caution" mode="field">Caution given</xsl:template>
  <xsl:template match="c:claimedOwner" mode="field">Said to belong to</xsl:template>
  <xsl:template match="c:closedAt" mode="field">Closed</xsl:template>
  <xsl:template match="c:consentingPerson" mode="field">Consent by</xsl:template>
  <xsl:template match="c:control" mode="field">Certifier's hold on it</xsl:template>
  <xsl:template match="c:copyGiven" mode="field">Free copy given to</xsl:template>
  <xsl:template match="c:countersignature" mode="field">Countersigned by the arrested person</xsl:template>
  <xsl:template match="c:custodyStated" mode="field">States the custody of</xsl:template>
  <xsl:template match="c:createdAt" mode="field">Created</xsl:template>
  <xsl:template match="c:delayReason" mode="field">Why it came late</xsl:template>
  <xsl:template match="c:delivery" mode="field">Served on or sent to</xsl:template>
  <xsl:template match="c:derivedFrom" mode="field">Made from</xsl:template>
  <xsl:template match="c:diaryEntry" mode="field">General diary</xsl:template>
  <xsl:template match="c:digest" mode="field">Digest</xsl:template>
  <xsl:template match="c:digestAfter" mode="field">Digest after</xsl:template>
  <xsl:template match="c:digestBefore" mode="field">Digest before</xsl:template>
  <xsl:template match="c:digestReport" mode="field">Hash values</xsl:template>
  <xsl:template match="c:endedAt" mode="field">Ended</xsl:template>
  <xsl:template match="c:policeCustody/c:endedAt" mode="field">Detention ended</xsl:template>
  <xsl:template match="c:evidenceType" mode="field">Is to prove</xsl:template>
  <xsl:template match="c:examination" mode="field">Examination</xsl:template>
  <xsl:template match="c:exhibit" mode="field">Exhibit</xsl:template>
  <xsl:template match="c:certificate/c:exhibit" mode="field">Covers the exhibits</xsl:template>
  <xsl:template match="c:certificate/c:file" mode="field">Covers the files</xsl:template>
  <xsl:template match="c:examination/c:exhibit" mode="field">Exhibits examined</xsl:template>
  <xsl:template match="c:document/c:exhibit" mode="field">Became the exhibit</xsl:template>
  <xsl:template match="c:excludedMinutes" mode="field">Does not count</xsl:template>
  <xsl:template match="c:expectedAt" mode="field">Report expected</xsl:template>
  <xsl:template match="c:extendedTo" mode="field">Extended to</xsl:template>
  <xsl:template match="c:extension" mode="field">Detention extended</xsl:template>
  <xsl:template match="c:extensions" mode="field">Additions</xsl:template>
  <xsl:template match="c:form" mode="field">Original or copy</xsl:template>
  <xsl:template match="c:forwarded" mode="field">Sent to</xsl:template>
  <xsl:template match="c:foundAt" mode="field">Found</xsl:template>
  <xsl:template match="c:from" mode="field">From</xsl:template>
  <xsl:template match="c:fromAgency" mode="field">From</xsl:template>
  <xsl:template match="c:toAgency" mode="field">To</xsl:template>
  <xsl:template match="c:given" mode="field">Given</xsl:template>
  <xsl:template match="c:givenAt" mode="field">Given</xsl:template>
  <xsl:template match="c:groundsRecordedAt" mode="field">Grounds recorded</xsl:template>
  <xsl:template match="c:groundsRecorder" mode="field">Grounds recorded by</xsl:template>
  <xsl:template match="c:history" mode="field">What was told to the examiner</xsl:template>
  <xsl:template match="c:holder" mode="field">Held by</xsl:template>
  <xsl:template match="c:identificationWorn" mode="field">Officer's identification visible</xsl:template>
  <xsl:template match="c:informed" mode="field">Informed</xsl:template>
  <xsl:template match="c:informedAgency | c:informedPerson" mode="field">Who was told</xsl:template>
  <xsl:template match="c:inWriting" mode="field">Given in writing</xsl:template>
  <xsl:template match="c:interpreter[c:interpreter]" mode="field">Through an interpreter</xsl:template>
  <xsl:template match="c:invoked" mode="field">First registered under</xsl:template>
  <xsl:template match="c:issuer" mode="field">Issued by</xsl:template>
  <xsl:template match="c:itemCount" mode="field">Number of items</xsl:template>
  <xsl:template match="c:keptOvernight" mode="field">Kept at the station overnight</xsl:template>
  <xsl:template match="c:labelSigned" mode="field">Label signed</xsl:template>
  <xsl:template match="c:laboratoryNumber" mode="field">Its own number there</xsl:template>
  <xsl:template match="c:languageSpoken" mode="field">Spoken in</xsl:template>
  <xsl:template match="c:person/c:languageSpoken" mode="field">Speaks</xsl:template>
  <xsl:template match="c:languageWritten" mode="field">Written down in</xsl:template>
  <xsl:template match="c:latenessReason" mode="field">Why it is late</xsl:template>
  <xsl:template match="c:leader" mode="field">Led by</xsl:template>
  <xsl:template match="c:local" mode="field">Of the locality</xsl:template>
  <xsl:template match="c:madeBy" mode="field">Made by</xsl:template>
  <xsl:template match="c:maker" mode="field">Statement of</xsl:template>
  <xsl:template match="c:makerAge" mode="field">Age, as stated</xsl:template>
  <xsl:template match="c:memorandum" mode="field">Magistrate's memorandum</xsl:template>
  <xsl:template match="c:metAt" mode="field">Done</xsl:template>
  <xsl:template match="c:modifiedAt" mode="field">Last modified</xsl:template>
  <xsl:template match="c:modus" mode="field">How it was done</xsl:template>
  <xsl:template match="c:examination/c:mark" mode="field">Marks of identification</xsl:template>
  <xsl:template match="c:nature" mode="field">Good for</xsl:template>
  <xsl:template match="c:case/c:number" mode="field">Number of the office</xsl:template>
  <xsl:template match="c:office" mode="field">Office</xsl:template>
  <xsl:template match="c:officer" mode="field">Other officers</xsl:template>
  <xsl:template match="c:openedAt" mode="field">Opened</xsl:template>
  <xsl:template match="c:orderedAt" mode="field">Ordered</xsl:template>
  <xsl:template match="c:originalPath" mode="field">Path at its source</xsl:template>
  <xsl:template match="c:otherMark" mode="field">Other marks</xsl:template>
  <xsl:template match="c:otherNumber" mode="field">Other numbers</xsl:template>
  <xsl:template match="c:packet" mode="field">Packet number (SID)</xsl:template>
  <xsl:template match="c:parentAccused" mode="field">Acted under</xsl:template>
  <xsl:template match="c:parentAgency | c:parentPlace" mode="field">Part of</xsl:template>
  <xsl:template match="c:parentExhibit" mode="field">Taken from</xsl:template>
  <xsl:template match="c:part[c:exhibit]" mode="field">Exhibits that came of it</xsl:template>
  <xsl:template match="c:placeFrom" mode="field">From</xsl:template>
  <xsl:template match="c:placeTo" mode="field">To</xsl:template>
  <xsl:template match="c:preparedAt" mode="field">Made</xsl:template>
  <xsl:template match="c:present" mode="field">Present</xsl:template>
  <xsl:template match="c:producedAt" mode="field">Produced</xsl:template>
  <xsl:template match="c:producedBy" mode="field">To be produced by</xsl:template>
  <xsl:template match="c:publicPlace" mode="field">Public places near it</xsl:template>
  <xsl:template match="c:readOver" mode="field">Read over</xsl:template>
  <xsl:template match="c:reader" mode="field">Read by</xsl:template>
  <xsl:template match="c:received" mode="field">How they arrived</xsl:template>
  <xsl:template match="c:receivedAt" mode="field">Received</xsl:template>
  <xsl:template match="c:receivedAttestation" mode="field">Receiver</xsl:template>
  <xsl:template match="c:releasedAttestation" mode="field">Releaser</xsl:template>
  <xsl:template match="c:receivedBy" mode="field">Received by</xsl:template>
  <xsl:template match="c:releasedBy" mode="field">Released by</xsl:template>
  <xsl:template match="c:recorder" mode="field">Recorded by</xsl:template>
  <xsl:template match="c:recorderInUniform" mode="field">Recorder in uniform</xsl:template>
  <xsl:template match="c:recordingFault" mode="field">What the recording lacks</xsl:template>
  <xsl:template match="c:ref" mode="field">Concerns</xsl:template>
  <xsl:template match="c:reflectionFrom" mode="field">Time to reflect since</xsl:template>
  <xsl:template match="c:registeredAt" mode="field">Registered</xsl:template>
  <xsl:template match="c:relation" mode="field">Relation</xsl:template>
  <xsl:template match="c:removed" mode="field">Brought out</xsl:template>
  <xsl:template match="c:removedAt" mode="field">Brought out</xsl:template>
  <xsl:template match="c:reportedAt" mode="field">Report given out</xsl:template>
  <xsl:template match="c:reportSent" mode="field">Report sent to</xsl:template>
  <xsl:template match="c:requestedAt" mode="field">Asked for</xsl:template>
  <xsl:template match="c:requester" mode="field">Asked for by</xsl:template>
  <xsl:template match="c:result" mode="field">What came of it</xsl:template>
  <xsl:template match="c:runsFrom" mode="field">Runs from</xsl:template>
  <xsl:template match="c:sealable" mode="field">Travels sealed</xsl:template>
  <xsl:template match="c:sealAfter" mode="field">Seal after</xsl:template>
  <xsl:template match="c:sealBefore" mode="field">Seal before</xsl:template>
  <xsl:template match="c:sealHolder" mode="field">The seal is kept by</xsl:template>
  <xsl:template match="c:sealIntact" mode="field">Seal whole</xsl:template>
  <xsl:template match="c:sealMatches" mode="field">Seal as the specimen</xsl:template>
  <xsl:template match="c:searcher" mode="field">Searched by</xsl:template>
  <xsl:template match="c:seizedAt" mode="field">Seized or handed over</xsl:template>
  <xsl:template match="c:seizedFrom" mode="field">From</xsl:template>
  <xsl:template match="c:sentToCourtAt" mode="field">Sent to the magistrate</xsl:template>
  <xsl:template match="c:sequence" mode="field">Number in the register</xsl:template>
  <xsl:template match="c:servedAt" mode="field">Served</xsl:template>
  <xsl:template match="c:signedAt" mode="field">Signed</xsl:template>
  <xsl:template match="c:signedIn" mode="field">Signed at</xsl:template>
  <xsl:template match="c:signOfAbuse" mode="field">Signs of sexual abuse (ITPA s.6(2A))</xsl:template>
  <xsl:template match="c:startedAt" mode="field">Began</xsl:template>
  <xsl:template match="c:search/c:startedAt" mode="field">Place entered</xsl:template>
  <xsl:template match="c:statusAt" mode="field">Since</xsl:template>
  <xsl:template match="c:storedOn" mode="field">What it is</xsl:template>
  <xsl:template match="c:supplements" mode="field">Adds to</xsl:template>
  <xsl:template match="c:supportNeed" mode="field">Needs</xsl:template>
  <xsl:template match="c:surrenderedTo" mode="field">Surrendered to</xsl:template>
  <xsl:template match="c:sworn" mode="field">On oath</xsl:template>
  <xsl:template match="c:toAgency" mode="field">To</xsl:template>
  <xsl:template match="c:transfer" mode="field">Moves of the investigation</xsl:template>
  <xsl:template match="c:translatedAt" mode="field">Translated</xsl:template>
  <xsl:template match="c:witness" mode="field">Witnesses</xsl:template>
  <xsl:template match="c:witnessAbsence" mode="field">Why there were fewer witnesses</xsl:template>

  <!-- modifiedAt would become "Modified at". -->
  <xsl:template match="*" mode="field">
    <xsl:variable name="name" select="local-name()"/>
    <xsl:value-of select="translate(substring($name, 1, 1), $lower, $upper)"/>
    <xsl:choose>
      <xsl:when test="translate($name, $upper, '') = $name">
        <xsl:value-of select="substring($name, 2)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="spread">
          <xsl:with-param name="text" select="substring($name, 2)"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz'"/>
  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>

  <!-- camelCase as words. -->
  <xsl:template name="spread">
    <xsl:param name="text"/>
    <xsl:variable name="small" select="translate($text, $upper, '~~~~~~~~~~~~~~~~~~~~~~~~~~')"/>
    <xsl:choose>
      <xsl:when test="contains($small, '~')">
        <xsl:variable name="before" select="substring-before($small, '~')"/>
        <xsl:value-of select="$before"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="translate(substring($text, string-length($before) + 1, 1), $upper, $lower)"/>
        <xsl:call-template name="spread">
          <xsl:with-param name="text" select="substring($text, string-length($before) + 2)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A token as words: its dashes become spaces, but for what has a name of its own. -->
  <xsl:variable name="words" select="concat(
      '|event.seize=seized|event.receive=received|event.seal=sealed|event.unseal=seal opened|event.reseal=resealed',
      '|event.transfer-out=sent out|event.transfer-in=came in|event.deposit=put into store',
      '|event.withdraw=taken from store|event.examine=examined|event.copy=copied|event.split=split',
      '|event.produce=produced in court|event.return=returned|event.dispose=disposed of',
      '|search.raid=raid|search.premises=search of premises|search.vehicle=search of a vehicle',
      '|search.person=search of a person|search.scene=search of the scene',
      '|examination.dna=DNA examination|examination.digital-forensic=digital examination',
      '|examination.ossification=ossification test|examination.medical=medical examination',
      '|examination.handwriting=handwriting examination',
      '|s180=statement to the police (BNSS s.180)|s183-statement=statement before a magistrate (BNSS s.183)',
      '|s183-confession=confession before a magistrate (BNSS s.183)|mg11=witness statement (MG11)',
      '|part-a=Part A|part-b=Part B|fir=FIR|zero-fir=zero FIR|urn=URN|imei=IMEI|iccid=ICCID|uin=UIN|uid=UID|mac=MAC',
      '|cloud-id=cloud ID|dvr=DVR|cd-dvd=CD or DVD|mobile=mobile phone|dna=DNA|ngo=NGO|custodyEvent=custody event',
      '|relied-on=relied on|withheld-part=a part is withheld|own-knowledge=own knowledge of the police',
      '|exhibit-photograph=photograph of the exhibit|audio-video=audio and video|eye-witness=eye-witness|')"/>

  <xsl:template name="word">
    <xsl:param name="token"/>
    <xsl:variable name="own" select="substring-before(substring-after($words, concat('|', $token, '=')), '|')"/>
    <xsl:choose>
      <xsl:when test="$own != ''"><xsl:value-of select="$own"/></xsl:when>
      <xsl:when test="starts-with($token, 'event.')">
        <xsl:value-of select="translate(substring($token, 7), '-', ' ')"/>
      </xsl:when>
      <xsl:when test="starts-with($token, 'search.')">
        <xsl:text>search (</xsl:text>
        <xsl:value-of select="translate(substring($token, 8), '-', ' ')"/>
        <xsl:text>)</xsl:text>
      </xsl:when>
      <xsl:when test="starts-with($token, 'examination.')">
        <xsl:value-of select="translate(substring($token, 13), '-', ' ')"/> examination</xsl:when>
      <xsl:otherwise><xsl:value-of select="translate($token, '-', ' ')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="Word">
    <xsl:param name="token"/>
    <xsl:variable name="word">
      <xsl:call-template name="word">
        <xsl:with-param name="token" select="$token"/>
      </xsl:call-template>
    </xsl:variable>
    <xsl:value-of select="translate(substring($word, 1, 1), $lower, $upper)"/>
    <xsl:value-of select="substring($word, 2)"/>
  </xsl:template>

  <xsl:variable name="languages" select="concat(
      ' as=Assamese ar=Arabic bho=Bhojpuri bn=Bengali brx=Bodo cy=Welsh de=German doi=Dogri en=English es=Spanish',
      ' fa=Persian fr=French gu=Gujarati hi=Hindi kn=Kannada kok=Konkani ks=Kashmiri mai=Maithili ml=Malayalam',
      ' mni=Manipuri mr=Marathi my=Burmese ne=Nepali or=Odia pa=Punjabi pl=Polish ps=Pashto pt=Portuguese',
      ' ro=Romanian ru=Russian sa=Sanskrit sat=Santali sd=Sindhi si=Sinhala so=Somali ta=Tamil te=Telugu',
      ' tr=Turkish uk=Ukrainian ur=Urdu vi=Vietnamese zh=Chinese ')"/>

  <xsl:template name="language-name">
    <xsl:param name="tag"/>
    <xsl:variable name="main" select="substring-before(concat($tag, '-'), '-')"/>
    <xsl:variable name="name" select="substring-before(substring-after($languages, concat(' ', $main, '=')), ' ')"/>
    <xsl:choose>
      <xsl:when test="$name = ''"><span class="code"><xsl:value-of select="$tag"/></span></xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$name"/>
        <xsl:if test="contains($tag, '-')"> (<xsl:value-of select="$tag"/>)</xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="count">
    <xsl:param name="n"/>
    <xsl:param name="one"/>
    <xsl:value-of select="$n"/><xsl:text> </xsl:text><xsl:value-of select="$one"/>
    <xsl:if test="$n != 1">s</xsl:if>
  </xsl:template>

  <!-- ═══ 9  Time, order, size ═════════════════════════════════════════════════════════════════════════════ -->

  <!-- Each month in ten places. -->
  <xsl:variable name="months" select="concat('January   February  March     April     May       June      ',
      'July      August    September October   November  December  ')"/>

  <!-- A moment as exactly as it was given, its zone with it, and never in another zone. -->
  <xsl:template name="moment">
    <xsl:param name="text"/>
    <xsl:variable name="bare" select="substring($text, 1, string-length($text) - 6 + 5 * contains($text, 'Z'))"/>
    <xsl:variable name="datetime"
        select="concat($bare, substring(substring-after($text, $bare), 1, 6 * contains($text, 'T')))"/>
    <time datetime="{$datetime}">
      <xsl:call-template name="bare-moment"><xsl:with-param name="bare" select="$bare"/></xsl:call-template>
      <xsl:text> </xsl:text>
      <span class="zone">
        <xsl:choose>
          <xsl:when test="contains($text, 'Z')">(UTC)</xsl:when>
          <xsl:otherwise>(<xsl:value-of select="substring-after($text, $bare)"/>)</xsl:otherwise>
        </xsl:choose>
      </span>
    </time>
  </xsl:template>

  <xsl:template name="moment-text">
    <xsl:param name="text"/>
    <xsl:variable name="bare" select="substring($text, 1, string-length($text) - 6 + 5 * contains($text, 'Z'))"/>
    <xsl:call-template name="bare-moment"><xsl:with-param name="bare" select="$bare"/></xsl:call-template>
    <xsl:choose>
      <xsl:when test="contains($text, 'Z')"> (UTC)</xsl:when>
      <xsl:otherwise> (<xsl:value-of select="substring-after($text, $bare)"/>)</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The day, month or year of a moment, without time and zone. -->
  <xsl:template name="day">
    <xsl:param name="text"/>
    <xsl:variable name="bare" select="substring($text, 1, string-length($text) - 6 + 5 * contains($text, 'Z'))"/>
    <xsl:call-template name="bare-moment">
      <xsl:with-param name="bare" select="substring-before(concat($bare, 'T'), 'T')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A moment without its zone. Seconds are shown where they are not zero. -->
  <xsl:template name="bare-moment">
    <xsl:param name="bare"/>
    <xsl:if test="string-length($bare) &gt;= 10">
      <xsl:value-of select="number(substring($bare, 9, 2))"/>&#160;</xsl:if>
    <xsl:if test="string-length($bare) &gt;= 7">
      <xsl:value-of select="substring-before(substring($months, 10 * substring($bare, 6, 2) - 9, 10), ' ')"/>
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:value-of select="substring($bare, 1, 4)"/>
    <xsl:if test="contains($bare, 'T')">
      <xsl:text>, </xsl:text>
      <xsl:value-of select="substring($bare, 12, 5)"/>
      <xsl:if test="substring($bare, 17) != ':00'"><xsl:value-of select="substring($bare, 17)"/></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- A moment as minutes in UTC, to compare and subtract with: its earliest instant, or with `end` the end of the
       day, month or year that it names. Years begin in March, so that a leap day is the last of its year. -->
  <xsl:template name="minutes">
    <xsl:param name="text"/>
    <xsl:param name="end" select="false()"/>
    <xsl:variable name="bare" select="substring($text, 1, string-length($text) - 6 + 5 * contains($text, 'Z'))"/>
    <xsl:variable name="offset" select="translate(substring-after(concat($text, '+00:00'), $bare), 'Z', '')"/>
    <!-- A year alone begins in January, a month alone on its first day. -->
    <xsl:variable name="date" select="concat(substring-before(concat($bare, 'T'), 'T'),
        substring('-01-01', 1, 10 - string-length($bare)))"/>
    <xsl:variable name="month" select="substring($date, 6, 2) + number($end and string-length($bare) = 7)"/>
    <xsl:variable name="since-march" select="($month + 9) mod 12"/>
    <xsl:variable name="year" select="substring($date, 1, 4) + number($end and string-length($bare) = 4)
        - number($month &lt; 3)"/>
    <xsl:variable name="days" select="365 * $year + floor($year div 4) - floor($year div 100) + floor($year div 400)
        + floor((306 * $since-march + 5) div 10) + substring($date, 9, 2)
        + number($end and string-length($bare) = 10)"/>
    <xsl:variable name="time" select="substring(concat(substring-after($bare, 'T'), '00:00:00'), 1, 8)"/>
    <xsl:variable name="sign" select="1 - 2 * starts-with($offset, '-')"/>
    <!-- Counted from a day of our time: bigger numbers would be written with an exponent. -->
    <xsl:value-of select="1440 * ($days - 730000)
        + 60 * substring($time, 1, 2) + substring($time, 4, 2) + substring($time, 7, 2) div 60
        - $sign * (60 * substring($offset, 2, 2) + substring($offset, 5, 2))"/>
  </xsl:template>

  <!-- The time between two instants in words; nothing where one of them is not an instant. -->
  <xsl:template name="elapsed">
    <xsl:param name="from"/>
    <xsl:param name="until"/>
    <xsl:if test="contains($from, 'T') and contains($until, 'T')">
      <xsl:variable name="start">
        <xsl:call-template name="minutes">
          <xsl:with-param name="text" select="$from"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:variable name="stop">
        <xsl:call-template name="minutes">
          <xsl:with-param name="text" select="$until"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:if test="$stop &gt;= $start">
        <xsl:call-template name="duration">
          <xsl:with-param name="minutes" select="$stop - $start"/>
        </xsl:call-template>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="duration">
    <xsl:param name="minutes"/>
    <xsl:variable name="whole" select="floor($minutes)"/>
    <xsl:variable name="days" select="floor($whole div 1440)"/>
    <xsl:variable name="hours" select="floor(($whole mod 1440) div 60)"/>
    <xsl:if test="$days &gt; 0">
      <xsl:value-of select="$days"/> day<xsl:if test="$days != 1">s</xsl:if>
      <xsl:if test="$hours &gt; 0 or ($whole mod 60 &gt; 0 and $days &lt; 3)"><xsl:text> </xsl:text></xsl:if>
    </xsl:if>
    <xsl:if test="$hours &gt; 0">
      <xsl:value-of select="$hours"/> h<xsl:if test="$whole mod 60 &gt; 0 and $days &lt; 3">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:if>
    <xsl:if test="($whole mod 60 &gt; 0 and $days &lt; 3) or $whole = 0">
      <xsl:value-of select="$whole mod 60"/> min</xsl:if>
  </xsl:template>

  <!-- Bytes as people say them, and exactly. -->
  <xsl:template name="bytes">
    <xsl:param name="n"/>
    <xsl:choose>
      <xsl:when test="$n &lt; 1000"><xsl:value-of select="$n"/> bytes</xsl:when>
      <xsl:otherwise>
        <xsl:choose>
          <xsl:when test="$n &lt; 1000000">
            <xsl:value-of select="format-number($n div 1000, '0.#')"/> kB</xsl:when>
          <xsl:when test="$n &lt; 1000000000">
            <xsl:value-of select="format-number($n div 1000000, '0.#')"/> MB</xsl:when>
          <xsl:otherwise><xsl:value-of select="format-number($n div 1000000000, '0.#')"/> GB</xsl:otherwise>
        </xsl:choose>
        <xsl:text> (</xsl:text>
        <xsl:call-template name="grouped"><xsl:with-param name="n" select="$n"/></xsl:call-template>
        <xsl:text> bytes)</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The digits of a whole number in groups of three, as written: a number type would round them. -->
  <xsl:template name="grouped">
    <xsl:param name="n"/>
    <xsl:variable name="digits" select="string($n)"/>
    <xsl:choose>
      <xsl:when test="string-length($digits) &gt; 3">
        <xsl:call-template name="grouped">
          <xsl:with-param name="n" select="substring($digits, 1, string-length($digits) - 3)"/>
        </xsl:call-template>
        <xsl:text>&#8239;</xsl:text>
        <xsl:value-of select="substring($digits, string-length($digits) - 2)"/>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$digits"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- ═══ 10  The style ════════════════════════════════════════════════════════════════════════════════════ -->

  <xsl:template name="style"><xsl:text>
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f24; --soft: #55606c; --line: #d3d9e0; --fill: #f4f6f8; --link: #0a4f91;
  --good: #1c683f; --warn: #854a00; --warn-fill: #fff4e0; --bad: #a3151b;
  --take: #1b4f8a; --seal: #1c683f; --move: #6a3a8c; --store: #0e6470; --work: #85500a; --court: #8c2f55; --end: #3a434d;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --serif: Charter, "Bitstream Charter", "Source Serif 4", Cambria, "Noto Serif", "Liberation Serif", Georgia, serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171b; --ink: #e2e6ea; --soft: #a2acb7; --line: #343b44; --fill: #1c2127; --link: #8cbaf2;
    --good: #7fca9f; --warn: #efb562; --warn-fill: #30260f; --bad: #ff9d98;
    --take: #8cbaf2; --seal: #7fca9f; --move: #cba3ea; --store: #72cad6; --work: #e6b566; --court: #f09dbf; --end: #b9c2cc;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 var(--sans); overflow-wrap: break-word; }
[lang|="bn"], [lang|="as"] { font-family: var(--sans), "Noto Sans Bengali", "Noto Serif Bengali", "Nirmala UI", "Bangla Sangam MN", "Lohit Bengali", Vrinda; line-height: 1.65; }
[lang|="hi"], [lang|="mr"], [lang|="ne"], [lang|="sa"] { font-family: var(--sans), "Noto Sans Devanagari", "Noto Serif Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Lohit Devanagari", Mangal; line-height: 1.65; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
:target { outline: 2px solid var(--link); outline-offset: .4rem; }
.skip { position: absolute; left: -99rem; background: var(--paper); padding: .5rem 1rem; z-index: 1; }
.skip:focus { left: 0; top: 0; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; font-weight: 650; text-wrap: balance; }
h1 { font: 700 clamp(1.6rem, 5vw, 2.3rem)/1.2 var(--serif); }
h2 { font: 700 1.5rem/1.25 var(--serif); margin: 0 0 1rem; padding-top: .6rem; border-top: 3px solid var(--ink); }
h3 { font-size: 1.1rem; margin: 2rem 0 .6rem; }
h4 { font-size: .95rem; margin: 1.2rem 0 .4rem; }
p { margin: .5rem 0; }
ul, ol { margin: .3rem 0; padding-left: 1.2rem; }
.tight { list-style: none; padding: 0; margin: 0; }
.tight > li + li { margin-top: .25rem; }
code, .code, pre { font-family: var(--mono); font-size: .88em; unicode-bidi: isolate; }
.hash, .path { overflow-wrap: anywhere; word-break: break-all; }
pre { overflow-x: auto; background: var(--fill); padding: .6rem .8rem; margin: .4rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.tx { white-space: pre-line; unicode-bidi: isolate; }
.zone { color: var(--soft); font-size: .85em; white-space: nowrap; }
.mark { font-family: var(--mono); font-weight: 700; white-space: nowrap; }
.tag { display: inline-block; border: 1px solid var(--line); border-radius: .25rem; padding: 0 .35rem; font-size: .78rem; font-weight: 500; color: var(--soft); line-height: 1.5; vertical-align: .08em; }
.note { display: block; color: var(--soft); font-size: .88em; }
.lead { color: var(--soft); max-width: 46rem; }
.none { color: var(--soft); font-style: italic; }
.absent { color: var(--soft); font-style: italic; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); font-weight: 650; }
td .warn, th .warn, td .bad, th .warn { display: block; font-size: .88em; font-weight: 600; }
td strong.bad { display: inline; font-size: inherit; }
.foot { color: var(--soft); font-size: .78rem; margin: .7rem 0 0; overflow-wrap: anywhere; }
.amended { border-left: 3px solid var(--warn); background: var(--warn-fill); padding: .35rem .7rem; font-size: .9rem; margin: .7rem 0 0; }

.cover { max-width: 74rem; margin: 0 auto; padding: 2.2rem 1.25rem 1.4rem; }
.kicker { margin: 0 0 .4rem; font-size: .85rem; letter-spacing: .04em; color: var(--soft); font-weight: 600; }
.title { font: 600 1.25rem/1.4 var(--serif); margin: .2rem 0 0; }
.cover .facts { margin: 1.2rem 0 0; }
.how { margin: 1.2rem 0 0; padding: .7rem .9rem; border: 1px solid var(--line); background: var(--fill); max-width: 52rem; font-size: .93rem; }
.frame, body > main { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem 2rem; }
.contents { border-top: 3px solid var(--ink); padding: .6rem 0 1rem; }
.contents h2 { all: unset; display: block; font: 700 1.05rem/1.3 var(--serif); }
.contents ol { columns: 15rem; column-gap: 2rem; padding-left: 1.7rem; font-size: .93rem; }
.contents ol > li { padding: .12rem 0; }
.contents .marks { list-style: none; padding: 0; margin: .2rem 0; display: flex; flex-wrap: wrap; gap: .1rem .55rem; font: .8rem/1.9 var(--mono); }
.contents a, .pages a { text-decoration: none; }
.contents a:hover, .contents a:focus { text-decoration: underline; }
ul.pages { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
nav.pages { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem 1rem; display: flex; gap: 1.5rem; }
main { counter-reset: section; min-width: 0; }
main > section { margin-bottom: 3rem; }
.frame main > section > h2::before { counter-increment: section; content: counter(section) ". "; }
article { margin-bottom: 2rem; }
.card { border: 1px solid var(--line); border-radius: .3rem; padding: .7rem .9rem; margin: 0 0 .8rem; min-width: 0; }
.card > h3, .card > h4 { margin: 0 0 .4rem; font-size: 1rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24rem), 1fr)); gap: .8rem; }
.cards .card { margin: 0; }
.parts { margin: 0 0 .4rem; font-size: .9rem; }
.exhibit, .statement { border-top: 1px solid var(--line); padding-top: .2rem; }
.exhibit > h3, .statement > h3 { margin-top: 1rem; }

.facts { margin: .4rem 0; }
.facts > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0 1rem; padding: .18rem 0; }
.facts > div + div { border-top: 1px dotted var(--line); }
dt { color: var(--soft); font-size: .88rem; line-height: 1.7; }
dd { margin: 0; min-width: 0; }
.inner { margin: 0; }
.inner > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
.inner > div + div, .small > div + div { border-top: 0; }
.inner > div { padding: 0; }
li > .inner { border-left: 2px solid var(--line); padding-left: .7rem; }
.card .facts > div { grid-template-columns: 9rem minmax(0, 1fr); }
.card .facts .inner > div { grid-template-columns: 7.5rem minmax(0, 1fr); }
.facts.small { margin: 0; font-size: .88rem; }
.facts.small > div { grid-template-columns: 7.5rem minmax(0, 1fr); padding: 0; gap: 0 .6rem; }
.label { color: var(--soft); }
.small dt { font-size: .82rem; line-height: 1.6; }

.scroll { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; }
caption { text-align: left; color: var(--soft); font-size: .88rem; padding: 0 0 .35rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; min-width: 0; }
thead th { border-bottom: 2px solid var(--ink); font-weight: 650; font-size: .85rem; }
tbody th { font-weight: 650; }
.list tbody th { white-space: nowrap; font-family: var(--mono); font-size: .88rem; }
.events { font-size: .88rem; }
.events tbody th { width: 17%; } .events td:nth-of-type(1), .events td:nth-of-type(2) { width: 16%; } .events td:nth-of-type(3) { width: 11%; }
.when { display: block; font-weight: 400; }
td .facts.small > div, .exhibit > .facts .inner > div, .statement > .facts .inner > div, .certificate > .facts .inner > div { display: block; }
td .facts.small dt, td .facts.small dd, .exhibit > .facts .inner dt, .exhibit > .facts .inner dd, .statement > .facts .inner dt, .statement > .facts .inner dd, .certificate > .facts .inner dt, .certificate > .facts .inner dd { display: inline; line-height: inherit; }
td .facts.small dt::after, .exhibit > .facts .inner dt::after, .statement > .facts .inner dt::after, .certificate > .facts .inner dt::after { content: ": "; }

.exhibit > .facts, .statement > .facts, .certificate > .facts, .charge > .facts { columns: 25rem; column-gap: 2.5rem; }
.exhibit > .facts > div, .statement > .facts > div, .certificate > .facts > div, .charge > .facts > div { break-inside: avoid; }
.tree { list-style: none; padding: 0; }
.tree .tree { padding-left: 1.1rem; border-left: 1px solid var(--line); margin-left: .2rem; }
.tree > li { padding: .3rem 0; }
.element { margin: 0; font-weight: 600; }
.join { font-weight: 400; font-style: italic; color: var(--soft); }
.proofs { list-style: none; padding: 0 0 0 1.1rem; margin: .15rem 0; font-size: .93rem; }
.proofs > li { padding: .12rem 0; }
.bearing { color: var(--good); font-weight: 600; }
.against .bearing { color: var(--bad); }
.through { color: var(--soft); }

.files { list-style: none; padding: 0; }
.files > li { padding: .45rem 0; border-top: 1px dotted var(--line); }
.files .name { margin: 0; font-weight: 600; }
.files .name .note { font-weight: 400; }
.pictures { display: flex; flex-wrap: wrap; gap: .8rem; margin: .6rem 0; }
figure { margin: 0; max-width: 15rem; }
img { display: block; max-width: 100%; max-height: 12rem; border: 1px solid var(--line); background: var(--fill); }
figcaption { font-size: .82rem; color: var(--soft); overflow-wrap: anywhere; }

.legend { border: 1px solid var(--line); padding: .5rem .9rem; margin: 1rem 0; font-size: .88rem; }
.legend p { margin: 0; }
.legend ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.2rem; }
.legend li { display: flex; align-items: center; gap: .35rem; }
.legend svg { width: 1.5rem; height: 1.5rem; flex: none; }
.chain { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: flex-start; }
svg.custody { flex: 1 1 19rem; width: 100%; max-width: 24rem; height: auto; min-width: 0; }
.custody text { font: 12.5px var(--sans); fill: var(--ink); }
.custody .kind { font-weight: 700; font-size: 13.5px; }
.custody .time { fill: var(--soft); font-variant-numeric: tabular-nums; }
.custody .seal { fill: var(--seal); }
.custody .late { fill: var(--warn); font-weight: 600; }
.custody .broken { fill: var(--bad); font-weight: 700; }
.custody .number { fill: var(--paper); font-size: 11.5px; font-weight: 700; }
.k-take { fill: var(--take); } .k-seal { fill: var(--seal); } .k-move { fill: var(--move); } .k-store { fill: var(--store); }
.k-work { fill: var(--work); } .k-court { fill: var(--court); } .k-end { fill: var(--end); }
.k-unseal { fill: var(--paper); stroke: var(--seal); stroke-width: 2.5; }
.k-unseal ~ .number { fill: var(--ink) !important; }
.line { fill: none; stroke: var(--soft); stroke-width: 2; stroke-dasharray: 2 4; }
.line.closed { stroke: var(--seal); stroke-width: 5; stroke-dasharray: none; }
.line.breach { stroke: var(--bad); }
.tip { fill: var(--soft); }
.ring { fill: none; stroke: var(--warn); stroke-width: 2; stroke-dasharray: 4 3; }
.cross { fill: none; stroke: var(--bad); stroke-width: 3.5; stroke-linecap: round; }

.paragraphs { margin: .8rem 0; font: 1.05rem/1.65 var(--serif); }
.paragraphs [lang|="bn"], .paragraphs [lang|="as"] { font-family: var(--serif), "Noto Serif Bengali", "Noto Sans Bengali", "Nirmala UI", "Bangla Sangam MN", "Lohit Bengali", Vrinda; }
.paragraphs [lang|="hi"], .paragraphs [lang|="mr"] { font-family: var(--serif), "Noto Serif Devanagari", "Noto Sans Devanagari", "Nirmala UI", "Kohinoor Devanagari", "Lohit Devanagari", Mangal; }
.paragraph { display: grid; grid-template-columns: 2.2rem minmax(0, 1fr); gap: 0 .6rem; padding: .3rem 0; }
.two .paragraph { grid-template-columns: 2.2rem minmax(0, 1fr) minmax(0, 1fr); gap: 0 1.2rem; }
.paragraph p { margin: 0; max-width: 44rem; }
.no { font: 600 .85rem/1.9 var(--sans); color: var(--soft); text-align: right; }
.original { grid-column: 2; }
.translated { color: var(--ink); }
.two .translated { grid-column: 3; }
.translation { border-left: 3px solid var(--line); padding-left: .9rem; margin: 1rem 0; }
.translation h4 { margin-top: 0; }
footer { max-width: 74rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; color: var(--soft); font-size: .82rem; border-top: 1px solid var(--line); }

@media (min-width: 72rem) {
  .frame { display: grid; grid-template-columns: 14rem minmax(0, 1fr); gap: 2.5rem; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; }
  .contents ol { columns: auto; }
}
@media (max-width: 44rem) {
  .cover { padding-top: 1.4rem; }
  .cover, .frame, body > main, nav.pages, footer { padding-left: 1rem; padding-right: 1rem; }
  .facts > div, .card .facts > div { grid-template-columns: minmax(0, 1fr); padding: .3rem 0; }
  .inner > div, .card .facts .inner > div { display: block; padding: 0; }
  .inner dt, .inner dd { display: inline; line-height: inherit; }
  .inner dt::after { content: ": "; }
  dt { line-height: 1.4; font-size: .82rem; }
  .inner { border-left: 2px solid var(--line); padding-left: .6rem; }
  .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: auto !important; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack caption { display: block; }
  .stack tr { border: 1px solid var(--line); border-radius: .3rem; padding: .5rem .7rem; margin-bottom: .6rem; }
  .stack th, .stack td { border: 0; padding: .15rem 0; }
  .stack td[data-l] { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 .6rem; }
  .stack td[data-l="More"] { display: block; }
  .stack td[data-l="More"]::before { content: none; }
  .stack td[data-l]::before { content: attr(data-l); color: var(--soft); font-size: .82rem; line-height: 1.6; }
  .two .paragraph { grid-template-columns: 2.2rem minmax(0, 1fr); gap: .3rem .6rem; }
  .two .translated { grid-column: 2; border-left: 3px solid var(--line); padding-left: .7rem; }
  .no { text-align: left; }
}
@page { size: A4; margin: 17mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --fill: #fff; --link: #000; --good: #1c683f; --warn: #6b3a00;
    --warn-fill: #fff; --bad: #a3151b; --take: #1b4f8a; --seal: #1c683f; --move: #6a3a8c; --store: #0e6470; --work: #85500a;
    --court: #8c2f55; --end: #3a434d;
  }
  html { font-size: 8.8pt; }
  body { line-height: 1.38; }
  .skip, nav.pages { display: none; }
  .cover, .frame, body > main, footer { max-width: none; padding: 0; }
  .frame { display: block; }
  .contents { position: static; max-height: none; overflow: visible; margin-top: 8mm; }
  .contents ol { columns: 2; }
  main > section { break-before: page; margin: 0; }
  h1, h2, h3, h4, caption, .element { break-after: avoid; }
  tr, .card .facts > div, figure, svg, .paragraph, .proofs > li, .files > li, .amended { break-inside: avoid; }
  svg.custody { max-height: 235mm; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  a { text-decoration: none; }
  a[href^="http"]::after { content: " (" attr(href) ")"; }
  .card { break-inside: auto; }
  .cards .card { break-inside: avoid; }
  .facts { margin: .2rem 0; } .facts > div { padding: .08rem 0; } dt { line-height: 1.5; }
  article { margin-bottom: 1.2rem; } h3 { margin-top: 1.2rem; } .scroll { margin: .5rem 0; }
  /* No heading, and no head of a table, alone at the foot of a page. */
  h2, h3, h4 { break-inside: avoid; }
  h2::after, h3::after, h4::after, .scroll::before { content: ""; display: block; break-inside: avoid; height: 22mm; margin-bottom: -22mm; }
  .legend { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</xsl:text></xsl:template>

</xsl:stylesheet>
