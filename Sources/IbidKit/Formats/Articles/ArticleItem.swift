import IbidArticles
public import IbidModel

/// The item by which others cite an article: what its head, its properties or its text say of it.
///
///     let item = try ArticleItem.item(ofArticle: "article.md")
///     print(item[.title] ?? "")
public enum ArticleItem {
  /// The item of the article at `path` (`-` is standard input), with a key.
  ///
  /// - Parameter format: the article's format; nil to recognize it.
  /// - Throws: `IbidError` where the article cannot be read, or says nothing of itself.
  public static func item(ofArticle path: String, format: String? = nil) throws(IbidError) -> Item {
    let bytes = try InputFile(path: path).bytes(limit: 200_000_000)
    do {
      return try item(of: bytes, path: path, format: format)
    } catch {
      throw IbidError(error, path: path)
    }
  }

  static func item(of bytes: [UInt8], path: String, format: String? = nil) throws -> Item {
    let folder = ArticleFolder(of: path)
    var item = try SelfDescription.item(of: bytes, path: path, format: format) { folder?.bytes(of: $0) }
    guard item[.title] != nil else {
      throw ArticleError(
        .malformed("says neither in its head nor in its text what its title is", line: nil), path: path)
    }
    item.id = try CheckConfiguration.nearest(to: path).newKey(for: item)
    return item
  }
}
