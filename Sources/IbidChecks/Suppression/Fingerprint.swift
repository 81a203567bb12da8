package import IbidModel
import IbidText

/// What a finding is known by when lines have moved: its rule, the text that it stands at, and which of several alike
/// it is.
package enum Fingerprint {
  /// A fingerprint for each finding in an article whose files hold these bytes, put together: 16 hexadecimal digits (FNV-1a, 64 bits).
  package static func all(of findings: [Finding], in bytes: [UInt8]) -> [String] {
    var seen: [UInt64: UInt64] = [:]
    return findings.map { finding in
      let range = finding.range.positions.clamped(to: 0..<bytes.count)
      // Blanks may change when a paragraph is set anew.
      let key = UInt64(fnvOf: Array(finding.rule.utf8) + [0] + bytes[range].filter { $0 > 0x20 })
      let count = seen[key, default: 0]
      seen[key] = count + 1
      let digits = String(key &+ count &* 0x9E37_79B9_7F4A_7C15, radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
  }
}
