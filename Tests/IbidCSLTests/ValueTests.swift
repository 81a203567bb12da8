import IbidCSL
import IbidModel
import TestSupport
import Testing

/// What the language makes of single values, by golden files: each value, and behind `→` how each element writes it.
struct ValueTests {
  private static let fixtures = Fixtures()

  /// What a citation of one item reads whose layout holds these elements.
  private static func rendered(
    _ elements: String, _ members: String, style: String = "", locale: String? = nil, format: OutputFormat = .html
  ) throws -> String {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" \(style)>
      <info><id/><title/></info><citation><layout>\(elements)</layout></citation></style>
      """
    let item = try #require(Item(cslJSON: try JSONReader.value(of: "{\"id\":\"1\",\"type\":\"book\",\(members)}")))
    let processor = Processor(style: try Style.parse(Array(text.utf8)), locale: locale, format: format)
    return processor.process(items: [item], citations: [Citation([Cite(id: "1")])]).citations[0]
  }

  private static func quoted(_ text: String) -> String { JSONWriter.text(of: .string(text)) }

  @Test("Titles in each case")
  func casesOfTitles() throws {
    try Self.fixtures.expect(eachLineOf: "values/titles") { title in
      try ["title", "sentence", "capitalize-first", "capitalize-all", "uppercase", "lowercase"].map { name in
        let text = try Self.rendered(
          "<text variable=\"title\" text-case=\"\(name)\"/>", "\"title\": \(Self.quoted(title))")
        return "\(name): \(text)"
      }
    }
  }

  @Test("Markup and quotation marks in each format")
  func markup() throws {
    try Self.fixtures.expect(eachLineOf: "values/markup") { title in
      let members = "\"title\": \(Self.quoted(title))"
      let plain = try OutputFormat.allCases.map {
        "\($0): " + (try Self.rendered("<text variable=\"title\"/>", members, format: $0))
      }
      let elements = "<text variable=\"title\" quotes=\"true\" font-style=\"italic\" suffix=\".\"/>"
      let quoted = try ["en-US", "en-GB", "de-DE", "fr-FR"].map { (language: String) in
        "\(language), italic in quotation marks: " + (try Self.rendered(elements, members, locale: language))
      }
      return plain + quoted
    }
  }

  @Test("Numbers and pages in each form")
  func numbers() throws {
    try Self.fixtures.expect(eachLineOf: "values/numbers") { value in
      let members = "\"volume\": \(Self.quoted(value)), \"page\": \(Self.quoted(value))"
      let forms = try ["numeric", "ordinal", "long-ordinal", "roman"].map {
        "\($0): " + (try Self.rendered("<number variable=\"volume\" form=\"\($0)\"/>", members))
      }
      let labelled = try Self.rendered("<label variable=\"volume\"/><text variable=\"volume\" prefix=\" \"/>", members)
      let test = try Self.rendered(
        "<choose><if is-numeric=\"volume\"><text value=\"numeric\"/></if><else><text value=\"not numeric\"/></else></choose>",
        members)
      let pages = try ["expanded", "minimal", "minimal-two", "chicago-15", "chicago-16"].map {
        try Self.rendered("<text variable=\"page\"/>", members, style: "page-range-format=\"\($0)\"")
      }
      let page = try Self.rendered(
        "<label variable=\"page\" form=\"short\"/><text variable=\"page-first\" prefix=\" \"/>", members)
      return forms + ["\(test), as \(labelled), first page \(page), pages \(pages.joined(separator: " | "))"]
    }
  }

  @Test("Dates in each form and language")
  func dates() throws {
    let parts = """
      <date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/><date-part name="month" form="short"/>\
      <date-part name="year" form="short"/></date>
      """
    try Self.fixtures.expect(eachLineOf: "values/dates") { date in
      let members = "\"issued\": \(date)"
      let forms = try [
        ("text", "form=\"text\""), ("numeric", "form=\"numeric\""),
        ("months", "form=\"text\" date-parts=\"year-month\""),
        ("years", "form=\"numeric\" date-parts=\"year\""),
      ].map { "\($0): " + (try Self.rendered("<date variable=\"issued\" \($1)/>", members)) }
      let languages = try ["de-DE", "fr-FR", "es-ES"].map {
        try Self.rendered("<date variable=\"issued\" form=\"text\"/>", members, locale: $0)
      }
      let circa = try Self.rendered(
        "<choose><if is-uncertain-date=\"issued\"><text value=\", uncertain\"/></if></choose>", members)
      return forms + [
        "parts: \(try Self.rendered(parts, members))\(circa)", "elsewhere: \(languages.joined(separator: " | "))",
      ]
    }
  }

  @Test("Names in each form")
  func names() throws {
    let forms = [
      ("long", "<name and=\"text\"/>", ""), ("initials", "<name and=\"symbol\" initialize-with=\". \"/>", ""),
      (
        "tight", "<name initialize-with=\"\" name-as-sort-order=\"all\" sort-separator=\" \"/>",
        "initialize-with-hyphen=\"false\""
      ),
      (
        "first inverted",
        "<name and=\"text\" name-as-sort-order=\"first\" delimiter-precedes-last=\"after-inverted-name\"/>",
        "demote-non-dropping-particle=\"never\""
      ),
      ("short", "<name form=\"short\" and=\"text\" delimiter-precedes-last=\"always\"/>", ""),
      (
        "et al",
        "<name et-al-min=\"2\" et-al-use-first=\"1\" name-as-sort-order=\"all\" delimiter-precedes-et-al=\"after-inverted-name\"/>",
        "demote-non-dropping-particle=\"sort-only\""
      ),
      ("use last", "<name et-al-min=\"3\" et-al-use-first=\"1\" et-al-use-last=\"true\"/>", ""),
      ("whole initials", "<name initialize=\"false\" initialize-with=\".\"/>", ""),
      (
        "parts",
        "<name><name-part name=\"family\" text-case=\"uppercase\" suffix=\"!\"/><name-part name=\"given\" font-style=\"italic\" prefix=\"+\"/></name><et-al/><label prefix=\", \"/>",
        ""
      ),
    ]
    try Self.fixtures.expect(eachLineOf: "values/names") { names in
      try forms.map { label, name, style in
        let text = try Self.rendered("<names variable=\"author\">\(name)</names>", "\"author\": \(names)", style: style)
        return "\(label): \(text)"
      }
    }
  }

  @Test("Marks that meet")
  func punctuation() throws {
    let marks = [".", ",", ";", ":", "!", "?", " ", ". ", "? "]
    var lines: [String] = []
    for left in marks {
      for right in marks {
        let members = "\"title\": \(Self.quoted("A" + left)), \"note\": \"B\""
        let plain = "<text variable=\"title\"/><text variable=\"note\" prefix=\"\(right)\"/>"
        let quoted = "<text variable=\"title\" quotes=\"true\"/><text variable=\"note\" prefix=\"\(right)\"/>"
        let nested =
          "<group suffix=\"\(right)\"><text variable=\"title\" quotes=\"true\"/></group><text variable=\"note\"/>"
        let texts = try [(plain, "en-US"), (quoted, "en-US"), (quoted, "en-GB"), (nested, "en-GB")].map {
          try Self.rendered($0, members, locale: $1)
        }
        lines.append("A\(left) + \(right)B: \(texts.map { "⟨\($0)⟩" }.joined(separator: " "))")
      }
    }
    try Self.fixtures.expect(lines.joined(separator: "\n") + "\n", equals: "values/punctuation.golden")
  }
}
