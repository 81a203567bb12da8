import IbidChecks
import IbidFormats
public import IbidModel
import IbidText

/// A file of BibTeX's entries, looked at as BibTeX and biber will read it: what breaks them, and what prints wrong.
///
///     let file = try CheckedBibliography(path: "refs.bib")
///     for finding in try file.findings() { print(finding.range.place.line, finding.message) }
public struct CheckedBibliography: Sendable {
  /// The file.
  public let path: String
  let bytes: [UInt8]
  private let all: [Finding]

  /// The names of all rules.
  public static var rules: [String] { BibTeXLint.rules }

  /// Whether a file's name is that of a bibliography: `refs.bib`.
  public static func isNamed(_ path: String) -> Bool {
    FileEnding(of: path, for: .reading).map { RecordFormat.bibtex.endings.contains($0.text) } ?? false
  }

  /// Looks at the file at `path`.
  ///
  /// - Throws: `IbidError` where it cannot be read, or holds nothing of BibTeX.
  public init(path: String) throws(IbidError) {
    self.path = path
    bytes = try InputFile(path: path).bytes(limit: 200_000_000)
    guard RecordFormat.bibtex.recognizes?(bytes) == true else {
      throw IbidError(.unknownFormat, "\(path): is no BibTeX: no entry begins in it, as `@article{` does", path: path)
    }
    let lines = LineIndex(bytes)
    let size = bytes.count
    let found = BibTeXLint.faults(in: bytes).map { fault in
      let end = min(size, max(fault.offset + 1, fault.fix?.range.upperBound ?? 0))
      return Finding(
        rule: fault.rule, severity: fault.severity, message: fault.message, path: path,
        range: lines.range(min(fault.offset, size)..<max(end, fault.offset)),
        fix: fault.fix.map {
          Finding.Fix(range: lines.range($0.range), replacement: String(decoding: $0.text, as: UTF8.self))
        })
    }
    all = zip(found, Fingerprint.all(of: found, in: bytes)).map { finding, fingerprint in
      var finding = finding
      finding.fingerprint = fingerprint
      return finding
    }
  }

  /// What these rules find (all where none is named), in the order of the file.
  ///
  /// - Throws: `IbidError` where a name is no rule's.
  public func findings(only: [String] = [], disabled: [String] = []) throws(IbidError) -> [Finding] {
    for name in only + disabled where !Self.rules.contains(name) {
      throw IbidError(
        .unknownRule, "there is no rule “\(name)” of bibliographies; there are \(Self.rules.joined(separator: ", "))",
        name: name)
    }
    return all.filter { (only.isEmpty || only.contains($0.rule)) && !disabled.contains($0.rule) }
  }

  /// The file with all safe edits made; nil where there is none. No entry and no field is lost.
  public var mended: String? {
    let mended = BibTeXLint.mended(bytes)
    return mended == bytes ? nil : String(validating: mended, as: UTF8.self)
  }
}
