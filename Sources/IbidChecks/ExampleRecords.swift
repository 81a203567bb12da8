import IbidModel

/// The record that the rules' examples match with, and what it might be. (It is none of these.)
extension Item {
  /// The record as it is.
  static let engel: Item = {
    var item = Item(id: "engel1977", type: .articleJournal)
    item[.title] = "The need for a new medical model: a challenge for biomedicine"
    item[.containerTitle] = "Science (New York, N.Y.)"
    item[.containerTitleShort] = "Science"
    item[.volume] = "196"
    item[.issue] = "4286"
    item[.page] = "129-136"
    item[.PMID] = "847460"
    item[date: .issued] = CSLDate(1977, 4, 8)
    item[names: .author] = [Name(family: "Engel", given: "G L")]
    return item
  }()

  /// Another work by another author.
  static let sleep: Item = {
    var item = Item(id: "roe2010", type: .articleJournal)
    item[.title] = "A study of sleep and its effects on the young"
    item[.containerTitle] = "Sleep"
    item[.volume] = "3"
    item[.issue] = "2"
    item[.page] = "10-12"
    item[.PMID] = "2010"
    item[.DOI] = "10.1234/sleep.2010"
    item[date: .issued] = CSLDate(2010)
    item[names: .author] = [Name(family: "Roe", given: "J")]
    return item
  }()

  /// Engel's record with facts of PubMed's.
  static func engel(
    types: [String] = [], relation: String? = nil, mesh: [String] = [], abstract: String? = nil
  ) -> Item {
    var item = Item.engel
    item[.abstract] = abstract
    func texts(_ values: [String]) -> String { values.map { #"{"text":"\#($0)"}"# }.joined(separator: ",") }
    let relations = relation.map { #"{"RefType":"\#($0)","RefSource":"Science. 1980;1:1","PMID":"1"}"# } ?? ""
    let headings = mesh.map { #"{"DescriptorName":{"text":"\#($0)"}}"# }.joined(separator: ",")
    item.pubmed = PubMedFacts(
      json: """
        {"PublicationTypeList":[\(texts(types))],"CommentsCorrectionsList":[\(relations)],\
        "MeshHeadingList":[\(headings)]}
        """)
    return item
  }
}

extension RuleExample {
  /// Engel's reference as a note writes it.
  static let engelReference =
    "Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36. PubMed 847460"

  /// A sentence whose note holds that reference: the reference is found with this message, or nothing is.
  static func engel(_ record: Item, finds message: String?) -> RuleExample {
    guard let message else {
      return RuleExample("Medicine needs a new model.[^1]\n\n[^1]: \(engelReference)\n", records: [record])
    }
    return RuleExample(
      "Medicine needs a new model.[^1]\n\n[^1]: ⟦\(engelReference)⟧\n", message, records: [record])
  }

  /// A sentence, marked where it is found with this message, whose note holds that reference.
  static func engel(claim: String, _ record: Item, finds message: String?) -> RuleExample {
    let text = "\(claim)\n\n[^1]: \(engelReference)\n"
    return if let message { RuleExample(text, message, records: [record]) } else {
      RuleExample(text, records: [record])
    }
  }
}
