/// The language of a text, as pages name it in `lang`: `en`, `en-GB`, `sr-Latn`, `gsw`.
///
///     LanguageTag("en-GB")?.language  // en
///     LanguageTag("en_GB")  // nil
///     LanguageTag("ur")?.isRightToLeft  // true
///
/// Source: BCP 47 (RFC 5646), section 2.1; ISO 639-1, ISO 3166-1 and UN M49 for its two-letter and
/// three-digit subtags. Languages of three letters and variants are held against their form alone.
public struct LanguageTag: Sendable, Hashable {
  /// The language itself, in small letters.
  public let language: String
  /// The script in small letters, where it is named.
  private let script: String?

  /// Reads a tag; nil where it has not the form of one, or names no language or country that there is.
  public init?(_ text: String) {
    var parts = text.lowercased().split(separator: "-", omittingEmptySubsequences: false)[...]
    func isLetters(_ part: Substring) -> Bool { part.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }
    func isPlain(_ part: Substring) -> Bool {
      (1...8).contains(part.utf8.count)
        && part.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
    }
    guard parts.allSatisfy(isPlain), let first = parts.popFirst(), isLetters(first),
      Self.languages.contains(first) || first.utf8.count == 3
    else { return nil }
    language = String(first)
    let named = parts.first.flatMap { $0.utf8.count == 4 && isLetters($0) ? $0 : nil }
    script = named.map(String.init)
    if named != nil { parts = parts.dropFirst() }
    if let region = parts.first, region.utf8.count == 2 || region.utf8.count == 3 {
      let isNumber = region.utf8.count == 3 && region.utf8.allSatisfy { $0 <= 0x39 }
      guard isNumber || Self.regions.contains(region) else { return nil }
      parts = parts.dropFirst()
    }
    // Variants have five letters or more, or begin with a digit; a single letter opens what is beyond.
    let variants = parts.prefix { $0.utf8.count > 1 }
    guard variants.allSatisfy({ $0.utf8.count > 4 || $0.utf8.first.map { $0 <= 0x39 } == true }),
      parts.last?.utf8.count != 1
    else { return nil }
  }

  /// Whether its words run from right to left.
  public var isRightToLeft: Bool {
    script.map { Self.rightToLeftScripts.contains($0[...]) }
      ?? Self.rightToLeftLanguages.contains(language[...])
  }

  private static let rightToLeftScripts = words(
    "adlm arab aran hebr mand mend nkoo rohg samr syrc thaa yezi")
  private static let rightToLeftLanguages = words(
    "ar arc ckb dv fa glk he khw ks lrc mzn nqo pnb prs ps sd syr ug ur yi")

  private static let languages = words(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv \
    mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm \
    rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr \
    ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """)

  private static let regions = words(
    """
    ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt \
    bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg eh \
    er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht \
    hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls \
    lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni \
    nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg \
    sh si sj sk sl sm sn so sr ss st sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug \
    um us uy uz va vc ve vg vi vn vu wf ws xk ye yt za zm zw
    """)

  private static func words(_ list: String) -> Set<Substring> { Set(list.split(separator: " ")) }
}
