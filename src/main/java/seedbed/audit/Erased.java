package seedbed.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// What stands where a sealed text was that has been erased by law: the number of the entry that
/// says who wanted it and why, and a MAC, so that nobody without the key can take out a text and
/// call it erased. One thread uses it at a time.
final class Erased {

  /// What a reader sees in its place.
  static final String SHOWN = "（已依法删除）";

  // A sealed text is Base64 and has no full stop.
  private static final String START = "erased.";
  private static final Pattern FORM = Pattern.compile("erased\\.([0-9]{1,19})\\.([0-9a-f]{64})");

  private final Mac mac;

  Erased(TrailKeys keys) {
    mac = keys.ofErasures();
  }

  /// Instead of the detail of an entry.
  String detail(long entry, long erasure) {
    return text(EntryRows.DETAIL_SEAL, String.valueOf(entry), erasure);
  }

  /// Instead of a place.
  String place(byte[] digest, long erasure) {
    return text(EntryRows.PLACE_SEAL, HexFormat.of().formatHex(digest), erasure);
  }

  static boolean stands(@Nullable String sealed) {
    return sealed != null && sealed.startsWith(START);
  }

  /// The number of the entry of the erasure of a detail; absent when it is forged.
  @Nullable Long erasureOfDetail(long entry, byte[] sealed) {
    return erasure(EntryRows.DETAIL_SEAL, String.valueOf(entry), sealed);
  }

  /// The number of the entry of the erasure of a place; absent when it is forged.
  @Nullable Long erasureOfPlace(byte[] digest, byte[] sealed) {
    return erasure(EntryRows.PLACE_SEAL, HexFormat.of().formatHex(digest), sealed);
  }

  private @Nullable Long erasure(String kind, String key, byte[] sealed) {
    String found = new String(sealed, StandardCharsets.US_ASCII);
    Matcher form = FORM.matcher(found);
    if (!form.matches()) {
      return null;
    }
    Long erasure = Long.parseUnsignedLong(form.group(1));
    return text(kind, key, erasure).equals(found) ? erasure : null;
  }

  private String text(String kind, String key, long erasure) {
    byte[] covered = (kind + "|" + key + "|" + erasure).getBytes(StandardCharsets.US_ASCII);
    return START + erasure + "." + HexFormat.of().formatHex(mac.doFinal(covered));
  }
}
