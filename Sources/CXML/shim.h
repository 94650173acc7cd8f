// The one door to libxml2, libxslt and libexslt.
//
// What Swift cannot import (macros, variadic functions, globals that are macros over a thread's state) is
// given a plain function here, each with the reason. Nothing here keeps state of its own.
#pragma once

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <libxml/xmlversion.h>
// Debian's libxml2 pulls in the system's ICU headers, which clash with Foundation's own.
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/c14n.h>
#include <libxml/catalog.h>
#include <libxml/parser.h>
#include <libxml/globals.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <libexslt/exslt.h>

/// A reader of errors. libxml2 made the error `const` in 2.12; the cast keeps both sides of that.
typedef void (*cxmlErrorReader)(void *context, const xmlError *error);

/// Sends the errors of one parser to `reader`, whose `context` is the parser's user data.
static inline void cxmlSetErrorReader(xmlSAXHandler *handler, cxmlErrorReader reader) {
    handler->serror = (xmlStructuredErrorFunc)reader;
}

/// `xmlFree` is a macro over a function pointer.
static inline void cxmlFree(void *memory) {
    xmlFree(memory);
}

/// Where libxml2 sends, on one thread, what it does not say to a parser.
typedef struct {
    void *context;
    cxmlErrorReader reader;
} cxmlThreadErrors;

/// Sets it, and returns what it was, to be set again: the two globals are macros over a thread's state.
static inline cxmlThreadErrors cxmlExchangeThreadErrors(cxmlThreadErrors next) {
    cxmlThreadErrors last = {xmlStructuredErrorContext, (cxmlErrorReader)xmlStructuredError};
    xmlSetStructuredErrorFunc(next.context, (xmlStructuredErrorFunc)next.reader);
    return last;
}

/// A copy of a C string that libxml2 may free: `xmlMemStrdup` is a macro over a function pointer.
static inline const char *cxmlCopy(const char *text) {
    return (const char *)xmlStrdup((const xmlChar *)text);
}

/// Sends the errors of compiling a schema to `reader`.
static inline void cxmlSetSchemaErrorReader(
    xmlSchemaParserCtxtPtr parser, void *context, cxmlErrorReader reader) {
    xmlSchemaSetParserStructuredErrors(parser, (xmlStructuredErrorFunc)reader, context);
}

/// Sends the errors of one validation to `reader`.
static inline void cxmlSetValidityReader(
    xmlSchemaValidCtxtPtr validation, void *context, cxmlErrorReader reader) {
    xmlSchemaSetValidStructuredErrors(validation, (xmlStructuredErrorFunc)reader, context);
}

/// Makes an error of libxml2's form out of libxslt's, which come as a format and arguments that only C can
/// take apart, and sends it to the thread's reader.
static inline void cxmlForwardError(void *context, const char *format, ...) {
    (void)context;
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (xmlStructuredError == NULL) return;
    xmlError error;
    memset(&error, 0, sizeof error);
    error.domain = XML_FROM_XSLT;
    error.level = XML_ERR_ERROR;
    error.message = text;
    xmlStructuredError(xmlStructuredErrorContext, &error);
}

/// Sends what libxslt says while it compiles to the reader of the thread that compiles.
static inline void cxmlForwardStylesheetErrors(void) {
    xsltSetGenericErrorFunc(NULL, cxmlForwardError);
}

/// Sends what libxslt says during one transformation to the reader of its thread.
static inline void cxmlForwardTransformErrors(xsltTransformContextPtr transformation) {
    xsltSetTransformErrorFunc(transformation, NULL, cxmlForwardError);
}

/// What libxml2 says without the form of an error, on any thread, goes nowhere: it would go to standard
/// error.
static inline void cxmlIgnoreMessage(void *context, const char *format, ...) {
    (void)context;
    (void)format;
}

static inline void cxmlSilenceMessages(void) {
    xmlThrDefSetGenericErrorFunc(NULL, cxmlIgnoreMessage);
    xmlSetGenericErrorFunc(NULL, cxmlIgnoreMessage);
}
