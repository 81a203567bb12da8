import IbidText

/// Groups of words that tell what a sentence does whatever it speaks of.
enum WordGroup: Int, CaseIterable {
  case writer, writers, reader, modal, hedge, norm, evidence, definition, negation, quantity, comparison
  case past, present, display, this
  // The first word of a sentence only is held against these.
  case imperative, connective, demonstrative

  /// The groups of a word, a bit each, by the word's hash.
  static func mask(of word: UInt32) -> UInt32 { masks[word] ?? 0 }

  private static let masks: [UInt32: UInt32] = {
    var masks: [UInt32: UInt32] = [:]
    for group in allCases {
      for word in group.words.split(separator: " ") {
        masks[UInt32(fnvOf: word.utf8), default: 0] |= 1 << UInt32(group.rawValue)
      }
    }
    return masks
  }()

  private var words: String {
    switch self {
    case .writer: "i i'm i've i'd i'll my me myself"
    case .writers: "we our us ours we've we're we'll ourselves"
    case .reader: "you your you're you've you'll yours yourself"
    case .modal: "may might could can would should must will shall"
    case .hedge:
      "may might could perhaps possibly probably likely seem seems appears appear suggest suggests maybe apparently presumably"
    case .norm:
      """
      should must ought need needs important recommend recommended better best good bad interesting unfortunately \
      surprisingly clearly obviously hope think believe argue worth useful consider
      """
    case .evidence:
      """
      study studies trial trials evidence research researchers review reviews meta survey surveys experiment \
      experiments scientists cohort reported shown found showed observed demonstrated according estimated suggested \
      previous previously recent recently literature report reports
      """
    case .definition:
      """
      called defined refers means known term termed definition denotes consists type types form forms include \
      includes is are
      """
    case .negation: "not no never neither nor none cannot don't doesn't isn't aren't didn't"
    case .quantity:
      """
      many most majority half third quarter twice double percent per million billion thousand average rate common \
      often frequently usually typically several nearly almost about approximately annually worldwide globally \
      countries people adults children women men
      """
    case .comparison: "more less fewer better worse greater higher lower larger smaller than most least compared"
    case .past: "was were had did"
    case .present: "is are has have does do"
    case .display:
      """
      fig figure figures figs table tables supplementary additional appendix equation section chapter below above \
      following
      """
    case .this: "this these here present current"
    case .imperative:
      """
      use see note consider let make take ask try check avoid keep remember do add click set run install choose \
      start talk get imagine suppose think look find read ensure follow call monitor assess encourage teach provide
      """
    case .connective:
      """
      however therefore thus hence moreover furthermore but so although because since instead finally first second \
      then additionally also similarly indeed nevertheless consequently overall still and
      """
    case .demonstrative: "this these such it they that those"
    }
  }
}
