import Foundation
import TestSupport
import Testing

/// `--fix` mends what is written badly in an article, and nothing that it says or cites.
struct ArticleFixTests {
  private let folder: TemporaryFolder
  private let ibid: Command

  init() throws {
    folder = try TemporaryFolder()
    ibid = Command(folder: folder.path)
  }

  @Test("Numbers that have run together are parted, in the file's own encoding, mode and line ends")
  func partsNumbers() throws {
    let text = Self.prose(ending: "91011").replacing("\n", with: "\r\n")
    try folder.write("a.txt", text.unicodeScalars.map { UInt8($0.value) })
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.path + "/a.txt")
    let shown = try ibid.run(["check", "a.txt", "--fix", "--dry-run", "--rule", "fused-markers"])
    #expect(shown.status == 1 && shown.output.hasPrefix("--- a.txt\n+++ a.txt\n@@ -"), "\(shown)")
    #expect(shown.output.contains("\n+Café walks help, and so do tea and song.9,10,11 That is all.\r\n"), "\(shown)")
    #expect(try bytes("a.txt") == text.unicodeScalars.map { UInt8($0.value) })
    let fixed = try ibid.run(["check", "a.txt", "--fix", "--rule", "fused-markers"])
    #expect(fixed.status == 0 && fixed.errors == "ibid: note: a.txt: mended\n", "\(fixed)")
    let wanted = Self.prose(ending: "9,10,11").replacing("\n", with: "\r\n")
    #expect(try bytes("a.txt") == wanted.unicodeScalars.map { UInt8($0.value) })
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.txt")[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test("A file in UTF-16 stays in it")
  func keepsUTF16() throws {
    func bytes(_ text: String) -> [UInt8] {
      ([0xFEFF] + Array(text.utf16)).flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
    try folder.write("a.txt", bytes(Self.prose(ending: "91011")))
    _ = try ibid.run(["check", "a.txt", "--fix"])
    #expect(try self.bytes("a.txt") == bytes(Self.prose(ending: "9,10,11")))
  }

  @Test(
    "A note that stands there twice, word for word, is taken out once",
    arguments: [
      (
        "One.[^a] Two.[^b]\n\n[^a]: Same.\n\n[^a]: Same.\n\n[^b]: Other.\n",
        "One.[^a] Two.[^b]\n\n[^a]: Same.\n\n[^b]: Other.\n"
      ),
      ("One.[^a]\n\n[^a]: Same.\n\n[^a]: Same.\n", "One.[^a]\n\n[^a]: Same.\n"),
      ("One.[^a]\n\n[^a]: Same.\n\n[^a]: Else.\n", nil),
    ])
  func takesOutRepetitions(text: String, wanted: String?) throws {
    try folder.write("a.md", text)
    let run = try ibid.run(["check", "a.md", "--fix"])
    #expect(String(decoding: try bytes("a.md"), as: UTF8.self) == wanted ?? text, "\(run)")
  }

  @Test("What a person has to decide is left, but for the rule that is named")
  func leavesSuggestions() throws {
    let text =
      "Medicine needs a new model.[^1] Much later Engel et al were read again.\n\n"
      + "[^1]: Engel GL. The need for a new medical model: a challenge for biomedicine. Science. 1977 Apr;196(4286):129–36.\n"
    try folder.write("a.md", text)
    let left = try ibid.run(["check", "a.md", "--fix"])
    #expect(left.errors == "ibid: note: a.md: left to you: what linkable-terse-citation suggests\n", "\(left)")
    #expect(String(decoding: try bytes("a.md"), as: UTF8.self) == text)
    _ = try ibid.run(["check", "a.md", "--fix", "--rule", "linkable-terse-citation"])
    let wanted = text.replacing("Engel et al were", with: "Engel et al[^1] were")
    #expect(String(decoding: try bytes("a.md"), as: UTF8.self) == wanted)
  }

  @Test("A remark that switches the rule off keeps the place as it is, and so does standard input")
  func heedsRemarks() throws {
    let text =
      "One.[^a]\n\n[^a]: Same.\n\n<!-- ibid-disable-next-line duplicate-note-number -- on purpose -->\n[^a]: Same.\n"
    try folder.write("a.md", text)
    _ = try ibid.run(["check", "a.md", "--fix"])
    #expect(String(decoding: try bytes("a.md"), as: UTF8.self) == text)
    let run = try ibid.run(["check", "-", "--fix"], input: "One.[^a]\n\n[^a]: Same.\n\n[^a]: Same.\n")
    #expect(run.status == 2 && run.errors.contains("-: is not mended"), "\(run)")
  }

  private func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: folder.path + "/" + name)))
  }

  /// A text of eleven notes, the last three of which are cited at its end.
  private static func prose(ending: String) -> String {
    let topics = ["sleep", "walking", "swimming", "heat", "cold", "massage", "company", "music", "air", "tea", "song"]
    let cited = topics.prefix(8).enumerated().map { "Grief is eased by \($1) in many people.\($0 + 1)" }
    let notes = topics.enumerated().map { index, topic in
      "\(index + 1). Roe J, Doe A. Effects of \(topic) on grief. Grief. 20\(10 + index);\(index + 3)(2):10-12."
    }
    return "What eases grief\n\n\(cited.joined(separator: " "))\n\n"
      + "Café walks help, and so do tea and song.\(ending) That is all.\n\nNotes\n\n" + notes.joined(separator: "\n")
      + "\n"
  }
}
