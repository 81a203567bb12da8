import IbidArticles
import IbidModel
import Testing

/// What is left of a sentence whose citations are taken out.
struct CitationHuskTests {
  @Test(
    "Brackets, separators and words that only led the citations in go with them",
    arguments: [
      ("Ice ([1]; [2]) helps.", "Ice helps."), ("Ice ([1]).", "Ice."),
      ("Ice (see [1], and [2]–[3]) helps.", "Ice helps."),
      ("Ice [1], [2] and heat.", "Ice and heat."), ("Ice [1]–[3], and heat.", "Ice, and heat."),
      ("Ice (25 %; [1]).", "Ice (25 %)."), ("Ice (see Fig. 2; [1]) helps.", "Ice (see Fig. 2) helps."),
      ("[1] Ice () helps.", "Ice () helps."), ("Ice (and snow [1]) helps.", "Ice (and snow) helps."),
      ("Ice (cf. [1]), heat (vgl. [2]).", "Ice, heat."), ("Ice [1]; heat [2].", "Ice; heat."),
    ])
  func husks(text: String, reading: String) throws {
    let notes = (1...3).map { "\n\($0). Weng A. Ice \($0). Spine. 2001;1:1-2." }.joined()
    let marked = try Marked("It begins [1]. It goes on [2, 3].\n\n\(text)\n\n## References\n\(notes)\n", path: "a.md")
    #expect(marked.sentences[2] == reading)
  }
}
