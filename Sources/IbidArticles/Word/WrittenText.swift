import IbidModel

/// What a citation's field says of its own text, by which its reference manager tells whether somebody changed it.
struct WrittenText {
  private let manager: WordCitation.Manager
  private let instruction: [UInt8]
  /// The object that the text stands in, and where; nil where the field has none.
  private var places: JSONPlaces?
  private var whole: JSONPlaces?

  init(_ citation: WordCitation) {
    manager = citation.manager
    instruction = citation.instruction
    guard let start = ManagedField.json(in: instruction), let whole = JSONPlaces(instruction, at: start) else { return }
    self.whole = whole
    let name = manager == .zotero ? "properties" : manager == .mendeley ? "mendeley" : "manualOverride"
    places = whole[name].flatMap { JSONPlaces(instruction, at: $0.lowerBound) }
  }

  /// The text without formatting.
  var plain: String? {
    switch manager {
    case .zotero: value("plainCitation")
    case .mendeley: value("plainTextFormattedCitation")
    default: nil
    }
  }

  /// The text as it was formatted; nil where that is not known.
  var runs: [WordRun]? {
    switch manager {
    case .zotero: value("formattedCitation").map(RTFText.runs)
    case .mendeley: value("formattedCitation").map(Self.runs)
    case .mendeleyCite: value("citeprocText").map(Self.runs)
    default: nil
    }
  }

  /// The changes of the instruction that make `runs` its text.
  func changes(to runs: [WordRun], rtf: String) -> [(range: Range<Int>, text: [UInt8])] {
    let members: [(String, String)]
    switch manager {
    case .zotero: members = [("formattedCitation", rtf), ("plainCitation", runs.plainText)]
    case .mendeley:
      let html = Self.html(runs)
      members = [
        ("formattedCitation", html), ("plainTextFormattedCitation", runs.plainText),
        ("previouslyFormattedCitation", html),
      ]
    case .mendeleyCite: members = [("citeprocText", Self.html(runs))]
    case .endNote: return Self.displayChange(in: instruction, to: runs.plainText)
    case .word: return []
    }
    var changes: [(range: Range<Int>, text: [UInt8])] = []
    let values = members.map { ($0.0, JSONWriter.text(of: .string($0.1))) }
    if let places {
      changes = values.map { places.change($0.0, to: $0.1) }
    } else if let whole {
      let text = values.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
      let name = manager == .zotero ? "properties" : manager == .mendeley ? "mendeley" : "manualOverride"
      changes = [whole.change(name, to: "{\(text)}")]
    }
    guard manager == .mendeleyCite else { return changes }
    // The JSON is packed into the tag, of which it is all but the name.
    var edits = WordEdits()
    for change in changes { edits.replace(change.range, by: change.text) }
    let name = "MENDELEY_CITATION_v3_".utf8.count
    let old = Base64.encoded(instruction).count
    return [(name..<name + old, Base64.encoded(edits.applied(to: instruction)))]
  }

  /// EndNote keeps the text in its XML, where that stands in the instruction.
  private static func displayChange(in instruction: [UInt8], to text: String) -> [(range: Range<Int>, text: [UInt8])] {
    guard let start = instruction.firstOffset(of: "<DisplayText>").map({ $0 + 13 }),
      let end = instruction.firstOffset(of: "</DisplayText>"), start <= end
    else { return [] }
    return [(start..<end, WordEscape.text(text.utf8))]
  }

  private func value(_ name: String) -> String? {
    guard let range = places?[name] else { return nil }
    var reader = JSONReader(instruction, offset: range.lowerBound)
    return (try? reader.readValue())?.text
  }

  /// A text by which two are compared: blanks of all kinds alike, hyphens too.
  static func folded(_ text: String) -> String {
    var folded = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{AD}", "\u{200B}", "\u{FEFF}": break
      case "\u{2011}", "\u{2010}": folded.unicodeScalars.append("-")
      case _ where scalar.properties.isWhitespace: if folded.utf8.last != 0x20 { folded += " " }
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded.trimmedASCII
  }

  // MARK: HTML, as Mendeley keeps formatted text

  private static let tags: [(name: String, set: @Sendable (inout WordRun.Format) -> Void)] = [
    ("i", { $0.isItalic = true }), ("b", { $0.isBold = true }), ("u", { $0.isUnderlined = true }),
    ("sup", { $0.height = .superscript }), ("sub", { $0.height = .subscript }),
  ]

  private static func runs(of html: String) -> [WordRun] {
    tags.filter { html.contains("<\($0.name)>") }.map { tag in
      var run = WordRun(text: "")
      tag.set(&run.format)
      return run
    }
  }

  private static func html(_ runs: [WordRun]) -> String {
    runs.map { run in
      var names: [String] = []
      if run.format.isItalic == true { names.append("i") }
      if run.format.isBold == true { names.append("b") }
      if run.format.isUnderlined == true { names.append("u") }
      if run.format.height == .superscript { names.append("sup") }
      if run.format.height == .subscript { names.append("sub") }
      return names.map { "<\($0)>" }.joined() + run.text + names.reversed().map { "</\($0)>" }.joined()
    }.joined()
  }
}
