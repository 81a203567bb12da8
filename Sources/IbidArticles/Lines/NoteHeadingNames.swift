/// The names of lists of notes and references, a language a paragraph, as style guides and encyclopedias of that
/// language have them.
enum NoteHeadingNames {
  static let lists: StaticString =
    """
    references, reference, reference list, list of references, references cited, cited references, references used
    references and notes, notes and references, references and further reading
    bibliography, works cited, cited works, literature cited, literature, cited literature, sources, source list
    list of sources, sources used, sources cited, cited sources, citations, notes, footnotes, endnotes, end notes
    foot notes, notes and citations, citations and notes, citations and references, references and citations
    further references, sources and notes, notes and sources, sources and references, references and sources
    bibliographic references, bibliographical references, selected references, key references, main references
    selected bibliography, select bibliography, annotated bibliography, works consulted, works referenced, reference notes
    sources and further reading, notes and bibliography, bibliography and notes, online references, web references
    numbered references, scientific references, medical references, article references, references list

    Literatur, Literaturverzeichnis, Literaturliste, Literaturangaben, Literaturnachweise, Literaturnachweis
    Literaturhinweise, verwendete Literatur, zitierte Literatur, benutzte Literatur, ausgewählte Literatur
    Quellen, Quelle, Quellenverzeichnis, Quellenangaben, Quellenangabe, Quellennachweise, Quellennachweis, Quellenliste
    Quellen und Literatur, Literatur und Quellen, Quellen und Literaturverzeichnis, Literatur und Quellenverzeichnis
    Quellen und Anmerkungen, Anmerkungen und Quellen, Anmerkungen und Literatur, Literatur und Anmerkungen
    Quellen und Einzelnachweise, Quellen- und Literaturverzeichnis, Literatur- und Quellenverzeichnis
    Referenzen, Referenzliste, Bibliographie, Bibliografie, Einzelnachweise, Nachweise, Belege, Anmerkungen, Fußnoten
    Endnoten, Fuß- und Endnoten, Internetquellen, Onlinequellen

    Références, Référence, Références bibliographiques, Bibliographie, Bibliographie sélective, Bibliographie sommaire
    Notes et références, Références et notes, Notes et bibliographie, Notes de bas de page, Notes de fin, Notes
    Sources, Sources et références, Références et sources, Sources et bibliographie, Sources bibliographiques
    Ouvrages cités, Œuvres citées, Travaux cités, Littérature citée, Références citées, Liste des références
    Liste de références, Liste bibliographique, Sitographie, Webographie, Bibliographie et sitographie, Renvois

    Referencias, Referencia, Referencias bibliográficas, Bibliografía, Bibliografía citada, Bibliografía consultada
    Fuentes, Fuentes consultadas, Fuentes bibliográficas, Lista de referencias, Notas, Notas al pie, Notas a pie de página
    Notas y referencias, Referencias y notas, Notas bibliográficas, Obras citadas, Trabajos citados, Literatura citada
    Literatura, Webgrafía, Citas

    Referências, Referências bibliográficas, Bibliografia, Bibliografia consultada, Fontes, Fontes consultadas, Notas
    Notas de rodapé, Notas de fim, Notas e referências, Referências e notas, Obras citadas, Lista de referências
    Literatura citada, Trabalhos citados

    Riferimenti, Riferimenti bibliografici, Bibliografia, Bibliografia essenziale, Bibliografia e sitografia, Sitografia
    Fonti, Fonti bibliografiche, Note bibliografiche, Note e riferimenti, Note a piè di pagina, Opere citate
    Referenze, Referenze bibliografiche

    Referències, Referències bibliogràfiques, Bibliografia, Fonts, Notes i referències, Obres citades
    Referințe, Referințe bibliografice, Bibliografie, Note bibliografice, Surse

    Referenties, Referentielijst, Literatuur, Literatuurlijst, Literatuurverwijzingen, Literatuuropgave, Bronnen
    Bronnenlijst, Bronvermelding, Bronvermeldingen, Geraadpleegde literatuur, Geraadpleegde bronnen
    Gebruikte literatuur, Bibliografie, Noten, Voetnoten, Eindnoten, Verwijzingen, Noten en referenties

    Bibliografia, Literatura, Literatura cytowana, Wykaz literatury, Spis literatury, Piśmiennictwo, Źródła, Przypisy
    Odwołania, Przypisy końcowe, Netografia

    Literatura, Seznam literatury, Použitá literatura, Citovaná literatura, Seznam použité literatury, Prameny
    Seznam použitých zdrojů, Seznam zdrojů, Použité zdroje, Zdroje, Reference, Poznámky, Poznámky pod čarou, Bibliografie
    Prameny a literatura, Literatura a prameny, Zoznam použitej literatúry, Zoznam literatúry, Použitá literatúra
    Literatúra, Poznámky a literatura

    Literatura, Popis literature, Korištena literatura, Izvori, Bilješke, Reference, Bibliografija, Viri
    Viri in literatura, Literatura in viri, Seznam literature, Opombe, Reference i izvori

    Irodalom, Irodalomjegyzék, Felhasznált irodalom, Hivatkozások, Források, Jegyzetek, Lábjegyzetek, Szakirodalom

    Referenser, Referenslista, Litteratur, Litteraturlista, Litteraturförteckning, Källor, Källförteckning, Källhänvisningar
    Noter, Fotnoter, Slutnoter, Käll- och litteraturförteckning, Källor och litteratur, Bibliografi
    Referanser, Referanseliste, Litteraturliste, Litteraturreferanser, Kilder, Kildeliste, Fotnoter, Sluttnoter
    Kilder og litteratur, Litteratur og kilder, Noter og referanser
    Referencer, Referenceliste, Litteraturfortegnelse, Kildehenvisninger, Slutnoter, Noter og referencer, Litteraturhenvisninger
    Heimildir, Heimildaskrá, Tilvísanir

    Lähteet, Lähdeluettelo, Lähdeviitteet, Viitteet, Kirjallisuus, Kirjallisuusluettelo, Alaviitteet, Kirjallisuusviitteet
    Lähteet ja kirjallisuus, Kasutatud kirjandus, Kirjandus, Viited, Allikad, Viidatud kirjandus
    Literatūra, Literatūros sąrašas, Šaltiniai, Atsauces, Izmantotā literatūra

    Kaynakça, Kaynaklar, Referanslar, Notlar, Dipnotlar, Sonnotlar, Kaynak listesi, Yararlanılan kaynaklar

    Литература, Список литературы, Список использованной литературы, Использованная литература, Источники
    Список источников, Список использованных источников, Примечания, Библиография, Библиографический список, Сноски
    Ссылки, Источники и литература, Література, Список літератури, Список використаних джерел, Джерела, Примітки
    Список використаної літератури, Бібліографія, Източници, Бележки, Референце, Извори, Библиографија

    Βιβλιογραφία, Αναφορές, Βιβλιογραφικές αναφορές, Παραπομπές, Πηγές, Σημειώσεις, Υποσημειώσεις
    المراجع, المصادر, قائمة المراجع, المصادر والمراجع, منابع, فهرست منابع, ביבליוגרפיה, מקורות, הערות שוליים

    参考文献, 参考資料, 引用文献, 参照文献, 文献, 文献一覧, 出典, 注, 註, 注釈, 脚注, 後注, 注記, 参考文献リスト
    参考文献目录, 引用资料, 注释, 尾注, 参考资料, 文献目录, 引文, 参考书目, 參考文獻, 參考資料, 參考書目, 引用文獻, 註釋, 註解, 腳註, 文獻
    참고문헌, 참고 문헌, 인용문헌, 출처, 각주, 미주, 주석, 참고자료

    Tài liệu tham khảo, Daftar pustaka, Daftar referensi, Referensi, Rujukan, Bibliografi, Sanggunian
    เอกสารอ้างอิง, संदर्भ, सन्दर्भ
    """

  /// Names of lists that are others as well: of works that nothing cites, or, as «Note», of remarks.
  static let doubtful: StaticString =
    """
    note
    further reading, further readings, suggested reading, suggested readings, recommended reading, recommended readings
    additional reading, additional readings, selected reading, selected readings, background reading, related literature
    weiterführende Literatur, Literaturempfehlungen, Literaturtipps, zum Weiterlesen, Leseempfehlungen
    pour aller plus loin, pour en savoir plus, lectures complémentaires, lecturas recomendadas, lecturas adicionales
    para saber más, bibliografía recomendada, leituras recomendadas, leituras complementares, letture consigliate
    per approfondire, letture di approfondimento, verder lezen, aanbevolen literatuur, vidare läsning, videre lesning
    yderligere læsning, lisälukemista, дополнительная литература, рекомендуемая литература, ileri okuma, další literatura
    doporučená literatura, 関連文献, 延伸阅读, 延伸閱讀, 扩展阅读
    """
}
