/// The elements of WordprocessingML that writing has to know; all others are `other`.
///
/// Source: ECMA-376, part 1, section 17; part 3, section 10 (`AlternateContent`).
enum WordTag: UInt8 {
  case other
  case document, body, paragraph, paragraphProperties, run, runProperties, text, deletedText
  case fieldCharacter, fieldData, instruction, deletedInstruction, simpleField
  case hyperlink, inserted, deleted, movedFrom, movedTo, smartTag, customXML
  case control, controlProperties, controlContent, controlTag, dataBinding
  case footnote, endnote, footnoteReference, endnoteReference, textBox
  case comment, commentStart, commentEnd, commentReference
  case tab, lineBreak, carriageReturn, noBreakHyphen, softHyphen, renderedPageBreak, symbol
  case bookmarkStart, bookmarkEnd, proofError, numbering
  case table, row, cell, sectionProperties
  case alternateContent, choice, fallback, math, mathParagraph

  /// The stretches of text that hold fields of their own.
  var isStory: Bool { [.textBox, .footnote, .endnote, .comment].contains(self) }

  /// What a reader sees of a run, and what can be written anew.
  var isVisibleText: Bool {
    [.text, .tab, .lineBreak, .carriageReturn, .noBreakHyphen, .softHyphen, .renderedPageBreak].contains(self)
  }

  /// Elements below a paragraph in which runs stand, and borders of comments may.
  var holdsRuns: Bool {
    [.hyperlink, .inserted, .movedTo, .simpleField, .smartTag, .customXML, .controlContent, .control].contains(self)
  }

  /// By local name in the main namespace.
  static let words: [String: WordTag] = [
    "document": .document, "body": .body, "p": .paragraph, "pPr": .paragraphProperties, "r": .run,
    "rPr": .runProperties, "t": .text, "delText": .deletedText, "fldChar": .fieldCharacter, "fldData": .fieldData,
    "instrText": .instruction, "delInstrText": .deletedInstruction, "fldSimple": .simpleField,
    "hyperlink": .hyperlink, "ins": .inserted, "del": .deleted, "moveFrom": .movedFrom, "moveTo": .movedTo,
    "smartTag": .smartTag, "customXml": .customXML, "sdt": .control, "sdtPr": .controlProperties,
    "sdtContent": .controlContent, "tag": .controlTag, "dataBinding": .dataBinding, "footnote": .footnote,
    "endnote": .endnote, "footnoteReference": .footnoteReference, "endnoteReference": .endnoteReference,
    "txbxContent": .textBox, "comment": .comment, "commentRangeStart": .commentStart,
    "commentRangeEnd": .commentEnd, "commentReference": .commentReference, "tab": .tab, "br": .lineBreak,
    "cr": .carriageReturn, "noBreakHyphen": .noBreakHyphen, "softHyphen": .softHyphen,
    "lastRenderedPageBreak": .renderedPageBreak, "sym": .symbol, "bookmarkStart": .bookmarkStart,
    "bookmarkEnd": .bookmarkEnd, "proofErr": .proofError, "tbl": .table, "tr": .row, "tc": .cell,
    "sectPr": .sectionProperties, "numPr": .numbering,
  ]

  /// By local name in the namespace of alternatives.
  static let alternatives: [String: WordTag] = [
    "AlternateContent": .alternateContent, "Choice": .choice, "Fallback": .fallback,
  ]

  /// By local name in the namespace of formulas.
  static let formulas: [String: WordTag] = ["oMath": .math, "oMathPara": .mathParagraph]
}
