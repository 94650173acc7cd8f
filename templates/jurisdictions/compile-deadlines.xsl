<?xml version="1.0" encoding="UTF-8"?>
<!--
  Compiles a pack's statutory clocks (deadlines.xml) to XSLT 1.0 with EXSLT, which makes a flat list of the clocks of a
  case file: for each node that has such a clock its record, whom it concerns, and the times that the expressions select.

      xsltproc compile-deadlines.xsl in/deadlines.xml > deadlines.xsl
      xsltproc [-stringparam class-pocso ' pocso-4 pocso-6 '] deadlines.xsl casefile.xml

  It computes no time: when a clock is due is a matter of calendars and zones, which XPath has not.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:dossier:xsl-output"
    xmlns:law="urn:dossier:pack:1" xmlns:c="urn:dossier:casefile:1"
    xmlns:date="http://exslt.org/dates-and-times" xmlns:set="http://exslt.org/sets"
    xmlns:str="http://exslt.org/strings" xmlns:math="http://exslt.org/math" xmlns:exsl="http://exslt.org/common"
    exclude-result-prefixes="law">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8" indent="yes"/>

  <!-- Only these clocks, by their codes with a space between them; all of them where it is empty. -->
  <xsl:param name="only" select="''"/>

  <xsl:template match="/law:deadlines">
    <xsl:variable name="chosen" select="law:deadline[$only = '' or contains(concat(' ', $only, ' '), concat(' ', @code, ' '))]"/>
    <out:stylesheet version="1.0" exclude-result-prefixes="c date set str math exsl">
      <out:output method="xml" encoding="UTF-8" indent="yes"/>
      <xsl:comment> Compiled from the jurisdiction pack's deadlines by compile-deadlines.xsl. </xsl:comment>
      <xsl:call-template name="classes"/>
      <out:key name="record" match="/c:caseFile/c:records/*" use="@id"/>
      <xsl:for-each select="law:key">
        <out:key name="{@name}" match="{@match}" use="{@use}"/>
      </xsl:for-each>
      <out:template match="/">
        <clocks>
          <xsl:for-each select="$chosen">
            <out:for-each select="{law:each/@select}">
              <xsl:apply-templates select="."/>
            </out:for-each>
          </xsl:for-each>
        </clocks>
      </out:template>
      <!-- A time: of which record it is, and whether that says "about". -->
      <out:template name="times">
        <out:param name="name"/>
        <out:param name="values"/>
        <out:choose>
          <out:when test="exsl:object-type($values) = 'node-set'">
            <out:for-each select="$values">
              <out:element name="{{$name}}">
                <out:attribute name="record">
                  <out:value-of select="ancestor-or-self::*[parent::c:records]/@id"/>
                </out:attribute>
                <out:copy-of select="@approximate"/>
                <out:value-of select="."/>
              </out:element>
            </out:for-each>
          </out:when>
          <out:when test="string($values) != ''">
            <out:element name="{{$name}}"><out:value-of select="$values"/></out:element>
          </out:when>
        </out:choose>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <!-- One clock, seen from the node that has it. -->
  <xsl:template match="law:deadline">
    <clock rule="{@code}">
      <out:attribute name="record">
        <out:value-of select="ancestor-or-self::*[parent::c:records]/@id"/>
      </out:attribute>
      <!-- Which node of the record it is, where it is not the record itself: removed[2]. -->
      <out:attribute name="part">
        <out:for-each select="ancestor-or-self::*[not(parent::c:records) and ancestor::c:records]">
          <out:if test="position() &gt; 1">/</out:if>
          <out:value-of select="concat(local-name(), '[', count(preceding-sibling::*[local-name() = local-name(current())]) + 1, ']')"/>
        </out:for-each>
      </out:attribute>
      <xsl:for-each select="law:concerns">
        <out:attribute name="concerns"><out:value-of select="{@select}"/></out:attribute>
      </xsl:for-each>
      <xsl:for-each select="law:excluding">
        <out:attribute name="excluding"><out:value-of select="{@minutes}"/></out:attribute>
      </xsl:for-each>
      <xsl:for-each select="law:runs/@from | law:met/@by | law:extended/@to | law:ends/@at">
        <out:call-template name="times">
          <out:with-param name="name" select="'{local-name(..)}'"/>
          <out:with-param name="values" select="{.}"/>
        </out:call-template>
      </xsl:for-each>
    </clock>
  </xsl:template>

  <!-- A parameter for each class of offences that an expression names: $class-pocso. -->
  <xsl:template name="classes">
    <xsl:variable name="expressions">
      <xsl:for-each select="//@select | //@from | //@by | //@to | //@at | //@minutes | //@match | //@use">
        <xsl:value-of select="concat(., ' ')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="unquoted" select="translate(translate($expressions, &quot;'&quot;, ' '), '&quot;', ' ')"/>
    <xsl:variable name="words" select="str:tokenize($unquoted, ' &#9;&#10;&#13;()[],|=&lt;&gt;+*/@:!')"/>
    <xsl:for-each select="set:distinct($words[starts-with(., '$class-')])">
      <out:param name="{substring(., 2)}" select="' '"/>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
