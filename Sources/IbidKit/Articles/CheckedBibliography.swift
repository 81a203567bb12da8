import IbidArticles
import IbidChecks
import IbidFormats
public import IbidModel
import IbidText

/// A file of BibTeX's entries, looked at as BibTeX and biber will read it: what breaks them, and what prints wrong.
///
///     let file = try CheckedBibliography(path: "refs.bib")
///     for finding in file.findings() { print(finding.range.place.line, finding.message) }
public struct CheckedBibliography: Sendable {
  /// The file.
  public let path: String
  /// Remarks that name rules which there are not.
  public let unknownSuppressions: [UnknownSuppression]
  /// The file's text in UTF-8.
  let bytes: [UInt8]
  /// The file as it is, inflated.
  private let raw: [UInt8]
  private let isConverted: Bool
  private let all: [Finding]

  /// Most bytes of a file.
  private static let byteLimit = 200_000_000

  /// Whether a file's name is that of a bibliography: `refs.bib`.
  public static func isNamed(_ path: String) -> Bool {
    FileEnding(of: path, for: .reading).map { RecordFormat.bibtex.endings.contains($0.text) } ?? false
  }

  /// Looks at the file at `path`.
  ///
  /// - Throws: `IbidError` where it cannot be read, or holds nothing of BibTeX.
  public init(path: String) throws(IbidError) {
    try self.init(bytes: InputFile(path: path).bytes(limit: Self.byteLimit), path: path)
  }

  /// Looks at these bytes of the file at `path`.
  ///
  /// - Throws: `IbidError` where they hold nothing of BibTeX.
  package init(bytes: [UInt8], path: String) throws(IbidError) {
    self.path = path
    raw = bytes
    let (text, isConverted) = BibTeXText.utf8(of: raw)
    (self.bytes, self.isConverted) = (text, isConverted || path.hasSuffix(".gz") || path == "-")
    guard RecordFormat.bibtex.recognizes?(text) == true else {
      throw IbidError(.unknownFormat, "\(path): is no BibTeX: no entry begins in it, as `@article{` does", path: path)
    }
    let lines = LineIndex(text)
    let suppressions = Self.suppressions(in: text)
    let found = BibTeXLint.faults(in: text).filter { !$0.isSuppressed(by: suppressions) }.map { fault in
      Finding(
        rule: fault.rule, severity: fault.severity, message: fault.message, path: path,
        range: lines.range(fault.range),
        fix: fault.fix.map {
          Finding.Fix(range: lines.range($0.range), replacement: String(decoding: $0.text, as: UTF8.self))
        })
    }
    all = zip(found, Fingerprint.all(of: found, in: text)).map { finding, fingerprint in
      var finding = finding
      finding.fingerprint = fingerprint
      return finding
    }
    unknownSuppressions = suppressions.flatMap { one in
      one.rules.filter { !CheckConfiguration.hasRule(named: $0) }.map {
        UnknownSuppression(path: path, line: one.range.place.line, rule: $0)
      }
    }
  }

  /// What these rules find (all rules where none is named), but for what the file's own remarks switch off; in its order,
  /// each with its fingerprint.
  public func findings(rules: RuleSelection = RuleSelection()) -> [Finding] {
    all.filter { rules.bibliographyRules.contains($0.rule) }.map { finding in
      var finding = finding
      if let severity = rules.severities[finding.rule] { finding.severity = severity }
      return finding
    }
  }

  /// The file with what these rules can mend safely mended; nil where that is nothing. No entry and no field is lost.
  ///
  /// - Throws: `IbidError` where the file is in another encoding than UTF-8 or compressed, and has to stay so.
  public func mended(rules: RuleSelection = RuleSelection()) throws(IbidError) -> MendedFile? {
    let text = BibTeXMending.mended(bytes) { faults, bytes in
      let suppressions = Self.suppressions(in: bytes)
      return faults.filter { rules.bibliographyRules.contains($0.rule) && !$0.isSuppressed(by: suppressions) }
    }
    guard let text else { return nil }
    guard !isConverted else {
      throw IbidError(
        .unwritableFile, "\(path): is not mended: it is compressed or in another encoding than UTF-8", path: path)
    }
    return MendedFile(path: path, old: raw, new: text)
  }

  private static func suppressions(in bytes: [UInt8]) -> [Suppression] {
    SuppressionReader.suppressions(
      in: SourceText(bytes),
      syntax: RemarkSyntax(
        [
          .init(opening: "%"), .init(opening: "@comment{", closing: "}"), .init(opening: "@Comment{", closing: "}"),
        ], allowsBareLines: true))
  }
}

extension BibTeXFault {
  fileprivate func isSuppressed(by suppressions: [Suppression]) -> Bool {
    suppressions.contains { one in
      (one.rules.isEmpty || one.rules.contains(rule))
        && one.stretch.overlaps(range.lowerBound..<max(range.lowerBound + 1, range.upperBound))
    }
  }
}
