package seedbed.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One hash over everything that an approved version says. Each word stands behind its length, so
/// that no two versions say the same to it.
final class PlanDigest {

  private final MessageDigest hash;

  private PlanDigest() {
    try {
      hash = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// SHA-256 in hexadecimal digits.
  ///
  /// @param company its name when the version was approved
  static String of(String company, Plan plan, int ordinal, Content content) {
    var digest = new PlanDigest();
    digest.add("plan/1");
    digest.add(company);
    digest.add(plan.baseYear() + " " + plan.firstYear() + " " + plan.lastYear());
    digest.add(String.valueOf(ordinal));
    content
        .fields()
        .forEach((name, words) -> {
          digest.add(name);
          digest.add(words);
        });
    return HexFormat.of().formatHex(digest.hash.digest());
  }

  private void add(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    hash.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    hash.update(bytes);
  }
}
