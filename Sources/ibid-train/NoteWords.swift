import FoundationEssentials

/// Words that people write around references, in the languages of notes, and the forms of works that are only named.
enum NoteWords {
  static let leads = [
    "See", "See", "See also", "See also:", "See, e.g.,", "See e.g.", "See for instance", "See especially",
    "See further",
    "See generally", "Cf.", "cf.", "Cf", "Compare", "Contrast", "But see", "But cf.", "For example,", "E.g.,", "e.g.",
    "For an overview, see", "For details see", "For a discussion of this see", "For the history of the term, see",
    "An early account is", "On this,", "On the latter, see", "In particular", "As in", "Following", "Quoted in",
    "Quoted from", "Cited in", "Cited after", "Reprinted in", "Translated in", "Source:", "Sources:", "From", "Also",
    "Adapted from", "Data from", "Based on", "Accord", "Contra", "See, among others,", "Among many others, see",
    "Most recently", "The standard work is", "I follow here", "Here I draw on", "Reviewed in", "Reviewed by",
    "Siehe", "Siehe auch", "Vgl.", "vgl.", "Vgl. auch", "Vgl. dazu", "Vgl. hierzu", "Dazu", "Hierzu", "So auch",
    "Zitiert nach", "Anders", "Zum Beispiel", "Ausführlich dazu", "Siehe zum Folgenden", "Zum Begriff vgl.",
    "Voir", "Voir aussi", "Voir par exemple", "Voir notamment", "Cité dans", "D'après", "Sur ce point, voir",
    "Véase", "Véase también", "Ver", "Ver también", "Cfr.", "Cf. también", "Citado en", "Sobre este punto, véase",
    "Ver também", "Veja", "Cf. também", "Citado em", "Vedi", "Vedi anche", "Si veda", "Zie", "Zie ook", "Vgl. ook",
    "Se", "Se även", "Jf.", "Jfr",
  ]

  static let arguments = [
    "There is a large literature on this question", "The argument goes back to a much older paper",
    "Several reviews have come to this conclusion", "This point is made in more detail elsewhere",
    "The numbers were taken from the second table of", "An exception is the following paper",
    "The first to say so was probably this author", "I owe this reference to a colleague",
    "For a dissenting view", "The method is described in", "A good introduction to the field", "The quotation is from",
    "The study that everybody cites for this is a small one", "Here is the paper in question",
    "A good overview", "A small trial, but well done", "A helpful review", "The best book on the subject",
    "An old paper", "One of the first papers on it", "A recent survey in two towns", "The largest cohort so far",
    "A case report", "A study in rats", "Another example", "A dissenting view", "The original report",
    "A short history",
    "Ein guter Überblick", "Eine kleine Studie", "Une bonne synthèse", "Un buen resumen", "Um bom exemplo",
    "Further reading", "Recent examples include", "The claim has been repeated in many places, for example in",
    "Eine andere Ansicht vertritt", "Grundlegend ist hier", "Die Zahlen stammen aus", "Les chiffres viennent de",
    "Une autre lecture est proposée par", "Los datos proceden de", "Os dados são de", "I dati sono tratti da",
  ]

  static let separators = [
    "; ", "; ", "; ", "; ", ". ", " ", " ", "; see also ", "; and ", ", and ", "; cf. ", " See also ", " See also: ",
    "; but see ", " and ", ". See also ", "; siehe auch ", "; vgl. auch ", "; voir aussi ", "; véase también ", "\n",
    "; compare ", " For a different view see ", "; also ", "; similarly, ", "; for a review, see ", " Cf. ", "; und ",
    "; et ", "; y ", "; e ", "; zie ook ", ", as well as ", "; contra, ", "; reprinted in ", " In addition: ",
  ]

  static let comments = [
    "I owe this to a talk with a friend in Leeds, #m #y.", "I heard this from a doctor in #y; older books say #y.",
    "We spoke about it in #m #y, at a meeting in Oxford.", "My copy has #n pages; the second printing, of #y, has #n.",
    "Emphasis added.", "My translation.", "Italics in the original.", "All translations are my own.",
    "The sample was small (n = #n).", "I thank one of the readers for this remark.",
    "This is not the place to go into it.",
    "All amounts are in dollars of #y.", "See chapter #n above.", "See note #n above.", "See section #n.",
    "The law was changed in #y.", "These figures were not adjusted for age.", "I come back to this below.",
    "More about this in part #n.", "That was the good news.", "It is a short paper, and free to read.",
    "This one is paywalled, but the abstract says it all.", "A classic.", "Disputed.", "Unpublished.",
    "The authors had no data on smoking.", "Only #n of the #n patients came back after #n weeks.",
    "The trial was stopped early, in #m #y.", "There was no control group!", "Who would have thought it?",
    "Data are means (SD) unless stated otherwise.", "Values in bold are significant at p < 0.05.",
    "Abbreviations: BMI, body mass index; CI, confidence interval.", "* p < .05; ** p < .01; *** p < .001.",
    "In #y the survey was repeated with #n people.", "In #y, #n of them were still alive.", "In the end it was #n.",
    "From #y on the two were counted apart.", "In spite of this, it is cited more than #n times a year.",
    "In general the older method did better, by #n points.", "At the time there were #n of them; in #y, #n.",
    "The same holds for the #ys; after #y there are no data.", "The New York trial was larger, and found nothing.",
    "Correspondence to the first author.", "The two authors contributed equally to this work.",
    "Present address: Department of Physics, University of the North.", "Funding: grant no. #n of the ministry.",
    "Conflicts of interest: none declared.", "Accepted #d #m #y; published online #d #m #y.",
    "Interview with the author, #d #m #y.", "Personal communication, #m #y.", "Letter to his sister, #d #m #y.",
    "The survey was held in #y, #y and #y.", "Between #y and #y the rate fell from #n to #n per 1,000.",
    "He was born in #y and died in #y.", "By #y, #n% of households had one.",
    "The term is used as in the #y guideline.",
    "This took #n minutes on average; the longest took #n.", "One of them, in #y, had #n pages.",
    "Hervorhebung im Original.", "Übersetzung des Verfassers.", "Alle Angaben in Euro.", "Dazu mehr in Kapitel #n.",
    "Das Gesetz wurde #y geändert.", "Die Studie umfasste nur #n Personen.", "Das ist bis heute umstritten.",
    "C'est moi qui souligne.", "Traduit par nos soins.", "L'étude ne portait que sur #n patients.",
    "La traducción es mía.", "Las cursivas son mías.", "El estudio incluyó a #n pacientes.", "A tradução é minha.",
    "O estudo incluiu #n pacientes.", "La traduzione è mia.", "Cursivering van mij.",
  ]

  static let shortForms = [
    "Ibid.", "Ibid., #n.", "Ibid., p. #n.", "ibid., pp. #n–#n.", "Ibidem, #n.", "Idem, p. #n.", "Id. at #n.", "Id.",
    "Op. cit., p. #n.", "@name, op. cit., #n.", "@name, op. cit., p. #n.", "@name, loc. cit.", "Loc. cit.",
    "@name, @title, #n.", "@name, @title, pp. #n–#n.", "@name, “@title,” #n.", "@name, ‘@title’, p. #n.",
    "@name #y, #n.", "@name et al. (#y) and @other, #y", "@name #y, @other #y; @name & @other, #y.",
    "@name, #y; @other, #y.",
    "@name (#y), @other (#y).", "Personal communication with @name, #m #y.", "@name, personal communication, #d #m #y.",
    "@name (#y), p. #n.", "@name #y.", "@name, supra note #n, at #n.", "@name, note #n above, #n.",
    "@name and @other, @title, #n.", "@name & @other #y, pp. #n–#n.", "@name et al., @title, #n.", "@name et al. #y.",
    "See @name, @title, #n.", "Cf. @name, @title, #n.", "@name, @title, chap. #n.", "@name, #n.", "Ebd., S. #n.",
    "Ebd.", "Ebenda, S. #n.", "a. a. O., S. #n.", "@name, a. a. O., S. #n.", "@name, @title, S. #n.",
    "Vgl. ebd., S. #n.",
    "@name (Anm. #n), S. #n.", "Ibíd., p. #n.", "@name, ob. cit., p. #n.", "@name, art. cit., p. #n.", "Ivi, p. #n.",
    "See note #n.", "See above, n. #n.", "As note #n.", "Same as note #n.", "See @name #y, #n–#n; @other #y, #n.",
    "@name, @title, #n; @other, @title, #n.", "Ibid.; @name, @title, #n.", "@name, “@title”, #n–#n.",
    "@name und @other, @title, S. #n–#n.", "@name, ‘@title’, #n–#n.", "@name, “@title,” #n–#n.",
    "@name & @other, “@title,” #n.",
    "@site, @title, #n.", "@site, “@title,” #n–#n.", "“@title,” #n–#n.", "@title, #n.", "@title, p. #n.",
    "@name, @other, and @name, @title, #n–#n.", "@name, «@title», p. #n.", "@name, „@title“, S. #n.",
    "@site #y, #n.", "@site, @title, op. cit., p. #n.", "@name: @title, S. #n.", "@name, *@title*, #n.",
  ]

  static let mentions = [
    "@name (#y) disagrees.", "@name et al. (#y) found no difference.", "See @name et al. for a review.",
    "This was shown first by @name and @other in #y.", "For the opposite view see @name (#y) and @other (#y).",
    "As @name put it, the question was settled by #y.", "@name says the same, and so does @other.",
    "On this @name, @title, is still worth reading.", "The data of @name & @other (#y) point the other way.",
    "Anders @name (#y).", "So schon @name #y, S. #n.", "Voir @name (#y), p. #n.", "Véase @name (#y).",
    "@name et al. (#y) and @other, #y.", "@name and @other (#y) differ.", "@name #y, @other #y; @name & @other, #y.",
    "See also @name #y, @other #y and @name et al. #y.", "Cf. @name, @other (#y).", "@name (#y); @other (#y).",
    "It is said by one and then by two, and by @name in #y.", "@name, #y; @other et al., #y; cf. @name (#y).",
    "As was said by @name and, in #y, by @other.", "It was @name and the @site, some say in #y.",
    "For more, see @whole.", "See my article “@whole”.", "@whole: that was the question.", "More in @whole: @title?",
    "See @whole: @title and what to do about it. It is free to read.", "The chapter on @title has more.",
    "(See “@whole”.)",
    "@title? @whole. The science of it is young.", "Here I follow @name’s reading rather than @other’s.",
    "(@name, #y; @other, #y, pp. #n–#n)",
  ]

  static let trailers = [
    "PubMed #N ❐", "PubMed #N ❐ PainSci Bibliography #N ❐", "PMID: #N.", "[PubMed]", "[CrossRef] [Google Scholar]",
    "[Crossref] [PubMed]", "doi:10.1016/j.xyz.#y.#n.", "https://doi.org/10.1037/a00#N", "Accessed #d #m #y.",
    "[Accessed #d #m #y].", "(accessed #m #d, #y).", "Retrieved #m #d, #y.", "Full text", "PMCID: PMC#N.",
    "Epub #y #m #d.", "ISBN 978-0-19-85#n-#n-1.", "Available from: https://www.example.org/#N", "In press.",
    "[letzter Zugriff #d.#n.#y].", "Consulté le #d #m #y.",
  ]

  static let pages = [
    "@title. @site. Accessed #m #d, #y. @url", "@site. @title. #y. @url (accessed #d #m #y).",
    "“@title,” @site, #m #d, #y, @url.",
    "@given @name, “@title,” @site, #m #d, #y.", "@name, @given. “@title.” @site, #d #m. #y, @url.",
    "@name, @given (#y, #m #d). @title. @site. @url", "@site (#y). @title. Retrieved #m #d, #y, from @url",
    "@name #y, @title, @site, viewed #d #m #y, <@url>.", "@site, @title, #y.",
    "@site (#y) @title. Available at: @url (Accessed: #d #m #y).",
    "\"@title\". @site. #d #m #y. Retrieved #d #m #y.", "@name, @given (#d #m #y). \"@title\". @site.",
    "@site: @title. @url [Stand: #d.#n.#y]", "@title. @url (#d.#n.#y)", "@title, @url, accessed #d #m #y.",
    "“@title,” @site, #d #m #y, #n.", "“@title”, @site, #d #m #y, p. #n.", "‘@title’, @site (#d #m #y), #n.",
    "“@title.” @site, #m #d, #y.", "«@title», @site, #d #m #y, p. #n.", "„@title“, in: @site, #d. #m #y, S. #n.",
    "“@title,” @site, #m #d, #y, A#n.", "@title. @site, #d #m #y, p. #n.", "‘@title’ @site (#d #m #y) #n",
    "@site, “@title”, Press release, #d #m #y.", "@title (@site, #y).",
    "@site. @title [Internet]. [cited #y #m #d]. Available from: @url",
    "@given @name: @title. In: @site, #d. #m #y, S. #n.", "@title, directed by @given @name (@site, #y).",
    "@name J. @title [software]. Version #n. @site; #y. @url", "@title, Pub. L. No. #n-#n, #n Stat. #n (#y).",
    "@name v. @title, #n U.S. #n (#y).", "@name J, @given K. @title. US Patent #N, #d #m #y.",
    "@name J. @title [data set]. @site; #y. doi:10.5281/zenodo.#N", "@name, J.: @title. arXiv:#y.0#n [cs.CL] (#y)",
  ]

  static let bodyReports = [
    "@site. @title. @place: @site; #y.", "@site (#y). @title (Report No. #n). @place: @site.",
    "@site: @title. @place #y.",
    "@site. #y. @title. @place: @site.", "@site, @title (@place: @site, #y).", "@site, @title, @place, #y, p. #n.",
    "@site. @title. #y. Available from: @url", "@site. @title. Technical report, @place, #m #y.",
    "@site @title (#y) @url",
    "@site, “@title” (Working Paper #n, @place, #y)", "@site. (#y). @title. @site. @url", "@site, @title, #y",
  ]

  static let sites = words(
    "The_New_York_Times The_Guardian BBC_News Der_Spiegel Le_Monde El_País Wikipedia World_Health_Organization "
      + "Centers_for_Disease_Control_and_Prevention Office_for_National_Statistics Eurostat European_Commission "
      + "National_Institute_for_Health_and_Care_Excellence UNICEF OECD World_Bank Reuters Nature_News Wired GitHub "
      + "Zenodo Statistisches_Bundesamt Robert_Koch-Institut Medium Vox The_Atlantic Washington_Post Süddeutsche_Zeitung "
      + "YouTube Netflix U.S._Department_of_Health_and_Human_Services Ministry_of_Health Cochrane Pew_Research_Center")

  static let hosts = words(
    "nytimes.com theguardian.com bbc.co.uk who.int cdc.gov ons.gov.uk ec.europa.eu example.org github.com zenodo.org "
      + "destatis.de spiegel.de lemonde.fr elpais.com wikipedia.org oecd.org worldbank.org university.edu")

  static let months = words(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug "
      + "Sept Oct Nov Dec Januar März Mai Juni Juli Oktober Dezember janvier mars avril juin mayo junio")

  private static func words(_ list: String) -> [String] {
    list.split(separator: " ").map { String($0).replacing("_", with: " ") }
  }
}
