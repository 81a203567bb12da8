public import IbidModel
import IbidText

extension CheckedBibliography {
  /// For each finding `path:line:column: severity: message [rule]`, then the line with the place marked; a summary last.
  public func text(of findings: [Finding], usesColour: Bool) -> String {
    let text = FindingsText(source: SourceText(bytes), colour: TerminalColour(isUsed: usesColour))
    let summary = FindingsText.summary(of: findings, in: path)
    return findings.map(text.text).joined() + (findings.isEmpty ? "" : "\n") + summary + "\n"
  }
}
