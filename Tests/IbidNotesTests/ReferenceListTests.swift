import IbidNotes
import Testing

struct ReferenceListTests {
  @Test(arguments: [
    ("1. Okafor A. Heels. J Gait. 2015;12:1–9.\n2. Weber C. Walks. J Gait.\n   2016;13:4–6.\n", 2),
    ("[1] Okafor A. Heels. J Gait. 2015;12:1–9.\n[2] Weber C. Walks. 2016.\n[3] Moreau D. Steps. 2017.", 3),
    ("- Okafor A. Heels. 2015.\n- Weber C. Walks.\n  J Gait. 2016.", 2),
    ("• Okafor A. Heels. 2015.\n• Weber C. Walks. 2016.", 2),
    (
      "Okafor, A. (2015). Heels.\n    Journal of Gait, 12, 1–9.\nWeber, C. (2016). Walks.\n    Journal of Gait, 13, 4–6.",
      2
    ),
    ("Okafor A. Heels.\nJ Gait. 2015;12:1–9.\n\nWeber C. Walks. J Gait. 2016.\n\nMoreau D. Steps. 2017.", 3),
    (
      "Okafor A. Heels of many kinds and what becomes of them in time. J Gait. 2015.\r\nWeber C. Walks. J Gait. 2016.",
      2
    ),
    ("", 0), ("\n\n \n", 0), ("Okafor A. Heels. 2015.", 1),
  ])
  func cutsEntries(text: String, count: Int) {
    let entries: [String] = ReferenceList.entries(in: text)
    #expect(entries.count == count, "\(entries)")
  }
}
