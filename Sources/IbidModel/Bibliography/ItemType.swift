/// The kind of work that an item describes, by its CSL name.
///
/// Source: CSL 1.0.2 specification, appendix III.
///
///     let type = ItemType(rawValue: "article-journal")
public enum ItemType: String, Sendable, Hashable, CaseIterable {
  case article
  case articleJournal = "article-journal"
  case articleMagazine = "article-magazine"
  case articleNewspaper = "article-newspaper"
  case bill
  case book
  case broadcast
  case chapter
  case classic
  case collection
  case dataset
  case document
  case entry
  case entryDictionary = "entry-dictionary"
  case entryEncyclopedia = "entry-encyclopedia"
  case event
  case figure
  case graphic
  case hearing
  case interview
  case legalCase = "legal_case"
  case legislation
  case manuscript
  case map
  case motionPicture = "motion_picture"
  case musicalScore = "musical_score"
  case pamphlet
  case paperConference = "paper-conference"
  case patent
  case performance
  case periodical
  case personalCommunication = "personal_communication"
  case post
  case postWeblog = "post-weblog"
  case regulation
  case report
  case review
  case reviewBook = "review-book"
  case software
  case song
  case speech
  case standard
  case thesis
  case treaty
  case webpage
}
