import IbidModel
import IbidXML

extension StyleParser {
  func parseElements(_ elements: [XMLTree]) throws(CSLError) -> [Element] {
    var parsed: [Element] = []
    for element in elements {
      switch element.name {
      case "text": if let text = try parseText(element) { parsed.append(.text(text)) }
      case "number":
        parsed.append(
          .number(
            NumberElement(
              variable: variable(element), form: element.value("form") ?? .numeric, appearance: element.appearance)))
      case "date": parsed.append(.date(Self.parseDate(element)))
      case "names": parsed.append(.names(try parseNames(element)))
      case "label": parsed.append(.label(Self.parseLabel(element)))
      case "group":
        parsed.append(
          .group(
            GroupElement(
              delimiter: element["delimiter"] ?? "", appearance: element.appearance,
              children: try parseElements(element.children))))
      case "choose": parsed.append(.choose(try parseChoose(element)))
      default: throw CSLError(line: element.line, "«\(element.name)» is no rendering element")
      }
    }
    return parsed
  }

  private func variable(_ element: XMLTree) -> Variable? { element["variable"].flatMap(Variable.init(name:)) }

  private func parseText(_ element: XMLTree) throws(CSLError) -> TextElement? {
    let source: TextElement.Source
    if let macro = element["macro"] {
      source = .macro(try macroIndex(macro, line: element.line))
    } else if element["variable"] != nil {
      source = .variable(variable(element), isShort: element["form"] == "short")
    } else if let term = element["term"] {
      source = .term(term, element.value("form") ?? .long, isPlural: element.flag("plural") ?? false)
    } else if let value = element["value"] {
      source = .value(value)
    } else {
      return nil
    }
    return TextElement(source: source, appearance: element.appearance)
  }

  static func parseDate(_ element: XMLTree) -> DateElement {
    var date = DateElement(
      variable: element["variable"].flatMap(Variable.init(name:)), form: element.value("form"),
      appearance: element.appearance)
    date.shownParts = element.value("date-parts") ?? .yearMonthDay
    date.delimiter = element["delimiter"] ?? ""
    for part in element.children where part.name == "date-part" {
      guard let name = part.value("name", as: DatePart.Name.self) else { continue }
      date.parts.append(
        DatePart(
          name: name, form: part.value("form"), rangeDelimiter: part["range-delimiter"], appearance: part.appearance))
    }
    return date
  }

  static func parseLabel(_ element: XMLTree) -> LabelElement {
    LabelElement(
      variable: element["variable"].flatMap(Variable.init(name:)), form: element.value("form") ?? .long,
      plural: element.value("plural") ?? .contextual, appearance: element.appearance)
  }

  private func parseNames(_ element: XMLTree) throws(CSLError) -> NamesElement {
    // Without a `cs:name` there is nothing for the label to stand before.
    let name = element.children.firstIndex { $0.name == "name" }
    let label = element.children.firstIndex { $0.name == "label" }
    var names = NamesElement(
      variables: element.words("variable").compactMap(Variable.init(name:)), delimiter: element["delimiter"],
      appearance: element.appearance)
    if let name, let label { names.labelComesFirst = label < name }
    for child in element.children {
      switch child.name {
      case "name":
        var name = NameElement(options: child.nameOptions(prefix: ""), appearance: child.appearance)
        for part in child.children where part.name == "name-part" {
          if part["name"] == "family" { name.family = part.appearance }
          if part["name"] == "given" { name.given = part.appearance }
        }
        names.name = name
      case "et-al": names.etAl = EtAlElement(term: child["term"] ?? "et-al", appearance: child.appearance)
      case "label": names.label = Self.parseLabel(child)
      case "substitute": names.substitute = try parseElements(child.children)
      default: throw CSLError(line: child.line, "«\(child.name)» has no place in «names»")
      }
    }
    return names
  }

  private func parseChoose(_ element: XMLTree) throws(CSLError) -> ChooseElement {
    var branches: [ChooseElement.Branch] = []
    for child in element.children {
      let condition = child.name == "else" ? nil : parseCondition(child)
      branches.append(.init(condition: condition, children: try parseElements(child.children)))
    }
    return ChooseElement(branches: branches)
  }

  private func parseCondition(_ element: XMLTree) -> Condition {
    var condition = Condition(match: element.value("match") ?? .all, tests: [])
    for (name, value) in element.attributes {
      let words = value.split(separator: " ").map(String.init)
      switch name {
      case "disambiguate": condition.tests.append(.disambiguate(value == "true"))
      case "is-numeric": condition.tests += words.map { .isNumeric(Variable(name: $0)) }
      case "is-uncertain-date": condition.tests += words.map { .isUncertainDate(Variable(name: $0)) }
      case "locator": condition.tests += words.map { .locator($0) }
      case "position": condition.tests += words.compactMap { CitePosition(rawValue: $0).map { .position($0) } }
      case "type": condition.tests.append(.type(words))
      case "variable": condition.tests += words.map { .variable(Variable(name: $0)) }
      default: break
      }
    }
    return condition
  }
}
