import IbidText
import IbidXML

/// Makes a ``RecordElement`` of a document's parts. An entity that the document does not define is HTML's;
/// one that is not HTML's either, as those that a document type defines, which is not followed, stays as it is spelled.
struct RecordElementBuilder: XMLHandler {
  /// The root, once it has ended.
  private(set) var root: RecordElement?
  /// How many entities stayed as they are spelled.
  private(set) var undefinedEntities = 0
  private var open: [RecordElement] = []
  private var text: [UInt8] = []

  mutating func start(_ name: Span<UInt8>, _ attributes: borrowing XMLAttributes, offset: Int, line: Int) {
    endText()
    var element = RecordElement(name: Self.string(name))
    for index in 0..<attributes.count {
      element.attributes.append(
        (Self.string(attributes.name(of: index)), Self.unescaped(Self.string(attributes.value(of: index)))))
    }
    open.append(element)
  }

  mutating func end(_ name: Span<UInt8>, offset: Int, line: Int) {
    endText()
    guard let element = open.popLast() else { return }
    if open.isEmpty { root = element } else { open[open.count - 1].content.append(.element(element)) }
  }

  mutating func characters(_ piece: Span<UInt8>) {
    for index in piece.indices { text.append(piece[index]) }
  }

  mutating func reference(_ name: Span<UInt8>, isInAttribute: Bool) {
    guard !isInAttribute else { return }
    if let scalar = HTMLEntity.scalar(named: Self.string(name)) {
      text += String(scalar).utf8
    } else {
      undefinedEntities += 1
      text += "&\(Self.string(name));".utf8
    }
  }

  private mutating func endText() {
    guard !text.isEmpty else { return }
    if !open.isEmpty { open[open.count - 1].content.append(.text(String(decoding: text, as: UTF8.self))) }
    text.removeAll(keepingCapacity: true)
  }

  /// libxml2 leaves an ampersand of an attribute as `&#38;`.
  private static func unescaped(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
    let bytes = Array(value.utf8)
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let entity = HTMLEntity.reference(in: bytes, at: index) {
        text += String(entity.scalar).utf8
        index = entity.end
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}
