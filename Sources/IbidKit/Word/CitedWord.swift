import IbidArticles
import IbidModel
import IbidText

/// A Word document whose typed citations became live fields of Zotero's, as far as they lead to a work for certain.
///
///     let article = try CheckedArticle(path: "typed.docx")
///     let cited = try CitedWord(article)
///     print(cited.count, cited.left)
public struct CitedWord: Sendable {
  /// The document with its fields.
  public let bytes: [UInt8]
  /// How many citations became live.
  public let count: Int
  /// Whether the list of references became a live bibliography.
  public let hasBibliography: Bool
  /// A line for each citation, or the list, that was left as it is, with the reason.
  public let left: [String]

  /// Makes the typed citations of an article live.
  ///
  /// - Parameters:
  ///   - style: the style that Zotero is told of, in which all is rendered then; nil leaves the text as it was typed.
  /// - Throws: `IbidError` where the article is no Word document, or its package is broken.
  public init(_ article: CheckedArticle, style: FoundStyle? = nil, locale: String? = nil) throws(IbidError) {
    let path = article.article.path
    guard article.article.format == DocxReader.format.name else {
      throw IbidError(.malformedFile, "\(path): is no Word document, into which citations are written", path: path)
    }
    var left: [String] = []
    do {
      var linking = try WordLinking(article.raw, path: path)
      var cited: Set<String> = []
      var count = 0
      var numbersLeft = 0
      for typed in TypedCitations(article).all where !linking.isLive(typed.range) {
        let place = "\(path):\(typed.place.line):\(typed.place.column)"
        if let reason = typed.reason {
          if typed.isNumbered { numbersLeft += 1 }
          left.append("\(place): “\(typed.text)” is left as it is: \(reason)")
        } else if linking.link(typed.citation) {
          count += 1
          cited.formUnion(typed.works)
        } else {
          left.append("\(place): “\(typed.text)” is left as it is: it does not stand in one paragraph’s running text")
        }
      }
      let list = TypedList(article)
      var hasBibliography = false
      if count > 0, !list.entries.isEmpty {
        if let reason = list.reason(cited: cited) {
          left.append("\(path): the list of references is left as it is: \(reason)")
        } else if linking.linkBibliography(list.covered(by: cited)) {
          hasBibliography = true
        } else {
          left.append("\(path): the list of references is left as it is: its entries do not follow one another")
        }
      }
      if let style, count > 0 {
        // The works that are live are counted anew, and what is left would lead to others.
        guard numbersLeft == 0 else {
          throw IbidError(
            .malformedFile,
            """
            \(path): --style would give the works other numbers, and citations by number are left as they were typed: \
            \(left.joined(separator: "; ")); mend these, or leave --style out
            """, path: path)
        }
        try linking.setStyle(style.identifier, locale: locale, hasBibliography: hasBibliography)
      }
      (bytes, self.count, self.hasBibliography, self.left) = (try linking.written(), count, hasBibliography, left)
    } catch {
      throw IbidError(error, path: path)
    }
  }
}

/// The typed citations of an article, each with its works or with the reason why it is left.
struct TypedCitations {
  struct One {
    var place: Place
    var range: Range<Int>
    var text: String
    var citation: WordLinking.Citation
    var works: Set<String> = []
    var reason: String?
    var isNumbered: Bool
  }

  private(set) var all: [One] = []

  init(_ article: CheckedArticle) {
    let text = article.source.bytes
    var groups: [(number: Int, markers: [(number: Int, marker: Marker)])] = []
    for (number, checked) in article.markers.enumerated() where checked.marker.style != .footnote {
      if groups.last?.number == checked.marker.citation {
        groups[groups.count - 1].markers.append((number, checked.marker))
      } else {
        groups.append((checked.marker.citation, [(number, checked.marker)]))
      }
    }
    for group in groups {
      guard let first = group.markers.first?.marker, Self.isTyped(first) else { continue }
      let typed = TypedCitation(group.markers, in: text)
      let range = typed?.range ?? first.range.offsets.clamped(to: text.indices)
      let plain = String(decoding: text[range], as: UTF8.self)
      var one = One(
        place: first.range.place, range: range, text: plain,
        citation: WordLinking.Citation(range: range, rtf: Self.rtf(plain, first.style), plain: plain, cites: []),
        isNumbered: first.style != .authorYear)
      guard let typed else {
        one.reason = "it is not clear which of it is the citation"
        all.append(one)
        continue
      }
      one.reason = TypedNumber.doubt(range, first.style, in: text)
      for part in typed.parts {
        let marker = article.markers[part.marker]
        if let reason = Self.doubt(marker, article) {
          one.reason = one.reason ?? reason
        } else if let work = marker.works.first {
          one.works.insert(work.item.id)
          one.citation.cites.append(Self.cite(part, work.item))
        }
      }
      all.append(one)
    }
  }

  /// Links to a work are live in their own way.
  private static func isTyped(_ marker: Marker) -> Bool {
    if case .note = marker.target { !marker.label.contains("/") } else { false }
  }

  /// Why a marker does not lead to a work for certain; nil where it does.
  private static func doubt(_ marker: CheckedMarker, _ article: CheckedArticle) -> String? {
    guard let number = marker.note else { return "no entry of the list is “\(marker.marker.label)”" }
    let note = article.notes[number]
    guard marker.works.count == 1, let work = marker.works.first else {
      return marker.works.isEmpty
        ? "entry “\(note.note.label)” was not understood as a work" : "entry “\(note.note.label)” names several works"
    }
    if marker.marker.style == .authorYear, let twin = twin(of: work, marker.marker, article) {
      return "“\(work.item.id)” and “\(twin.item.id)” fit it alike"
    }
    if work.isRecord { return nil }
    let reference = note.references.first { $0.work == work }?.reference
    guard let reference, reference.confidence >= 0.5, work.item[.title] != nil,
      !work.item[names: .author].isEmpty || !work.item[names: .editor].isEmpty || work.item[date: .issued] != nil
    else { return "entry “\(note.note.label)” was not read for certain; a record of the work (--from) makes it so" }
    return nil
  }

  /// Another work of the article by the same first author in the same year, where the citation has no letter behind its
  /// year that tells them apart.
  private static func twin(of work: CitedWork, _ marker: Marker, _ article: CheckedArticle) -> CitedWork? {
    guard let year = work.item[date: .issued]?.year, let name = work.item[names: .author].first?.familyOrLiteral else {
      return nil
    }
    let text = article.source.bytes[marker.range.offsets.clamped(to: article.source.bytes.indices)]
    let digits = Array(String(year).utf8)
    // «2015a, b»: the second one is a letter alone.
    let hasLetter =
      text.count == 1 && text.first?.isASCIILetter == true
      || text.indices.contains { start in
        text[start...].starts(with: digits) && text[start...].dropFirst(digits.count).first?.isASCIILetter == true
      }
    guard !hasLetter else { return nil }
    return article.works.first { other in
      other.item.id != work.item.id && other.item[date: .issued]?.year == year
        && other.item[names: .author].first?.familyOrLiteral == name
    }
      ?? article.notes.flatMap(\.references).map(\.work).first { other in
        other.item.id != work.item.id && other.item[date: .issued]?.year == year
          && other.item[names: .author].first?.familyOrLiteral == name
      }
  }

  private static func cite(_ part: TypedCitation.Part, _ item: Item) -> JSONValue {
    var item = item
    item.pubmed = nil
    var members = [
      JSONMember("id", .string(item.id)), JSONMember("uris", .array([.string(address(of: item))])),
      JSONMember("itemData", item.cslJSON()),
    ]
    if let locator = part.locator { members += [JSONMember("locator", .string(locator)), JSONMember("label", "page")] }
    if let prefix = part.prefix { members.append(JSONMember("prefix", .string(prefix + " "))) }
    if let suffix = part.suffix { members.append(JSONMember("suffix", .string(suffix))) }
    if part.suppressesAuthor { members.append(JSONMember("suppress-author", true)) }
    return .object(members)
  }

  /// An address by which the work is known: Zotero takes an item that it does not know from the field.
  private static func address(of item: Item) -> String {
    if let doi = item[.DOI] { return "https://doi.org/" + doi }
    if let pmid = item[.PMID] { return "https://pubmed.ncbi.nlm.nih.gov/" + pmid }
    return "urn:ibid:" + item.id
  }

  private static func rtf(_ text: String, _ style: Marker.Style) -> String {
    var rtf = ""
    for scalar in text.unicodeScalars {
      if "\\{}".unicodeScalars.contains(scalar) { rtf += "\\" }
      if scalar.value >= 0x7F {
        for unit in String(scalar).utf16 { rtf += "\\uc0\\u\(unit){}" }
      } else {
        rtf.unicodeScalars.append(scalar)
      }
    }
    return style == .superscript ? "\\super \(rtf)\\nosupersub{}" : rtf
  }
}

/// The typed list of references of an article.
struct TypedList {
  private(set) var entries: [(label: String, range: Range<Int>, works: Set<String>)] = []

  init(_ article: CheckedArticle) {
    let markers = Dictionary(grouping: article.markers.filter { $0.note != nil }, by: { $0.note ?? 0 })
    for (number, note) in article.notes.enumerated() {
      // Notes of Word's own, and works that stand nowhere but in a link, are no entries.
      let isOwn =
        note.note.paragraphs.isEmpty || markers[number]?.contains { $0.marker.style == .footnote } == true
        || note.note.label.hasPrefix("fn:") || note.note.label.hasPrefix("en:") || note.note.label.contains("/")
      if !isOwn {
        entries.append((note.note.label, note.note.range.offsets, Set(note.references.map(\.work.item.id))))
      }
    }
    entries.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The entries from the first to the last that a live citation cites.
  func covered(by cited: Set<String>) -> [Range<Int>] { between(cited).map(\.range) }

  /// Why the list is left; nil where it can become live.
  func reason(cited: Set<String>) -> String? {
    let missing = between(cited).filter { $0.works.isDisjoint(with: cited) }.map(\.label)
    if between(cited).isEmpty { return "no live citation cites an entry" }
    guard !missing.isEmpty else { return nil }
    return
      "no live citation cites \(missing.count == 1 ? "entry" : "entries") \(missing.joined(separator: ", ")), which Zotero would take out"
  }

  private func between(_ cited: Set<String>) -> ArraySlice<(label: String, range: Range<Int>, works: Set<String>)> {
    guard let first = entries.firstIndex(where: { !$0.works.isDisjoint(with: cited) }),
      let last = entries.lastIndex(where: { !$0.works.isDisjoint(with: cited) })
    else { return [] }
    return entries[first...last]
  }
}
