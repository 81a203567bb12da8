/// Words for works that the corpora have too few of. Names of publishers, places and series are facts; the titles
/// are made of words put together by chance.
enum WordLists {
  static let givenNames = words(
    "Anna Peter Maria John Michael Susan Thomas Claudia Richard Elena Carlos José Pedro Ana Luís Marie Pierre Jean "
      + "Sophie Hans Klaus Ulrich Birgit Sabine Martin Andreas Stefan Monika Heike Jürgen Wolfgang Günter Karl "
      + "Friedrich Johannes Christian Daniel David Robert William James Charles George Edward Henry Frank Paul "
      + "Mark Steven Linda Barbara Patricia Jennifer Elizabeth Margaret Sarah Karen Nancy Helen Sandra Donna Carol "
      + "Ruth Sharon Laura Emily Alice Julia Emma Olivia Mia Lars Erik Sven Ingrid Astrid Karin Ola Nils Björn "
      + "Giovanni Paolo Francesca Giulia Marco Luca Alessandro Roberto Miguel Juan Antonio Manuel Francisco Javier "
      + "Raquel Lucía Isabel Teresa João Paulo Rita Beatriz Ricardo Fernando Roberto Eduardo Marcelo Vera Ivan "
      + "Olga Natalia Dmitri Sergei Alexei Katarzyna Piotr Jan Tomasz Agnieszka Wei Ming Li Hiroshi Yuki Kenji "
      + "Ahmed Fatima Omar Amir Leila Ravi Priya Anil Sunita Kwame Ngozi Tunde Oliver Simon Tim Tobias Felix Max "
      + "Gerd Axel Dieter Rolf Horst Helmut Werner Uwe Bernd Jens Anke Petra Silke Gisela Renate Ursula Eva Nina")

  static let germanFamilies = words(
    "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf "
      + "Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann "
      + "Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß "
      + "Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke "
      + "Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß "
      + "Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch "
      + "Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Beck-Gernsheim Wolschke-Bulmahn Meier-Braun")

  static let germanNouns = words(
    "Gesellschaft Politik Arbeit Familie Bildung Schule Jugend Armut Migration Integration Wirtschaft Demokratie "
      + "Staat Recht Kultur Identität Religion Sprache Stadt Region Umwelt Gesundheit Pflege Alter Geschlecht Medien "
      + "Öffentlichkeit Wissenschaft Forschung Methode Theorie Praxis Entwicklung Wandel Ungleichheit Mobilität "
      + "Beschäftigung Arbeitsmarkt Lebenslauf Biographie Kindheit Partnerschaft Ehe Wahlverhalten Partei Verwaltung "
      + "Europa Deutschland Ostdeutschland Österreich Bundesrepublik Sozialstaat Rente Einkommen Konsum Freizeit "
      + "Sport Gewalt Krieg Frieden Konflikt Macht Herrschaft Moderne Tradition Risiko Sicherheit Vertrauen Netzwerk "
      + "Organisation Betrieb Unternehmen Gewerkschaft Technik Internet Digitalisierung Zivilgesellschaft Ehrenamt")

  static let germanTies = words("der und in die von zur im für zwischen als ohne unter mit bei nach aus zum des")

  static let germanAdjectives = words(
    "soziale politische neue empirische öffentliche private kulturelle regionale europäische deutsche qualitative "
      + "quantitative moderne ländliche städtische berufliche familiale wirtschaftliche vergleichende kritische")

  static let germanSubtitles = [
    "Eine empirische Untersuchung", "Eine Einführung", "Ergebnisse einer Befragung", "Zur Theorie und Empirie",
    "Ein Überblick", "Grundlagen und Anwendungen", "Beiträge zur Diskussion", "Ein Vergleich",
    "Probleme und Perspektiven",
    "Ein Handbuch", "Stand der Forschung", "Zur Kritik eines Begriffs", "Befunde und Folgerungen",
    "Eine Zwischenbilanz",
  ]

  static let germanJournals = [
    "Kölner Zeitschrift für Soziologie und Sozialpsychologie", "Zeitschrift für Soziologie", "Soziale Welt",
    "Leviathan", "Politische Vierteljahresschrift", "Aus Politik und Zeitgeschichte", "Berliner Journal für Soziologie",
    "Zeitschrift für Pädagogik", "Zeitschrift für Erziehungswissenschaft",
    "Blätter für deutsche und internationale Politik",
    "Mitteilungen aus der Arbeitsmarkt- und Berufsforschung", "WSI-Mitteilungen", "Geschichte und Gesellschaft",
    "Zeitschrift für Politikwissenschaft", "Das Argument", "PROKLA", "Merkur", "Sozialer Fortschritt",
    "Femina Politica",
    "Historische Zeitschrift", "Die Zeit", "Frankfurter Allgemeine Zeitung", "Der Spiegel", "KZfSS", "APuZ", "ZfS",
    "Zeitschrift für Bevölkerungswissenschaft", "Zeitschrift für Familienforschung",
    "Forum Qualitative Sozialforschung",
    "Internationale Politik", "Wirtschaftsdienst", "Das Parlament", "Neue Praxis", "Wirtschaft und Statistik",
    "SWS-Rundschau",
    "Österreichische Zeitschrift für Soziologie", "Schweizerische Zeitschrift für Soziologie", "Die Mitbestimmung",
  ]

  static let socialJournals = [
    "American Sociological Review", "American Journal of Sociology", "Social Forces", "Journal of Marriage and Family",
    "European Sociological Review", "International Migration Review", "Journal of Political Economy", "Demography",
    "Annual Review of Sociology", "American Economic Review", "Time & Society", "Social Science Research",
    "Work and Occupations",
    "Journal of Labor Economics", "Journal of Personality and Social Psychology", "World Politics", "Human Relations",
    "Public Opinion Quarterly", "Population and Development Review", "Gender & Society",
    "Comparative Political Studies",
    "Review of African Political Economy", "African Affairs", "West European Politics",
    "Sociological Methods & Research",
    "Journal of Peace Research", "International Organization", "Science, Technology, & Human Values", "Foreign Affairs",
  ]

  static let series = [
    "IZA Discussion Paper", "NBER Working Paper", "WZB Discussion Paper", "SOEPpapers", "ZEW Discussion Paper",
    "CEPR Discussion Paper", "World Bank Policy Research Working Paper", "MPIDR Working Paper", "Working Paper",
    "Discussion Paper", "Arbeitspapier", "IAB-Kurzbericht", "DIW Wochenbericht", "GESIS-Arbeitsbericht", "Idea Paper",
    "ZUMA-Arbeitsbericht", "Technical Report", "Research Report", "HWWA Discussion Paper", "IAB-Forschungsbericht",
  ]

  static let bookSeries = [
    "Schriften zur Sozialforschung", "Beiträge zur Politikwissenschaft", "Edition Suhrkamp",
    "Lecture Notes in Computer Science",
    "Studies in Social Science", "Reihe Wirtschaft und Gesellschaft", "Cambridge Studies in History",
    "Lecture Notes in Statistics",
    "Beiträge zur Arbeitsmarkt- und Berufsforschung", "Methods in Molecular Biology", "Theorie und Methode",
    "Campus Forschung",
  ]

  static let publishers = [
    "Springer", "Sage", "Sage Publications", "Routledge", "Cambridge University Press", "Oxford University Press",
    "Wiley",
    "Wiley-Blackwell", "Elsevier", "Academic Press", "Palgrave Macmillan", "Harvard University Press", "MIT Press",
    "University of Chicago Press", "Princeton University Press", "Free Press", "Macmillan", "McGraw-Hill",
    "Prentice Hall",
    "Basic Books", "Norton", "Penguin", "Polity Press", "Edward Elgar", "Lawrence Erlbaum", "Guilford Press", "Ashgate",
    "Stanford University Press", "Yale University Press", "Humana Press", "CRC Press", "Lippincott Williams & Wilkins",
    "Churchill Livingstone", "Mosby", "W.H. Freeman", "Addison-Wesley", "Kluwer", "Brill", "Gallimard", "Seuil",
    "Siglo XXI",
    "Paidós", "Alianza", "Atlas", "Vozes", "Cortez", "Editora UFMG", "American Psychological Association",
    "Beacon House",
  ]

  static let germanPublishers = [
    "Suhrkamp", "Campus", "Campus Verlag", "Springer VS", "VS Verlag für Sozialwissenschaften", "Westdeutscher Verlag",
    "Leske + Budrich", "Leske und Budrich", "Nomos", "Beltz", "Juventa", "Rowohlt", "Fischer", "Enke", "Mohr Siebeck",
    "Duncker & Humblot", "transcript", "Waxmann", "Beck", "Reimer", "Kohlhammer", "Ullstein", "de Gruyter", "UTB",
    "Vandenhoeck & Ruprecht", "edition sigma", "Barbara Budrich", "Peter Lang", "Metzler", "Luchterhand", "UVK",
    "Hanser",
  ]

  static let places = [
    "New York", "London", "Cambridge", "Cambridge, MA", "Oxford", "Chicago", "Berlin", "Boston", "Philadelphia",
    "Thousand Oaks, CA", "Thousand Oaks", "Princeton", "Princeton, NJ", "Stanford", "New Haven", "Washington, DC",
    "Washington, D.C.", "Los Angeles", "San Francisco", "Amsterdam", "Paris", "Basingstoke", "Aldershot", "Cheltenham",
    "Englewood Cliffs", "Hillsdale, NJ", "Mahwah, NJ", "Newbury Park", "Beverly Hills", "Toronto", "Madrid",
    "Barcelona",
    "México", "Buenos Aires", "São Paulo", "Rio de Janeiro", "Lisboa", "Porto Alegre", "Petrópolis", "Dordrecht",
    "Leiden",
    "New York, NY", "Totowa, NJ", "St. Louis", "Geneva", "Rome", "Stockholm", "New Delhi", "Hoboken, NJ",
    "London and New York",
  ]

  static let germanPlaces = [
    "Berlin", "Frankfurt am Main", "Frankfurt a.M.", "Frankfurt/M.", "Frankfurt a. M.", "Opladen", "Wiesbaden",
    "München",
    "Köln", "Hamburg", "Bonn", "Weinheim", "Baden-Baden", "Stuttgart", "Göttingen", "Mannheim", "Nürnberg", "Leipzig",
    "Wien", "Zürich", "Bielefeld", "Tübingen", "Darmstadt", "Münster", "Reinbek", "Frankfurt a.M./New York",
    "Frankfurt am Main, New York", "Weinheim und München", "Konstanz", "Hannover", "Dortmund", "Weinheim/Basel", "Bern",
  ]

  static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
