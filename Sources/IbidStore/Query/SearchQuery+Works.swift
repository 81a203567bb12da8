internal import IbidText

extension SearchQuery {
  /// Finds items whose titles have some of the five longest words of this one, those with most and rarest first. Long
  /// words are rare, and rare ones make the search quick.
  package init(titleLike title: String) {
    self.init()
    var seen = Set<String>()
    let words = SearchKey.words(of: title).filter { $0.utf8.count > 2 && seen.insert($0).inserted }
    let longest = words.enumerated().sorted { ($1.element.utf8.count, $0.offset) < ($0.element.utf8.count, $1.offset) }
    require(longest.prefix(5).map { Term($0.element) }, in: .title)
  }

  /// Finds items by all of these authors, of this year where one is given; nothing where no author is.
  package init(authors families: [String], year: Int?) {
    self.init()
    for family in families { require([Term(family)], in: .author) }
    if let year, !clauses.isEmpty { require([Term(String(year))], in: .year) }
  }

  /// Finds items by this author with this word in the title.
  package init(author family: String, titleWord word: String) {
    self.init()
    require([Term(family)], in: .author)
    require([Term(word)], in: .title)
  }
}
