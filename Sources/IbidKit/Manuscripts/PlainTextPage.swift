import IbidArticles

/// A formatted plain text as a page of HTML: a paragraph for what blank lines part, and nothing else.
enum PlainTextPage {
  /// The page of this text, whose characters are escaped already.
  static func html(of text: String) -> String {
    var html = "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title></title>\n</head>\n<body>\n"
    for paragraph in paragraphs(of: text) {
      html += paragraph.hasPrefix(listStart) ? paragraph + "\n" : "<p>\(paragraph)</p>\n"
    }
    return html + "</body>\n</html>\n"
  }

  /// The bibliography, without a blank line inside.
  static func list(of entries: [String]) -> String {
    let lines = entries.map { entry in
      "<div class=\"csl-entry\">" + entry.split { $0.isNewline }.joined(separator: " ") + "</div>"
    }
    return "\n" + ([listStart] + lines + ["</div>"]).joined(separator: "\n") + "\n\n"
  }

  private static let listStart = "<div class=\"csl-bib-body\">"

  private static func paragraphs(of text: String) -> [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}
