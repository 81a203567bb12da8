import IbidClaims
import IbidModel
import IbidText

extension Rule {
  static let unresolvedTerseCitation = Rule(
    id: "unresolved-terse-citation", severity: .warning,
    summary: "A work named in passing that cannot be found",
    explanation: """
      «See Soligard et al» names a work, but no reference of the article and no record of the library is by that
      author: on paper the reader is left alone. Write the reference out. Words that link to an address lead there; a
      name behind which its sentence cites a source leads to that source; and «see Methods» names a part of the article.
      """,
    examples: [
      RuleExample(
        "Load matters.[^1]\n\n[^1]: Spikes are a risk (see ⟦Soligard et al⟧).\n",
        "“Soligard et al” leads to no reference of the article and to no record"),
      RuleExample(
        """
        Load matters.[^1] So does rest.[^2]

        [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36.

        [^2]: As Engel et al said.
        """),
      RuleExample("As Soligard et al. found [@soligard2016], load matters (see Load).\n\n# Load\n"),
      RuleExample("Tell others about sleep: see [Mastodon](https://mastodon.social/share).\n"),
    ]
  ) { article in
    let inNotes = zip(article.article.notes, article.notes).flatMap { note, link in
      zip(note.terseCitations, link.mentions)
    }
    let links = article.article.links
    let inText = article.mentions.filter { !isCited($0, in: article.article) }.map { ($0.citation, $0.works) }
    let parts = Set(article.article.sentences.filter { $0.setting == .heading }.map { SearchKey.folded($0.text) })
    return (inNotes + inText).filter { citation, works in
      works.isEmpty && !isPerhapsNone(citation) && !isLinked(citation, links)
        && !parts.contains(SearchKey.folded(citation.text))
    }.map { citation, _ in
      Remark(citation.range, "“\(citation.text)” leads to no reference of the article and to no record")
    }
  }

  /// Whether the mention's own sentence has a marker behind it.
  private static func isCited(_ mention: LinkedMention, in article: Article) -> Bool {
    article.markers[article.sentences[mention.sentence].markers].contains {
      $0.range.position >= mention.citation.range.position
    }
  }

  /// Whether a citation's words are those of a link.
  private static func isLinked(_ citation: TerseCitation, _ links: [SourceRange]) -> Bool {
    links.contains { $0.positions.contains(citation.range.position) }
  }

  /// «Department of Physics, University of the North, 12»: only what leads to a work shows that it is a citation.
  private static func isPerhapsNone(_ citation: TerseCitation) -> Bool {
    guard citation.form == .shortened, citation.title != nil else { return false }
    return citation.families.isEmpty || citation.families.contains { $0.split(separator: " ").count > 2 }
  }
}
