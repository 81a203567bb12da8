import IbidModel
import IbidText

/// Puts the files that `\input`, `\include` and `\subfile` name in the place of these commands.
///
/// Source: LaTeX2e unofficial reference manual, section 24 («Input/output»). `\include` within an included file is
/// read too, which LaTeX refuses.
struct LaTeXInclusion {
  private let files: ArticleFiles
  /// The article's folder as it was named, which files are named under.
  private let folder: String
  private var text = SourceText.Builder()
  /// The files that are open, the outermost first; none is read within itself.
  private var chain: [String] = []
  private var count = 0

  /// Deepest inclusion, and most inclusions in all.
  private static let depthLimit = 16
  private static let countLimit = 2000

  /// A document with its files in their places.
  static func expanded(_ bytes: [UInt8], path: String, files: @escaping ArticleFiles) -> SourceText {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var inclusion = LaTeXInclusion(files: files, folder: folder)
    inclusion.append(bytes, path: path)
    return inclusion.text.text()
  }

  private init(files: @escaping ArticleFiles, folder: String) {
    self.files = files
    self.folder = folder
  }

  private mutating func append(_ bytes: [UInt8], path: String) {
    chain.append(path)
    defer { chain.removeLast() }
    let file = text.open(path, bytes)
    var from = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "%"):
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case UInt8(ascii: "\\"):
        guard let command = Self.command(bytes, at: index), let inner = contents(of: command.name) else {
          index += 2
          continue
        }
        text.append(from..<index, of: file)
        append(inner.bytes, path: inner.name)
        from = command.end
        index = command.end
      default: index += 1
      }
    }
    text.append(from..<max(from, bytes.count), of: file)
  }

  /// The file of this name, with `.tex` behind it where it has no such ending.
  private mutating func contents(of name: String) -> (name: String, bytes: [UInt8])? {
    guard chain.count < Self.depthLimit, count < Self.countLimit, !name.isEmpty else { return nil }
    for candidate in name.hasSuffix(".tex") ? [name] : [name + ".tex", name] where !chain.contains(folder + candidate) {
      guard let file = files(candidate).map(ArticleText.utf8), TextEncoding.firstInvalidUTF8(in: file) == nil else {
        continue
      }
      guard text.bytes.count + file.count <= ArticleText.limit else { return nil }
      count += 1
      return (folder + candidate, file)
    }
    return nil
  }

  /// The file name of an inclusion at a backslash, and the offset behind it.
  private static func command(_ bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    var index = start + 1
    while index < bytes.count, bytes[index].isASCIILetter, index - start < 12 { index += 1 }
    let name = bytes[start + 1..<index]
    guard names.contains(where: { name.elementsEqual($0.utf8) }) else { return nil }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count else { return nil }
    let isBraced = bytes[index] == UInt8(ascii: "{")
    guard isBraced || name.elementsEqual("input".utf8) else { return nil }
    if isBraced { index += 1 }
    let first = index
    while index < bytes.count, index - first < 1000, isBraced ? bytes[index] != 0x7D : !bytes[index].isASCIISpace {
      index += 1
    }
    guard index < bytes.count || !isBraced else { return nil }
    let file = String(decoding: bytes[first..<index].trimmedASCII, as: UTF8.self)
    return (file, isBraced ? index + 1 : index)
  }

  private static let names = ["input", "include", "subfile"]
}
