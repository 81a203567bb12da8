/// What becomes of each element of PubMed's, once: where it may stand, how it stands in the facts, and which part
/// of the item it feeds.
///
/// A line is an element, indented below its parent:
///
///     Name shape[*] [> field]
///
/// - `in`: no member of its own, its children's members stand in the object around it;
/// - `attributes`: the same, and its attributes are an object under its name;
/// - `object`: an object of its attributes and children;   `list`: an array of its children;
/// - `text`: a string;   `value`: an object of its attributes and `text`;
/// - `take`: not in the facts, only in the item;
/// - `again`: as its parent, of the same name, with the children of the lines before;
/// - `*`: it may occur several times, and is an array.
///
/// `@name` stands for the lines of that group. Attributes that say what is usual (`MajorTopicYN="N"`, all other
/// `…YN="Y"`) are left out.
///
/// Source: NLM's `pubmed_250101.dtd` and its forerunners since 2006, `bookdoc_250101.dtd`.
let pubMedTable = """
  PubmedArticle in > record
    MedlineCitation attributes
      @citation
    PubmedData in
      @data
  MedlineCitation attributes > record
    @citation
  PubmedBookArticle in > record
    BookDocument in > book
      @book
    PubmedBookData in
      @data
  BookDocument in > bookRecord
    @book
  DeleteCitation in > deletion
    PMID take > deleted
    MedlineID take
  DeleteDocument in > deletion
    PMID take > deleted

  @citation
    PMID value > pmid
    MedlineID text
    DateCreated object
      @date
    DateCompleted object
      @date
    DateRevised object
      @date
    Article attributes
      Journal object
        ISSN value > issn
        JournalIssue object
          Volume text > volume
          Issue text > issue
          PubDate object
            @issued
        Title text > journal
        ISOAbbreviation text > isoAbbreviation
        Coden text
      ArticleTitle take > title
      Pagination object
        MedlinePgn text > medlinePgn
        StartPage text > startPage
        EndPage text > endPage
      ELocationID value* > eLocation
      Abstract in
        AbstractText take > abstractText
        CopyrightInformation take > copyright
      Affiliation text > firstAffiliation
      AuthorList attributes > authorList
        @author
      Language text* > language
      DataBankList list
        DataBank object
          DataBankName text
          AccessionNumberList list
            AccessionNumber text
      GrantList list
        @grant
      PublicationTypeList list
        PublicationType value > publicationType
      VernacularTitle take > vernacularTitle
      ArticleDate object*
        Year text > electronicYear
        Month text > electronicMonth
        Day text > electronicDay
      DateOfElectronicPublication text
    MedlineJournalInfo object
      Country text
      MedlineTA text > medlineTA
      MedlineCode text
      NlmUniqueID text
      NLMUniqueID text
      ISSNLinking text > issnLinking
      VernacularTitle text
    ChemicalList list
      Chemical object
        RegistryNumber text
        NameOfSubstance value
    SupplMeshList list
      SupplMeshName value
    CitationSubset text*
    CommentsCorrectionsList list
      CommentsCorrections object > relation
        @related
    CommentsCorrections related
      @related
    GeneSymbolList list
      GeneSymbol text
    MeshHeadingList list
      MeshHeading object
        DescriptorName value
        QualifierName value*
    NumberOfReferences text
    PersonalNameSubjectList list
      PersonalNameSubject object
        @person
    OtherID value*
    OtherAbstract object*
      AbstractText value*
      CopyrightInformation text
    KeywordList object*
      Keyword value* > keyword
    CoiStatement text
    SpaceFlightMission text*
    InvestigatorList list
      Investigator object
        @person
    GeneralNote value*

  @data
    History list
      PubMedPubDate object
        @date
    PublicationStatus text > status
    ArticleIdList list
      ArticleId value > articleId
    ObjectList list
      Object object
        Param value*
    @references

  @references
    ReferenceList object*
      Title text
      Reference object*
        Citation text
        ArticleIdList list
          ArticleId value
      ReferenceList again*

  @book
    PMID value > pmid
    ArticleIdList list
      ArticleId value > articleId
    Book object
      Publisher object
        PublisherName text > publisher
        PublisherLocation text > publisherPlace
      BookTitle take > bookTitle
      PubDate object
        @issued
      BeginningDate object
        Year text > beginningYear
        Month text
        Day text
        Season text
      EndingDate object
        Year text > endingYear
        Month text
        Day text
        Season text
      AuthorList attributes > bookAuthorList
        @author
      InvestigatorList list
        Investigator object
          @person
      Volume text > volume
      VolumeTitle text > volumeTitle
      Edition text > edition
      CollectionTitle text > collectionTitle
      Isbn text* > isbn
      ELocationID value* > eLocation
      Medium text > medium
      ReportNumber text > reportNumber
    LocationLabel value* > locationLabel
    ArticleTitle take > title
    VernacularTitle take > vernacularTitle
    Pagination object
      MedlinePgn text > medlinePgn
      StartPage text > startPage
      EndPage text > endPage
    Language text* > language
    AuthorList attributes > authorList
      @author
    InvestigatorList list
      Investigator object
        @person
    PublicationType value* > publicationType
    Abstract in
      AbstractText take > abstractText
      CopyrightInformation take > copyright
    Sections list
      Section object
        LocationLabel value*
        SectionTitle text
        Section again*
    KeywordList object*
      Keyword value* > keyword
    ContributionDate object
      @date
    DateRevised object
      @date
    GrantList list
      @grant
    ItemList object*
      Item text*
    @references

  @issued
    Year text > year
    Month text > month
    Day text > day
    Season text > season
    MedlineDate text > medlineDate

  @date
    Year text
    Month text
    Day text
    Hour text
    Minute text
    Second text
    Season text

  @author
    Author in > author
      LastName take > lastName
      ForeName take > foreName
      FirstName take > foreName
      MiddleName take > middleName
      Initials take > initials
      Suffix take > suffix
      CollectiveName take > collectiveName
      Identifier take > nameIdentifier
      AffiliationInfo in
        Affiliation take > affiliation
        Identifier take > affiliationIdentifier
      Affiliation take > affiliation

  @person
    LastName text
    ForeName text
    FirstName text
    MiddleName text
    Initials text
    Suffix text
    CollectiveName text
    Identifier value*
    AffiliationInfo object*
      Affiliation text
      Identifier value*
    Affiliation text

  @grant
    Grant object
      GrantID text
      Acronym text
      Agency text
      Country text

  @related
    RefSource text
    PMID text
    DOI text
    Note text
  """
