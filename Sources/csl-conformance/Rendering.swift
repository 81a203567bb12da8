import FoundationEssentials
import IbidCSL
import IbidModel

/// `csl-conformance render STYLE ITEMS [--locales FOLDER] [--format FORMAT]`: the bibliography of all items, for
/// comparison with other processors and for measuring. `STYLE` is a file, a bundled style or a folder of styles; of
/// a folder only what goes wrong is printed, and the counts. `compare FOLDER ITEMS [STYLE.csl …]` prints all, as
/// JSON; `change STYLE ITEMS` times changed citations.
struct Rendering {
  let locales: (String) -> LocaleFile?
  let format: OutputFormat
  /// The language to render in; nil for each style's own.
  var language: String?

  /// Renders and returns what is to be printed.
  func report(style: String, items path: String) throws -> String {
    let items = try self.items(path)
    if let bundled = Style.named(style) { return render(bundled, items).map { $0 + "\n" }.joined() }
    if let names = try? FileManager.default.contentsOfDirectory(atPath: style) {
      return try reportFolder(style, names.filter { $0.hasSuffix(".csl") }.sorted(), items)
    }
    return render(try read(style), items).map { $0 + "\n" }.joined()
  }

  /// One JSON object a style of the folder, with all citations and entries; of these styles, or of all.
  func comparison(_ folder: String, items path: String, _ styles: [String]) throws -> String {
    let items = try self.items(path)
    let all = styles.isEmpty ? try FileManager.default.contentsOfDirectory(atPath: folder).sorted() : styles
    var report = ""
    for name in all where name.hasSuffix(".csl") {
      var members = [JSONMember("style", .string(name))]
      do throws(CSLError) {
        guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else { continue }
        let style = try Style.parse([UInt8](data))
        let citations = items.enumerated().map { number, item in
          Citation([Cite(id: item.id)], noteNumber: style.styleClass == .note ? number + 1 : nil)
        }
        let result = Processor(style: style, locale: language, format: format, locales: locales).process(
          items: items, citations: citations)
        members.append(JSONMember("citations", .array(result.citations.map(JSONValue.string))))
        members.append(
          JSONMember(
            "bibliography",
            .object(result.bibliography.map { JSONMember($0.id, .string($0.text)) })))
        members.append(JSONMember("warnings", .array(result.warnings.map { .string("\($0)") })))
      } catch {
        members.append(JSONMember("error", .string("\(error)")))
      }
      report += JSONWriter.text(of: .object(members)) + "\n"
    }
    return report
  }

  /// How long one changed citation takes in a document that cites every item once: the mean of a hundred changes, as
  /// milliseconds.
  func changes(style name: String, items path: String) throws -> String {
    let items = try self.items(path)
    let style = try Style.named(name) ?? read(name)
    let citations = items.enumerated().map { number, item in
      Citation([Cite(id: item.id)], noteNumber: style.styleClass == .note ? number + 1 : nil)
    }
    let processor = Processor(style: style, locale: language, format: format, locales: locales)
    var live = LiveDocument(processor, items: items, citations: citations)
    let clock = ContinuousClock()
    let duration = clock.measure {
      for number in 0..<100 {
        let index = number * 7 % citations.count
        var changed = citations[index]
        changed.cites[0].locator = String(number + 2)
        live.replaceCitation(at: index, with: changed)
      }
    }
    let milliseconds = Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000
    return "\(milliseconds / 100) ms a change\n"
  }

  private func items(_ path: String) throws -> [Item] {
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONReader.value(of: [UInt8](data)).elements.compactMap(Item.init(cslJSON:))
  }

  private func read(_ path: String) throws -> Style {
    try Style.parse([UInt8](try Data(contentsOf: URL(filePath: path))))
  }

  private func render(_ style: Style, _ items: [Item]) -> [String] {
    let citations = items.map { Citation([Cite(id: $0.id)]) }
    let result = Processor(style: style, locale: language, format: format, locales: locales).process(
      items: items, citations: citations)
    return result.bibliography.isEmpty ? result.citations : result.bibliography.map(\.text)
  }

  private func reportFolder(_ folder: String, _ names: [String], _ items: [Item]) throws -> String {
    var report = ""
    var rendered = 0
    for name in names {
      do throws(CSLError) {
        guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else { continue }
        let lines = render(try Style.parse([UInt8](data)), items)
        rendered += 1
        if lines.count != items.count { report += "\(name): \(lines.count) of \(items.count) entries\n" }
      } catch {
        report += "\(name): \(error)\n"
      }
    }
    return report + "\(rendered) of \(names.count) styles rendered\n"
  }
}
