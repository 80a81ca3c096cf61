package seedbed.inbox;

import org.jspecify.annotations.Nullable;

/// What several people are told at once.
///
/// @param kind what it is about, in a word that lists can show: 检查报备
/// @param reason why one gets it, as the end of “为什么收到：…”
/// @param link an address of this product, opened for those who may see it
/// @param onceKey nobody gets a second message of the same key
public record Notice(
    String kind,
    String subject,
    String body,
    String reason,
    String link,
    @Nullable Long companyId,
    String onceKey) {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_BODY = 1_000;

  public Notice {
    if (!link.matches("/(?!/)[\\x21-\\x7e]*")) {
      throw new IllegalArgumentException("not an address of this product: " + link);
    }
    if (!onceKey.matches("[\\x21-\\x7e]{1,120}")) {
      throw new IllegalArgumentException("not a key: " + onceKey);
    }
    if (kind.isBlank() || subject.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a notice says what it is about, and why one gets it");
    }
    subject = cut(subject, LONGEST_SUBJECT);
    body = cut(body, LONGEST_BODY);
  }

  // Names of companies can be long; the page behind the link has all of it.
  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
