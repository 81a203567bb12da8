import IbidModel

/// Walks XML that holds data: calls back for the start, the text and the end of each element.
enum MarkupFields {
  /// What is met.
  enum Event {
    case start(MarkupTag)
    /// An element's end, and the text directly behind its start or last child.
    case end(String, text: String)
  }

  /// Walks `bytes`; text within markup of the text (`<style>`) counts for what holds it.
  static func walk(_ bytes: [UInt8], transparent: Set<String> = [], _ take: (Event) -> Void) {
    var scanner = MarkupScanner(bytes, from: 0, isHTML: false)
    var text: [UInt8] = []
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        if transparent.contains(tag.name) { continue }
        text.removeAll(keepingCapacity: true)
        take(.start(tag))
        if tag.isEmpty { take(.end(tag.name, text: "")) }
      case .end(let name, _):
        if transparent.contains(name) { continue }
        take(.end(name, text: String(decoding: text.trimmedASCII, as: UTF8.self)))
        text.removeAll(keepingCapacity: true)
      case .text(let range, let isLiteral): appendText(bytes, range, isLiteral: isLiteral, to: &text)
      }
    }
  }

  /// Appends the text of a stretch of XML, entities resolved.
  static func appendText(_ bytes: [UInt8], _ range: Range<Int>, isLiteral: Bool, to text: inout [UInt8]) {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "&"), !isLiteral, let entity = EntityReference.read(bytes, at: index),
        entity.end <= range.upperBound
      {
        text += String(entity.scalar).utf8
        index = entity.end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
  }
}
