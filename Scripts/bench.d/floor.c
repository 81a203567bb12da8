// The floor: libxml2's SAX2 pull parser over read callbacks, with handlers that do nothing. With a second argument
// it reads through libxml2's own file layer, which inflates gzip.
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int take(void *file, char *bytes, int count) { return (int)read(*(int *)file, bytes, (size_t)count); }
static int done(void *file) { return close(*(int *)file); }

static void start(
    void *s, const xmlChar *n, const xmlChar *p, const xmlChar *u, int c, const xmlChar **ns, int ac, int d,
    const xmlChar **a) {
  (void)s, (void)n, (void)p, (void)u, (void)c, (void)ns, (void)ac, (void)d, (void)a;
}
static void end(void *s, const xmlChar *n, const xmlChar *p, const xmlChar *u) { (void)s, (void)n, (void)p, (void)u; }
static void text(void *s, const xmlChar *t, int c) { (void)s, (void)t, (void)c; }

int main(int count, char **arguments) {
  if (count < 2) return fprintf(stderr, "usage: floor FILE [own-file-layer]\n"), 64;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = start;
  handler.endElementNs = end;
  handler.characters = text;
  handler.ignorableWhitespace = text;
  xmlParserCtxtPtr context;
  int file = -1;
  if (count > 2) {
    context = xmlCreateURLParserCtxt(arguments[1], 0);
    if (context != NULL) memcpy(context->sax, &handler, sizeof handler);
  } else {
    file = open(arguments[1], O_RDONLY);
    if (file < 0) return perror(arguments[1]), 2;
    context = xmlCreateIOParserCtxt(&handler, NULL, take, done, &file, XML_CHAR_ENCODING_NONE);
  }
  if (context == NULL) return 2;
  xmlParseDocument(context);
  int isWellFormed = context->wellFormed;
  xmlFreeParserCtxt(context);
  return isWellFormed ? 0 : 1;
}
