internal import IbidModel

/// The kind of prose that an article is written in.
enum Register {
  /// A research article, with its customary sections.
  case journal
  /// All other prose.
  case general

  /// The register of an article: two different sections of a research article make one.
  init(of article: Article, kinds: [SectionKind?]) {
    self = article.traits.isResearchFormat || Set(kinds.compactMap(\.self)).count > 1 ? .journal : .general
  }

  /// What each of the article's sections does; a section in another does what that does.
  static func sectionKinds(of article: Article) -> [SectionKind?] {
    var open: [(level: Int, kind: SectionKind?)] = []
    return article.sections.map { section in
      open.removeAll { $0.level >= section.level }
      let kind = open.compactMap(\.kind).first ?? SectionKind(heading: section.title)
      open.append((section.level, kind))
      return kind
    }
  }
}
