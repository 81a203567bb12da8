import IbidModel

extension BibTeXAssembly {
  mutating func setNames() {
    setNames(.author, .author)
    switch take(.editortype).map(BibTeXValue.plain)?.lowercased() {
    case nil, "editor": setNames(.editor, .editor)
    case "compiler": setNames(.compiler, .editor)
    case "organizer": setNames(.organizer, .editor)
    case "director": setNames(.director, .editor)
    default:
      giveBack(.editortype)
      setNames(.editor, .editor)
    }
    setNames(.translator, .translator)
    setNames(.containerAuthor, .bookauthor)
    setNames(.director, .director)
    setNames(.contributor, .collaborator)
  }

  private mutating func setNames(_ role: Variable, _ name: BibTeXFieldName) {
    guard let raw = take(name) else { return }
    let list = BibTeXNames.names(raw)
    if !list.names.isEmpty { item[names: role] = list.names }
    if list.isBrokenOff { item.breakOff(names: role) }
  }

  mutating func setTitles() {
    set(.title, .title, isTitle: true)
    if let subtitle = take(.subtitle) { addSubtitle(subtitle, to: .title) }
    if let addition = take(.titleaddon) { append(.title, ". ", raw: addition, isTitle: true) }
    set(.titleShort, .shorttitle, isTitle: true)
    setContainer()
    set(.containerTitleShort, .shortjournal)
    set(.collectionTitle, .series, isTitle: true)
    set(.originalTitle, .origtitle, isTitle: true)
  }

  /// A colon stands between, but where the title ends with a mark of its own.
  private mutating func addSubtitle(_ raw: ArraySlice<UInt8>, to variable: Variable) {
    let last = item[variable]?.unicodeScalars.last
    let hasMark = last.map { "?!.:".unicodeScalars.contains($0) } ?? true
    append(variable, hasMark ? " " : ": ", raw: raw, isTitle: true)
  }

  private mutating func setContainer() {
    if let title = take(.journaltitle) {
      set(.containerTitle, raw: title)
      // ADS' macros stand for names, which it gives beside them.
    } else if has(.journal) {
      if let full = take(.fjournal) { setJournal(full) }
      if item[.containerTitle] == nil { take(.journal).map { setJournal($0) } } else { setShortJournal() }
    }
    if let subtitle = take(.journalsubtitle) { addSubtitle(subtitle, to: .containerTitle) }
    if item[.containerTitle] == nil {
      set(.containerTitle, .booktitle, isTitle: true)
      if item[.containerTitle] != nil {
        if let subtitle = take(.booksubtitle) { addSubtitle(subtitle, to: .containerTitle) }
        if let addition = take(.booktitleaddon) { append(.containerTitle, ". ", raw: addition, isTitle: true) }
      } else if item.type == .chapter {
        set(.containerTitle, .maintitle, isTitle: true)
      }
    }
    if item[.containerTitle] == nil, item.type == .entryEncyclopedia, has(.lista), let encyclopedia = item[.title] {
      // biblatex-chicago: the reference work is the title, and the entry's words stand in a list.
      item[.containerTitle] = encyclopedia
      giveBack(.lista)
    }
  }

  /// The journal's name beside its full one: a macro for it, the same, or a short one.
  private mutating func setShortJournal() {
    guard !has(.shortjournal), let raw = take(.journal), raw.first != UInt8(ascii: "\\"),
      BibTeXValue.plain(raw) != item[.containerTitle]
    else { return }
    set(.containerTitleShort, raw: raw)
  }

  private mutating func setJournal(_ raw: ArraySlice<UInt8>) {
    if raw.first == UInt8(ascii: "\\"),
      let name = BibTeXJournals.name(String(decoding: raw.dropFirst().trimmedASCII, as: UTF8.self))
    {
      item[.containerTitle] = name
    } else {
      set(.containerTitle, raw: raw)
    }
  }
}
