internal import IbidModel

/// The headings above the sentences of an article's sections, the outermost first.
struct HeadingPaths {
  private let paths: [[String]]

  /// The paths of all sections.
  init(_ article: Article) {
    var open: [Section] = []
    paths = article.sections.map { section in
      open.removeAll { $0.level >= section.level }
      open.append(section)
      // Deeper nesting says no more, and a file can nest without end.
      return open.suffix(6).map(\.title)
    }
  }

  /// The path of a section; empty before the first.
  func path(of section: Int?) -> [String] { section.map { paths[$0] } ?? [] }
}
