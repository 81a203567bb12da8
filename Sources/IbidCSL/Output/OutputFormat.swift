/// How citations and entries are written.
package enum OutputFormat: String, Sendable, CaseIterable {
  case text, html, markdown, rtf
}

/// Writes finished runs: one pass with a stack of what is in force.
struct OutputWriter {
  private let format: OutputFormat
  private let quotes: QuotationMarks
  private var result = ""
  private var states: [State]
  private var closings: [(mark: String, isDisplay: Bool)] = []

  /// What is in force inside a span.
  private struct State {
    var formatting: Formatting
    var quoteDepth = 0
  }

  /// The text of `runs` in this format.
  static func write(_ runs: [Run], as format: OutputFormat, quotes: QuotationMarks) -> String {
    var writer = OutputWriter(format: format, quotes: quotes)
    for run in runs { writer.write(run) }
    return writer.result
  }

  private init(format: OutputFormat, quotes: QuotationMarks) {
    self.format = format
    self.quotes = quotes
    states = [State(formatting: Formatting())]
  }

  private mutating func write(_ run: Run) {
    switch run {
    case .text(let text): append(text)
    case .open(let span): open(span)
    case .close:
      guard closings.count > 0 else { return }
      let closing = closings.removeLast()
      // As citeproc-js does: the blank of a last suffix stands behind its part of the entry.
      let endsInBlank = closing.isDisplay && format == .html && result.utf8.last == 0x20
      if endsInBlank { result.removeLast() }
      result += closing.mark
      if endsInBlank { result += " " }
      states.removeLast()
    }
  }

  private mutating func append(_ text: String) {
    switch format {
    case .text: result += text
    case .html: HTML.escape(text, into: &result)
    case .markdown: Markdown.escape(text, into: &result)
    case .rtf: RTF.escape(text, into: &result)
    }
  }

  private mutating func open(_ span: Span) {
    guard var state = states.last else { return }
    var closing = ""
    switch span {
    case .quotes:
      let isInner = state.quoteDepth % 2 == 1
      append(isInner ? quotes.innerOpen : quotes.open)
      let mark = isInner ? quotes.innerClose : quotes.close
      if format == .rtf { RTF.escape(mark, into: &closing) } else { closing = mark }
      state.quoteDepth += 1
    case .formatting, .noDecoration:
      let changes =
        if case .formatting(let formatting) = span { state.formatting.apply(formatting) } else {
          state.formatting.apply(.plain)
        }
      for change in changes.reversed() {
        let marks = markup(change)
        result += marks.open
        closing = marks.close + closing
      }
    case .display(let display):
      // On paper the margin parts the number from the text; in a line of text a blank does.
      if display == .rightInline, format == .text || format == .markdown, let last = result.unicodeScalars.last,
        !last.isBlank
      {
        result += " "
      }
      let marks = markup(display)
      result += marks.open
      closing = marks.close
    case .noCase, .tag: break
    }
    states.append(state)
    closings.append((closing, span == .display(.rightInline)))
  }

  private func markup(_ change: Formatting.Change) -> (open: String, close: String) {
    switch format {
    case .text: ("", "")
    case .html: HTML.markup(change)
    case .markdown: Markdown.markup(change)
    case .rtf: RTF.markup(change)
    }
  }

  private func markup(_ display: Display) -> (open: String, close: String) {
    switch format {
    case .text: display == .block || display == .indent ? ("\n", "") : ("", "")
    case .html: HTML.markup(display)
    case .markdown: display == .block || display == .indent ? ("\\\n", "") : ("", "")
    case .rtf: RTF.markup(display)
    }
  }
}
