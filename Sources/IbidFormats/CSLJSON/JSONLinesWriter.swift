package import IbidModel

/// Writes items as JSON Lines: each as one line, complete: CSL-JSON with PubMed's facts, affiliations and ORCID iDs.
package struct JSONLinesWriter: RecordWriter {
  private var writer = JSONWriter()

  /// A writer that has written nothing.
  package init() {}

  package var bytes: [UInt8] {
    get { writer.bytes }
    _modify { yield &writer.bytes }
  }

  package mutating func write(_ item: Item) {
    item.writeJSONLine(to: &writer)
    writer.bytes.append(UInt8(ascii: "\n"))
  }

  package func carries(_ item: Item) -> Bool { item.passesIntake }
}
