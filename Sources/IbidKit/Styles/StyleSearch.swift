import FoundationEssentials
import IbidCSL

/// Finds styles by path, name, title, ISSN or journal: bundled ones, then those in the manuscript's folder, the user's
/// data folder, Zotero's and the system's (`XDG_DATA_DIRS`). Never in the network.
///
///     let vancouver = try StyleSearch().style("vancouver")
public struct StyleSearch: Sendable {
  /// Folders that hold styles, the first of which wins.
  private var folders: [String] { [ownFolder].compactMap(\.self) + sharedFolders }
  /// The manuscript's folder, which is looked into each time: a cache of every folder that somebody wrote in would be
  /// made anew each time.
  private let ownFolder: String?
  private let sharedFolders: [String]
  private let localeFolders: [String]
  private let cache: StyleIndexCache

  /// A search.
  ///
  /// - Parameter manuscript: the path of the manuscript, whose folder comes first; nil where there is none.
  public init(manuscript: String? = nil) {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    func base(_ variable: String, _ usual: String) -> String? {
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home.map { $0 + usual }
    }
    let data = base("XDG_DATA_HOME", "/.local/share").map { $0 + "/ibid" }
    let own = manuscript.map { path -> String in
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      return folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder
    }
    let shared = environment["XDG_DATA_DIRS"].flatMap { $0.isEmpty ? nil : $0 } ?? "/usr/local/share:/usr/share"
    let system = shared.split(separator: ":").map { $0 + "/citation-style-language" }
    ownFolder = own
    sharedFolders =
      [data.map { $0 + "/styles" }, home.map { $0 + "/Zotero/styles" }].compactMap(\.self)
      + system.map { $0 + "/styles" }
    localeFolders = [own, data.map { $0 + "/locales" }].compactMap(\.self) + system.map { $0 + "/locales" }
    cache = StyleIndexCache(path: base("XDG_CACHE_HOME", "/.cache").map { $0 + "/ibid/styles.tsv" })
  }

  /// The style of this path, name, title, short title, ISSN or journal.
  ///
  /// - Parameters:
  ///   - name: `auto` takes the journal's, and so does nil, or Vancouver where there is no journal.
  ///   - journal: the journal's name, abbreviation or ISSN.
  /// - Throws: `IbidError` with the nearest names where there is none, or where it cannot be read.
  public func style(_ name: String?, journal: String? = nil) throws(IbidError) -> FoundStyle {
    let name = name ?? (journal == nil ? "vancouver" : "auto")
    let isAuto = name.lowercased() == "auto"
    guard !isAuto || journal != nil else {
      throw IbidError(
        .style, "--style auto needs --journal with the journal's name, abbreviation or ISSN", name: name)
    }
    return try find(isAuto ? journal ?? name : name)
  }

  private func find(_ name: String) throws(IbidError) -> FoundStyle {
    let files = DiskStyleFiles()
    let library = StyleLibrary(folders: folders, files: files)
    do throws(StyleLibrary.Failure) {
      if let style = try library.styleWithoutIndex(named: name) { return found(style) }
      return found(try StyleLibrary(folders: folders, files: files, index: index).style(named: name))
    } catch {
      throw Self.error(error)
    }
  }

  private func found(_ style: Style) -> FoundStyle { FoundStyle(style: style, localeFolders: localeFolders) }

  private var index: StyleIndex {
    let shared = StyleLibrary(folders: sharedFolders, files: DiskStyleFiles())
    let cached = cache.index(of: shared.folders, make: shared.makeIndex)
    guard let ownFolder else { return cached }
    var index = StyleLibrary(folders: [ownFolder], files: DiskStyleFiles()).makeIndex()
    for record in cached.records { index.add(record) }
    return index
  }

  /// The styles whose names are like `query`, the nearest first; all bundled ones where there is no query.
  public func styles(like query: String?, count: Int = 20) -> [(name: String, title: String)] {
    guard let query else { return Style.bundledNames.map { ($0, Style.named($0)?.about.title ?? "") } }
    let index = index
    var records = index.nearest(to: query, count: count).map(\.record)
    if let exact = index.find(query) { records = [exact] + records.filter { $0.stem != exact.stem } }
    return records.prefix(count).map { ($0.stem, $0.title) }
  }

  private static func error(_ failure: StyleLibrary.Failure) -> IbidError {
    switch failure {
    case .unknown(let name, let nearest):
      let hint = nearest.isEmpty ? "" : "did you mean \(nearest.prefix(4).joined(separator: " or "))? "
      return IbidError(
        .style, "there is no style “\(name)”; \(hint)`ibid styles \(name)` lists those that are like it", name: name,
        candidates: nearest)
    case .unreadable(let path):
      return IbidError(.style, "\(path): there is no such file, or the style in it cannot be read", path: path)
    case .invalid(let path, let error):
      let line = max(1, error.line)
      return IbidError(.style, "\(path):\(line): \(error.reason)", path: path, line: line)
    }
  }
}

/// A style, and where its locales are looked for.
///
///     print(try StyleSearch().style("apa").title)
public struct FoundStyle: Sendable {
  let style: Style
  let localeFolders: [String]

  /// The style's title.
  public var title: String { style.about.title }
  /// The style's identifier, by which reference managers know it; empty where it has none. A style of ours is known by
  /// the official one of its name.
  var identifier: String {
    let (own, official) = ("https://ibid.example/styles/", "http://www.zotero.org/styles/")
    let id = style.about.id
    return id.hasPrefix(own) ? official + id.dropFirst(own.count) : id
  }
  /// Whether citations in the text are notes.
  var makesNotes: Bool { style.styleClass == .note }

  /// A processor of this style.
  ///
  /// - Throws: `IbidError` where no locale of this name is found.
  func processor(locale: String?, format: OutputFormat) throws(IbidError) -> Processor {
    let library = StyleLibrary(folders: [], files: DiskStyleFiles())
    let folders = localeFolders
    if let locale, library.locale(named: locale, in: folders) == nil {
      throw IbidError(.unknownLocale, "there is no locale “\(locale)”", name: locale)
    }
    return Processor(style: style, locale: locale, format: format) { library.locale(named: $0, in: folders) }
  }
}
