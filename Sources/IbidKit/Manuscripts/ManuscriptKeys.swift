import IbidArticles
import IbidModel

/// Changes the citation keys in a manuscript: pandoc's `@key`, `\cite{key}`, Org's `[cite:@key]`, Typst's `@key` and
/// `#cite(<key>)`, AsciiDoc's and reStructuredText's macros. Code, comments and the manuscript's own works stay as they are.
///
///     let keys = ManuscriptKeys(["engel1977": "engel1977need"])
///     let text = try keys.applied(to: "paper.md").text
public struct ManuscriptKeys: Sendable {
  private let keys: [String: String]

  /// Changes these keys into their values.
  public init(_ keys: [String: String]) { self.keys = keys }

  /// The manuscript's text with the new keys, and how many were changed.
  ///
  /// - Throws: `IbidError` where it cannot be read, is no UTF-8, or of a format that names no keys.
  public func applied(to path: String) throws(IbidError) -> (text: String, count: Int) {
    let bytes = try InputFile(path: path).bytes(limit: 200_000_000)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw IbidError(.malformedFile, "\(path): is no UTF-8 text, so its keys cannot be changed", path: path)
    }
    let read: ReadArticle
    do throws(ArticleError) {
      read = try ArticleReaders.read(bytes, path: path, format: nil) { _ in nil }
    } catch {
      throw IbidError(error)
    }
    guard Self.formats.contains(read.format.name) else {
      throw IbidError(
        .malformedFile,
        "\(path): is \(read.format.name), where keys cannot be changed; \(Self.formats.joined(separator: ", ")) can",
        path: path)
    }
    let own = Set(FrontMatter(bytes).works.map(\.id))
    let wanted = keys.filter { !own.contains($0.key) }
    var places: [Int: String] = [:]
    for marker in read.article.markers {
      guard case .key(let key) = marker.target, wanted[key] != nil, marker.range.path == nil else { continue }
      for start in Self.starts(of: key, in: bytes, marker.range.offsets) { places[start] = key }
    }
    var extra = ExtraKeys(bytes)
    if read.format.name == "markdown" { extra.readFrontMatter() }
    if ["markdown", "latex"].contains(read.format.name) {
      extra.readCommands(isLaTeX: read.format.name == "latex")
    }
    for (start, key) in extra.keys where wanted[key] != nil { places[start] = key }
    return (Self.replacing(places, by: wanted, in: bytes), places.count)
  }

  /// Whether there is a file at a path: what is no key.
  public static func isFile(_ path: String) -> Bool { Folder.hasFile(path) }

  private static let formats = ["markdown", "latex", "org", "typst", "asciidoc", "rst"]

  private static func replacing(_ places: [Int: String], by keys: [String: String], in bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var end = 0
    for (start, key) in places.sorted(by: { $0.key < $1.key }) where start >= end {
      result += bytes[end..<start]
      result += (keys[key] ?? key).utf8
      end = start + key.utf8.count
    }
    return String(decoding: result + bytes[end...], as: UTF8.self)
  }

  /// Where a whole key stands in a citation, behind the sign that makes it one.
  private static func starts(of key: String, in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    let letters = Array(key.utf8)
    let range = range.clamped(to: bytes.indices)
    guard range.count >= letters.count else { return [] }
    return (range.lowerBound...(range.upperBound - letters.count)).filter { start in
      let end = start + letters.count
      guard bytes[start..<end].elementsEqual(letters) else { return false }
      let before = start > 0 ? bytes[start - 1] : 0x20
      let after = end < bytes.count ? bytes[end] : 0x20
      return !KeyByte.isInside(before) && "@{,<[`:&( \t\n".utf8.contains(before) && !continues(bytes, end, after)
    }
  }

  /// Whether a key goes on: a mark of punctuation belongs to it where a letter stands behind.
  private static func continues(_ bytes: [UInt8], _ end: Int, _ after: UInt8) -> Bool {
    if KeyByte.isInside(after) { return true }
    guard ".:-/+".utf8.contains(after), end + 1 < bytes.count else { return false }
    return KeyByte.isInside(bytes[end + 1])
  }
}

/// What keys are made of.
enum KeyByte {
  /// A letter or digit, or a byte of one, or a low line.
  static func isInside(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...: true
    default: false
    }
  }
}
