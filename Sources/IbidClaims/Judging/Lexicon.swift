/// The words by which claims about health, and sentences that are none, can be told.
enum Lexicon {
  /// Stems of words that say that one thing brings about another.
  static let effect = [
    "caus", "reduc", "increas", "decreas", "improv", "prevent", "trigger", "reliev", "inhibit", "induc", "worsen",
    "aggravat", "alleviat", "lower", "raise", "impair", "enhanc", "promot", "suppress", "contribut", "affect",
    "correlat", "associat", "predict", "mitigat", "cure", "heal", "protect", "produc", "block", "stimulat", "link",
    "lead", "result", "damag", "harm", "boost", "slow", "delay", "kill", "spread", "accelerat", "eliminat", "restor",
    "strengthen", "weaken", "double", "tripl", "halv",
  ]

  /// Words that say whether something does what it is for.
  static let efficacy: Set<String> = [
    "work", "works", "effective", "effectively", "effectiveness", "ineffective", "efficacy", "efficacious", "safe",
    "safety", "harmful", "risky", "beneficial", "benefit", "benefits", "useful", "useless", "helps", "helpful",
    "treat", "treated", "treats", "potent", "addictive", "dangerous", "toxic",
  ]

  /// Words by which an author names evidence.
  static let evidence: Set<String> = [
    "study", "studies", "trial", "trials", "evidence", "research", "researchers", "review", "reviews", "analysis",
    "meta", "data", "survey", "surveys", "paper", "experiment", "experiments", "scientists", "cohort", "guidelines",
    "science", "randomized", "randomised", "placebo", "findings", "experts", "scientific", "researcher", "scientist",
    "according", "statistics", "estimates", "volunteers", "participants", "cochrane",
  ]

  /// Stems of words by which evidence speaks.
  static let report = [
    "show", "found", "find", "suggest", "report", "conclud", "demonstrat", "reveal", "confirm", "indicat", "prove",
    "observ", "estimat", "identif",
  ]

  /// Words that compare.
  static let comparison: Set<String> = [
    "more", "less", "fewer", "better", "worse", "greater", "higher", "lower", "larger", "smaller", "than", "most",
    "least", "best", "worst", "superior", "inferior", "compared", "similar", "equal", "equivalent", "common",
    "rare", "rarely",
  ]

  /// Words that count without a number.
  static let quantity: Set<String> = [
    "many", "most", "majority", "half", "third", "quarter", "twice", "double", "dozens", "hundreds", "thousands",
    "millions", "percent", "per", "every", "all", "nearly", "almost", "few", "several", "frequently", "often",
    "percentage", "proportion", "average", "thousand", "million", "billion", "billions", "times", "annually",
    "usually", "typically", "generally", "routinely", "rate", "prevalence", "incidence",
  ]

  /// Stems of words of health and medicine.
  static let health = [
    "pain", "patient", "disease", "treatment", "therap", "drug", "medic", "clinic", "symptom", "chronic", "diagnos",
    "disorder", "syndrome", "injur", "inflam", "neuro", "nerve", "muscle", "joint", "arthritis", "opioid", "nsaid",
    "analges", "exercis", "fitness", "sleep", "insomnia", "depress", "anxiety", "cancer", "heart", "blood", "brain",
    "mortality", "death", "risk", "surg", "dose", "vaccin", "infect", "virus", "immun", "hormon", "diet", "obes",
    "diabet", "stroke", "biolog", "cell", "gene", "protein", "rehab", "massage", "acupunct", "placebo", "health",
    "physical", "stimulation", "implant", "tissue", "metabol", "cognit", "mental", "nutri", "vitamin", "supplement",
    "calor", "sugar", "sodium", "cholesterol", "weight", "alcohol", "smok", "tobacco", "nicotin", "caffein", "cannabi",
    "pregnan", "birth", "infant", "breast", "prostate", "lung", "kidney", "liver", "stomach", "gut", "microb",
    "bacteri", "antibiotic", "flu", "covid", "pandem", "asthma", "allerg", "migraine", "headache", "fever", "bone",
    "fractur", "spin", "tendon", "ligament", "postur", "stretch", "psycholog", "stress", "dementia", "alzheimer",
    "parkinson", "autis", "aging", "ageing", "lifespan", "longevity", "doctor", "physician", "hospital", "screening",
    "statin", "aspirin", "ibuprofen", "insulin", "steroid", "menopaus", "food", "eating",
  ]

  /// Words of the one who writes.
  static let firstPerson: Set<String> = ["i", "i'm", "i've", "i'd", "i'll", "my", "me", "myself", "mine"]

  /// Words to the one who reads.
  static let secondPerson: Set<String> = ["you", "your", "you're", "you've", "you'll", "yours"]

  /// Words that take a statement back a little.
  static let hedge: Set<String> = ["might", "maybe", "perhaps", "possibly", "seem", "seems", "apparently"]

  /// Words that say how good, bad, certain or possible a thing is.
  static let judgement: Set<String> = [
    "notoriously", "underwhelming", "disappointing", "impossible", "nothing", "never", "always", "proven", "proof",
    "myth", "indisputably", "undeniably", "clearly", "actually", "primarily", "mainly", "essential", "crucial",
    "powerful", "impressive", "overrated", "underrated", "neglected", "misunderstood", "controversial", "responsible",
  ]

  /// Phrases by which a text speaks of itself.
  static let thisPage = [
    "this page", "this article", "this list", "this section", "this post", "this chapter", "this book", "this paper",
    "the list above", "above", "below", "previous section", "next section", "this site", "that footnote",
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

  /// Headings of parts that speak of the page rather than of its matter.
  static let pageSections = [
    "about", "what's new", "what’s new", "permalink", "acknowledg", "contents", "related", "further reading",
    "comments", "subscribe", "copyright", "share", "author", "disclosure", "contact", "funding", "conflict",
    "competing interest", "supplementary", "update",
  ]
}
