import IbidText

/// What ends titles, and what goes on in them.
extension LabelRepair {
  /// «»Engagement with Markets«, Theory, Culture & Society»: a quoted title ends with its quotation mark.
  mutating func quotedTitleEnds() {
    nameStartsBehindQuote()
    guard let title = spans(of: .title).first else { return }
    let start = title.lowerBound
    let opening = quote(start) ?? (start > 0 ? quote(start - 1) : nil)
    guard let opening, opening.opens else { return }
    let inner = quote(start) == nil ? start : start + 1
    guard inner < title.upperBound,
      let close = (inner..<title.upperBound).first(where: {
        quote($0)?.kind == opening.kind && quote($0)?.closes == true
      }),
      close + 2 < title.upperBound, title.upperBound - close < 8, close - inner > 1,
      byte(close + 1) == UInt8(ascii: ",") || byte(close - 1) == UInt8(ascii: ",")
    else { return }
    let rest = close + (byte(close + 1) == UInt8(ascii: ",") ? 2 : 1)
    guard text.tokens[rest].startsUpper else { return }
    let next = spans(of: .container).first {
      $0.lowerBound >= title.upperBound && $0.lowerBound - title.upperBound <= 1
    }
    guard let next else { return }
    set(close..<rest, .other)
    set(rest..<next.lowerBound, .container)
  }

  /// «…“, Theory, Culture & Society»: words with capitals between a title's mark and the journal are the journal's.
  private mutating func nameStartsBehindQuote() {
    guard let container = spans(of: .container).first, container.lowerBound > 4, byte(container.lowerBound - 1) == 44
    else { return }
    let reach = max(1, container.lowerBound - 6)
    guard
      let close = (reach..<(container.lowerBound - 2)).first(where: {
        quote($0).map { $0.closes && $0.kind != .single } == true
      }),
      byte(close + 1) == UInt8(ascii: ","), labels[..<close].contains(.title)
    else { return }
    let between = (close + 2)..<container.lowerBound
    let isName = between.allSatisfy { index in
      (text.tokens[index].startsUpper || byte(index) == 44 || byte(index) == 38)
        && [.other, .title, .place, .publisher].contains(labels[index])
    }
    if isName { set(between, .container) }
  }

  func quote(_ index: Int) -> FieldText.QuoteMark? {
    text.tokens[index].kind == .mark ? FieldText.quote(text.bytes, at: text.tokens[index].start) : nil
  }

  /// «Results of the census 2011, in: …, 2012»: a year that a title runs into is its own where another is the date.
  mutating func yearEndsTitle() {
    let dates = spans(of: .date)
    guard dates.count > 1 else { return }
    for label in [Label.title, .container] {
      for span in spans(of: label) {
        guard span.upperBound < labels.count, labels[span.upperBound] == .date,
          let year = dates.first(where: { $0.lowerBound == span.upperBound }), year.count == 1,
          // «CRYPTO 2006, …, 2006»
          label == .container && text.tokens[span.upperBound - 1].kind == .upper
            || !dates.contains(where: { $0 != year && number($0.lowerBound) == number(year.lowerBound) }),
          year.upperBound == labels.count || text.tokens[year.upperBound].kind == .mark
        else { continue }
        set(year, label)
        return
      }
    }
  }

  private func number(_ index: Int) -> PackedWord { word(index) }

  /// «In Vivo», «In Vitro Cell Dev Biol», «Em Questão, v. 23»: journals whose names start with the word before books.
  mutating func latinNameStartsWithIn() {
    guard let container = spans(of: .container).first, container.lowerBound > 0 else { return }
    let before = container.lowerBound - 1
    guard labels[before] == .other, text.tokens[before].startsUpper else { return }
    let isLatin =
      word(before) == "in" && ["vivo", "vitro", "silico", "situ"].contains(word(container.lowerBound))
    let isShort =
      word(before) == "em" && container.count == 1
      && labels[container.upperBound...].first { $0 != .other } == .volume
    if isLatin || isShort { set(before..<container.lowerBound, .container) }
  }

  /// «Title. In Names (Eds.), Book»: what is called a title behind «In» is the book's.
  mutating func secondTitleIsBook() {
    let titles = spans(of: .title)
    guard titles.count == 2, !labels.contains(.container), hasBook(in: titles[0].upperBound..<titles[1].lowerBound)
    else { return }
    set(titles[1], .container)
  }

  /// «Weber N. U.S. policy»: capitals with stops behind the last author's initials start the title that goes on in
  /// lower case.
  mutating func titleStartsWithAbbreviation() {
    guard let title = spans(of: .title).first, text.tokens[title.lowerBound].kind == .lower, title.lowerBound >= 6,
      byte(title.lowerBound - 1) == UInt8(ascii: ".")
    else { return }
    let start = title.lowerBound - 4
    let isAbbreviation =
      isInitial(start) && text.tokens[start].followsSpace && byte(start + 1) == UInt8(ascii: ".")
      && isInitial(start + 2)
      && !text.tokens[start + 2].followsSpace
    guard isAbbreviation, byte(start - 1) == UInt8(ascii: "."), labels[start] == .author, text.tokens[start - 2].isWord,
      labels[start - 2] == .author
    else { return }
    set(start..<title.lowerBound, .title)
    set((start - 1)..<start, .other)
  }

  /// «A cooperative model: the Network of Milk Banks (BLH)»: a bracket behind the title that speaks of it.
  ///
  /// Brackets with numbers, roles and the like, or that start in lower case, speak of the edition or the language.
  mutating func titleEndsInBrackets() {
    guard let title = spans(of: .title).last, title.upperBound + 2 < labels.count,
      byte(title.upperBound) == UInt8(ascii: "("), text.tokens[title.upperBound].followsSpace
    else { return }
    let start = title.upperBound + 1
    let limit = min(labels.count, start + 8)
    guard let end = (start..<limit).first(where: { byte($0) == UInt8(ascii: ")") }), end > start,
      text.tokens[start].startsUpper, end + 1 < labels.count, text.tokens[end + 1].kind == .mark,
      byte(end + 1) == UInt8(ascii: "."),
      (start..<end).allSatisfy({ isPlainWord($0) || byte($0) == UInt8(ascii: ",") }),
      // «Development of the Dentition (Quintessence)»: the only publisher that there is.
      labels[start..<end].allSatisfy({ $0 == .other || $0 == .title || labels[end...].contains(.publisher) })
    else { return }
    set(title.upperBound..<(end + 1), .title)
  }

  /// Whether a token is a word that says nothing of editions, volumes and the like, and is in no field of its own.
  private func isPlainWord(_ index: Int) -> Bool {
    guard text.tokens[index].isWord, [.other, .publisher, .place, .title].contains(labels[index]) else { return false }
    switch TokenShape.shape(of: text.tokens[index], text.bytes) {
    case 26...33, 36, 46, 47, 53: return true
    default: return false
    }
  }

  /// «T. Moreau, F. Weber, in: B. Okafor (Ed.)»: behind initials one word before a book is no title but a name.
  mutating func nameBeforeBookIsNoTitle() {
    guard let title = spans(of: .title).first, title.count == 1, title.lowerBound > 1,
      text.tokens[title.lowerBound].kind == .capitalized, byte(title.lowerBound - 1) == UInt8(ascii: "."),
      labels[title.lowerBound - 2] == .author, isInitial(title.lowerBound - 2), title.upperBound < labels.count,
      byte(title.upperBound) == UInt8(ascii: ","),
      hasBook(in: title.upperBound..<min(labels.count, title.upperBound + 2))
    else { return }
    set((title.lowerBound - 1)..<title.upperBound, .author)
  }

  private func isInitial(_ index: Int) -> Bool { text.tokens[index].kind == .upper && text.tokens[index].length == 1 }

  /// «7. Aufl.», «2nd ed.»: no volume, issue or page.
  mutating func numberIsEdition() {
    for index in labels.indices where text.tokens[index].kind == .number && text.tokens[index].length <= 2 {
      guard [.volume, .issue, .page, .note].contains(labels[index]), let end = FieldEnds.editionEnd(index, text),
        ((index + 1)..<(end - 1)).allSatisfy({
          text.tokens[$0].isWord && !text.tokens[$0].followsSpace
            || byte($0) == UInt8(ascii: ".")
              && !text.tokens[$0].followsSpace
        })
      else { continue }
      set(index..<(index + 1), labels.contains(.edition) ? .other : .edition)
      set((index + 1)..<end, .other)
    }
  }

  /// «Weber M. Cinder. Norton; 2012»: behind the initials of NLM's names one word is no name but the title.
  mutating func shortTitleIsNoName() {
    guard !labels.contains(.title), let authors = spans(of: .author).first, authors.count >= 4 else { return }
    let last = authors.upperBound - 1
    func isInitials(_ index: Int) -> Bool { text.tokens[index].kind == .upper && text.tokens[index].length <= 3 }
    guard text.tokens[last].kind == .capitalized, text.tokens[last].followsSpace, text.tokens[last].length > 3,
      byte(last - 1) == UInt8(ascii: "."), isInitials(last - 2), text.tokens[last - 3].isWord,
      text.tokens[last - 2].followsSpace, text.tokens[authors.lowerBound].kind == .capitalized,
      last + 1 < labels.count, byte(last + 1) == UInt8(ascii: ".")
    else { return }
    set((last - 1)..<last, .other)
    set(last..<(last + 1), .title)
  }

  /// «NEEM community members (2013) Title»: what starts a reference before its date is no title where one follows.
  mutating func bodyIsAuthor() {
    let titles = spans(of: .title)
    guard titles.count > 1, !labels.contains(.author), titles[0].lowerBound == 0,
      let date = spans(of: .date).first, date.lowerBound >= titles[0].upperBound,
      date.upperBound <= titles[1].lowerBound
    else { return }
    set(titles[0], .author)
  }

  /// «Northern lights. Alfred A. Knopf»: a given name and an initial at a title's end are the publisher's.
  mutating func publisherHasGivenNames() {
    guard let title = spans(of: .title).last, title.count > 4 else { return }
    let last = title.upperBound - 1
    guard text.tokens[last].kind == .upper, text.tokens[last].length == 1, text.tokens[last - 1].kind == .capitalized,
      byte(last - 2) == UInt8(ascii: "."), last + 2 < labels.count, byte(last + 1) == UInt8(ascii: "."),
      labels[last + 2] == .publisher
    else { return }
    set((last - 2)..<(last - 1), .other)
    set((last - 1)..<(last + 2), .publisher)
  }
}
