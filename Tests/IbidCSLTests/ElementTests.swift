import Testing

/// Dates, numbers, labels, groups, conditions and text, each by one behaviour.
struct ElementTests {
  private static func date(_ parts: String) -> String { "\"issued\": {\"date-parts\": \(parts)}" }
  private static let plain = """
    <date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>
    <date-part name="year"/></date>
    """

  static let dates: [Sample] = [
    Sample("<date variable=\"issued\" form=\"text\"/>", date("[[2020,3,5]]"), gives: "March 5, 2020"),
    Sample("<date variable=\"issued\" form=\"numeric\"/>", date("[[2020,3,5]]"), gives: "03/05/2020"),
    Sample(
      "<date variable=\"issued\" form=\"text\"><date-part name=\"month\" form=\"short\"/></date>",
      date("[[2020,3,5]]"), gives: "Mar. 5, 2020"),
    Sample(
      "<date variable=\"issued\" form=\"text\"><date-part name=\"month\" form=\"short\" strip-periods=\"true\"/></date>",
      date("[[2020,3,5]]"), gives: "Mar 5, 2020"),
    Sample(
      "<date variable=\"issued\" form=\"text\" date-parts=\"year-month\"/>", date("[[2020,3,5]]"), gives: "March 2020"),
    Sample("<date variable=\"issued\" form=\"text\" date-parts=\"year\"/>", date("[[2020,3,5]]"), gives: "2020"),
    Sample(plain, date("[[2020,3,5]]"), gives: "5 March 2020"),
    Sample(plain, date("[[2020,3]]"), gives: "March 2020"),
    Sample(plain, date("[[2020,3,5],[2020,3,9]]"), gives: "5–9 March 2020"),
    Sample(plain, date("[[2020,3,5],[2020,4,9]]"), gives: "5 March–9 April 2020"),
    Sample(plain, date("[[2019,12,30],[2020,1,2]]"), gives: "30 December 2019–2 January 2020"),
    Sample(plain, date("[[2020,3,5],[2020,3,5]]"), gives: "5 March 2020"),
    Sample(plain, date("[[2019],[2021]]"), gives: "2019–2021"),
    Sample(plain, date("[[-44,3,15]]"), gives: "15 March 44 BC"),
    Sample(plain, date("[[476]]"), gives: "476 AD"),
    Sample(plain, #""issued": {"date-parts": [[2020]], "season": 3}"#, gives: "Autumn 2020"),
    Sample(plain, #""issued": {"literal": "in press"}"#, gives: "in press"),
    Sample(
      "<date variable=\"issued\"><date-part name=\"month\" form=\"short\" strip-periods=\"true\"/></date>",
      date("[[2020,9]]"), gives: "Sept"),
    Sample(
      "<date variable=\"issued\"><date-part name=\"day\" form=\"ordinal\"/></date>", date("[[2020,9,22]]"),
      gives: "22nd"),
    Sample(
      "<date variable=\"issued\"><date-part name=\"month\" form=\"numeric-leading-zeros\"/></date>", date("[[2020,9]]"),
      gives: "09"),
    Sample(
      "<date variable=\"issued\"><date-part name=\"year\" form=\"short\"/></date>", date("[[2007]]"), gives: "07"),
    Sample(
      "<date variable=\"issued\" delimiter=\"-\"><date-part name=\"year\"/><date-part name=\"month\" form=\"numeric\"/></date>",
      date("[[2007,4]]"), gives: "2007-4"),
  ]

  private static func number(_ form: String) -> String { "<number variable=\"edition\" form=\"\(form)\"/>" }

  static let numbers: [Sample] = [
    Sample(number("numeric"), #""edition": "3""#, gives: "3"),
    Sample(number("ordinal"), #""edition": 1"#, gives: "1st"),
    Sample(number("ordinal"), #""edition": 12"#, gives: "12th"),
    Sample(number("ordinal"), #""edition": 23"#, gives: "23rd"),
    Sample(number("ordinal"), #""edition": 111"#, gives: "111th"),
    Sample(number("long-ordinal"), #""edition": 2"#, gives: "second"),
    Sample(number("long-ordinal"), #""edition": 12"#, gives: "12th"),
    Sample(number("roman"), #""edition": 1994"#, gives: "mcmxciv"),
    Sample(number("ordinal"), #""edition": "second""#, gives: "second"),
    Sample("<number variable=\"volume\"/>", #""volume": "2-4""#, gives: "2–4"),
    Sample("<number variable=\"volume\"/>", #""volume": "2,4""#, gives: "2, 4"),
    Sample("<number variable=\"volume\"/>", #""volume": "2 &4""#, gives: "2 &#38; 4"),
  ]

  private static let page = "<text variable=\"page\"/>"

  static let pages: [Sample] = [
    Sample(page, #""page": "101-108""#, gives: "101–108"),
    Sample(page, #""page": "101-8""#, style: "page-range-format=\"expanded\"", gives: "101–108"),
    Sample(page, #""page": "101-108""#, style: "page-range-format=\"minimal\"", gives: "101–8"),
    Sample(page, #""page": "101-108""#, style: "page-range-format=\"minimal-two\"", gives: "101–08"),
    Sample(page, #""page": "101-108""#, style: "page-range-format=\"chicago\"", gives: "101–8"),
    Sample(page, #""page": "321-328""#, style: "page-range-format=\"chicago\"", gives: "321–28"),
    Sample(page, #""page": "1496-1504""#, style: "page-range-format=\"chicago-16\"", gives: "1496–504"),
    Sample(page, #""page": "100-104""#, style: "page-range-format=\"chicago-16\"", gives: "100–104"),
    Sample(page, #""page": "e0123-4567""#, gives: "e0123–4567"),
    Sample(page, #""page": "A\\-1""#, gives: "A-1"),
    Sample(page, #""page": "ix-xii""#, gives: "ix–xii"),
    Sample("<text variable=\"page-first\"/>", #""page": "33-44""#, gives: "33"),
    Sample("<label variable=\"page\" form=\"short\"/>", #""page": "33-44""#, gives: "pp."),
    Sample("<label variable=\"page\" form=\"short\"/>", #""page": "33""#, gives: "p."),
    Sample("<label variable=\"page\" form=\"short\" plural=\"never\"/>", #""page": "33-44""#, gives: "p."),
    Sample("<label variable=\"number-of-pages\"/>", #""number-of-pages": 1"#, gives: "page"),
    Sample("<label variable=\"number-of-pages\"/>", #""number-of-pages": 120"#, gives: "pages"),
    Sample("<label variable=\"volume\"/>", #""title": "x""#, gives: ""),
  ]

  static let groups: [Sample] = [
    Sample(
      "<group delimiter=\", \"><text variable=\"title\"/><text variable=\"volume\"/></group>", #""title": "T""#,
      gives: "T"),
    Sample("<group prefix=\"(\" suffix=\")\"><text term=\"in\"/><text variable=\"title\"/></group>", "", gives: ""),
    Sample(
      "<group delimiter=\" \"><text term=\"in\"/><text variable=\"title\"/></group>", #""title": "T""#, gives: "in T"),
    Sample("<group><text value=\"only\"/></group>", "", gives: "only"),
    Sample(
      "<group delimiter=\"-\"><text value=\"a\"/><choose><if variable=\"title\"><text value=\"b\"/><text value=\"c\"/></if></choose></group>",
      #""title": "T""#, gives: "a-b-c"),
    Sample(
      "<text macro=\"m\"/>", "", before: "<macro name=\"m\"><text term=\"in\"/><text variable=\"title\"/></macro>",
      gives: ""),
    Sample(
      "<choose><if type=\"book\"><text value=\"b\"/></if><else><text value=\"e\"/></else></choose>", "", gives: "b"),
    Sample(
      "<choose><if type=\"book\"><text value=\"b\"/></if><else><text value=\"e\"/></else></choose>",
      #""type": "report""#, gives: "e"),
    Sample(
      "<choose><if variable=\"title volume\" match=\"any\"><text value=\"y\"/></if></choose>", #""title": "T""#,
      gives: "y"),
    Sample("<choose><if variable=\"title volume\"><text value=\"y\"/></if></choose>", #""title": "T""#, gives: ""),
    Sample("<choose><if variable=\"title\" match=\"none\"><text value=\"y\"/></if></choose>", "", gives: "y"),
    Sample("<choose><if is-numeric=\"volume\"><text value=\"y\"/></if></choose>", #""volume": "2nd""#, gives: "y"),
    Sample("<choose><if is-numeric=\"volume\"><text value=\"y\"/></if></choose>", #""volume": "second""#, gives: ""),
    Sample(
      "<choose><if is-uncertain-date=\"issued\"><text value=\"c\"/></if></choose>",
      #""issued": {"date-parts": [[2000]], "circa": true}"#, gives: "c"),
    Sample("<text variable=\"container-title\" form=\"short\"/>", #""container-title": "Long""#, gives: "Long"),
    Sample(
      "<text variable=\"container-title\" form=\"short\"/>",
      #""container-title": "Long", "container-title-short": "L""#, gives: "L"),
    Sample("<text term=\"editor\" form=\"verb-short\"/>", "", gives: "ed. by"),
    Sample("<text term=\"page\" plural=\"true\"/>", "", gives: "pages"),
    Sample("<text term=\"section\" form=\"symbol\"/>", "", gives: "§"),
    Sample(
      "<text term=\"page\"/>", "",
      before: "<locale xml:lang=\"en\"><terms><term name=\"page\">leaf</term></terms></locale>",
      gives: "leaf"),
    Sample("<text term=\"and\"/>", "", style: "default-locale=\"de-AT\"", gives: "und"),
    Sample("<text term=\"month-05\"/>", "", style: "default-locale=\"fr-FR\"", gives: "mai"),
    Sample(
      "<date variable=\"issued\" form=\"text\"/>", date("[[2020,3,1]]"), style: "default-locale=\"fr-FR\"",
      gives: "1<sup>e</sup><sup>r</sup> mars 2020"),
    Sample(
      "<date variable=\"issued\" form=\"text\"/>", date("[[2020,3,5]]"), style: "default-locale=\"es-ES\"",
      gives: "5 de marzo de 2020"),
    Sample(
      "<date variable=\"issued\" form=\"text\"/>", date("[[2020,3,5]]"), style: "default-locale=\"de-DE\"",
      gives: "5. März 2020"),
  ]

  @Test("Renders each element as the language says", arguments: dates + numbers + pages + groups)
  func rendersElements(sample: Sample) throws { #expect(try sample.rendered() == sample.output) }
}
