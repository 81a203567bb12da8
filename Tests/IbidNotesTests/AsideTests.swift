import IbidModel
import IbidNotes
import Testing

/// What a reference says by fixed words, in other words than those of any one style.
struct AsideTests {
  @Test(
    "A day of access is no date of issue, in whatever language and order it is written",
    arguments: [
      ("Heart Trust. Salt and sleep. https://example.com/salt. Last accessed 4 Nov 2019.", "2019-11-4"),
      (
        "Foodbank. Hunger in numbers [Internet]. [cited 2020 Mar 14]. Available from: https://example.com/h",
        "2020-3-14"
      ),
      ("Ministère. Le sommeil. https://example.fr/s (consulté le 7 juin 2020).", "2020-6-7"),
      ("Institut. Schlaf. https://example.de/s. Zugriff am 12.03.2019", "2019-3-12"),
      ("Institut: Schlaf. URL: https://example.de/s, abgerufen am 3. Mai 2021.", "2021-5-3"),
      ("Roe, J. Sleep for all. Retrieved March 9, 2018, from https://example.com/z", "2018-3-9"),
      ("Instituto. El sueño. https://example.es/s [consultado el 5 de mayo de 2020]", "2020-5-5"),
      ("Beds. [Online; accessed 19-July-2008]. http://example.com/beds", "2008-7-19"),
      ("Novák J. Spánek [online]. [cit. 2019-02-11]. Dostupné z: https://example.cz", "2019-2-11"),
      ("Roe, A. Naps for all people. http://example.com/a.pdf (accessed 5.15.21).", "2021-5-15"),
      ("Roe, A. Naps for all people. http://example.com/a.pdf. Hämtad 2020-01-31.", "2020-1-31"),
    ])
  func readsDaysOfAccess(reference: String, day: String) {
    let item = parseReference(reference).item
    let parts = item[date: .accessed]?.start
    #expect("\(parts?.year ?? 0)-\(parts?.month ?? 0)-\(parts?.day ?? 0)" == day)
    #expect(item[date: .issued] == nil)
  }

  @Test(
    "Words that look like access are left where no date follows, or a journal's name is meant",
    arguments: [
      "Roe A. Naps accessed by all. J Gait. 2015;12:100-9.",
      "Fay A. Assessment. Nurs Stand. 2011 Aug 17-23;25(50):42-8.",
    ])
  func leavesOtherWords(reference: String) {
    let item = parseReference(reference).item
    #expect(item[date: .accessed] == nil)
    #expect(item[date: .issued]?.year != nil)
  }

  @Test(
    "A fixed word or sign tells the kind of work",
    arguments: [
      ("Roe A. Naps at work [dissertation]. Leeds: University of Leeds; 2012.", ItemType.thesis),
      ("Nap Foundation (2020). NapStat (Version 2.1) [Computer software]. https://example.com/n", .software),
      ("Roe A. napr: Tools for Naps. R package version 1.2-3. 2019. https://example.com/napr", .software),
      ("Roe, A. (2018). Nap diaries [Data set]. Nap Archive. https://example.com/d", .dataset),
      ("Scott, R. (Director). (1999). The long nap [Film]. Nap Pictures.", .motionPicture),
      ("Roe A, Poe B. Nap estimates. bioRxiv [Preprint]. 2021 Apr 2. Available from: https://example.com/b", .article),
      ("Roe A. Nap estimates in towns. medRxiv. 2021. https://example.com/m", .article),
      ("Harris, Paul. “Nap Time Grows.” The Guardian, 12 March 2011, p. B4.", .articleNewspaper),
      ("Poe B, inventor; Nap Inc, assignee. Bed for naps. United States patent US 7,123,456. 2006 Oct 17.", .patent),
      ("LI M. Sleep in towns[M]. Beijing: People Press, 1995: 12-20.", .book),
      ("LI M. Sleep in towns[J/OL]. Sleep, 2018, 12(3): 22-30.", .articleJournal),
      ("Clean Water Act, 33 U.S.C. § 1251 (1972).", .legislation),
      ("Mental Health Act 1983. London: HMSO; 1983.", .legislation),
      ("Brown v. Board of Education, 347 U.S. 483 (1954).", .legalCase), ("R v Brown [1994] 1 AC 212.", .legalCase),
    ])
  func tellsTypes(reference: String, type: ItemType) {
    #expect(parseReference(reference).item.type == type)
  }

  @Test("A patent has its number, and its assignee is none of its authors")
  func readsPatents() {
    let item = parseReference(
      "Poe B, inventor; Nap Inc, assignee. Bed for naps. United States patent US 7,123,456. 2006 Oct 17."
    ).item
    #expect(item[.number] == "US 7,123,456" && item[.volume] == nil && item[.page] == nil)
    #expect(item[names: .author].map(\.familyOrLiteral) == ["Poe"])
    #expect(item[date: .issued] == CSLDate(2006, 10, 17))
  }

  @Test(
    "A decision has reporter, volume and page; a statute code and section",
    arguments: [
      ("Brown v. Board of Education, 347 U.S. 483 (1954).", "347 U.S. 483", 1954),
      ("R v Brown [1994] 1 AC 212.", "1 AC 212", 1994), ("Donoghue v Stevenson [1932] UKHL 100.", "UKHL 100", 1932),
      ("Clean Water Act, 33 U.S.C. § 1251 (1972).", "33 U.S.C. 1251", 1972),
    ])
  func readsLaw(reference: String, place: String, year: Int) {
    let item = parseReference(reference).item
    let parts = [item[.volume], item[.containerTitle], item[.page] ?? item[.section]].compactMap(\.self)
    #expect(parts.joined(separator: " ") == place)
    #expect(item[date: .issued]?.year == year)
  }

  @Test("Translators are no editors, and «Trans.» of a journal's name no translator")
  func readsTranslators() {
    for reference in [
      "Poe, Bruno. The Nap. Translated by Ida K. Roe. Boston: Beacon, 1988.",
      "Poe, B. (1988). The nap (I. K. Roe, Trans.). Beacon Press.",
    ] {
      let item = parseReference(reference).item
      #expect(item[names: .translator].map(\.familyOrLiteral) == ["Roe"], "\(reference)")
      #expect(item[names: .editor].isEmpty)
    }
    let item = parseReference("Roe A, Poe B. Naps in nets. IEEE Trans. Image Process. 2011;20(3):30-39.").item
    #expect(item[names: .translator].isEmpty)
  }

  @Test(
    "What BibTeX's styles print before an entry is no part of it",
    arguments: [
      "[Roe and Poe(2004)] A Roe and B Poe. Naps and mood in adults. Sleep, 12(3):100–111, 2011.",
      "[RP11] A. Roe and B. Poe. Naps and mood in adults. Sleep, 12(3):100–111, 2011.",
    ])
  func dropsLabels(reference: String) {
    let item = parseReference(reference).item
    #expect(item[names: .author].map(\.familyOrLiteral) == ["Roe", "Poe"])
    #expect(item[date: .issued]?.year == 2011)
  }

  @Test(
    "Every byte is in one field or in the remainder, and fields do not overlap",
    arguments: [
      "Roe A. Naps [Internet]. Leeds: Foodbank; 2018 [cited 2020 Mar 14]. Available from: https://example.com/h",
      "Scott, R. (Director). (1999). The long nap [Film]. Nap Pictures.",
      "Brown v. Board of Education, 347 U.S. 483 (1954). https://example.com/b", "LI M. Sleep[M]//Naps. Oslo: A, 1999.",
    ])
  func keepsEveryByte(reference: String) {
    let parsed = parseReference(reference)
    let ranges = (parsed.fields.map(\.range) + parsed.remainder).sorted { $0.lowerBound < $1.lowerBound }
    var end = 0
    for range in ranges {
      #expect(range.lowerBound == end, "\(reference)")
      end = range.upperBound
    }
    #expect(end == reference.utf8.count)
  }
}
