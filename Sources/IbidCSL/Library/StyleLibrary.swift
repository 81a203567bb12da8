import IbidText

/// Finds styles and locales: those of folders that the caller names first, then the bundled ones; never the network.
package struct StyleLibrary: Sendable {
  /// Why a style cannot be had.
  package enum Failure: Error, Sendable, Hashable {
    /// No style is called so; the names of the nearest ones.
    case unknown(String, nearest: [String])
    case unreadable(path: String)
    case invalid(path: String, CSLError)
  }

  /// A style, and where it comes from.
  package struct Found: Sendable {
    package var style: Style
    /// Its file; nil for a bundled style.
    package var path: String?
  }

  /// What stands before a name to ask for the bundled style.
  package static let bundledPrefix = "bundled:"

  /// The folders, each with that of its dependent styles behind it.
  package let folders: [String]
  private let files: any StyleFiles
  /// All styles, where the caller has an index; built from the folders on demand otherwise.
  private let index: StyleIndex?

  /// A library of the bundled styles and of these folders, the first of which wins.
  ///
  /// - Parameter index: a cached index of the folders; without one, titles and ISSNs cost a look at every file.
  package init(folders: [String], files: some StyleFiles, index: StyleIndex? = nil) {
    self.folders = folders.flatMap { [$0, $0 + "/dependent"] }
    self.files = files
    self.index = index
  }

  /// The style of this path, stem, alias, title, short title or ISSN, with the locale that it asks for.
  ///
  /// - Throws: `Failure`.
  package func style(named name: String) throws(Failure) -> Found {
    if let found = try styleWithoutIndex(named: name) { return found }
    let index = index ?? makeIndex()
    guard let record = index.find(name) else {
      throw .unknown(name, nearest: index.nearest(to: name).map(\.name))
    }
    guard let path = record.path else {
      guard let style = Style.named(record.stem) else { throw .unreadable(path: record.stem) }
      return Found(style: style)
    }
    return try read(path, stem: record.stem)
  }

  /// The style of this path, stem or alias, of the folders or a bundled one; nil where only an index can tell.
  ///
  /// - Throws: `Failure` where the file is there, and no style.
  package func styleWithoutIndex(named name: String) throws(Failure) -> Found? {
    if name.hasPrefix(Self.bundledPrefix) {
      let own = String(name.dropFirst(Self.bundledPrefix.count))
      guard let style = Style.named(own) else { throw .unknown(name, nearest: Style.bundledNames) }
      return Found(style: style)
    }
    if name.contains("/") || name.hasSuffix(".csl") {
      // A file's name alone may be that of a file in one of the folders.
      let folder = name.contains("/") || files.bytes(at: name) != nil ? nil : folders.first { holds(name, in: $0) }
      return try read(folder.map { "\($0)/\(name)" } ?? name, stem: stem(of: name))
    }
    guard !name.isEmpty else { return nil }
    let lowered = name.lowercased()
    for stem in [name, lowered, Style.aliases[lowered]].compactMap(\.self) {
      for folder in folders where holds("\(stem).csl", in: folder) {
        return try read("\(folder)/\(stem).csl", stem: stem)
      }
    }
    return Style.named(name).map { Found(style: $0) }
  }

  private func holds(_ name: String, in folder: String) -> Bool { files.bytes(at: "\(folder)/\(name)") != nil }

  /// The locale file of exactly this name: of the folders first, then the bundled one; which counts before a file of a
  /// folder whose terms are of an earlier day. Distributions ship locales that are ten years old.
  package func locale(named name: String, in localeFolders: [String]) -> LocaleFile? {
    let bundled = LocaleFile.bundledBytes(name)
    for folder in localeFolders {
      guard let bytes = files.bytes(at: "\(folder)/locales-\(name).xml") else { continue }
      if let bundled, LocaleFile.isUpdated(bundled, after: bytes) { break }
      if let file = try? LocaleFile.parse(bytes) { return file }
    }
    return bundled.flatMap { try? LocaleFile.parse($0) }
  }

  /// Whether a locale of this language, or of its main dialect, is to be had.
  package func hasLocale(for language: String, in localeFolders: [String]) -> Bool {
    Locale.files(for: language).contains { locale(named: $0, in: localeFolders) != nil }
  }

  /// The styles of the folders, and the bundled ones behind them.
  package func makeIndex() -> StyleIndex {
    var index = makeFolderIndex()
    index.add(Self.bundledIndex)
    return index
  }

  /// The styles of the folders. Files that are no styles are passed over.
  package func makeFolderIndex() -> StyleIndex {
    var records: [StyleRecord] = []
    for folder in folders {
      for name in files.names(in: folder).sorted() where name.hasSuffix(".csl") {
        let path = folder + "/" + name
        guard let bytes = files.bytes(at: path),
          let record = try? StyleRecord(stem: stem(of: name), path: path, bytes: bytes)
        else { continue }
        records.append(record)
      }
    }
    return StyleIndex(records)
  }

  /// The bundled styles.
  package static var bundledIndex: StyleIndex {
    StyleIndex(
      Style.bundledNames.compactMap { name in
        guard let bytes = Resource(named: "styles/\(name).csl")?.bytes else { return nil }
        return try? StyleRecord(stem: name, path: nil, bytes: bytes)
      })
  }

  // MARK: Reading

  /// Reads a style; a dependent one is its parent with its own name and locale.
  private func read(_ path: String, stem: String) throws(Failure) -> Found {
    guard let bytes = files.bytes(at: path) else { throw .unreadable(path: path) }
    do throws(CSLError) {
      let record = try StyleRecord(stem: stem, path: path, bytes: bytes)
      guard let parent = record.parent else { return Found(style: try Style.parse(bytes), path: path) }
      return Found(style: try parentStyle(parent, of: record), path: path)
    } catch {
      throw .invalid(path: path, error)
    }
  }

  /// A parent is independent: where it is not, parsing says so.
  private func parentStyle(_ parent: String, of record: StyleRecord) throws(CSLError) -> Style {
    let own = record.path.map { String($0.prefix($0.count - record.stem.count - 4)) } ?? ""
    // Zotero keeps parents in `hidden`.
    for folder in [own, own + "../", own + "hidden/"] + folders.map({ $0 + "/" }) {
      guard let bytes = files.bytes(at: folder + parent + ".csl") else { continue }
      return adopted(try Style.parse(bytes), by: record)
    }
    if let style = Style.named(parent) { return adopted(style, by: record) }
    throw CSLError(line: 0, "it depends on the style «\(parent)», which is nowhere near it")
  }

  private func adopted(_ style: Style, by record: StyleRecord) -> Style {
    var style = style
    style.about.title = record.title
    style.about.titleShort = record.titleShort
    style.about.issns = record.issns
    style.defaultLocale = record.defaultLocale ?? style.defaultLocale
    return style
  }

  private func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".csl") ? String(name.dropLast(4)) : name
  }
}
