import IbidModel
import IbidXML

/// Turns `cs:locale` into its typed form.
enum LocaleParser {
  static func parse(_ element: XMLTree) throws(CSLError) -> LocaleElement {
    guard element.name == "locale" else {
      throw CSLError(line: element.line, "«locale» expected, «\(element.name)» found")
    }
    var locale = LocaleElement(language: element["lang"])
    for child in element.children {
      switch child.name {
      case "terms": for term in child.children where term.name == "term" { add(term, to: &locale) }
      case "date":
        let date = StyleParser.parseDate(child)
        if let form = date.form { locale.dates[form] = date }
      case "style-options":
        locale.punctuationInQuote = child.flag("punctuation-in-quote")
        locale.limitDayOrdinalsToDay1 = child.flag("limit-day-ordinals-to-day-1")
      default: break
      }
    }
    return locale
  }

  /// The blanks of an indented file are no term.
  private static func text(of element: XMLTree) -> String {
    element.text.utf8.contains(0x0A) && element.text.utf8.allSatisfy(\.isASCIISpace) ? "" : element.text
  }

  private static func add(_ element: XMLTree, to locale: inout LocaleElement) {
    guard let name = element["name"] else { return }
    let single = text(of: element.child("single") ?? element)
    let term = Term(
      single: single, multiple: element.child("multiple").map(text) ?? single, gender: element.value("gender"),
      match: element.value("match"))
    let key = TermKey(name: name, form: element.value("form") ?? .long, genderForm: element.value("gender-form"))
    locale.terms[key] = term
  }
}
