import IbidModel
import IbidText
import Testing

struct NameListTests {
  /// What is written, and its names as `family|given|suffix`.
  @Test(arguments: [
    ("Okafor BT, Weber CG, Li Q", "Okafor|BT Weber|CG Li|Q"),
    ("Okafor BT, Weber CG, et al", "Okafor|BT Weber|CG"),
    ("Okafor, B. T., Weber, C. G., & Li, Q.", "Okafor|B. T. Weber|C. G. Li|Q."),
    ("OKAFOR, B. T.; LI, Q.", "OKAFOR|B. T. LI|Q."),
    ("B. T. Okafor, C.G. Weber and Q. Li", "Okafor|B. T. Weber|C.G. Li|Q."),
    ("Ben Okafor, Peter Weber, Sabrina Moreau", "Okafor|Ben Weber|Peter Moreau|Sabrina"),
    ("Okafor, Ben", "Okafor|Ben"),
    ("Okafor, Ben, and Heike Weber", "Okafor|Ben Weber|Heike"),
    ("Okafor, Ben und Erika M. Weber", "Okafor|Ben Weber|Erika M."),
    ("Okafor, Gerd/Weber-Moreau, Joachim", "Okafor|Gerd Weber-Moreau|Joachim"),
    ("Okafor, Susan C.; Inna Weber, John C. Moreau und Ning Yu", "Okafor|Susan C. Weber|Inna Moreau|John C. Yu|Ning"),
    ("Okafor, Weber and Moreau", "Okafor| Weber| Moreau|"),
    ("Okafor, Susan & Weber, Lorena", "Okafor|Susan Weber|Lorena"),
    ("Okafor III BT, Weber Jr CG", "Okafor|BT|III Weber|CG|Jr"),
    ("van den Berg R, De Boeck K", "van den Berg|R De Boeck|K"),
    ("Okafor RS, Kay SR, Opler L", "Okafor|RS Kay|SR Opler|L"),
    ("Okafor, R. S., Jr., & Weber, C.", "Okafor|R. S.|Jr. Weber|C."),
    ("Okafor, J.-C. and Weber-Moreau P.", "Okafor|J.-C. Weber-Moreau|P."),
    ("Rhee, I.K., van de Meent, M. & Weber, R.", "Rhee|I.K. van de Meent|M. Weber|R."),
    ("World Health Organization", "World Health Organization"),
    ("Instituto Nacional de Câncer", "Instituto Nacional de Câncer"),
    ("Okafor B, García-Núñez Á", "Okafor|B García-Núñez|Á"),
    ("O’Neill JM, D’Souza A", "O’Neill|JM D’Souza|A"),
    ("OKA LF, WEBER SM, LI Q", "OKA|LF WEBER|SM LI|Q"),
    ("OKAFOR, M., V. SURD u. E. WEBER", "OKAFOR|M. SURD|V. WEBER|E."),
    ("Okafor, Martin, Harald Weber, Andreas Motel, and Marc Li", "Okafor|Martin Weber|Harald Motel|Andreas Li|Marc"),
    ("Okafor AL, Hidalgo HG, Cayan DR, Weber TW", "Okafor|AL Hidalgo|HG Cayan|DR Weber|TW"),
    ("Okafor Y, Lee HG, Dmitrieva N, Kim J", "Okafor|Y Lee|HG Dmitrieva|N Kim|J"),
    ("Okafor, Jörg/van Well, Bennet", "Okafor|Jörg van Well|Bennet"), ("De Walque, D.", "De Walque|D."),
    ("OKAFOR, L.M., DE SOUZA, V.F., VON WEBER, E.", "OKAFOR|L.M. DE SOUZA|V.F. VON WEBER|E."),
    ("A.A. Okafor, N.P.Weber e C.A. Moreau", "Okafor|A.A. Weber|N.P. Moreau|C.A."),
    ("Okafor MCGCF, Weber CG", "Okafor|MCGCF Weber|CG"), ("Okafor AG", "Okafor|AG"),
    ("Siemens Energie AG", "Siemens Energie AG"),
    ("Okafor CG, Weber Mde C", "Okafor|CG Weber|Mde C"),
    ("Okafor C da C, Weber AC dos S", "Okafor|C da C Weber|AC dos S"),
    ("OKAFOR, Maria Rosa Brito da", "OKAFOR|Maria Rosa Brito"),
    ("WEBER, Aurélio Brito de Lima", "WEBER|Aurélio Brito de Lima"),
    ("B.G. de Oliveira Weber, N.A. Villa Moreau", "de Oliveira Weber|B.G. Villa Moreau|N.A."),
    ("R. Nunes da Okafor and S. Weber", "Nunes da Okafor|R. Weber|S."),
    ("Okafor, E. Robert; Weber, A. Rebecca", "Okafor|E. Robert Weber|A. Rebecca"),
    ("Okafor, Ramon L. & San Martin, Marta", "Okafor|Ramon L. San Martin|Marta"),
    ("COUTO JR., A.F., OKAFOR, V.", "COUTO|A.F.|JR. OKAFOR|V."),
    ("Okafor, Weert und AndreasWeber", "Okafor|Weert Weber|Andreas"),
    ("Okafor A, Oliveira e Weber PDT, Li Q", "Okafor|A Oliveira e Weber|PDT Li|Q"),
    ("Ministério da Saúde (BR)", "Ministério da Saúde (BR)"), ("MacGregor, J.", "MacGregor|J."),
    ("DE WIT, C. T., VAN DEN HEUVEL, L. P.", "DE WIT|C. T. VAN DEN HEUVEL|L. P."),
    ("OKAFOR, F. L. und A. J. VAN DER EB", "OKAFOR|F. L. VAN DER EB|A. J."),
    ("YAO H. H., W. WEBER et B. CAPEL", "YAO|H. H. WEBER|W. CAPEL|B."),
    ("OKAFOR, Mehmet, Yigit AKCALI und Fahri WEBER", "OKAFOR|Mehmet AKCALI|Yigit WEBER|Fahri"),
    ("SILVA WEBER Juan Jorge et Ricardo OKAFOR", "SILVA WEBER|Juan Jorge OKAFOR|Ricardo"),
    ("Okafor, A. R., Li, C. A. & ACTS Study Group", "Okafor|A. R. Li|C. A. ACTS Study Group"),
    ("Press, W. H. and Bank, F. J.", "Press|W. H. Bank|F. J."),
    ("Biere, S. S., M. I. Van Berge Okafor, K. W. Maas", "Biere|S. S. Van Berge Okafor|M. I. Maas|K. W."),
    ("D. Okafor, L. Vande Walle, P. Jansen van Weber", "Okafor|D. Vande Walle|L. Jansen van Weber|P."),
    ("Okafor, S., and V. M. Neto", "Okafor|S. Neto|V. M."),
    ("G. Okafor, E. H. Weber Jr. et S. M. Li", "Okafor|G. Weber|E. H.|Jr. Li|S. M."),
    ("Okafor, S. T. Weber C.S. Lin Y. Li und F. Moreau", "Okafor|S. Weber|T. Lin|C.S. Li|Y. Moreau|F."),
    ("", ""), (",;,;", ""), ("et al.", ""),
  ])
  func reads(list: String, names: String) {
    let found = NameList(list).names.map { name in
      name.literal
        ?? ([name.familyOrLiteral, name.given ?? ""] + (name.suffix.map { [$0] } ?? [])).joined(separator: "|")
    }
    #expect(found.joined(separator: " ") == names)
  }

  @Test func tellsThatNamesAreLeftOut() {
    #expect(NameList("Okafor BT, et al").isTruncated)
    #expect(NameList("Weber, C. u. a.").isTruncated)
    #expect(!NameList("Okafor BT, Al A").isTruncated)
  }
}
