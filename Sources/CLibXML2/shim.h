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

#endif
