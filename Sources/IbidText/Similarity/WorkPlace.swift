package import IbidModel

/// Where a work stands in its journal, as one word: what names a work whose title a reference leaves out.
package enum WorkPlace {
  /// Volume and first page, folded by `SearchKey`, as in `27p100`; nil where one of them is missing.
  package static func word(of item: Item) -> String? {
    guard let volume = item[.volume].map(joined), let page = firstPage(of: item).map(joined), !volume.isEmpty,
      !page.isEmpty
    else { return nil }
    return volume + "p" + page
  }

  /// What stands before the dash or comma of the pages.
  package static func firstPage(of item: Item) -> String? {
    item[.page].map { pages in String(pages.prefix { $0 != "-" && $0 != "–" && $0 != "," }) }
  }

  private static func joined(_ text: String) -> String { SearchKey.words(of: text).joined() }
}
