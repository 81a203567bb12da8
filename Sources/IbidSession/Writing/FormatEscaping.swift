/// Plain text as an article format writes it.
enum FormatEscaping {
  /// `text` so that nothing in it is markup of this format.
  static func text(_ text: String, in format: String) -> String {
    switch format {
    case "html", "jats": replacing(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;"])
    case "latex":
      replacing(
        text,
        [
          "\\": "\\textbackslash{}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{",
          "}": "\\}",
        ])
    case "typst": replacing(text, ["#": "\\#", "@": "\\@", "$": "\\$", "*": "\\*", "_": "\\_", "<": "\\<"])
    case "markdown": replacing(text, ["*": "\\*", "_": "\\_", "<": "\\<", "`": "\\`"])
    default: text
    }
  }

  /// Scalar by scalar: a Character that joins a sign with an accent would slip through.
  private static func replacing(_ text: String, _ signs: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let sign = signs[scalar] { result += sign } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
