package seedbed.assessment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What was asked for last, as far as there is room; what was not asked for longest goes first.
final class Latest<K, V> {
  private final long room;
  private final ToLongFunction<V> size;
  private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);

  Latest(long room, ToLongFunction<V> size) {
    this.room = room;
    this.size = size;
  }

  synchronized @Nullable V get(K key) {
    return values.get(key);
  }

  /// Keeps the value, even one that is too large beside nothing else, and answers what had to go.
  synchronized List<V> put(K key, V value) {
    List<V> gone = new ArrayList<>();
    var before = values.remove(key);
    if (before != null) {
      gone.add(before);
    }
    values.put(key, value);
    var taken = values.values().stream().mapToLong(size).sum();
    var eldest = values.values().iterator();
    while (taken > room && values.size() > 1) {
      var next = eldest.next();
      taken -= size.applyAsLong(next);
      eldest.remove();
      gone.add(next);
    }
    return gone;
  }

  synchronized void remove(K key) {
    values.remove(key);
  }
}
