/// An identifier in a text, with the words that introduce it.
package struct IdentifierSpan: Sendable, Hashable {
  /// Who gave it.
  package enum Kind: Sendable, Hashable {
    case doi, pmid, pmcid, arxiv, isbn, issn, url
    /// A site's own number, under the name that the site gives it: `PainSci Bibliography`.
    case site(String)
  }

  /// Who gave it.
  package var kind: Kind
  /// Half-open range of UTF-8 offsets, introduction included.
  package var range: Range<Int>
  /// The value as it was written, without its introduction.
  package var value: String
}
