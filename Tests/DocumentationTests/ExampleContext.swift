import FoundationEssentials
import IbidKit
import IbidModel
import TestSupport

/// What the examples speak of: a checked article, one of its sentences, a record; and the files that they name.
struct ExampleContext {
  private let folder: TemporaryFolder
  let records: Records
  let article: CheckedArticle
  let sentence: CheckedSentence
  let note: CheckedNote
  let reference: CheckedReference
  let item: Item
  var items: [Item] {
    var other = item
    other.id += "-2"
    return [item, other]
  }
  var duplicates: Duplicates { Duplicates(of: items) }
  var group: DuplicateGroup { duplicates.groups[0] }
  let error = IbidError(.unreadableFile, "nowhere.md: there is no such file", path: "nowhere.md")

  init() throws {
    folder = try TemporaryFolder()
    let text = """
      # Exercise

      Exercise reduces chronic pain in 40% of patients.[^1] Mortality doubled in ten years.

      [^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977;196:129-36.

      """
    for name in ["article.md", "one.md", "two.md"] { try folder.write(name, text) }
    let pubmed = try folder.write("pubmed.xml", try Repository.bytes(Repository.folder + "/Bibliography/pubmed.xml"))
    try folder.write("references.txt", "Engel GL. The need for a new medical model. Science. 1977;196:129-36.\n")
    try folder.write("refs.bib", "@book{roe2001, title = {Salt & snow}, author = {Roe, Jane}, year = 2001}\n")
    try folder.write("paper.md", "Pain is more than tissue [@engel1977].\n")
    let live = DocxFile.field(
      " ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[{\"id\":1,\"itemData\":{\"type\":\"book\",\"title\":\"Salt\"}}]}",
      DocxFile.run("(Salt)"))
    for name in ["paper.docx", "typed.docx"] {
      try folder.write(name, DocxFile.document(DocxFile.paragraph(DocxFile.run("Salt is old "), live)))
    }
    records = try Records(files: [pubmed])
    article = try CheckedArticle(path: folder.path + "/article.md", records: records)
    let sentence = article.sentences.first { !$0.markers.isEmpty }
    guard let sentence, let note = article.notes.first, let reference = note.references.first else { throw Missing() }
    (self.sentence, self.note, self.reference, item) = (sentence, note, reference, reference.work.item)
    try folder.write("known.json", JSONWriter.text(of: FindingsReport.json(of: article.findings())))
    try FileManager.default.createDirectory(
      atPath: folder.path + "/Bibliography", withIntermediateDirectories: true)
    var library = RecordImport(into: folder.path + "/Bibliography/library.sqlite")
    try library.read(pubmed)
  }

  private struct Missing: Error {}

  /// The path of a file that an example names.
  func path(_ name: String) -> String { folder.path + "/" + name }

  /// What an example prints is of no use to a test.
  func print(_ values: Any..., terminator: String = "\n") { _ = (values, terminator) }
}
