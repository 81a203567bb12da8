import IbidModel

/// What a Markdown manuscript says of its rendering in the YAML block before its text.
///
/// Source: pandoc's manual, «Specifying bibliographic data», «Specifying a citation style», «Including uncited items
/// in the bibliography». Plain scalars, quoted ones, lists in brackets and indented blocks are read, no more of YAML.
public struct ManuscriptMetadata: Sendable, Hashable {
  /// The style, as `--style` takes it.
  public private(set) var style: String?
  /// The language, as `--locale` takes it.
  public private(set) var language: String?
  /// Files of records.
  public private(set) var bibliography: [String] = []
  /// Keys of works that the bibliography lists without a citation.
  public private(set) var uncited: [String] = []
  /// Whether it lists all records: `@*`.
  public private(set) var listsAll = false

  /// Reads the block at the start of `bytes`; a manuscript without one has no metadata.
  public init(_ bytes: [UInt8]) {
    var fields: [String: String] = [:]
    var name: String?
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, Array(first).trimmedASCII == Array("---".utf8) else { return }
    for line in lines.dropFirst() {
      let text = Array(line).trimmedASCII
      if text == Array("---".utf8) || text == Array("...".utf8) { break }
      if let start = line.first, start != 0x20, start != UInt8(ascii: "-"), let colon = line.firstIndex(of: 0x3A) {
        let key = String(decoding: line[..<colon], as: UTF8.self)
        fields[key] = String(decoding: Array(line[(colon + 1)...]).trimmedASCII, as: UTF8.self)
        name = key
      } else if let name {
        fields[name, default: ""] += "\n" + String(decoding: text, as: UTF8.self)
      }
    }
    style = (fields["csl"] ?? fields["citation-style"]).flatMap { Self.words($0).first }
    language = fields["lang"].flatMap { Self.words($0).first }
    bibliography = fields["bibliography"].map(Self.words) ?? []
    readUncited(fields["nocite"] ?? "")
  }

  /// Reads the block of the manuscript at `path`.
  ///
  /// - Throws: `IbidError` where the file cannot be read.
  public init(path: String) throws(IbidError) { self.init(try InputFile(path: path).bytes(limit: 200_000_000)) }

  /// The path of a file that the manuscript at `path` names, which stands beside it.
  public func path(of file: String, besides path: String) -> String {
    guard !file.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return file }
    return path[...slash] + file
  }

  /// The scalars of a value: one, a list in brackets, or a list of lines.
  private static func words(_ value: String) -> [String] {
    value.split { $0 == "\n" || $0 == "," || $0 == "[" || $0 == "]" }.compactMap { word in
      var bytes = Array(word.utf8).trimmedASCII
      if bytes.starts(with: [UInt8(ascii: "-"), 0x20]) { bytes = Array(bytes.dropFirst(2)).trimmedASCII }
      if bytes.count > 1, let mark = bytes.first, mark == bytes.last, mark == 0x22 || mark == 0x27 {
        bytes = Array(bytes.dropFirst().dropLast())
      }
      return bytes.isEmpty || bytes == [UInt8(ascii: "|")] ? nil : String(decoding: bytes, as: UTF8.self)
    }
  }

  private mutating func readUncited(_ value: String) {
    for piece in value.utf8.split(separator: UInt8(ascii: "@")).dropFirst(value.utf8.first == 0x40 ? 0 : 1) {
      if piece.first == UInt8(ascii: "*") {
        listsAll = true
        continue
      }
      let key = piece.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 || "_:.#$%&+?~/-".utf8.contains($0) }
      var bytes = Array(key)
      // A mark at the end belongs to the list.
      while let last = bytes.last, ".:?".utf8.contains(last) { bytes.removeLast() }
      if !bytes.isEmpty { uncited.append(String(decoding: bytes, as: UTF8.self)) }
    }
  }
}
