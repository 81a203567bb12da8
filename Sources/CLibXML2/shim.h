// What Swift sees of libxml2. SwiftPM does not notice edits to this file: build afresh after one.
#ifndef IBID_CLIBXML2_SHIM_H
#define IBID_CLIBXML2_SHIM_H

// Debian builds libxml2 with ICU, whose headers clash with Foundation's own copy in a first build.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <string.h>

static void ibid_xml_say_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

static xmlParserInputPtr ibid_xml_load_nothing(const char *url, const char *id, xmlParserCtxtPtr context) {
  (void)url;
  (void)id;
  (void)context;
  return NULL;
}

/// Starts the library: nothing outside the given bytes is ever opened.
static inline void ibid_xml_start(void) {
  xmlInitParser();
  xmlSetExternalEntityLoader(ibid_xml_load_nothing);
}

/// A parser that calls these functions and nothing else; null without memory.
static inline xmlParserCtxtPtr ibid_xml_make(
    void *state, startElementNsSAX2Func start, endElementNsSAX2Func end, charactersSAXFunc characters,
    referenceSAXFunc reference, xmlStructuredErrorFunc error) {
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL || context->sax == NULL) return context;
  memset(context->sax, 0, sizeof *context->sax);
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = start;
  context->sax->endElementNs = end;
  context->sax->characters = characters;
  // The same function: libxml2 then spares itself the question whether blanks are content.
  context->sax->ignorableWhitespace = characters;
  context->sax->reference = reference;
  context->sax->serror = error;
  context->userData = state;
  return context;
}

/// Parses one document in memory from its first byte to its last.
static inline void ibid_xml_parse(xmlParserCtxtPtr context, const char *bytes, int count) {
  xmlSetGenericErrorFunc(NULL, ibid_xml_say_nothing);  // a setting of each thread
  xmlCtxtReset(context);
  xmlParserInputBufferPtr buffer = xmlParserInputBufferCreateMem(bytes, count, XML_CHAR_ENCODING_NONE);
  if (buffer == NULL) return;
  xmlParserInputPtr input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input == NULL) {
    xmlFreeParserInputBuffer(buffer);
    return;
  }
  inputPush(context, input);
  context->loadsubset = 0;
  context->validate = 0;
  // Character references in attributes arrive resolved; no entity can be declared, there is no handler for it.
  context->replaceEntities = 1;
  // An undefined entity then goes to `reference` instead of ending the document.
  context->hasExternalSubset = 1;
  xmlParseDocument(context);
  if (context->myDoc != NULL) {
    xmlFreeDoc(context->myDoc);
    context->myDoc = NULL;
  }
}

/// Offset of the next byte to be parsed.
static inline long ibid_xml_offset(xmlParserCtxtPtr context) {
  return context->input == NULL ? 0 : (long)(context->input->cur - context->input->base) + (long)context->input->consumed;
}

/// 1-based line of the next byte to be parsed.
static inline int ibid_xml_line(xmlParserCtxtPtr context) { return context->input == NULL ? 0 : context->input->line; }

/// Whether the parser stands in the value of an attribute.
static inline int ibid_xml_is_in_attribute(xmlParserCtxtPtr context) {
  return context->instate == XML_PARSER_ATTRIBUTE_VALUE || context->instate == XML_PARSER_START_TAG;
}

#endif
