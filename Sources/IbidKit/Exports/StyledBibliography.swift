import IbidModel

/// A bibliography in a journal's style.
public struct StyledBibliography: Sendable {
  /// The styles that are known by name.
  public static var styles: [(name: String, title: String)] { [] }

  init(style: String, locale: String?) throws(IbidError) {}

  func text(of items: [Item], in format: ExportFormat) throws(IbidError) -> (text: String, warnings: [String]) {
    throw IbidError("style")
  }
}
