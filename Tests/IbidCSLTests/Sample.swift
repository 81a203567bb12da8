import IbidCSL
import IbidModel
import Testing

/// One behaviour of the language: elements of a layout, items, and what comes out.
struct Sample: CustomTestStringConvertible, Sendable {
  /// The children of `cs:citation`'s layout.
  var elements: String
  /// JSON objects of items, without the braces; `id` and `type` are added where they are missing.
  var items: [String]
  /// The output, in HTML.
  var output: String
  /// Attributes of `cs:style` and `cs:citation`, and elements before `cs:citation`.
  var style = ""
  var citation = ""
  var before = ""

  init(
    _ elements: String, _ items: String..., style: String = "", citation: String = "", before: String = "",
    gives output: String
  ) {
    self.elements = elements
    self.items = items
    self.output = output
    self.style = style
    self.citation = citation
    self.before = before
  }

  var testDescription: String { "\(elements.prefix(60)) → \(output)" }

  /// What comes out of a citation of all items.
  func rendered() throws -> String {
    let text = """
      <style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" \(style)>
      <info><id/><title/></info>\(before)
      <citation \(citation)><layout delimiter="; ">\(elements)</layout></citation></style>
      """
    let items = try self.items.enumerated().map { index, members in
      let json = try JSONReader.value(of: "{\(members)}")
      var item = try #require(Item(cslJSON: json))
      if item.id.isEmpty { item.id = "\(index + 1)" }
      if json["type"] == nil { item.type = .book }
      return item
    }
    let processor = Processor(style: try Style.parse(Array(text.utf8)), format: .html)
    let cites = items.map { Cite(id: $0.id) }
    return processor.process(items: items, citations: [Citation(cites)]).citations[0]
  }
}
