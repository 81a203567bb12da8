import IbidChecks
public import IbidModel

/// Findings in the formats that programs read.
public enum FindingsReport {
  /// The contract's JSON.
  public static func json(of findings: [Finding], fingerprints: [String] = []) -> JSONValue {
    JSONReporter.json(of: findings, fingerprints: fingerprints)
  }

  /// A SARIF 2.1.0 log.
  public static func sarif(of findings: [Finding], fingerprints: [String] = []) -> JSONValue {
    SARIFReporter.json(of: findings, fingerprints: fingerprints)
  }

  /// GitHub's workflow commands.
  public static func gitHub(of findings: [Finding]) -> String { findings.map(GitHubReporter.text).joined() }
}
