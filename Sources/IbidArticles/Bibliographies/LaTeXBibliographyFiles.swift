import IbidModel

/// The files that LaTeX's commands name: `\bibliography{one,two}`, whose files end in `.bib` without saying so, and
/// biblatex's `\addbibresource[…]{one.bib}`.
enum LaTeXBibliographyFiles {
  @Sendable static func names(in text: [UInt8]) -> [String] {
    var names: [String] = []
    var index = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "%"):
        while index < text.count, text[index] != 0x0A, text[index] != 0x0D { index += 1 }
      case UInt8(ascii: "\\"):
        let command = text[(index + 1)...].prefix(while: \.isASCIILetter)
        index = max(command.endIndex, index + 2)
        let isList = commandsOfLists.contains { $0.utf8.elementsEqual(command) }
        guard isList || commandsOfFiles.contains(where: { $0.utf8.elementsEqual(command) }),
          let argument = argument(of: text, behind: &index)
        else { continue }
        names += isList ? argument.split(separator: UInt8(ascii: ",")).map { bib(name(of: $0)) } : [name(of: argument)]
      default: index += 1
      }
    }
    return names.filter { !$0.isEmpty }
  }

  private static let commandsOfLists = ["bibliography", "nobibliography"]
  private static let commandsOfFiles = ["addbibresource", "addglobalbib", "addsectionbib"]

  /// What stands in the braces behind a command and its options.
  private static func argument(of text: [UInt8], behind index: inout Int) -> ArraySlice<UInt8>? {
    var start = text[index...].firstIndex { !$0.isASCIISpace } ?? text.count
    if start < text.count, text[start] == UInt8(ascii: "[") {
      guard let close = text[start...].prefix(limit).firstIndex(of: UInt8(ascii: "]")) else { return nil }
      start = text[(close + 1)...].firstIndex { !$0.isASCIISpace } ?? text.count
    }
    guard start < text.count, text[start] == UInt8(ascii: "{"),
      let close = text[start...].prefix(limit).firstIndex(of: UInt8(ascii: "}"))
    else { return nil }
    index = close + 1
    return text[(start + 1)..<close]
  }

  /// Most bytes of an argument.
  private static let limit = 10_000

  private static func name(of bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.filter { $0 != 0x0A && $0 != 0x0D }.trimmedASCII, as: UTF8.self)
  }

  private static func bib(_ name: String) -> String {
    name.isEmpty || name.lowercased().hasSuffix(".bib") ? name : name + ".bib"
  }
}
