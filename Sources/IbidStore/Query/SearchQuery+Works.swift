internal import IbidText

extension SearchQuery {
  /// Finds items with this word in the title.
  package init(titleWord word: String) {
    self.init()
    require([Term(word)], in: .title)
  }

  /// Finds items by all of these authors, of this year where one is given; nothing where no author is.
  package init(authors families: [String], year: Int?) {
    self.init()
    for family in families { require([Term(family)], in: .author) }
    if let year, hasWords { require([Term(String(year))], in: .year) }
  }

  /// Finds items by this author, of this year, with this word in the title where one is given; nothing where the
  /// author is no word.
  package init(author family: String, year: Int, titleWord word: String?) {
    self.init(authors: [family], year: year)
    if let word, hasWords { require([Term(word)], in: .title) }
  }

  /// Finds items at this volume and first page, as `WorkPlace` words it.
  package init(place: String) {
    self.init()
    require([Term(place)], in: .identifier)
  }
}
