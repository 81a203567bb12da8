import IbidModel
import Testing

@testable import IbidStore

struct WorkIdentityTests {
  private static func work(_ json: String) -> Work { Work(key: "k", Statement(record(json), .export)) }

  @Test(
    "A work is looked up by its PMID first, then by DOI, PMCID and arXiv number, then by its key and its title, a chapter never by ISBN",
    arguments: [
      ("{'type':'book'}", []), ("{'id':'k','type':'chapter','ISBN':'9783161484100'}", ["k"]),
      ("{'type':'book','title':'A','ISBN':'9783161484100'}", ["ISBN 9783161484100", "title"]),
      ("{'type':'book','PMID':'1','DOI':'10.1000/x'}", ["PMID 1", "DOI 10.1000/x"]),
      (
        "{'id':'k','type':'book','PMCID':'PMC5','DOI':'10.1000/X','PMID':'01','custom':{'arXiv':'2301.01234v2'}}",
        ["PMID 1", "DOI 10.1000/x", "PMCID PMC5", "arXiv 2301.01234", "k"]
      ), ("{'id':'k','type':'book','DOI':'no DOI'}", ["k"]),
    ])
  func orderOfLookUps(json: String, expected: [String]) {
    let item = record(json)
    let names = WorkIdentity(item, item.identifiers).lookUps.map { lookUp in
      switch lookUp {
      case .identifier(let identifier): "\(identifier.kind.rawValue) \(identifier.value)"
      case .key(let key): key
      case .title: "title"
      }
    }
    #expect(names == expected)
  }

  @Test(
    "A record that an identifier finds is the same work, but where both have a PMID and these differ",
    arguments: [
      ("{'PMID':'1','title':'A'}", "{'PMID':'1','title':'B'}", Identifier.Kind.pmid, true),
      ("{'PMID':'1','DOI':'10.1000/x'}", "{'PMID':'1','DOI':'10.1000/y'}", .pmid, true),
      ("{'PMID':'1','DOI':'10.1000/x'}", "{'PMID':'2','DOI':'10.1000/x'}", .doi, false),
      ("{'PMID':'1','PMCID':'PMC5'}", "{'PMID':'2','PMCID':'PMC5'}", .pmcid, false),
      ("{'PMID':'1','DOI':'10.1000/x'}", "{'DOI':'10.1000/x'}", .doi, true),
      ("{'DOI':'10.1000/x'}", "{'PMID':'2','DOI':'10.1000/x'}", .doi, true),
      ("{'DOI':'10.1000/x','PMCID':'PMC5'}", "{'DOI':'10.1000/x','PMCID':'PMC6'}", .doi, true),
      ("{'title':'A','custom':{'arXiv':'2301.01234'}}", "{'title':'B','custom':{'arXiv':'2301.01234'}}", .arxiv, false),
      ("{'title':'A','custom':{'arXiv':'2301.01234'}}", "{'title':'a!','custom':{'arXiv':'2301.01234'}}", .arxiv, true),
    ])
  func byIdentifier(new: String, old: String, kind: Identifier.Kind, isSame: Bool) throws {
    let new = record(new)
    let identifier = try #require(new.identifiers.first { $0.kind == kind })
    let identity = WorkIdentity(new, new.identifiers)
    #expect(identity.isSame(as: Self.work(old), foundBy: .identifier(identifier)) == isSame)
  }

  @Test(
    "A record that the key finds is the same work where the titles are one and no identifier speaks against it",
    arguments: [
      ("{'title':'Pain'}", "{'title':'Pain'}", true), ("{'title':'Größe: A!'}", "{'title':'GROSSE A'}", true),
      ("{'title':'Pain'}", "{'title':'Pain '}", true), ("{'title':'Pain'}", "{'title':'Pains'}", false),
      ("{'title':''}", "{'title':''}", false), ("{}", "{}", false), ("{'title':'?'}", "{'title':'!'}", false),
      ("{'title':'Pain'}", "{}", false), ("{}", "{'title':'Pain'}", false),
      ("{'title':'Pain','DOI':'10.1000/x'}", "{'title':'Pain','DOI':'10.1000/y'}", false),
      ("{'title':'Pain','PMID':'1'}", "{'title':'Pain','PMID':'2'}", false),
      ("{'title':'Pain','ISBN':'9783161484100'}", "{'title':'Pain','ISBN':'9780306406157'}", false),
      ("{'title':'Pain','DOI':'10.1000/x'}", "{'title':'Pain','PMID':'2'}", true),
      ("{'title':'Pain','DOI':'10.1000/X'}", "{'title':'Pain','DOI':'10.1000/x'}", true),
      (
        "{'title':'Pain','type':'book','issued':{'date-parts':[[2020]]}}",
        "{'title':'Pain','type':'chapter','issued':{'date-parts':[[1920]]}}", true
      ),
    ])
  func byKey(new: String, old: String, isSame: Bool) {
    let new = record(new)
    let identity = WorkIdentity(new, new.identifiers)
    #expect(identity.isSame(as: Self.work(old), foundBy: .key("k")) == isSame)
  }
}
