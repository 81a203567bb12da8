/// The words of a language from which works are invented.
struct TrainingLanguage {
  var isGerman = false
  var nouns: [String]
  var ties: [String]
  var adjectives: [String]
  var openers: [String]
  var subtitles: [String]
  /// Ends of titles: 1900 and 1910 stand for two years, 1990 for a decade, 20 for a century.
  var times: [String]
  var journals: [String]
  var newspapers: [String]
  var publishers: [String]
  var places: [String]
  var families: [String]
  var particles: [String]
  var bodies: [String]
  var months: [String]

  static let german = TrainingLanguage(
    isGerman: true, nouns: WordLists.germanNouns, ties: WordLists.germanTies, adjectives: WordLists.germanAdjectives,
    openers: ["Die", "Der", "Das", "Zur", "Zum", "Wie", "Warum", "Von der", "Über"],
    subtitles: WordLists.germanSubtitles,
    times: [
      " seit 1900", " 1900", " im 20. Jahrhundert", " 1900-1910", " 1900–1910", " nach 1900", " in den 90er Jahren",
      " von 1900 bis 1910", " (1900-1910)", " in den 1990er Jahren", " Band 2", " 2",
    ],
    journals: WordLists.germanJournals,
    newspapers: [
      "Die Zeit", "Frankfurter Allgemeine Zeitung", "Süddeutsche Zeitung", "Der Spiegel", "Stuttgarter Zeitung",
      "die tageszeitung", "taz", "FAZ", "Die Welt", "Neue Zürcher Zeitung", "Handelsblatt", "Berliner Zeitung",
      "Der Tagesspiegel", "Frankfurter Rundschau", "Der Standard", "Die Presse",
    ],
    publishers: WordLists.germanPublishers, places: WordLists.germanPlaces, families: WordLists.germanFamilies,
    particles: ["von", "van", "von der", "zu"],
    bodies: [
      "Statistisches Bundesamt", "Bundesministerium für Arbeit und Soziales", "Deutscher Bundestag",
      "Bundesanstalt für Arbeit", "Senatsverwaltung für Stadtentwicklung", "Institut für Demoskopie",
      "Konsortium Bildungsberichterstattung", "OECD", "UNESCO", "Bundeszentrale für politische Bildung",
      "Zentrum für Europäische Wirtschaftsforschung", "Wissenschaftszentrum Berlin für Sozialforschung",
      "Akademie für Raumforschung und Landesplanung", "Deutsches Jugendinstitut", "Friedrich-Ebert-Stiftung",
      "Hans-Böckler-Stiftung", "Institut für Wirtschaftsinformatik, Universität Münster", "Bertelsmann Stiftung",
      "Institut für Arbeitsmarkt- und Berufsforschung", "Deutsches Zentrum für Altersfragen", "Technische Universität",
      "Universität Bremen", "Freie Universität Berlin", "Statistik Austria", "Eurostat",
    ],
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
      "Dezember",
    ])

  static let english = TrainingLanguage(
    nouns: WordLists.words(
      "society politics work family education school youth poverty migration integration economy democracy state law "
        + "culture identity religion language city region environment health care ageing gender media science research "
        + "method theory practice development change inequality mobility employment labour childhood marriage voting "
        + "party government Europe Germany Britain America Africa China welfare pension income consumption leisure "
        + "sport violence war peace conflict power authority modernity tradition risk security trust network "
        + "organization industry union technology internet globalization citizenship capitalism history memory "
        + "community housing crime prison police justice rights nation empire women men class race ethnicity growth "
        + "trade markets finance tax money policy reform crisis transition data survey panel time space narrative"),
    ties: WordLists.words("of and in the for between as without under with by from of the and its in to on"),
    adjectives: WordLists.words(
      "social political new empirical public private cultural regional European comparative qualitative quantitative "
        + "modern rural urban economic critical global local national civic moral early late radical hidden"),
    openers: ["The", "A", "Towards", "On the", "Why", "How", "Beyond", "Rethinking", "Understanding", "From"],
    subtitles: [
      "An introduction", "A comparative study", "Evidence from a survey", "A review of the literature",
      "Theory and practice", "Lessons and prospects", "Essays", "A reader", "A handbook", "Voices and views",
      "An empirical analysis", "Past, present, and future", "Towards a new agenda", "A caveat", "Some universals",
      "Two class logics", "Final report", "The case of Europe",
    ],
    times: [
      " since 1900", " 1900", " in the 20th century", " 1900-1910", ", 1900–1910", " after 1900", " in the 1990s",
      " from 1900 to 1910", " (1900-1910)", ", Volume 2", " 2",
    ],
    journals: WordLists.socialJournals,
    newspapers: [
      "The New York Times", "The Guardian", "The Economist", "The Washington Post", "The Baltimore Sun",
      "Financial Times", "The Times", "Newsweek", "The Wall Street Journal", "Los Angeles Times", "Time",
      "The Independent", "The Daily Telegraph", "Boston Globe", "The Nation",
    ],
    publishers: WordLists.publishers, places: WordLists.places,
    families: WordLists.words(
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green "
        + "Hall Wood Jackson Clarke Hughes Turner Cooper Morris Ward King Watson Baker Harrison Morgan Patel Young Allen "
        + "Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw Cox Richardson Marshall "
        + "Collins Carter Bailey Gray Murphy Kelly O’Brien McAdams Fisher Stewart Price Ross Foster Fox Stone Rose Hill "
        + "Rossi Bianchi Novak Kowalski Jensen Larsen Virtanen Kim Chen Wang Singh Khan Nguyen Garcia Lopez Silva Dubois"
    ),
    particles: ["van", "de", "von", "Van", "De", "van der", "de la", "St."],
    bodies: [
      "OECD", "World Bank", "United Nations", "UNESCO", "European Commission", "National Research Council",
      "Center for Economic Policy Research (CEPR)", "US Bureau of the Census", "Institute for Social Research",
      "University of Michigan", "University of Southern California", "Bureau of Economic Analysis",
      "Department for Education", "Home Office", "International Labour Office", "World Health Organization",
      "Russell Sage Foundation", "RAND Corporation", "Brookings Institution", "Carnegie Institution of Washington",
      "East-West Center Washington", "European Foundation for the Improvement of Living and Working Conditions",
      "Government Printing Office", "National Institute of Mental Health", "Office for National Statistics",
    ],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ])

  static let portuguese = TrainingLanguage(
    nouns: WordLists.words(
      "educação saúde escola trabalho cidade história memória cultura política estado direito família infância juventude "
        + "gênero mulher identidade ciência pesquisa ensino formação professor leitura arte música corpo território "
        + "ambiente turismo economia desenvolvimento inclusão avaliação gestão informação comunicação linguagem poder "
        + "violência movimento sociedade democracia cidadania Brasil população floresta espécies clima água solo"),
    ties: WordLists.words("da do de e na no em para entre sobre das dos com à ao"),
    adjectives: WordLists.words(
      "social política pública brasileira contemporânea crítica nova urbana rural especial superior nacional histórica"),
    openers: ["A", "O", "Os", "As", "Uma", "Por uma", "Introdução à", "Estudos de", "Sobre a"],
    subtitles: [
      "uma introdução", "um estudo de caso", "desafios e perspectivas", "teoria e prática", "uma revisão da literatura",
      "ensaios", "limites e possibilidades", "o caso do Brasil", "conceitos e métodos", "uma análise comparativa",
      "fundamentos", "história e crítica", "reflexões sobre a prática",
    ],
    times: [
      " em 1900", " no século XX", " 1900-1910", " (1900-1910)", " nos anos 1990", " a partir de 1900", " 1900",
      ", v. 2",
    ],
    journals: [
      "Educação & Sociedade", "Cadernos de Pesquisa", "Revista Brasileira de Educação", "Cadernos de Saúde Pública",
      "Ciência & Saúde Coletiva", "Em Questão", "Estudos Avançados", "Dados", "Horizontes Antropológicos",
      "Revista de Saúde Pública", "Educação e Pesquisa", "Perspectivas em Ciência da Informação", "Psicologia USP",
      "Acta Botanica Brasilica", "Hoehnea", "Rodriguésia", "Química Nova", "Tempo Social", "Varia Historia",
    ],
    newspapers: ["Folha de S. Paulo", "O Estado de S. Paulo", "O Globo", "Correio Braziliense", "Valor Econômico"],
    publishers: [
      "Vozes", "Cortez", "Atlas", "Editora UFMG", "Contexto", "Companhia das Letras", "Zahar", "Paz e Terra", "Papirus",
      "Autores Associados", "Hucitec", "EDUSP", "Editora da UNICAMP", "Artmed", "Autêntica", "Contraponto",
      "Martins Fontes",
      "Brasiliense", "Campus", "Guanabara Koogan", "Fiocruz", "Annablume", "Perspectiva", "Nova Fronteira",
      "Edições 70",
    ],
    places: [
      "São Paulo", "Rio de Janeiro", "Petrópolis", "Campinas", "Porto Alegre", "Belo Horizonte", "Brasília",
      "Brasília, DF",
      "São Paulo, SP", "Curitiba", "Salvador", "Recife", "Lisboa", "Florianópolis", "Coimbra", "Rio de Janeiro, RJ",
    ],
    families: WordLists.words(
      "Silva Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho Almeida "
        + "Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes "
        + "Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Melo Castro Campos Moura Cunha Pinto Correia"),
    particles: ["de", "da", "dos", "do", "das"],
    bodies: [
      "Ministério da Saúde (BR)", "Ministério da Saúde", "Brasil. Ministério da Educação", "BRASIL", "IBGE",
      "Instituto Brasileiro de Geografia e Estatística", "Universidade de São Paulo", "Universidade Federal do Paraná",
      "Organização Mundial da Saúde", "Organização Pan-Americana da Saúde", "Secretaria da Educação", "Fiocruz",
      "Universidade Estadual de Campinas", "World Health Organization", "American Diabetes Association",
      "Conselho Federal de Biblioteconomia", "INSTITUTO NACIONAL DE ESTUDOS E PESQUISAS EDUCACIONAIS ANÍSIO TEIXEIRA",
      "Pontifícia Universidade Católica do Rio de Janeiro", "Ministério do Meio Ambiente", "UNESCO",
    ],
    months: WordLists.words(
      "jan. fev. mar. abr. maio jun. jul. ago. set. out. nov. dez. janeiro março abril maio junho julho"))

  static let spanish = TrainingLanguage(
    nouns: WordLists.words(
      "educación salud escuela trabajo ciudad historia memoria cultura política estado derecho familia infancia juventud "
        + "género mujer identidad ciencia investigación enseñanza formación lectura arte cuerpo territorio ambiente "
        + "economía desarrollo gestión información comunicación lenguaje poder violencia movimiento sociedad democracia"
    ),
    ties: WordLists.words("de y en para entre sobre del con la el a los las"),
    adjectives: WordLists.words("social política pública nueva urbana rural nacional histórica crítica contemporánea"),
    openers: ["La", "El", "Los", "Las", "Una", "Hacia una", "Introducción a", "Estudios de"],
    subtitles: [
      "una introducción", "un estudio de caso", "retos y perspectivas", "teoría y práctica", "ensayos", "una visión",
      "el caso de México", "conceptos y métodos", "un análisis comparado",
    ],
    times: [" en 1900", " en el siglo XX", " 1900-1910", " (1900-1910)", " desde 1900", " 1900"],
    journals: [
      "Revista Mexicana de Sociología", "Estudios Sociológicos", "Papers", "Revista Española de Salud Pública",
      "Secuencia",
      "Perfiles Educativos", "Gaceta Sanitaria", "Salud Pública de México", "Revista de Estudios Políticos",
      "Desacatos",
    ],
    newspapers: ["El País", "El Mundo", "La Jornada", "Clarín", "La Nación", "El Universal"],
    publishers: [
      "Siglo XXI", "Paidós", "Alianza", "Fondo de Cultura Económica", "Gedisa", "Ariel", "Cátedra", "Anthropos",
      "Trotta",
      "El Colegio de México", "Taurus", "Amorrortu", "Crítica", "Tecnos",
    ],
    places: [
      "Madrid", "Barcelona", "México", "México, D.F.", "Buenos Aires", "Bogotá", "Santiago", "Lima", "Montevideo",
    ],
    families: WordLists.words(
      "García Martínez López Sánchez Pérez Gómez Fernández Moreno Jiménez Díaz Ruiz Hernández Álvarez Muñoz Romero Alonso "
        + "Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Suárez Ortega Delgado"),
    particles: ["de", "de la", "del", "de los"],
    bodies: [
      "Ministerio de Educación", "Universidad Nacional Autónoma de México", "Organización Mundial de la Salud", "CEPAL",
      "Instituto Nacional de Estadística", "Banco Mundial", "Naciones Unidas", "Secretaría de Salud",
    ],
    months: WordLists.words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"))
}
