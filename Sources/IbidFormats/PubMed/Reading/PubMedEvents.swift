import IbidScan
import IbidXML

/// The parser that reads most records, and its handler behind the calls of the one that reads the rest.
struct PubMedEvents: ~Copyable, XMLHandler {
  var plain: PlainParser<PubMedState>
  private var tag = StartTag<PubMedMeaning>()

  init(_ state: consuming PubMedState) { plain = PlainParser(state) }

  mutating func start(_ name: Span<UInt8>, _ attributes: borrowing XMLAttributes, offset: Int, line: Int) {
    tag.begin(spelled: name)
    for index in 0..<attributes.count {
      let name = attributes.name(of: index)
      tag.append(known(name), spelled: name, value: attributes.value(of: index))
    }
    var place = DocumentPlace(offset: offset, line: line)
    // A record that is torn is rejected when libxml2 has read it.
    _ = plain.handler.start(known(name), tag, at: &place)
  }

  mutating func end(_ name: Span<UInt8>, offset: Int, line: Int) {
    var place = DocumentPlace(offset: offset, line: line)
    plain.handler.end(known(name), at: &place)
  }

  mutating func characters(_ text: Span<UInt8>) { plain.handler.characters(text) }

  mutating func reference(_ name: Span<UInt8>, isInAttribute: Bool) {
    plain.handler.reference(name, isInAttribute: isInAttribute)
  }

  private mutating func known(_ name: Span<UInt8>) -> MarkupName<PubMedMeaning> {
    plain.names.name(name) ?? plain.names.learn(name, plain.handler.meaning(of: name))
  }
}
