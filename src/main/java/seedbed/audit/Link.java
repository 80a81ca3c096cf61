package seedbed.audit;

import java.util.Arrays;
import javax.crypto.Mac;

/// A link of the chain as it is stored, with the stored hash before it.
final class Link {

  static final String SQL = "CONCAT_WS('|', l.seq, l.entry_id, l.sound, l.hash)";

  private final long seq;
  private final long entry;
  private final boolean sound;
  private final byte[] previous;
  private final byte[] hash;

  Link(byte[] row, byte[] previous) {
    var fields = new Fields(row);
    seq = fields.number();
    entry = fields.number();
    sound = fields.number() == 1;
    hash = fields.rest();
    this.previous = previous;
  }

  long seq() {
    return seq;
  }

  long entry() {
    return entry;
  }

  boolean sound() {
    return sound;
  }

  byte[] hash() {
    return hash;
  }

  boolean fits(Content content, Mac chain) {
    return Arrays.equals(hash, content.link(chain, previous, seq, sound));
  }
}
