package seedbed.audit;

import java.security.MessageDigest;
import javax.crypto.Mac;

/// What one thread of a verification computes with.
record Proofs(Mac chain, Mac entries, MessageDigest sha, Erased erased) {

  static Proofs of(TrailKeys keys) {
    return new Proofs(keys.ofChain(), keys.ofEntries(), Digests.sha256(), new Erased(keys));
  }
}
