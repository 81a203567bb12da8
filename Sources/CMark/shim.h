// What Swift sees of cmark-gfm. SwiftPM does not notice edits to this file: build afresh after one.
//
// The archives are linked, not the shared libraries: two more of these cost every start of the command a millisecond.
#ifndef IBID_CMARK_SHIM_H
#define IBID_CMARK_SHIM_H

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// What pandoc's Markdown adds inside a line: ^raised^ and ~lowered~ text, ~~struck~~ text, and attributes in braces.
// Each becomes a node whose HTML stands in it, as no renderer knows it.
// Source: pandoc's manual, «Superscripts and subscripts», «Strikeout», «Divs and Spans», «link_attributes».

static inline cmark_node *ibid_cmark_mark(cmark_inline_parser *inlines, unsigned char character) {
  int offset = cmark_inline_parser_get_offset(inlines);
  // «[^1]» is cmark's own, and it reads on behind the caret's node.
  if (character == '^' && offset > 0 && cmark_inline_parser_peek_at(inlines, offset - 1) == '[') return NULL;
  int opens, closes, before, after;
  int count = cmark_inline_parser_scan_delimiters(inlines, character == '~' ? 2 : 1, character, &opens, &closes, &before, &after);
  const char *text = character == '^' ? "^" : count == 2 ? "~~" : "~";
  cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);
  if (node == NULL) return NULL;
  cmark_node_set_literal(node, text);
  cmark_node_set_user_data(node, (void *)(intptr_t)offset);
  if (opens || closes) cmark_inline_parser_push_delimiter(inlines, character, opens, closes, node);
  return node;
}

static inline int ibid_cmark_is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

/// Whether braces hold attributes: `#id`, `.class`, `-`, or `name=value`.
static inline int ibid_cmark_holds_attributes(const unsigned char *inside, int count) {
  int first = 0;
  while (first < count && ibid_cmark_is_blank((char)inside[first])) first++;
  if (first == count) return 0;
  return inside[first] == '#' || inside[first] == '.' || inside[first] == '-' || memchr(inside, '=', (size_t)count) != NULL;
}

/// Whether nothing but blanks stands from `offset` on. What cmark reads of a block ends with a zero byte.
static inline int ibid_cmark_is_end(cmark_inline_parser *inlines, int offset) {
  while (ibid_cmark_is_blank((char)cmark_inline_parser_peek_at(inlines, offset))) offset++;
  return cmark_inline_parser_peek_at(inlines, offset) == 0;
}

static inline const char *ibid_cmark_span(const unsigned char *inside, int count) {
  if (count == 10 && memcmp(inside, ".smallcaps", 10) == 0) return "<span style=\"font-variant:small-caps\">";
  if (count == 10 && memcmp(inside, ".underline", 10) == 0) return "<span style=\"text-decoration:underline\">";
  if (count == 8 && memcmp(inside, ".nodecor", 8) == 0) return "<span style=\"font-style:normal;font-weight:normal\">";
  return "<span>";
}

/// `{…}` behind brackets, a link, a picture, code or at a heading's end; null where the brace is text.
///
/// Behind brackets the node carries the opening tag of their span, which is made when all emphasis is known.
static inline cmark_node *ibid_cmark_attributes(cmark_node *parent, cmark_inline_parser *inlines) {
  unsigned char inside[500];
  int start = cmark_inline_parser_get_offset(inlines);
  int count = 0;
  unsigned char byte;
  while ((byte = cmark_inline_parser_peek_at(inlines, start + 1 + count)) != '}') {
    if (byte == 0 || byte == '{' || count == (int)sizeof inside) return NULL;
    inside[count++] = byte;
  }
  cmark_node *last = cmark_node_last_child(parent);
  if (last == NULL || !ibid_cmark_holds_attributes(inside, count)) return NULL;
  int end = start + count + 2;
  const char *tag = "";
  cmark_node_type type = cmark_node_get_type(last);
  if (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE && type != CMARK_NODE_CODE) {
    // Asking a node for its text copies it, and cmark reads a note's label on behind its first node.
    int is_bracket = type == CMARK_NODE_TEXT && start > 0 && cmark_inline_parser_peek_at(inlines, start - 1) == ']' &&
                     !(start > 1 && cmark_inline_parser_peek_at(inlines, start - 2) == '\\');
    if (is_bracket) {
      tag = ibid_cmark_span(inside, count);
    } else if (cmark_node_get_type(parent) == CMARK_NODE_HEADING && ibid_cmark_is_end(inlines, end)) {
      const char *text = cmark_node_get_literal(last);
      size_t length = text == NULL ? 0 : strlen(text);
      char *copy = length == 0 ? NULL : (char *)malloc(length + 1);
      if (copy != NULL) {
        memcpy(copy, text, length + 1);
        while (length > 0 && ibid_cmark_is_blank(copy[length - 1])) copy[--length] = 0;
        cmark_node_set_literal(last, copy);
        free(copy);
      }
    } else {
      return NULL;
    }
  }
  cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
  if (node == NULL) return NULL;
  cmark_node_set_on_enter(node, tag);
  cmark_inline_parser_set_offset(inlines, end);
  return node;
}

static cmark_node *ibid_cmark_match(
    cmark_syntax_extension *self, cmark_parser *parser, cmark_node *parent, unsigned char character,
    cmark_inline_parser *inlines) {
  (void)self;
  (void)parser;
  if (character == '^' || character == '~') return ibid_cmark_mark(inlines, character);
  return character == '{' ? ibid_cmark_attributes(parent, inlines) : NULL;
}

/// Whether blanks stand between two marks.
static inline int ibid_cmark_holds_blanks(cmark_inline_parser *inlines, cmark_node *first, cmark_node *last) {
  int end = (int)(intptr_t)cmark_node_get_user_data(last);
  for (int offset = (int)(intptr_t)cmark_node_get_user_data(first); offset < end; offset++) {
    if (ibid_cmark_is_blank((char)cmark_inline_parser_peek_at(inlines, offset))) return 1;
  }
  return 0;
}

/// Makes one node of two marks and what stands between them.
static delimiter *ibid_cmark_close(
    cmark_syntax_extension *self, cmark_parser *parser, cmark_inline_parser *inlines, delimiter *opener,
    delimiter *closer) {
  (void)self;
  (void)parser;
  delimiter *next = closer->next;
  cmark_node *first = opener->inl_text;
  cmark_node *last = closer->inl_text;
  const char *mark = cmark_node_get_literal(first);
  int is_double = mark[1] != 0;
  int is_raised = mark[0] == '^';
  // «x^2 and y^2» raises nothing: only a mark that ends its word closes what holds blanks.
  int matches = strcmp(mark, cmark_node_get_literal(last)) == 0 && cmark_node_next(first) != last &&
                (is_double || !closer->can_open || !ibid_cmark_holds_blanks(inlines, first, last));
  cmark_node *node = matches ? cmark_node_new(CMARK_NODE_CUSTOM_INLINE) : NULL;
  if (node != NULL) {
    cmark_node_set_on_enter(node, is_double ? "<del>" : is_raised ? "<sup>" : "<sub>");
    cmark_node_set_on_exit(node, is_double ? "</del>" : is_raised ? "</sup>" : "</sub>");
    cmark_node_insert_before(first, node);
    cmark_node *child = cmark_node_next(first);
    while (child != NULL && child != last) {
      cmark_node *following = cmark_node_next(child);
      cmark_node_append_child(node, child);
      child = following;
    }
  }
  // A mark in between has nothing left to close; a closer that closed nothing may open.
  for (delimiter *inner = closer->previous; node != NULL && inner != NULL && inner != opener;) {
    delimiter *previous = inner->previous;
    cmark_inline_parser_remove_delimiter(inlines, inner);
    inner = previous;
  }
  cmark_inline_parser_remove_delimiter(inlines, opener);
  if (node != NULL || !closer->can_open) cmark_inline_parser_remove_delimiter(inlines, closer);
  if (node != NULL) {
    cmark_node_free(first);
    cmark_node_free(last);
  }
  return next;
}

/// The extension for pandoc's marks; made once and never freed.
static inline cmark_syntax_extension *ibid_cmark_pandoc(void) {
  cmark_mem *memory = cmark_get_default_mem_allocator();
  cmark_syntax_extension *extension = cmark_syntax_extension_new("ibid-pandoc");
  cmark_llist *characters = NULL;
  characters = cmark_llist_append(memory, characters, (void *)(uintptr_t)'^');
  characters = cmark_llist_append(memory, characters, (void *)(uintptr_t)'~');
  characters = cmark_llist_append(memory, characters, (void *)(uintptr_t)'{');
  cmark_syntax_extension_set_special_inline_chars(extension, characters);
  cmark_syntax_extension_set_match_inline_func(extension, ibid_cmark_match);
  cmark_syntax_extension_set_inline_from_delim_func(extension, ibid_cmark_close);
  return extension;
}

#endif
