import IbidScan
import Testing

struct UTF8CheckTests {
  /// Bytes, where the first error is, and whether it is text of XML's where there is none.
  private static let sequences: [([UInt8], Int?, Bool)] = [
    ([], nil, true), ([0x00], nil, false), ([0x08], nil, false), ([0x09], nil, true), ([0x0A], nil, true),
    ([0x0B], nil, false), ([0x0C], nil, false), ([0x0D], nil, true), ([0x0E], nil, false), ([0x1F], nil, false),
    ([0x20], nil, true), ([0x7F], nil, true),
    // One byte, and the second byte's limits for each first one.
    ([0x80], 0, false), ([0xBF], 0, false), ([0xC0, 0x80], 0, false), ([0xC1, 0xBF], 0, false),
    ([0xC2, 0x7F], 0, false), ([0xC2, 0x80], nil, true), ([0xC2, 0xBF], nil, true), ([0xC2, 0xC0], 0, false),
    ([0xDF, 0xBF], nil, true), ([0xE0, 0x9F, 0x80], 0, false), ([0xE0, 0xA0, 0x80], nil, true),
    ([0xE0, 0xBF, 0xBF], nil, true), ([0xE0, 0xC0, 0x80], 0, false), ([0xE1, 0x7F, 0x80], 0, false),
    ([0xE1, 0x80, 0x80], nil, true), ([0xEC, 0xBF, 0xBF], nil, true), ([0xED, 0x7F, 0x80], 0, false),
    ([0xED, 0x80, 0x80], nil, true), ([0xED, 0x9F, 0xBF], nil, true), ([0xED, 0xA0, 0x80], 0, false),
    ([0xEE, 0x80, 0x80], nil, true), ([0xEF, 0xBF, 0xBD], nil, true), ([0xEF, 0xBF, 0xBE], nil, false),
    ([0xEF, 0xBF, 0xBF], nil, false), ([0xEF, 0xBE, 0xBF], nil, true), ([0xF0, 0x8F, 0x80, 0x80], 0, false),
    ([0xF0, 0x90, 0x80, 0x80], nil, true), ([0xF0, 0xBF, 0xBF, 0xBF], nil, true), ([0xF0, 0xC0, 0x80, 0x80], 0, false),
    ([0xF1, 0x80, 0x80, 0x80], nil, true), ([0xF3, 0xBF, 0xBF, 0xBF], nil, true), ([0xF3, 0xC0, 0x80, 0x80], 0, false),
    ([0xF4, 0x7F, 0x80, 0x80], 0, false), ([0xF4, 0x80, 0x80, 0x80], nil, true), ([0xF4, 0x8F, 0xBF, 0xBF], nil, true),
    ([0xF4, 0x90, 0x80, 0x80], 0, false), ([0xF5, 0x80, 0x80, 0x80], 0, false), ([0xFF], 0, false),
    // The third and the fourth byte.
    ([0xE1, 0x80, 0x7F], 0, false), ([0xE1, 0x80, 0xC0], 0, false), ([0xF1, 0x80, 0x7F, 0x80], 0, false),
    ([0xF1, 0x80, 0x80, 0x7F], 0, false), ([0xF1, 0x80, 0x80, 0xC0], 0, false),
    // What is cut off, and what stands behind something good.
    ([0xC2], 0, false), ([0xE1, 0x80], 0, false), ([0xF1, 0x80, 0x80], 0, false), ([0x61, 0xC2], 1, false),
    ([0xC3, 0xA9, 0xA9], 2, false),
  ]

  @Test("Every limit of table 3-7 holds, wherever the sequence stands among the stretches that are looked at at once")
  func checksLimits() {
    for (bytes, error, isText) in Self.sequences {
      for before in [0, 1, 14, 15, 16, 17, 62, 63, 64, 65, 80, 127] {
        for behind in [0, 1, 63, 64, 200] where behind == 0 || error == nil || bytes.count > 0 {
          let all = [UInt8](repeating: 0x61, count: before) + bytes + [UInt8](repeating: 0x62, count: behind)
          #expect(UTF8Check.firstError(in: all.span) == error.map { $0 + before }, "\(bytes), \(before), \(behind)")
          #expect(UTF8Check.isText(all.span) == isText, "\(bytes), \(before), \(behind)")
        }
      }
    }
  }

  @Test("Swift's own check agrees on pairs and triples of bytes at the limits")
  func agreesWithSwift() {
    let limits: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
      0xF1, 0xF3, 0xF4, 0xF5,
    ]
    for first in limits {
      for second in limits {
        for third in limits {
          for bytes in [[first, second], [first, second, third], [first, second, third, 0x80]] {
            let isValid = String(validating: bytes, as: UTF8.self) != nil
            #expect((UTF8Check.firstError(in: bytes.span) == nil) == isValid, "\(bytes)")
          }
        }
      }
    }
  }
}
