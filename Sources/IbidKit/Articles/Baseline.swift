public import IbidModel

/// Findings that are known already: those of an earlier `ibid check --format json`.
///
///     let fresh = try Baseline(path: "known.json").new(in: article.findings())
public struct Baseline: Sendable {
  private let fingerprints: Set<String>

  /// The findings that a file holds.
  ///
  /// - Throws: `IbidError` where it cannot be read, or holds no findings.
  public init(path: String) throws(IbidError) {
    let bytes = try InputFile(path: path).bytes()
    guard let value = try? JSONReader.value(of: bytes), value["findings"] != nil else {
      throw IbidError(
        .baseline, "\(path): is no baseline; `ibid check ARTICLE --format json` writes one", path: path)
    }
    fingerprints = Set(value["findings"]?.elements.compactMap { $0["fingerprint"]?.text } ?? [])
  }

  /// The findings that it does not hold, in their order.
  public func new(in findings: [Finding]) -> [Finding] {
    findings.filter { finding in finding.fingerprint.map { !fingerprints.contains($0) } ?? true }
  }
}
