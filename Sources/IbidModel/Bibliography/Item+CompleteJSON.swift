extension Item {
  /// All that is known of the item as one line of JSON: CSL-JSON with PubMed's facts, affiliations and ORCID iDs.
  /// `Item(cslJSON:)` reads it back.
  public var completeJSON: String {
    var writer = JSONWriter()
    writeJSONLine(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The item of a line that `completeJSON` gave; nil where it is none. PubMed's facts are taken over unread: they are
  /// most of the line, and few who read an item ask for them.
  public init?(completeJSON line: [UInt8]) {
    self.init(id: "", type: .document)
    var reader = JSONReader(line)
    do throws(JSONError) {
      try reader.readMembers { (reader, name) throws(JSONError) in
        if name == PubMedFacts.memberName, let facts = reader.rawObject() {
          pubmed = PubMedFacts(json: facts)
        } else {
          read(JSONMember(name, try reader.readValue()))
        }
      }
    } catch {
      return nil
    }
    guard reader.atEnd() else { return nil }
  }
}
