import IbidModel

extension WebAddress {
  /// Whether the address is one of a page that may be a source: more than a site's name, no picture, nothing to share or
  /// to follow.
  package var isPage: Bool {
    guard !path.isEmpty || !query.isEmpty, !path.contains(where: { Self.actions.contains($0.lowercased()) }) else {
      return false
    }
    if Self.networks.contains(where: isAt) || isLicence { return false }
    if isAt("youtube.com"), path.first != "watch" { return false }
    let ending = path.last?.split(separator: ".").last?.lowercased() ?? ""
    return !Self.pictures.contains(ending)
  }

  /// The terms under which a page may be used, at the site of those who wrote them.
  private var isLicence: Bool {
    guard let first = path.first?.lowercased() else { return false }
    return Self.licences.contains(where: isAt) && ["licenses", "licences", "license", "publicdomain"].contains(first)
  }

  private static let licences = [
    "creativecommons.org", "opensource.org", "gnu.org", "apache.org", "spdx.org", "opendatacommons.org",
  ]

  /// What a page invites its readers to do.
  private static let actions: Set<String> = [
    "share", "sharer", "sharer.php", "sharearticle", "intent", "login", "signin", "sign-in", "signup", "sign-up",
    "register", "subscribe", "newsletter", "newsletters", "donate", "cart", "checkout", "wp-login.php", "unsubscribe",
  ]

  private static let networks = [
    "facebook.com", "fb.com", "fb.me", "twitter.com", "x.com", "t.co", "instagram.com", "linkedin.com", "pinterest.com",
    "tiktok.com", "threads.net", "bsky.app", "mastodon.social", "reddit.com", "whatsapp.com", "wa.me", "t.me",
    "telegram.me", "tumblr.com", "vk.com", "weibo.com", "snapchat.com", "discord.com", "discord.gg", "flickr.com",
    "addtoany.com", "addthis.com", "getpocket.com", "feedly.com", "patreon.com", "gravatar.com", "xing.com",
  ]

  private static let pictures: Set<String> = [
    "jpg", "jpeg", "png", "gif", "svg", "webp", "bmp", "ico", "avif", "tif", "tiff",
  ]
}
