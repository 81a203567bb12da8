import ArgumentParser
import IbidKit
import IbidModel

/// How records are listed.
struct ListOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("relevance, year, author, title, added or key.", valueName: "order"),
    transform: FormatOption.choice)
  var sort: RecordQuery.Order?

  @Option(help: ArgumentHelp("How many records at the most.", valueName: "number"))
  var limit: Int?

  @Option(help: ArgumentHelp("How many records are passed over.", valueName: "number"))
  var offset = 0

  @Option(help: "text, json (one CSL-JSON object a line), csv or keys.")
  var format = Form.text

  /// The forms of a list.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv, keys
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit takes a number above 0") }
    guard offset >= 0 else { throw ValidationError("--offset takes a number that is not below 0") }
  }

  /// Lists what a search finds, and tells how much that is; on standard error, where not all of it is shown.
  func show(
    _ words: [String], of library: RecordLibrary, limit: Int?, order: RecordQuery.Order
  ) throws -> Int {
    var query = RecordQuery(words.joined(separator: " "))
    query.order = sort ?? order
    query.limit = self.limit ?? limit
    query.offset = offset
    let (items, total) = try library.records(query)
    if format == .csv { try Output.write(TableText.csv(Self.columns)) }
    for item in items { try Output.write(line(of: item)) }
    if items.count < total { Output.warn("\(Self.grouped(items.count)) of \(Self.grouped(total))") }
    return total
  }

  private func line(of item: Item) -> String {
    switch format {
    case .text: ItemText.line(of: item)
    case .json: JSONWriter.text(of: item.cslJSON()) + "\n"
    case .keys: TableText.plain(item.id) + "\n"
    case .csv: TableText.csv(Self.cells(of: item))
    }
  }

  private static let columns = ["key", "type", "authors", "year", "title", "container-title", "DOI", "PMID"]

  private static func cells(of item: Item) -> [String] {
    let names = item[names: .author].isEmpty ? item[names: .editor] : item[names: .author]
    let authors = names.map { [$0.familyOrLiteral, $0.given ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") }
    return [
      item.id, item.type.rawValue, authors.joined(separator: "; "), item[date: .issued]?.year.map(String.init) ?? "",
      item[.title] ?? "", item[.containerTitle] ?? "", item[.DOI] ?? "", item[.PMID] ?? "",
    ]
  }

  /// Digits in groups of three: `4,000`.
  private static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return text
  }
}
