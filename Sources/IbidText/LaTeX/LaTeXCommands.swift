/// Commands of LaTeX's and biblatex's that do something with what stands behind them, by their names.
///
/// Source: LaTeX2e unofficial reference manual, sections 4 and 16; biblatex manual, section 4.10.4.
enum LaTeXCommands {
  enum Command: Sendable {
    /// What is in its braces stands between two tags.
    case type(String, String)
    /// All that follows in the group does.
    case typeSwitch(String, String)
    /// A blank; what is in its braces says how wide.
    case blank
    /// Nothing is printed, nor of so many arguments.
    case nothing(arguments: Int)
    /// Quotation marks, double and single in turn.
    case quotation
    /// An address, as it is.
    case address
    /// A formula without dollar signs.
    case formula
    /// Two arguments with a stroke between.
    case fraction
    /// The sign of a root.
    case root
    /// A mark on each letter of the argument.
    case mark(Unicode.Scalar)
  }

  static func named(_ name: String) -> Command? { byName[name] }

  private static let byName: [String: Command] = {
    var commands: [String: Command] = [:]
    func add(_ names: String, _ command: Command) {
      for name in names.split(separator: " ") { commands[String(name)] = command }
    }
    add("emph textit textsl mkbibemph mkbibitalic mathit", .type("<i>", "</i>"))
    add("textbf mkbibbold mathbf boldsymbol bm", .type("<b>", "</b>"))
    add("textsuperscript mkbibsuperscript textsu sp", .type("<sup>", "</sup>"))
    add("textsubscript mkbibsubscript sb", .type("<sub>", "</sub>"))
    add("textsc mkbibacro", .type(smallCapitals, "</span>"))
    add("it em itshape sl slshape", .typeSwitch("<i>", "</i>"))
    add("bf bfseries", .typeSwitch("<b>", "</b>"))
    add("sc scshape", .typeSwitch(smallCapitals, "</span>"))
    add("hspace quad qquad enspace space", .blank)
    add(
      "noopsort SortNoop sortnoop label vspace phantom hphantom vphantom index footnotemark begin end",
      .nothing(arguments: 1))
    add("textcolor color colorbox fontsize href", .nothing(arguments: 1))
    add("enquote mkbibquote", .quotation)
    add("url path nolinkurl", .address)
    add("ensuremath", .formula)
    add("frac tfrac dfrac nicefrac sfrac", .fraction)
    add("sqrt", .root)
    for (names, mark) in marks { add(names, .mark(mark)) }
    return commands
  }()

  private static let smallCapitals = "<span style=\"font-variant:small-caps;\">"

  private static let marks: [(String, Unicode.Scalar)] = [
    ("overline bar", "\u{304}"), ("hat widehat", "\u{302}"), ("tilde widetilde", "\u{303}"), ("vec", "\u{20D7}"),
    ("dot", "\u{307}"), ("ddot", "\u{308}"), ("check", "\u{30C}"), ("acute", "\u{301}"), ("grave", "\u{300}"),
    ("breve", "\u{306}"), ("underline", "\u{332}"), ("mathring", "\u{30A}"),
  ]
}
