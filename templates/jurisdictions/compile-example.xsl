<?xml version="1.0" encoding="UTF-8"?>
<!--
  Compiles one change of a rule's worked example to XSLT 1.0, which does it to a sound case:

      xsltproc -stringparam example 1 -stringparam change 1 compile-example.xsl in/rules/NAME.sch > change.xsl
      xsltproc change.xsl in/examples/raid.xml > broken.xml

  The changes of an example are done one after the other.
-->
<xsl:stylesheet version="1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:dossier:xsl-output"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:law="urn:dossier:pack:1" xmlns:c="urn:dossier:casefile:1"
    exclude-result-prefixes="sch law">
  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:param name="example" select="1"/>
  <xsl:param name="change" select="1"/>

  <xsl:template match="/">
    <xsl:apply-templates select="sch:pattern/law:rule/law:example[number($example)]/*[not(self::law:text)][number($change)]"/>
  </xsl:template>

  <xsl:template match="law:set | law:remove | law:insert">
    <out:stylesheet version="1.0">
      <out:output method="xml" encoding="UTF-8"/>
      <out:variable name="places" select="{@at}"/>
      <out:template match="/">
        <out:if test="not($places)"><out:message terminate="yes">Nothing is there.</out:message></out:if>
        <out:apply-templates/>
      </out:template>
      <out:template match="@* | node()">
        <out:choose>
          <out:when test="count(. | $places) = count($places)">
            <xsl:apply-templates select="." mode="change"/>
          </out:when>
          <out:otherwise>
            <out:copy><out:apply-templates select="@* | node()"/></out:copy>
          </out:otherwise>
        </out:choose>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <xsl:template match="law:remove" mode="change"/>

  <xsl:template match="law:set" mode="change">
    <out:choose>
      <out:when test="self::*">
        <out:copy><out:copy-of select="@*"/><xsl:call-template name="text"/></out:copy>
      </out:when>
      <out:otherwise>
        <out:attribute name="{{name()}}"><xsl:call-template name="text"/></out:attribute>
      </out:otherwise>
    </out:choose>
  </xsl:template>

  <xsl:template name="text">
    <out:text><xsl:value-of select="."/></out:text>
  </xsl:template>

  <xsl:template match="law:insert" mode="change">
    <xsl:if test="@where = 'before'"><xsl:copy-of select="*"/></xsl:if>
    <out:copy>
      <out:apply-templates select="@* | node()"/>
      <xsl:if test="@where = 'into'"><xsl:copy-of select="*"/></xsl:if>
    </out:copy>
    <xsl:if test="@where = 'after'"><xsl:copy-of select="*"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
