/// The words by which sentences that are no claims can be told.
enum Lexicon {
  /// Words of the one who writes.
  static let firstPerson: Set<String> = ["i'm", "i've", "i'd", "i'll", "my", "me", "myself", "mine"]

  /// Words that stand behind «I» where it is the writer, and no numeral («phase I trials»).
  static let verbsOfWriter: Set<String> = [
    "have", "had", "am", "was", "do", "did", "don't", "didn't", "think", "thought", "find", "found", "know", "knew",
    "can", "can't", "could", "will", "won't", "would", "wouldn't", "shall", "should", "may", "might", "must", "used",
    "use", "see", "saw", "believe", "mean", "love", "like", "wish", "want", "wanted", "went", "got", "get", "need",
    "never", "also", "actually", "just", "still", "always", "often", "usually", "sometimes", "feel", "felt", "tried",
    "try", "hope", "doubt", "suspect", "consider", "say", "said", "spent", "made", "make", "take", "took", "read",
    "write", "wrote", "work", "worked", "began", "started", "live", "lived", "remember", "agree", "guess",
  ]

  /// Phrases of opinion.
  static let opinion = [
    "i think", "i believe", "i doubt", "i suspect", "in my opinion", "in my view", "i consider", "i would argue",
    "i hope", "it seems to me", "arguably", "my favourite", "my favorite", "i find", "should be", "ought to",
    "unfortunately", "i would", "i wouldn't", "i feel", "i'd say", "i actually believe", "as i can imagine",
  ]

  /// Phrases of what somebody went through.
  static let experience = [
    "i had", "i have had", "i've had", "i was", "i have been", "i've been", "i went", "i felt", "i tried", "i used",
    "i spent", "my own", "my friend", "my patient", "my patients", "my doctor", "my father", "my mother", "my wife",
    "my husband", "happened to me", "personal experience", "i experienced", "i suffered", "i never", "without it i",
  ]

  /// Phrases of definition.
  static let definition = [
    "is defined as", "are defined as", "refers to", "refer to", "is a term", "is the term", "is called", "are called",
    "known as", "stands for", "means that", "i am referring", "i'm referring", "by definition", "in other words",
  ]

  /// How sentences begin that lead elsewhere.
  static let navigation = [
    "see", "click", "read", "subscribe", "follow", "contact", "visit", "download", "share", "log", "sign", "buy",
    "feel free", "here is", "here are", "to help you", "for more", "full bio", "submit", "jump to", "skip",
  ]

  /// Headings of parts that speak of the page rather than of its matter, and how such headings begin.
  static let pageSections = [
    "about us", "about me", "about this", "about the author", "about the authors", "what's new", "what’s new",
    "permalink", "acknowledgement", "acknowledgements", "acknowledgment", "acknowledgments", "contents",
    "table of contents", "related articles", "related posts", "related content", "related reading", "related pages",
    "further reading", "comments", "subscribe", "copyright", "share this", "author", "authors", "author contributions",
    "disclosure", "disclosures", "contact", "funding", "conflict of", "conflicts of", "competing interest",
    "competing interests", "supplementary", "update history", "updates",
  ]
}
