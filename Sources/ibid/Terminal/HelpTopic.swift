import IbidKit

/// What `ibid help` explains beside commands.
enum HelpTopic: String, CaseIterable {
  case configuration, suppression, formats, keys
  case exitStatus = "exit-status"

  /// The text that a call asks for; nil where it asks for none.
  static func text(for words: [String]) -> String? {
    guard words.count == 2, words[0] == "help" else { return nil }
    return Self(rawValue: words[1])?.text
  }

  var text: String {
    switch self {
    case .configuration: CheckConfiguration.commented
    case .suppression:
      """
      Remarks in an article or bibliography that switch rules off, in the comments
      of its format (<!-- … --> in Markdown and HTML, % in LaTeX and BibTeX):

        ibid-disable-line RULE -- why          on its own line
        ibid-disable-next-line RULE -- why     on the line behind it
        ibid-disable RULE                      from its line on, to the end or to
        ibid-enable RULE

      RULE is one rule or several; without one all are meant. What a whole folder
      does without stands in .ibid.yml: see `ibid help configuration`. Findings that
      are known already are left out by --baseline: see `ibid help check`.

      """
    case .formats:
      """
      Records are recognized by what stands in the file; --input-format names their
      format where that fails. They are read from

      \(HelpText.table(of: ImportFormat.all))

      and written, by --to or the ending of --output, as

      \(HelpText.table(of: ExportFormat.all))

      """
    case .keys:
      """
      A record keeps the key that it brings along. Others get the first author's name
      and the year, or what `keys:` in .ibid.yml says: engel1977, then engel1977a.
      A key that was given once leads to that record for ever, also where the record
      has got another one, was merged into another record, or was removed.

        ibid search pain treatment        finds keys
        ibid show engel1977               what stands behind one
        ibid rekey engel1977 engel paper.md     another one, in manuscripts too
        ibid rekey --pattern '[auth.lower][year]'   all

      """
    case .exitStatus:
      """
      0    done, and nothing was found that fails
      1    done, but: findings at or above --fail-on, records that were rejected, keys
           that no record has, a search without a result
      2    could not be done: a file is missing or cannot be read or written, the
           library is broken, there is no such key, rule or style
      64   wrong arguments

      """
    }
  }
}
