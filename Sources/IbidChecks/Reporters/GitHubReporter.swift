package import IbidModel

/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
///
/// Source: GitHub Docs, «Workflow commands for GitHub Actions».
package enum GitHubReporter {
  /// One finding, ending in a line break.
  package static func text(of finding: Finding) -> String {
    let command =
      switch finding.severity {
      case .error: "error"
      case .warning: "warning"
      case .info: "notice"
      }
    let place = finding.range.place
    return "::\(command) file=\(property(finding.path)),line=\(place.line),col=\(place.column),"
      + "title=\(property(finding.rule))::\(escaped(finding.message))\n"
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "%": "%25"
      case "\r": "%0D"
      case "\n": "%0A"
      default: String(scalar)
      }
    }.joined()
  }

  private static func property(_ text: String) -> String {
    escaped(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
