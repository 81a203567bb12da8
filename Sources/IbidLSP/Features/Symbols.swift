import IbidKit
import IbidModel
import IbidSession

/// Sections and claims, and what their state is.
extension LanguageServer {
  private static let sectionKind = 15
  private static let claimKind = 20
  private static let titleLength = 80

  func symbols(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article else { return .array([]) }
    let outline = Outline(article, view.checked.text)
    if client.hasSymbolTree { return .array(outline.entries.map { symbol($0, view) }) }
    return .array(outline.entries.flatMap { information($0, within: nil, view) })
  }

  private func symbol(_ entry: Outline.Entry, _ view: View) -> JSONValue {
    json([
      "name": .string(Self.name(entry)), "detail": entry.detail.isEmpty ? nil : .string(entry.detail),
      "kind": .int(entry.level == nil ? Self.claimKind : Self.sectionKind), "range": view.range(entry.range),
      "selectionRange": view.range(entry.heading),
      "children": entry.children.isEmpty ? nil : .array(entry.children.map { symbol($0, view) }),
    ])
  }

  private func information(_ entry: Outline.Entry, within section: String?, _ view: View) -> [JSONValue] {
    let name = Self.name(entry)
    let own = json([
      "name": .string(entry.detail.isEmpty ? name : "\(name) (\(entry.detail))"),
      "kind": .int(entry.level == nil ? Self.claimKind : Self.sectionKind),
      "containerName": section.map { .string($0) },
      "location": json(["uri": .string(uri(of: view.path)), "range": view.range(entry.range)]),
    ])
    return [own] + entry.children.flatMap { information($0, within: name, view) }
  }

  private static func name(_ entry: Outline.Entry) -> String {
    let title = entry.title.isEmpty ? "–" : entry.title
    return title.count > titleLength ? title.prefix(titleLength - 1) + "…" : title
  }

  /// What its claims have behind them, over each heading.
  func codeLenses(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article else { return .array([]) }
    func lenses(_ entries: [Outline.Entry]) -> [JSONValue] {
      entries.filter { $0.level != nil }.flatMap { entry -> [JSONValue] in
        let own = json([
          "range": view.range(entry.heading), "command": json(["title": .string(entry.detail), "command": ""]),
        ])
        return (entry.detail.isEmpty ? [] : [own]) + lenses(entry.children)
      }
    }
    return .array(lenses(Outline(article, view.checked.text).entries))
  }

  /// «Saragiotto 2016» behind `[3]`.
  func inlayHints(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article else { return .array([]) }
    let asked = try view.positions.offsets(parameters["range"])
    let shift = view.document.shift
    let stretch =
      shift.checked(
        of: asked.lowerBound)..<max(shift.checked(of: asked.lowerBound), shift.checked(of: asked.upperBound) + 1)
    return .array(
      MarkerNames.names(in: article, view.checked.text, stretch).map { name in
        json([
          "position": view.positions.position(shift.current(of: name.offset)), "label": .string(name.text),
          "paddingLeft": true,
        ])
      })
  }

  /// The DOIs and PMIDs of the article's references, where they are written.
  func documentLinks(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article else { return .array([]) }
    return .array(
      IdentifierPlaces.all(in: article, view.checked.text).compactMap { place in
        place.identifier.address.map {
          json([
            "range": view.range(place.range), "target": .string($0), "tooltip": .string(place.identifier.kind.rawValue),
          ])
        }
      })
  }
}
