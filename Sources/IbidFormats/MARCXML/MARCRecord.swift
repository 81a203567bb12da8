import IbidModel

/// A record of MARC 21: a leader, and fields by their tags.
struct MARCRecord {
  /// A field with its subfields.
  struct Field {
    let subfields: [(code: String, text: String)]

    /// The first subfield of this code.
    func text(_ code: String) -> String? { subfields.first { $0.code == code }?.text }

    /// All subfields of this code.
    func texts(_ code: String) -> [String] { subfields.filter { $0.code == code }.map(\.text) }

    /// The subfields of these codes as one text; nil where there are none.
    func joined(_ codes: String, by separator: String) -> String? {
      let texts = subfields.filter { codes.contains($0.code) }.map(\.text)
      return texts.isEmpty ? nil : texts.joined(separator: separator)
    }
  }

  private let leader: [UInt8]
  private let control: [(tag: String, text: String)]
  private let data: [(tag: String, field: Field)]

  init(_ record: RecordElement) {
    leader = Array((record.child("leader")?.line ?? "").utf8)
    control = record.children("controlfield").map { ($0["tag"] ?? "", $0.text) }
    data = record.children("datafield").map { field in
      let subfields = field.children("subfield").map { ($0["code"] ?? "", Self.withoutMarks($0.line)) }
      return (field["tag"] ?? "", Field(subfields: subfields.filter { !$0.1.isEmpty }))
    }
  }

  /// The fields of a tag, in order.
  func fields(_ tag: String) -> [Field] { data.filter { $0.tag == tag }.map(\.field) }

  /// The first subfield of a code in fields of a tag.
  func first(_ tag: String, _ code: String) -> String? { fields(tag).lazy.compactMap { $0.text(code) }.first }

  /// The first year of the fixed field.
  var year: Int? {
    guard fixed.count > 11 else { return nil }
    return Int(String(decoding: fixed[7..<11], as: UTF8.self))
  }

  /// The language of the fixed field: counted from its end, because some write blanks inside of it as one.
  var language: String? {
    let end = fixed.suffix(5).prefix(3)
    return end.count == 3 && end.allSatisfy(\.isASCIILetter) ? String(decoding: end, as: UTF8.self) : nil
  }

  /// What kind of thing the leader names: type of record and level.
  var type: ItemType {
    guard leader.count > 7 else { return .book }
    switch (leader[6], leader[7]) {
    case (UInt8(ascii: "e"), _), (UInt8(ascii: "f"), _): return .map
    case (UInt8(ascii: "g"), _): return .motionPicture
    case (UInt8(ascii: "c"), _), (UInt8(ascii: "d"), _): return .musicalScore
    case (UInt8(ascii: "i"), _), (UInt8(ascii: "j"), _): return .song
    case (UInt8(ascii: "k"), _): return .graphic
    case (UInt8(ascii: "t"), _): return .manuscript
    case (_, UInt8(ascii: "a")): return .chapter
    case (_, UInt8(ascii: "b")): return .articleJournal
    case (_, UInt8(ascii: "s")): return .periodical
    default: return .book
    }
  }

  private var fixed: [UInt8] { control.first { $0.tag == "008" }.map { Array($0.text.utf8) } ?? [] }

  /// Cataloguers' marks at the end of a subfield: ` :`, ` /`, `,`.
  private static func withoutMarks(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, " :/;,=".contains(last) { text.removeLast() }
    return String(text)
  }
}
