package seedbed.word;

import java.util.ArrayList;
import java.util.List;

/// What proves a printed document: its number in the archive, a short code of its content to
/// compare by eye, and an address that says whether paper and record agree.
///
/// @param digest SHA-256 of what it says, in hexadecimal digits
/// @param address printed as a QR code
public record Imprint(String number, String digest, String address) {

  /// What to do with the QR code, printed below it.
  public static final String ADVICE = "扫码核对：编号、校验码与核验页一致的，纸质件与电子档案相符";

  private static final int SHORT = 16;
  private static final int GROUP = 4;

  /// The first sixteen digits, in groups of four.
  public String code() {
    return code(digest);
  }

  public static String code(String digest) {
    List<String> groups = new ArrayList<>();
    for (int from = 0; from < SHORT; from += GROUP) {
      groups.add(digest.substring(from, from + GROUP));
    }
    return String.join(" ", groups);
  }
}
