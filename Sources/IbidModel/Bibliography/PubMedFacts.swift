/// What PubMed says of an article beyond CSL's variables: one JSON object under PubMed's element names
/// (`PublicationTypeList`, `MeshHeadingList`, `CommentsCorrectionsList`, `Abstract`, `GrantList` …).
///
/// It is kept as JSON text, because an import of a million records writes it and hardly ever reads it.
///
///     let facts = PubMedFacts(json: #"{"PMID": {"Version": "2", "text": "20029669"}}"#)
///     print(facts.version)
public struct PubMedFacts: Sendable, Hashable {
  /// One JSON object on one line.
  public var json: String

  /// Facts from the JSON text of one object.
  public init(json: String) { self.json = json }

  /// The facts as a value; an empty object where the text is no JSON.
  public var value: JSONValue { (try? JSONReader.value(of: json)) ?? .object([]) }

  /// The facts of these names, the others left unread; an empty object where the text is no JSON.
  public func value(of names: Set<String>) -> JSONValue {
    var reader = JSONReader(Array(json.utf8))
    return (try? reader.readObject(only: names)) ?? .object([])
  }

  /// The record's version: PubMed publishes some articles again and again under one PMID.
  public var version: Int { value(of: ["PMID"])["PMID"]?["Version"]?.integer ?? 1 }
}
