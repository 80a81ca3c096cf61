package seedbed.evidence;

/// Whoever refers to content of the store, so that it is not swept away.
public interface ContentUse {

  boolean refersTo(String hash);
}
