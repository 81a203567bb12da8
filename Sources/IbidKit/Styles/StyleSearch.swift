import FoundationEssentials
import IbidCSL

/// Finds styles by path, name, title, ISSN or journal: in the manuscript's folder, the user's data folder, Zotero's and
/// the system's (`XDG_DATA_DIRS`), then those that Ibid brings, which `bundled:` before a name asks for. Never in the
/// network.
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
      if let found = try library.styleWithoutIndex(named: name) { return self.found(found) }
      let index = index()
      let found = try? StyleLibrary(folders: folders, files: files, index: index).style(named: name)
      // The index may be older than what stands in the files.
      if let found, found.path == nil || StyleIndex([StyleRecord(of: found)]).find(name) != nil {
        return self.found(found)
      }
      return self.found(
        try StyleLibrary(folders: folders, files: files, index: self.index(isFresh: true)).style(named: name))
    } catch {
      throw Self.error(error, isBare: index().hasBundledOnly)
    }
  }

  private func found(_ found: StyleLibrary.Found) -> FoundStyle {
    FoundStyle(style: found.style, source: found.path, localeFolders: localeFolders)
  }

  private func index(isFresh: Bool = false) -> StyleIndex {
    var index = ownFolder.map { StyleLibrary(folders: [$0], files: DiskStyleFiles()).makeFolderIndex() } ?? StyleIndex()
    let shared = StyleLibrary(folders: sharedFolders, files: DiskStyleFiles())
    index.add(cache.index(of: shared.folders, isFresh: isFresh, make: shared.makeFolderIndex))
    index.add(StyleLibrary.bundledIndex)
    return index
  }

  /// A style that can be used.
  ///
  ///     for style in StyleSearch().styles(like: "nature") { print(style.name, style.source ?? "bundled") }
  public struct Listed: Sendable, Hashable {
    /// What `--style` takes.
    public let name: String
    /// The style's title.
    public let title: String
    /// The style's file; nil for one that Ibid brings.
    public let source: String?

    init(_ record: StyleRecord) {
      name = record.stem
      title = record.title
      source = record.path
    }
  }

  /// The styles whose names are like `query`, the nearest first; without a query those that Ibid brings, each as it is
  /// found here.
  public func styles(like query: String?, count: Int = 20) -> [Listed] {
    let index = index()
    guard let query else { return Style.bundledNames.compactMap(index.find).map(Listed.init) }
    var records = index.nearest(to: query, count: count).map(\.record)
    if let exact = index.find(query) { records = [exact] + records.filter { $0.stem != exact.stem } }
    return records.prefix(count).map(Listed.init)
  }

  /// What to say where no styles but the bundled ones are on this machine; nil where there are others.
  public var whereStylesComeFrom: String? {
    guard index().hasBundledOnly else { return nil }
    return """
      only the \(Style.bundledNames.count) styles that Ibid brings are on this machine; ten thousand journals' are in \
      Debian's package citation-style-language-styles and at https://www.zotero.org/styles
      """
  }

  private static func error(_ failure: StyleLibrary.Failure, isBare: Bool) -> IbidError {
    switch failure {
    case .unknown(let name, let nearest):
      let hint = nearest.isEmpty ? "" : "did you mean \(nearest.prefix(4).joined(separator: " or "))? "
      let way =
        isBare
        ? "only those that Ibid brings are on this machine, see `ibid styles \(name)`"
        : "`ibid styles \(name)` lists those that are like it"
      return IbidError(.style, "there is no style “\(name)”; \(hint)\(way)", name: name, candidates: nearest)
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
  /// The style's file; nil for one that Ibid brings.
  public let source: String?
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

  /// What to say of the language that the style writes in where its terms are not to be had; nil where they are, or
  /// where another language is asked for.
  func missingLocale(insteadOf locale: String?) -> String? {
    guard locale == nil, let language = style.defaultLocale, !library.hasLocale(for: language, in: localeFolders) else {
      return nil
    }
    return """
      the style is in \(language), whose terms are not on this machine, and is written in English; they are in Debian's \
      package citation-style-language-locales
      """
  }

  /// A processor of this style.
  ///
  /// - Throws: `IbidError` where no locale of this language is found.
  func processor(locale: String?, format: OutputFormat) throws(IbidError) -> Processor {
    let (library, folders) = (library, localeFolders)
    if let locale, !library.hasLocale(for: locale, in: folders) {
      throw IbidError(.unknownLocale, "there is no locale “\(locale)”", name: locale)
    }
    return Processor(style: style, locale: locale, format: format) { library.locale(named: $0, in: folders) }
  }

  private var library: StyleLibrary { StyleLibrary(folders: [], files: DiskStyleFiles()) }
}
