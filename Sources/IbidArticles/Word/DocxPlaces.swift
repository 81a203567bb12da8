import IbidModel
import IbidText

/// The way from the text of a Word document, as `DocxReader` reads it, to the bytes of its parts.
struct DocxPlaces: Sendable {
  private let text: [UInt8]
  private let origins: [DocxDraft.Origin]
  private let notes: [DocxDraft.NoteBody]
  private let parts: DocxParts

  init(_ parts: DocxParts) {
    let document = DocxDraft.document(parts)
    (text, origins, notes) = (document.text, document.origins, document.notes)
    self.parts = parts
  }

  /// The part, and the bytes in it, of a stretch of the text; blanks at its ends do not count, and what has no length is
  /// the word there. Nil where the text has no such place.
  func place(of range: Range<Int>) -> (story: DocxDraft.Story, bytes: Range<Int>)? {
    let range = word(at: range)
    guard let first = origin(at: range.lowerBound), let end = origin(at: range.upperBound - 1) else { return nil }
    let last = end.story == first.story ? end : first
    let start = source(range.lowerBound, in: first)
    let stop = end.story == first.story ? source(range.upperBound, in: last) : last.source.upperBound
    guard start < stop else { return nil }
    return (first.story, start..<stop)
  }

  /// The note that holds a place of the text.
  func note(at offset: Int) -> DocxDraft.NoteKey? {
    notes.first { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }?.key
  }

  private func word(at range: Range<Int>) -> Range<Int> {
    let trimmed = text.trimmedASCII(range.clamped(to: text.indices))
    guard trimmed.isEmpty else { return trimmed }
    var start = min(max(0, trimmed.lowerBound), text.count)
    while start < text.count, text[start].isASCIISpace { start += 1 }
    var end = start
    while end < text.count, !text[end].isASCIISpace { end += 1 }
    return start..<max(end, min(start + 1, text.count))
  }

  private func origin(at offset: Int) -> DocxDraft.Origin? {
    let index = origins.partitioningIndex { $0.text.upperBound > offset }
    guard index < origins.count, origins[index].text.contains(offset) else { return nil }
    return origins[index]
  }

  private func source(_ offset: Int, in origin: DocxDraft.Origin) -> Int {
    if offset >= origin.text.upperBound { return origin.source.upperBound }
    if origin.isTag || offset <= origin.text.lowerBound { return origin.source.lowerBound }
    return MarkupFields.source(
      of: offset - origin.text.lowerBound, in: bytes(of: origin.story), origin.source, isLiteral: origin.isLiteral)
  }

  private func bytes(of story: DocxDraft.Story) -> [UInt8] {
    switch story {
    case .document: parts.document
    case .footnotes: parts.footnotes
    case .endnotes: parts.endnotes
    }
  }
}

extension MarkupFields {
  /// The byte at which the decoded byte of this number stands in a stretch of XML.
  static func source(of decoded: Int, in bytes: [UInt8], _ range: Range<Int>, isLiteral: Bool) -> Int {
    var index = range.lowerBound
    var passed = 0
    while index < range.upperBound, passed < decoded {
      if bytes[index] == UInt8(ascii: "&"), !isLiteral, let entity = EntityReference.read(bytes, at: index),
        entity.end <= range.upperBound
      {
        passed += String(entity.scalar).utf8.count
        index = entity.end
      } else {
        passed += 1
        index += 1
      }
    }
    return index
  }
}
