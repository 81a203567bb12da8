import IbidSession
import Testing

struct CitationContextTests {
  @Test(
    "What is typed of a citation is told from its format's signs",
    arguments: [
      // format, text with the cursor, key or note, what was typed, what is missing behind it
      ("markdown", "Pain [@en|", "key", "en", "]"), ("markdown", "Pain [@en|]", "key", "en", ""),
      ("markdown", "[@a; @b|]", "key", "b", ""), ("markdown", "@en| says", "key", "en", ""),
      ("markdown", "[@motor contr|", "key", "motor contr", "]"), ("markdown", "@motor contr|", "", "", ""),
      ("markdown", "me@host|", "", "", ""), ("markdown", "Pain[^e|", "note", "e", "]"),
      ("markdown", "Pain[^|]", "note", "", ""), ("markdown", "Pain [1|", "note", "1", "]"),
      ("markdown", "[a link|", "", "", ""), ("markdown", "[@a] b|", "", "", ""), ("markdown", "|", "", "", ""),
      ("markdown", "[see -@en|gel]", "key", "en", ""), ("markdown", "line [@a\nnext|", "", "", ""),
      ("latex", "\\cite{en|", "key", "en", "}"), ("latex", "\\parencite[see][12]{a, b|}", "key", "b", ""),
      ("latex", "\\citep*{|", "key", "", "}"), ("latex", "\\emph{en|", "", "", ""),
      ("latex", "\\cite{a} b|", "", "", ""),
      ("latex", "{en|", "", "", ""), ("typst", "As @en|", "key", "en", ""), ("org", "[cite:@en|]", "key", "en", ""),
      ("org", "[cite:@a;@b|", "key", "b", "]"), ("org", "[fn:e|", "note", "e", "]"),
      ("rst", ":cite:p:`en|", "key", "en", "`"), ("rst", "Pain [e|", "note", "e", "]_"),
      ("asciidoc", "cite:[a, b|", "key", "b", "]"), ("html", "<a href=\"#fn|", "note", "fn", "\""),
      ("html", "<a href=\"#fn\">|", "", "", ""), ("jats", "<xref rid=\"|\"/>", "note", "", ""),
      ("plain-text", "Pain [1|2]", "note", "1", ""), ("plain-text", "Pain 1|", "", "", ""),
    ])
  func reads(format: String, marked: String, kind: String, query: String, closing: String) {
    let parts = marked.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let text = EditedText(Array(parts.joined().utf8))
    let context = CitationContext(at: parts[0].utf8.count, in: text, format: format)
    #expect(context.map { $0.kind == .key ? "key" : "note" } ?? "" == kind)
    #expect(context?.query ?? "" == query)
    #expect(context?.closing ?? "" == closing)
    if let context { #expect(text.text(context.range) == query) }
  }
}
