package import IbidModel

extension RichText {
  /// The text without the tags that keep capitals as they are, which formats that know no such protection would show:
  /// `<span class="nocase">`.
  package static func withoutCaseProtection(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var isProtection: [Bool] = []
    var index = 0
    for tag in pairedTags(in: bytes) {
      kept += bytes[index..<tag.lowerBound]
      index = tag.upperBound
      let isEnd = bytes[tag].dropFirst().first == UInt8(ascii: "/")
      let isDropped = isEnd ? isProtection.popLast() ?? false : bytes[tag].elementsEqual(protection)
      if !isEnd { isProtection.append(isDropped) }
      if !isDropped { kept += bytes[tag] }
    }
    kept += bytes[index...]
    return String(decoding: kept, as: UTF8.self)
  }

  private static let protection = Array("<span class=\"nocase\">".utf8)
}
