import IbidXML

/// Attributes as the style's types. A value that CSL does not define counts as if it were missing.
extension XMLTree {
  /// The root element of a style or of a locale file.
  ///
  /// - Throws: `CSLError` where the bytes are no well-formed XML.
  init(style bytes: [UInt8]) throws(CSLError) {
    // Every element has a «<» of its own. The largest published style has 3,000 elements.
    guard bytes.count(where: { $0 == UInt8(ascii: "<") }) <= 2 * 50_000 else {
      throw CSLError(line: 0, "more than 50,000 elements: no style is so large")
    }
    do throws(XMLFailure) {
      self = try .parse(bytes)
    } catch {
      throw CSLError(line: error.line, error.message)
    }
  }

  func value<Value: RawRepresentable<String>>(_ attribute: String, as type: Value.Type = Value.self) -> Value? {
    self[attribute].flatMap(Value.init(rawValue:))
  }

  func flag(_ attribute: String) -> Bool? {
    switch self[attribute] {
    case "true": true
    case "false": false
    default: nil
    }
  }

  func integer(_ attribute: String) -> Int? { self[attribute].flatMap { Int($0) } }

  /// The words of a list attribute.
  func words(_ attribute: String) -> [String] {
    self[attribute]?.split(separator: " ", omittingEmptySubsequences: true).map(String.init) ?? []
  }

  /// Affixes, formatting, display, quotes and case.
  var appearance: Appearance {
    var appearance = Appearance()
    appearance.formatting = formatting
    appearance.prefix = self["prefix"] ?? ""
    appearance.suffix = self["suffix"] ?? ""
    appearance.display = value("display")
    appearance.hasQuotes = flag("quotes") ?? false
    appearance.stripsPeriods = flag("strip-periods") ?? false
    appearance.textCase = value("text-case")
    return appearance
  }

  private var formatting: Formatting {
    Formatting(
      fontStyle: value("font-style"), fontVariant: value("font-variant"), fontWeight: value("font-weight"),
      textDecoration: value("text-decoration"), verticalAlign: value("vertical-align"))
  }

  /// The inheritable name options; `prefix` tells `cs:name`'s own attributes (none) from inherited ones (`name-`).
  func nameOptions(prefix: String) -> NameOptions {
    var options = NameOptions()
    options.and = value("and")
    options.delimiter = self[prefix + "delimiter"]
    options.namesDelimiter = prefix.isEmpty ? nil : self["names-delimiter"]
    options.delimiterPrecedesEtAl = value("delimiter-precedes-et-al")
    options.delimiterPrecedesLast = value("delimiter-precedes-last")
    options.etAlMin = integer("et-al-min")
    options.etAlUseFirst = integer("et-al-use-first")
    options.etAlSubsequentMin = integer("et-al-subsequent-min")
    options.etAlSubsequentUseFirst = integer("et-al-subsequent-use-first")
    options.etAlUseLast = flag("et-al-use-last")
    options.form = value(prefix + "form")
    options.initialize = flag("initialize")
    options.initializeWith = self["initialize-with"]
    options.nameAsSortOrder = value("name-as-sort-order")
    options.sortSeparator = self["sort-separator"]
    return options
  }
}
