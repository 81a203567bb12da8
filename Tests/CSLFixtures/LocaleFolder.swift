import FoundationEssentials
package import IbidCSL

/// The locale files of a folder, each read once.
package final class LocaleFolder {
  private let folder: String?
  private var known: [String: LocaleFile?] = [:]

  /// The files of `folder`, or the bundled ones.
  package init(_ folder: String?) { self.folder = folder }

  /// The locale of exactly this name: the folder's, or the bundled one where no folder is given.
  package func locale(_ name: String) -> LocaleFile? {
    guard let folder else { return LocaleFile.bundled(name) }
    if let known = known[name] { return known }
    let data = try? Data(contentsOf: URL(filePath: folder + "/locales-\(name).xml"))
    let file = data.flatMap { try? LocaleFile.parse([UInt8]($0)) }
    known[name] = file
    return file
  }
}
