package import IbidModel

/// How an article cites, so that one more citation can be written as its author writes the others.
package struct CitationForm: Sendable {
  private enum Form: Sendable, Equatable { case key, number(opening: String, closing: String), note, authorYear }

  private let form: Form
  private let article: Article
  /// The number that the next note has.
  private let next: Int

  /// The form that most markers of an article have; of one without markers, that of its format.
  package init(_ article: Article) {
    self.article = article
    let counts = Dictionary(article.markers.map { ($0.style, 1) }, uniquingKeysWith: +)
    let usual = counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    next = (article.notes.compactMap { Int($0.label) }.max() ?? 0).addingReportingOverflow(1).partialValue
    form =
      switch usual {
      case .citationKey: .key
      case .authorYear: .authorYear
      case .bracket: .number(opening: "[", closing: "]")
      case .parenthesis: .number(opening: "(", closing: ")")
      case .superscript: .number(opening: "", closing: "")
      case .footnote: .note
      case nil: Self.keyMarks[article.format] == nil ? .authorYear : .key
      }
  }

  /// Whether the work has to be put into the article's list or notes, too.
  package var needsEntry: Bool {
    switch form {
    case .note, .number: true
    case .key, .authorYear: false
    }
  }

  /// What stands in the text for a citation of this work; `label` is that of its note, where the article has one.
  package func text(citing item: Item, label: String?) -> String {
    switch form {
    case .key:
      let (opening, closing) = Self.keyMarks[article.format] ?? ("[@", "]")
      return opening + item.id + closing
    case .number(let opening, let closing): return opening + (label ?? String(next)) + closing
    case .note: return article.traits.noteMark?.text(for: label ?? item.id) ?? "[\(label ?? String(next))]"
    case .authorYear: return "(\(Self.names(of: item)), \(item[date: .issued]?.year.map(String.init) ?? "n.d."))"
    }
  }

  /// The label of a note that is made for a work; nil where the article cites without notes.
  package func newLabel(for item: Item) -> String? {
    switch form {
    case .number: String(next)
    case .note: article.traits.noteMark == nil ? String(next) : item.id
    case .key, .authorYear: nil
    }
  }

  /// What stands around a key, by the format's name.
  private static let keyMarks: [String: (String, String)] = [
    "markdown": ("[@", "]"), "jupyter": ("[@", "]"), "latex": ("\\cite{", "}"), "typst": ("@", ""),
    "org": ("[cite:@", "]"), "rst": (":cite:p:`", "`"), "asciidoc": ("cite:[", "]"),
  ]

  private static func names(of item: Item) -> String {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    let families = names.map(\.familyOrLiteral)
    switch families.count {
    case 0: return item[.title] ?? item.id
    case 1: return families[0]
    case 2: return families[0] + " and " + families[1]
    default: return families[0] + " et al."
    }
  }
}
