import IbidModel
import IbidText

extension BibTeXAssembly {
  /// Volume, number, pages, publisher: where the work is.
  mutating func setPlace() {
    set(.volume, .volume)
    set(.numberOfVolumes, .volumes)
    set(.partNumber, .part)
    setNumber()
    setPages()
    set(.edition, .edition)
    set(.chapterNumber, .chapter)
    set(.version, .version)
    setPublisher()
    set(.eventTitle, .eventtitle)
    set(.eventPlace, .venue)
    // ACM writes where the conference was as `location`, and where its publisher is as `address`.
    if has(.address), has(.location), item[.eventPlace] == nil, item.type == .paperConference {
      set(.eventPlace, .location)
    }
    set(.publisherPlace, .location)
    set(.publisherPlace, .address)
    set(.originalPublisher, .origpublisher)
    set(.originalPublisherPlace, .origlocation)
  }

  /// `number` is a journal's issue, a series' number, or the work's own.
  private mutating func setNumber() {
    let variable = Self.variableOfNumber(of: item.type, isInSeries: item[.collectionTitle] != nil)
    set(variable, variable == .issue && !has(.number) ? .issue : .number)
  }

  static func variableOfNumber(of type: ItemType, isInSeries: Bool) -> Variable {
    switch type {
    case .articleJournal, .articleMagazine, .articleNewspaper, .review, .reviewBook, .periodical: .issue
    case .book, .chapter, .paperConference, .entryEncyclopedia, .pamphlet: isInSeries ? .collectionNumber : .number
    default: .number
    }
  }

  private mutating func setPages() {
    if let raw = take(.pages) { set(pages: Self.plainPages(raw) ?? Self.pages(BibTeXValue.plain(raw))) }
    if let raw = take(.eid) {
      let number = BibTeXValue.plain(raw)
      if item[.number] == nil { item[.number] = number } else { giveBack(.eid) }
      if item[.page] == nil { item[.page] = number }
    }
    set(.numberOfPages, .pagetotal)
    set(.numberOfPages, .numpages)
  }

  private mutating func set(pages: String) { if !pages.isEmpty { item[.page] = pages } }

  /// Numbers alone, with one hyphen or some between, as nearly all pages are; nil of all others.
  private static func plainPages(_ raw: ArraySlice<UInt8>) -> String? {
    let first = raw.prefix(while: \.isASCIIDigit)
    let hyphens = raw[first.endIndex...].prefix { $0 == UInt8(ascii: "-") }
    let last = raw[hyphens.endIndex...]
    guard !first.isEmpty, hyphens.count < 4, last.isEmpty == hyphens.isEmpty, last.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    return first.elementsEqual(last) || last.isEmpty
      ? String(decoding: first, as: UTF8.self)
      : String(decoding: first, as: UTF8.self) + "-" + String(decoding: last, as: UTF8.self)
  }

  /// Pages with a hyphen for each dash and no blanks around it; `297--297` is one page.
  private static func pages(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var blanks = 0
    for scalar in text.unicodeScalars {
      if PageRange.isDash(scalar) {
        if result.last != "-" { result.append("-") }
        blanks = 0
      } else if scalar == " " {
        blanks += 1
      } else {
        if blanks > 0, result.last != "-" { result.append(" ") }
        blanks = 0
        result.append(scalar)
      }
    }
    let pages = String(result)
    let ends = pages.split(separator: "-", omittingEmptySubsequences: false)
    return ends.count == 2 && ends[0] == ends[1] ? String(ends[0]) : pages
  }

  /// Who published the work; for theses and reports the institution. What else is there is kept as it is.
  private mutating func setPublisher() {
    for name in [BibTeXFieldName.publisher, .institution, .school, .organization] { set(.publisher, name) }
    guard let raw = take(.howpublished) else { return }
    let text = BibTeXValue.plain(raw)
    if text.hasPrefix("http"), !text.contains(" ") {
      if !has(.url) { item[.URL] = BibTeXValue.address(raw) } else { giveBack(.howpublished) }
    } else if item[.publisher] == nil {
      set(.publisher, raw: raw)
    } else {
      giveBack(.howpublished)
    }
  }
}
