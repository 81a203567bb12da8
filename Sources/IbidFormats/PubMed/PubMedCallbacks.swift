import IbidXML

extension PubMedState {
  /// The functions that the parser calls: they find the state behind its pointer and nothing else.
  static var callbacks: XMLCallbacks {
    XMLCallbacks(
      start: { state, name, _, _, _, _, attributeCount, _, attributes in
        guard let name, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.start(name, Int(attributeCount), attributes)
      },
      end: { state, name, _, _ in
        guard let name, let state else { return }
        let place = state.assumingMemoryBound(to: PubMedState.self)
        place.pointee.end(place.pointee.names.name(name))
      },
      characters: { state, piece, count in
        guard let piece, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.characters(piece, Int(count))
      },
      reference: { state, name in
        guard let name, let state else { return }
        state.assumingMemoryBound(to: PubMedState.self).pointee.reference(name)
      })
  }

  /// The attributes that libxml2 gives: five pointers each, local name, prefix, namespace, start and end of the value.
  private mutating func start(
    _ name: UnsafePointer<UInt8>, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    self.attributes.removeAll()
    if let attributes {
      for index in 0..<count {
        let five = attributes + 5 * index
        guard let name = five[0], let value = five[3], let end = five[4] else { continue }
        self.attributes.append(MarkupAttribute(name: names.name(name), value: value, count: end - value))
      }
    }
    start(names.name(name), self.attributes.all)
  }
}
