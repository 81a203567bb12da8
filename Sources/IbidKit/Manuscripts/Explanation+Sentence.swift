import IbidCSL

extension Explanation {
  /// One line for a person.
  var sentence: String {
    let reason =
      others.isEmpty
      ? "another person of that name is cited" : "“\(reading)” would also stand for \(others.joined(separator: ", "))"
    return "\(id): \(what): \(reason)"
  }

  private var what: String {
    switch measure {
    case .names(let shown, let styled): "shows \(shown) names instead of \(styled)"
    case .givenNames(let persons): "shows the given names of \(persons.joined(separator: ", "))"
    case .condition: "takes the style's longer form"
    case .yearSuffix(let letters): "has the year suffix “\(letters)”"
    }
  }
}
