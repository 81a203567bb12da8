import FoundationEssentials
import IbidModel
import IbidNotes

/// Reads labelled references, one JSON object a line.
enum Corpus {
  static func records(_ path: String) throws -> [JSONValue] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try [UInt8](data).split(separator: 0x0A).map {
      try JSONReader.value(of: String(decoding: $0, as: UTF8.self))
    }
  }

  /// The example of a record: by its segments, or where it has none by finding its fields in its string.
  static func example(_ record: JSONValue) -> Example? {
    let segments = record["segments"]?.elements ?? []
    guard let string = record["string"]?.text else { return nil }
    let fields = record["fields"] ?? .object([])
    let example =
      segments.isEmpty ? FieldAlignment.example(string, fields) : bySegments(string, segments, fields)
    return example.flatMap { isOrdered($0) ? $0.from(origin(of: record)) : nil }
  }

  /// A book's title that is labelled as a container before its series, which is labelled as the title, misleads.
  private static func isOrdered(_ example: Example) -> Bool {
    guard let title = example.labels.firstIndex(of: .title), let container = example.labels.firstIndex(of: .container)
    else { return true }
    return title < container || example.labels.firstIndex(of: .author).map { $0 > container } ?? true
  }

  /// Rendered works stand in their style's list, others in that of the article that cites them.
  private static func origin(of record: JSONValue) -> Origin {
    let id = record["id"]?.text ?? ""
    if id.hasPrefix("r:") {
      return Origin(
        work: record["fields"]?["title"]?.text?.lowercased() ?? id, list: record["style"]?.text, isStyled: true)
    }
    let source = record["source"]?.text ?? id
    // What stands in one list in the corpus without an article's name comes from many.
    guard source.contains(":") else { return Origin(work: String(id.dropLast())) }
    return Origin(work: source, list: source)
  }

  private static func bySegments(_ string: String, _ segments: [JSONValue], _ fields: JSONValue) -> Example? {
    let bytes = Array(string.utf8)
    var text = LabelledText()
    var position = 0
    var previous = ""
    for segment in segments {
      guard let name = segment.elements.first?.text, let value = segment.elements.last?.text else { return nil }
      let wanted = Array(value.utf8)
      guard let start = find(wanted, in: bytes, from: position) else { return nil }
      text.append(String(decoding: bytes[position..<start], as: UTF8.self))
      let before = text.bytes.count
      // Rendered authors break off where a particle stands behind the initials.
      if name == "other", previous == "author", continuesNames(value) {
        text.append(value, .author)
      } else if name == "volume" {
        appendVolume(value, to: &text)
      } else {
        text.append(value, label(of: name))
      }
      guard text.bytes.count == before + wanted.count else { return nil }
      position = start + wanted.count
      previous = name
    }
    text.append(String(decoding: bytes[position...], as: UTF8.self))
    FieldAlignment.labelEditors(in: &text, fields)
    return text.example
  }

  private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard wanted.count <= bytes.count - start else { return nil }
    for index in start...min(start + 60, bytes.count - wanted.count)
    where bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
      return index
    }
    return nil
  }

  private static func continuesNames(_ text: String) -> Bool {
    let words = text.split { " ,.()&".contains($0) }
    let capitals = words.filter { $0.first?.isUppercase == true && $0.count > 1 }
    let lowered = text.lowercased()
    return capitals.count >= 1 && words.count >= 2 && !lowered.contains("ed.") && !lowered.contains("eds")
      && !lowered.contains("in:")
      && !words.contains("In") && !words.contains("et") && !text.contains("«") && !text.contains("//")
  }

  static func label(of segment: String) -> Label {
    switch segment {
    case "author", "director", "producer": .author
    case "editor", "translator": .editor
    case "title": .title
    case "container-title", "source", "journal": .container
    case "collection-title": .collection
    case "date": .date
    case "issue": .issue
    case "page": .page
    case "publisher": .publisher
    case "publisher-place": .place
    case "edition": .edition
    case "genre": .genre
    case "accessed": .accessed
    case "note", "idno": .note
    default: .other
    }
  }

  /// «12(3)», «12, no. 3»: the first number is the volume, the second the issue.
  private static func appendVolume(_ value: String, to text: inout LabelledText) {
    let start = text.bytes.count
    text.append(value, .other)
    let bytes = Array(value.utf8)
    var runs: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      guard
        bytes[index].isASCIIDigit || bytes[index] >= 65 && bytes[index] <= 90
          || bytes[index] >= 97 && bytes[index] <= 122
      else {
        index += 1
        continue
      }
      let first = index
      while index < bytes.count, bytes[index].isASCIIDigit || bytes[index].isASCIILetter || bytes[index] >= 0x80 {
        index += 1
      }
      if bytes[first..<index].contains(where: \.isASCIIDigit) || isRoman(bytes[first..<index]) {
        runs.append(first..<index)
      }
    }
    guard let volume = runs.first else { return text.relabel(start..<(start + bytes.count), .volume) }
    let hasIssue =
      runs.count > 1 && runs[1].lowerBound - volume.upperBound <= 8 && bytes[volume.upperBound] != 45
      && bytes[volume.upperBound] < 0x80
    if hasIssue {
      text.relabel((start + volume.lowerBound)..<(start + volume.upperBound), .volume)
      text.relabel((start + runs[1].lowerBound)..<(start + (runs.last?.upperBound ?? 0)), .issue)
    } else {
      text.relabel((start + volume.lowerBound)..<(start + (runs.last?.upperBound ?? 0)), .volume)
    }
  }

  private static func isRoman(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.allSatisfy { "IVXLC".utf8.contains($0) } }
}
