/// Words before the day on which a page was read, in the languages of reference lists.
enum AccessWords {
  /// Mean nothing else before a date.
  static let sure = """
    accessed retrieved consulté consultée consultés consultado consultada consultato consultata zugriff zugegriffen \
    abgerufen abruf aufgerufen eingesehen abrufdatum zugriffsdatum acesso acessado acessada acedido accesso acceso \
    accedido geraadpleegd opgehaald hämtad hämtat åtkomst tilgået viitattu haettu dostęp dostępu erişim erişildi \
    обращения доступа megtekintve letöltve hozzáférés accesat accesată pristupljeno dostopano pridobljeno preuzeto \
    recuperado recuperada recuperato citováno přístup toegang πρόσβαση 引用日期 访问日期 存取日期 检索日期 閲覧日 閲覧 \
    접속일 검색일 Åtkomst
    """
  /// Mean it where a whole day follows.
  static let unsure = """
    access cited viewed visited consulted citado citato cit stand bezocht besökt läst lest hentet nedlastet besøgt \
    hentet luettu read checked download downloaded heruntergeladen téléchargé visité visitado visitato letzter \
    consulta consultation ultimo último última
    """
  /// May stand between such a word and the date, or between two such words.
  static let joints: Set<String> = [
    "on", "at", "am", "vom", "den", "der", "le", "el", "il", "em", "en", "op", "the", "dne", "dnia", "dňa", "tarihi",
    "date", "datum", "last", "letzter", "zuletzt", "zugriff", "of", "de", "da", "do", "da", "data", "fecha", "dia",
    "día", "in", "last", "online", "dernière", "fois", "pour", "la", "о", "от", "pe", "dana", "dne", "im", "accessed",
    "access", "consulta", "acesso", "acceso", "accesso", "consultation", "page", "abgerufen", "обращения", "a", "su",
  ]
  /// Stand before such a word and belong to it.
  static let openers: Set<String> = [
    "last", "date", "letzter", "letzte", "zuletzt", "datum", "fecha", "data", "datas", "page", "site", "online", "of",
    "de", "des", "der", "del", "da", "und", "and", "dernière", "ultimo", "último", "última", "first", "was", "дата",
    "d", "document", "senast", "sist", "data",
  ]
}
