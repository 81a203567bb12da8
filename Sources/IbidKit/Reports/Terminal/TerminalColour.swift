import IbidModel

/// Colours of a terminal, by what they stand for; without colours a text stays as it is.
struct TerminalColour {
  let isUsed: Bool

  func bold(_ text: String) -> String { painted(text, "1") }
  /// Below the line that a finding stands in.
  func mark(_ text: String) -> String { painted(text, "32") }

  func painted(_ text: String, _ severity: Severity) -> String {
    switch severity {
    case .error: painted(text, "1;31")
    case .warning: painted(text, "1;33")
    case .info: painted(text, "1;36")
    }
  }

  func painted(_ text: String, _ status: CitationStatus) -> String {
    switch status {
    case .cited: painted(text, "32")
    case .hollow: painted(text, "33")
    case .uncited: painted(text, "31")
    case .none: painted(text, "2")
    }
  }

  private func painted(_ text: String, _ code: String) -> String {
    isUsed && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
