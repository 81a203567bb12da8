import IbidModel

/// What a page says of itself in its head and in attributes of its text, as it was written.
struct PageHead {
  /// `meta` by name or property in lower case, in order.
  private(set) var metadata: [(name: String, value: String)] = []
  /// The page's own address.
  private(set) var canonical: String?
  private(set) var language: String?
  private(set) var title: String?
  /// The texts of `script` elements of JSON-LD.
  private(set) var linkedData: [[UInt8]] = []
  /// The `title` of COinS' spans.
  private(set) var contextObjects: [String] = []
  /// Microdata by property, in order.
  private(set) var properties: [(name: String, value: String)] = []

  private var capture: (name: String, element: String, depth: Int, text: [UInt8])?

  /// Properties of microdata that are read.
  private static let known: Set<String> = [
    "headline", "author", "datepublished", "datemodified", "creator", "alternativeheadline",
  ]

  init(_ bytes: [UInt8]) {
    readLinkedData(bytes)
    var scanner = MarkupScanner(bytes, from: 0, isHTML: true)
    while let token = scanner.next() {
      switch token {
      case .start(let tag): start(tag)
      case .end(let name, _): end(name)
      case .text(let range, let isLiteral):
        guard var open = capture else { continue }
        // The text has one owner, or each piece would copy it.
        capture = nil
        MarkupFields.appendText(bytes, range, isLiteral: isLiteral, to: &open.text)
        capture = open
      }
    }
  }

  /// The first value of these names.
  func first(_ names: String...) -> String? {
    for name in names {
      if let value = metadata.first(where: { $0.name == name && !$0.value.isEmpty })?.value { return value }
    }
    return nil
  }

  /// All values of a name.
  func all(_ name: String) -> [String] { metadata.filter { $0.name == name }.map(\.value) }

  /// The values of a property of microdata.
  func property(_ name: String) -> [String] { properties.filter { $0.name == name }.map(\.value) }

  private mutating func start(_ tag: MarkupTag) {
    if capture?.element == tag.name { capture?.depth += 1 }
    switch tag.name {
    case "html": language = language ?? tag["lang"]
    case "meta":
      if let name = tag["name"] ?? tag["property"], let value = tag["content"], metadata.count < 5_000 {
        metadata.append((name.lowercased(), value))
      }
    case "link":
      if tag["rel"]?.lowercased() == "canonical" { canonical = canonical ?? tag["href"] }
    case "title" where title == nil && capture == nil: capture = ("title", "title", 1, [])
    case "span":
      if tag["class"]?.contains("Z3988") == true, let object = tag["title"] { contextObjects.append(object) }
    default: break
    }
    guard let property = tag["itemprop"]?.lowercased(), Self.known.contains(property), properties.count < 200 else {
      return
    }
    if let value = tag["content"] ?? tag["datetime"] {
      properties.append((property, value))
    } else if capture == nil, !tag.isEmpty {
      capture = (property, tag.name, 1, [])
    }
  }

  private mutating func end(_ name: String) {
    guard let open = capture, open.element == name else { return }
    guard open.depth == 1 else {
      capture?.depth -= 1
      return
    }
    capture = nil
    let text = String(decoding: open.text, as: UTF8.self)
    if open.name == "title" { title = text } else { properties.append((open.name, text)) }
  }

  /// The scanner passes over scripts.
  private mutating func readLinkedData(_ bytes: [UInt8]) {
    var index = 0
    let opening = Array("<script".utf8)
    while linkedData.count < 50, let start = bytes[index...].firstRange(of: opening)?.lowerBound,
      let close = bytes[start...].firstIndex(of: UInt8(ascii: ">")),
      let end = bytes[close...].firstRange(of: Array("</script".utf8))?.lowerBound
    {
      if Array(bytes[start..<close]).loweredASCII.firstOffset(of: "ld+json") != nil {
        linkedData.append(Array(bytes[(close + 1)..<end]))
      }
      index = end
    }
  }
}
