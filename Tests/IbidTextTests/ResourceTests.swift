import Testing

@testable import IbidText

struct ResourceTests {
  @Test("A resource is found by its whole name")
  func findsByName() throws {
    let style = try #require(Resource(named: "styles/apa.csl"))
    #expect(style.bytes.starts(with: "<?xml".utf8))
    #expect(style.bytes.count == style.count)
    #expect(style.base?.pointee == UInt8(ascii: "<"))
    // The first and the last of the list.
    #expect(Resource(named: "articles/markers.tsv") != nil)
    #expect(Resource(named: "styles/springer-vancouver-brackets.csl") != nil)
  }

  @Test(
    "A name that is none finds nothing",
    arguments: ["", "styles", "styles/", "styles/apa", "apa.csl", "Styles/apa.csl"])
  func findsNothing(name: String) { #expect(Resource(named: name) == nil) }

  @Test("Names that start alike, sorted")
  func listsNames() {
    let locales = Resource.names(startingWith: "locales/")
    #expect(locales.contains("locales/locales-en-US.xml"))
    #expect(locales == locales.sorted())
    #expect(locales.allSatisfy { Resource(named: $0) != nil })
    #expect(Resource.names(startingWith: "nothing/").isEmpty)
    #expect(Resource.names(startingWith: "").count > locales.count)
  }
}
