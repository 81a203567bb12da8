import Testing

@testable import IbidArticles

struct Base64Tests {
  @Test(
    "Base 64 is read with and without padding, in lines, in both alphabets, up to what is none",
    arguments: [
      ("", ""), ("QQ==", "A"), ("QQ", "A"), ("QUI=", "AB"), ("QUI", "AB"), ("QUJD", "ABC"), ("QUJDRA==", "ABCD"),
      (" Q U\nJD\r\n\tRA", "ABCD"), ("QUJD=QUJD", "ABC"), ("QUJD!QUJD", "ABC"), ("QUJDQ", "ABC"), ("Q", ""), ("=", ""),
      ("!", ""), ("QR", "A"), ("Pz8/Pj4+", "???>>>"), ("Pz8_Pj4-", "???>>>"), ("QUJDé", "ABC"),
    ])
  func reads(text: String, bytes: String) { #expect(Base64.decoded(text.utf8) == Array(bytes.utf8)) }
}
