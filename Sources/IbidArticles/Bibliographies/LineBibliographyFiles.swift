import IbidModel

/// The files that formats name on lines of their own.
enum LineBibliographyFiles {
  /// `#+bibliography: one.bib`, once for each file; org-ref's `bibliography:one.bib,two.bib`, also in link brackets.
  @Sendable static func org(_ text: [UInt8]) -> [String] {
    lines(of: text).flatMap { line -> [String] in
      if let value = value(of: line, behind: "#+bibliography:") { return [unquoted(value)] }
      let link = line.hasPrefix("[[") ? line.dropFirst(2).prefix { $0 != "]" } : line[...]
      guard let files = value(of: String(link), behind: "bibliography:"), !files.contains(" ") else { return [] }
      return files.split(separator: ",").map(String.init)
    }
  }

  /// `.. bibliography:: one.bib two.bib`.
  @Sendable static func reStructuredText(_ text: [UInt8]) -> [String] {
    lines(of: text).flatMap { value(of: $0, behind: ".. bibliography::")?.split(separator: " ").map(String.init) ?? [] }
  }

  /// `:bibtex-file: one.bib`.
  @Sendable static func asciiDoc(_ text: [UInt8]) -> [String] {
    lines(of: text).compactMap { value(of: $0, behind: ":bibtex-file:") }
  }

  private static func lines(of text: [UInt8]) -> [String] {
    TextLines.lines(of: text, from: 0).compactMap { line in
      // Only a line that begins so can be one.
      guard let first = text[line.range].first, "#[b.:B".utf8.contains(first), line.range.count < 10_000 else {
        return nil
      }
      return String(decoding: text[line.range], as: UTF8.self)
    }
  }

  /// What stands behind a name that the line begins with, in small letters or capitals.
  private static func value(of line: String, behind name: String) -> String? {
    guard line.lowercased().hasPrefix(name) else { return nil }
    let value = line.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
    return String(value.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }

  private static func unquoted(_ value: String) -> String {
    value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"") ? String(value.dropFirst().dropLast()) : value
  }
}
