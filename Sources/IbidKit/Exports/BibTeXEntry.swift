import IbidFormats
package import IbidModel

/// One record as an entry of BibTeX's.
package enum BibTeXEntry {
  /// The entry, with a line break behind it.
  package static func text(of item: Item) -> String {
    guard var writer = try? ExportFormat(named: "bibtex").makeWriter(.init()) else { return "" }
    writer.begin()
    writer.write(item)
    _ = writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
