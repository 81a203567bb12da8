/// What makes Markdown with citations of a manuscript in another format.
enum PandocInput {
  /// Endings of files whose citations pandoc reads.
  private static let endings: Set<String> = ["tex", "latex", "org", "docx", "odt", "typ", "html", "htm", "ipynb"]

  /// The command, as typed; nil where pandoc reads no such file, or its name is no plain word.
  static func command(for path: String) -> String? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = name.lastIndex(of: "."), point > name.startIndex,
      endings.contains(name[point...].dropFirst().lowercased()),
      name.unicodeScalars.allSatisfy({
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-".unicodeScalars.contains($0)
      })
    else { return nil }
    let reader = name.hasSuffix(".docx") ? " -f docx+citations" : ""
    return "pandoc\(reader) -t markdown -o \(name[..<point]).md \(name)"
  }
}
