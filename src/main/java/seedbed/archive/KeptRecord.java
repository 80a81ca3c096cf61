package seedbed.archive;

import java.util.List;

/// What a document of some kind was made from, where that can still be read: its digest is taken
/// once more, so that whoever holds the paper learns when paper and record have parted.
public interface KeptRecord {

  /// As [Archiving.Paper#aboutKind()] has it.
  String aboutKind();

  /// SHA-256 of what the record says now, in hexadecimal digits: one for each document about the
  /// thing, in no order; empty where there is none.
  List<String> digests(long aboutId);
}
