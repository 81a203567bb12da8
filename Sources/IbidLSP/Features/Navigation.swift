import IbidKit
import IbidModel
import IbidSession

/// From a marker to its note and its record, and back.
extension LanguageServer {
  func definition(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article else { return .null }
    let offset = try view.checkedOffset(parameters["position"])
    let places = ArticlePlaces(article, view.checked.text)
    guard let (target, origin) = places.target(at: offset) else {
      return recordOfNote(at: offset, places, view)
    }
    // From a note's own label there is nothing to go to but the marker.
    let isMarker = !places.markers(at: offset).isEmpty
    if let note = places.note(of: target) {
      let range = isMarker ? note.note.range : places.uses(of: target).first?.range
      return range.map { link(from: origin, to: $0, view) } ?? .null
    }
    guard case .key(let key) = target, let entry = entries(of: view)?.place(of: key) else { return .null }
    return link(from: origin, to: entry.path, entry.range, view)
  }

  /// From a reference in a note to its record.
  private func recordOfNote(at offset: Int, _ places: ArticlePlaces, _ view: View) -> JSONValue {
    guard let index = places.note(at: offset) else { return .null }
    let references = places.article.notes[index].references
    guard let reference = references.first(where: { $0.reference.range.offsets.touches(offset) }),
      let entry = entries(of: view)?.place(of: reference.work.item.id)
    else { return .null }
    return link(from: reference.reference.range.offsets, to: entry.path, entry.range, view)
  }

  private func link(from origin: Range<Int>, to range: SourceRange, _ view: View) -> JSONValue {
    link(from: origin, to: range.path ?? view.path, range.offsets, view)
  }

  private func link(from origin: Range<Int>, to path: String, _ offsets: Range<Int>, _ view: View) -> JSONValue {
    guard let location = place(path, offsets, view) else { return .null }
    guard client.linksDefinitions else { return location }
    return .array([
      json([
        "originSelectionRange": view.range(origin), "targetUri": location["uri"], "targetRange": location["range"],
        "targetSelectionRange": location["range"],
      ])
    ])
  }

  /// A place as it is now.
  func place(_ path: String, _ offsets: Range<Int>, _ view: View) -> JSONValue? {
    location(path, path == view.path ? view.document.shift.current(of: offsets) : offsets)
  }

  func references(_ parameters: JSONValue) throws(RequestError) -> JSONValue {
    guard let view = try view(parameters), let article = view.checked.article else { return .null }
    let places = ArticlePlaces(article, view.checked.text)
    let offset = try view.checkedOffset(parameters["position"])
    guard let (target, _) = places.target(at: offset) ?? noteTarget(at: offset, places) else { return .null }
    var locations = places.uses(of: target).compactMap { place(view.path, places.label(of: $0), view) }
    if parameters.at("context", "includeDeclaration")?.isTrue ?? false {
      if let note = places.note(of: target) {
        let range = note.note.range
        place(range.path ?? view.path, range.offsets, view).map { locations.append($0) }
      } else if case .key(let key) = target, let entry = entries(of: view)?.place(of: key) {
        place(entry.path, entry.range, view).map { locations.append($0) }
      }
    }
    return .array(locations)
  }

  /// The note at an offset, wherever in it that is.
  private func noteTarget(at offset: Int, _ places: ArticlePlaces) -> (target: Marker.Target, range: Range<Int>)? {
    places.note(at: offset).map { index in
      let note = places.article.notes[index].note
      return (.note(note.label), note.range.offsets)
    }
  }
}
