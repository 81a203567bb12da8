/// Words before a full stop that say what the stop is, and words behind it that do.
///
/// English first. A list holds what people write with a full stop, in lower case and without its last stop.
enum Abbreviations {
  /// A sentence does not end here, whatever follows: titles before names, and words that point on.
  static let bindsForward = WordSet(
    """
    mr mrs ms mx dr prof rev fr hon pres gov sen rep gen col lt capt cpt sgt maj cmdr adm supt st mt ft messrs mme \
    mlle e.g eg i.e ie viz cf vs v.s approx ca c.f resp incl excl esp spec aff nr subgen gen.nov acc w.r.t \
    r.v nov.sp univ assoc dept bros dist mol mt. nat phys chem biol sci med clin res proc intl natl acad suppl
    """)

  /// No end before a number, a Roman number, a single letter or an opening bracket: what is counted.
  static let bindsNumber = WordSet(
    """
    fig figs eq eqs eqn eqns no nos nr n° n.o p pp pg pgs vol vols ref refs sec sect secs ch chap chaps tab \
    tabs art arts pt pts ext suppl supp ver v ed eds exp expt app appx para paras par cat lot min max fol ff vers \
    schem ser bd num ss cl nt aa op cit ibid jan feb mar apr jun jul aug sep sept oct nov dec
    """)

  /// May end a sentence: only a word that begins sentences makes it one.
  static let mayEnd = WordSet(
    """
    etc al inc corp co ltd llc plc jr sr esq ph.d phd m.d b.sc m.sc b.a m.a d.phil sp spp ssp subsp subspp var cv f \
    ave blvd rd hwy est sq a.d b.c b.c.e c.e jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu \
    thurs fri sat sun hr hrs sec secs wk wks yr yrs mo mos dia diam temp conc soln wt ht vol av avg no fig figs \
    oz lb lbs ft in gal pt cc i.v i.p i.m s.c p.o b.i.d t.i.d q.d s.d s.e s.e.m r.p.m n.s n.d a.k.a a.s.a.p n.b p.s \
    ser pers comm unpubl obs u.s u.k e.u u.n u.s.a d.c l.a n.y ref refs ed eds ibid ms mss mfg max min
    """)

  /// Units: behind a number their stop is the sentence's.
  static let units = WordSet(
    """
    min mins h hr hrs s sec secs d wk wks yr yrs mo mos g mg kg ml l cm mm m km ft in oz lb lbs gal mol nm kb mb v
    """)

  /// Words that a single letter behind them completes: «hepatitis B», «type I», «kappa B».
  static let lettered = WordSet(
    """
    type types group groups class classes grade phase panel table figure appendix vitamin vitamins hepatitis \
    influenza factor factors protein proteins kinase kinases subunit region fraction strain line lines experiment \
    section part step kappa beta alpha gamma immunoglobulin cyclosporin cyclosporine coenzyme chain box domain site
    """)

  /// Times of the day: they end a sentence before any capital, but not where they stand in its opening phrase.
  static let timesOfDay = WordSet("a.m p.m am pm")

  /// Words that begin sentences and seldom stand inside a name.
  static let starters = WordSet(
    """
    The This That These Those There Then Thus Therefore They Their It Its In If Is Are Was Were We Our Us You Your He \
    She His Her I My A An And As At All Also Although Another Any Any After Among Because Before Both But By Can \
    Could Did Do Does During Each Either Even Every Few Finally First For From Furthermore Given Had Has Have Hence \
    Here How However Let Like Many May Maybe Might More Moreover Most Much Must Neither Nevertheless Next No \
    Nonetheless None Nor Not Nothing Now Of On Once One Only Or Other Others Overall People Perhaps Please Recent \
    Recently Second Several Should Similarly Since So Some Such Subsequently Than Third Though Three Through To \
    Together Two Under Unfortunately Unlike Until Upon Using What When Where Whereas Whether Which While Who Whose \
    Why Will With Within Without Would Yet Consistent Previous Previously Additionally Consequently Interestingly \
    Importantly Indeed Instead Meanwhile Notably Specifically Surprisingly Taken Results Data Patients Methods \
    Conclusion Conclusions Background Objective
    """)

  /// Prepositions that open a sentence with a time: «At 5 a.m. Mr. Smith went».
  static let openers = WordSet("At By From Around About Before After On Until Since Between In")

  /// Company names with an exclamation or question mark of their own are followed by lower case and need no list;
  /// this one holds words that stay names before a capital.
  static let emphatic = WordSet("Yahoo Jeopardy Mamma Oklahoma Yum")
}
