import IbidCSL
import IbidModel
import TestSupport
import Testing

/// What the language makes of single values, by golden files: each value, and behind `→` how each element writes it.
struct ValueTests {
  private static let fixtures = Fixtures()

  /// A citation's layout of these elements, in a language and a format.
  private struct Form {
    let name: String
    private let processor: Processor

    init(
      _ name: String, _ elements: String, style: String = "", locale: String? = nil, format: OutputFormat = .html
    ) throws {
      let text = """
        <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" \(style)>
        <info><id/><title/></info><citation><layout>\(elements)</layout></citation></style>
        """
      self.name = name
      processor = Processor(style: try Style.parse(Array(text.utf8)), locale: locale, format: format)
    }

    /// What a citation of one item with these members of JSON reads.
    func text(_ members: String) throws -> String {
      let item = try #require(Item(cslJSON: try JSONReader.value(of: "{\"id\":\"1\",\"type\":\"book\",\(members)}")))
      return processor.process(items: [item], citations: [Citation([Cite(id: "1")])]).citations[0]
    }

    /// The same behind the form's name.
    func line(_ members: String) throws -> String { "\(name): \(try text(members))" }
  }

  private static func quoted(_ text: String) -> String { JSONWriter.text(of: .string(text)) }

  @Test("Titles in each case")
  func casesOfTitles() throws {
    let forms = try ["title", "sentence", "capitalize-first", "capitalize-all", "uppercase", "lowercase"].map {
      try Form($0, "<text variable=\"title\" text-case=\"\($0)\"/>")
    }
    try Self.fixtures.expect(eachLineOf: "values/titles") { title in
      try forms.map { try $0.line("\"title\": \(Self.quoted(title))") }
    }
  }

  @Test("Markup and quotation marks in each format")
  func markup() throws {
    let formats = try OutputFormat.allCases.map {
      try Form(String(describing: $0), "<text variable=\"title\"/>", format: $0)
    }
    let languages = try ["en-US", "en-GB", "de-DE", "fr-FR"].map { (language: String) in
      try Form(
        "\(language), italic in quotation marks",
        "<text variable=\"title\" quotes=\"true\" font-style=\"italic\" suffix=\".\"/>", locale: language)
    }
    try Self.fixtures.expect(eachLineOf: "values/markup") { title in
      try (formats + languages).map { try $0.line("\"title\": \(Self.quoted(title))") }
    }
  }

  @Test("Numbers and pages in each form")
  func numbers() throws {
    let forms = try ["numeric", "ordinal", "long-ordinal", "roman"].map {
      try Form($0, "<number variable=\"volume\" form=\"\($0)\"/>")
    }
    let test = """
      <choose><if is-numeric="volume"><text value="numeric"/></if><else><text value="not numeric"/></else></choose>
      """
    let labelled = [
      try Form("which is", test),
      try Form("as", "<label variable=\"volume\"/><text variable=\"volume\" prefix=\" \"/>"),
      try Form("from", "<label variable=\"page\" form=\"short\"/><text variable=\"page-first\" prefix=\" \"/>"),
    ]
    let pages = try ["expanded", "minimal", "minimal-two", "chicago-15", "chicago-16"].map {
      try Form($0, "<text variable=\"page\"/>", style: "page-range-format=\"\($0)\"")
    }
    try Self.fixtures.expect(eachLineOf: "values/numbers") { value in
      let members = "\"volume\": \(Self.quoted(value)), \"page\": \(Self.quoted(value))"
      return try forms.map { try $0.line(members) }
        + [
          try labelled.map { try $0.line(members) }.joined(separator: ", "),
          "pages: " + (try pages.map { try $0.text(members) }.joined(separator: " | ")),
        ]
    }
  }

  @Test("Dates in each form and language")
  func dates() throws {
    let parts = """
      <date variable="issued" delimiter=" "><date-part name="day" form="ordinal"/><date-part name="month" form="short"/>\
      <date-part name="year" form="short"/></date>\
      <choose><if is-uncertain-date="issued"><text value=", uncertain"/></if></choose>
      """
    let forms =
      try [
        ("text", "form=\"text\""), ("numeric", "form=\"numeric\""),
        ("months", "form=\"text\" date-parts=\"year-month\""),
        ("years", "form=\"numeric\" date-parts=\"year\""),
      ].map { try Form($0, "<date variable=\"issued\" \($1)/>") } + [try Form("parts", parts)]
    let languages = try ["de-DE", "fr-FR", "es-ES"].map {
      try Form($0, "<date variable=\"issued\" form=\"text\"/>", locale: $0)
    }
    try Self.fixtures.expect(eachLineOf: "values/dates") { date in
      let members = "\"issued\": \(date)"
      return try forms.map { try $0.line(members) }
        + ["elsewhere: " + (try languages.map { try $0.text(members) }.joined(separator: " | "))]
    }
  }

  @Test("Names in each form")
  func names() throws {
    let kept = "demote-non-dropping-particle=\"never\""
    let sorted = "demote-non-dropping-particle=\"sort-only\""
    let forms = try [
      ("long", "<name and=\"text\"/>", ""), ("initials", "<name and=\"symbol\" initialize-with=\". \"/>", ""),
      (
        "tight", "<name initialize-with=\"\" name-as-sort-order=\"all\" sort-separator=\" \"/>",
        "initialize-with-hyphen=\"false\""
      ),
      (
        "first inverted",
        "<name and=\"text\" name-as-sort-order=\"first\" delimiter-precedes-last=\"after-inverted-name\"/>", kept
      ),
      ("short", "<name form=\"short\" and=\"text\" delimiter-precedes-last=\"always\"/>", ""),
      (
        "et al",
        """
        <name et-al-min="2" et-al-use-first="1" name-as-sort-order="all" delimiter-precedes-et-al="after-inverted-name"/>
        """, sorted
      ),
      ("use last", "<name et-al-min=\"3\" et-al-use-first=\"1\" et-al-use-last=\"true\"/>", ""),
      ("whole initials", "<name initialize=\"false\" initialize-with=\".\"/>", ""),
      (
        "parts",
        """
        <name><name-part name="family" text-case="uppercase" suffix="!"/>\
        <name-part name="given" font-style="italic" prefix="+"/></name>
        """, ""
      ),
    ].map { try Form($0, "<names variable=\"author\">\($1)</names>", style: $2) }
    try Self.fixtures.expect(eachLineOf: "values/names") { names in
      try forms.map { try $0.line("\"author\": \(names)") }
    }
  }

  @Test("Marks that meet")
  func punctuation() throws {
    let marks = [".", ",", ";", ":", "!", "?", " ", ". ", "? "]
    var lines: [String] = []
    for right in marks {
      let quoted = "<text variable=\"title\" quotes=\"true\"/>"
      let plain = "<text variable=\"title\"/><text variable=\"note\" prefix=\"\(right)\"/>"
      let behind = quoted + "<text variable=\"note\" prefix=\"\(right)\"/>"
      let nested = "<group suffix=\"\(right)\">\(quoted)</group><text variable=\"note\"/>"
      let forms = try [(plain, "en-US"), (behind, "en-US"), (behind, "en-GB"), (nested, "en-GB")].map {
        try Form("", $0, locale: $1)
      }
      for left in marks {
        let members = "\"title\": \(Self.quoted("A" + left)), \"note\": \"B\""
        let texts = try forms.map { "⟨\(try $0.text(members))⟩" }
        lines.append("A\(left) + \(right)B: \(texts.joined(separator: " "))")
      }
    }
    try Self.fixtures.expect(lines.joined(separator: "\n") + "\n", equals: "values/punctuation.golden")
  }
}
