package seedbed.bulletin;

import java.util.Map;

/// One part of a bulletin: writes its lists and says what they count. A new part is one more class;
/// [#place()] says where it stands.
interface Section {

  int place();

  /// What its lists are called, by their codes; nothing where it has none of its own.
  default Map<String, String> lists() {
    return Map.of();
  }

  /// How one of its lists is called; empty where it has none of that code.
  default String caption(String list) {
    return lists().getOrDefault(list, "");
  }

  Content.Part of(Count count);
}
