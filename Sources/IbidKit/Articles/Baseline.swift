public import IbidModel

/// Findings that are known already: those of an earlier `ibid check --format json`.
public struct Baseline: Sendable {
  private let fingerprints: Set<String>

  /// The findings that a file holds.
  ///
  /// - Throws: `IbidError` where it cannot be read, or holds no findings.
  public init(path: String) throws(IbidError) {
    let bytes = try InputFile(path: path).bytes()
    guard let value = try? JSONReader.value(of: bytes), value["findings"] != nil else {
      throw IbidError("\(path): is no baseline; `ibid check ARTICLE --format json` writes one")
    }
    fingerprints = Set(value["findings"]?.elements.compactMap { $0["fingerprint"]?.text } ?? [])
  }

  /// Takes known findings out, and tells how many they were.
  public func removeKnown(from findings: inout [Finding], fingerprints: [String]) -> Int {
    let count = findings.count
    findings = zip(findings, fingerprints).filter { !self.fingerprints.contains($1) }.map(\.0)
    return count - findings.count
  }
}
