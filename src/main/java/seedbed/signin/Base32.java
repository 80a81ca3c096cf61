package seedbed.signin;

/// RFC 4648 without padding, the alphabet that authenticator apps read.
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Base32() {}

  static String encode(byte[] bytes) {
    var text = new StringBuilder();
    long buffer = 0;
    int held = 0;
    for (byte next : bytes) {
      buffer = (buffer << Byte.SIZE) | (next & 0xFF);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt((int) (buffer >> held) & 0x1F));
      }
    }
    if (held > 0) {
      text.append(ALPHABET.charAt((int) (buffer << (BITS - held)) & 0x1F));
    }
    return text.toString();
  }
}
