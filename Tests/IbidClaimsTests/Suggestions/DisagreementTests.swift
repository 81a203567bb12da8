import IbidModel
import Testing

@testable import IbidClaims

struct DisagreementTests {
  /// What a claim says otherwise than an abstract, in a library of a few works.
  private func message(_ claim: String, _ abstract: String) -> String? {
    var builder = TextIndex.Builder()
    builder.add([(abstract, 1)])
    for other in ["Soil water in terraces", "Reading aloud at school", "Wages of nurses"] { builder.add([(other, 1)]) }
    let index = builder.index()
    return Abstract(abstract, title: "", in: index).nearestSentence(to: index.words(of: claim), in: index)
      .flatMap { Disagreement(claim, $0, abstract: abstract) }?.message
  }

  @Test(
    "Another percentage and the other direction are told",
    arguments: [
      (
        "Statins lower stroke incidence by 30 %.", "Statins lower stroke incidence by 12.50 per cent.",
        "the abstract says 12.5 %, the claim 30 %"
      ),
      (
        "Mulching reduced evaporation from vineyard soil.", "In vineyard soil mulching increased the evaporation.",
        "the abstract says “increased”, the claim “reduced”"
      ),
      (
        "Smaller classes raise reading scores.", "Smaller classes lowered the reading scores.",
        "the abstract says “lowered”, the claim “raise”"
      ),
      (
        "Statins reduce the risk of stroke.", "Statins increased the risk of any stroke in men.",
        "the abstract says “increased”, the claim “reduce”"
      ),
    ])
  func tells(claim: String, abstract: String, message: String) { #expect(self.message(claim, abstract) == message) }

  @Test(
    "What may be meant otherwise is not told",
    arguments: [
      // The same number, in other words; more numbers than one.
      ("Statins lower stroke incidence by 12.5%.", "Statins lower stroke incidence by 12.50 percent."),
      ("Statins lower stroke incidence by 30%.", "Statins lower stroke incidence by 12% to 19%."),
      // The number stands elsewhere in the abstract.
      ("Statins lower stroke incidence by 30%.", "Statins lower stroke incidence by 12%. In men it was 30%."),
      // A negation, a comparison that may be turned round, another thing that rises.
      ("Mulching reduced evaporation from vineyard soil.", "Mulching never increased evaporation from vineyard soil."),
      ("Yields were higher in terraces than slopes.", "Yields were lower in slopes than terraces."),
      ("Statins reduce the risk of stroke.", "Statins, given for stroke, increased the risk of diabetes."),
      ("Vineyard evaporation was reduced.", "Vineyard evaporation was increased."),
      (
        "Mulching reduced evaporation.", "Mulching, which winegrowers of old knew, increased harvests; evaporation too."
      ),
      // Sentences that share little.
      ("Nurses in large towns reduced their working hours.", "Nurses increased vaccination in towns of Norway."),
      ("No percent", "%"), ("", ""),
    ])
  func staysSilent(claim: String, abstract: String) { #expect(message(claim, abstract) == nil) }
}
