package seedbed.audit;

/// The last link of the chain: whoever keeps it can tell later that nothing before it was changed.
///
/// @param hash in hexadecimal
public record Head(long seq, String hash) {

  private static final int SHORT = 16;

  static final Head NONE = new Head(0, "00".repeat(32));

  /// As papers carry it.
  public String shortForm() {
    return seq + "-" + hash.substring(0, SHORT);
  }
}
