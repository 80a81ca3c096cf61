package seedbed.schedule;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All chores of this version, by name.
@Singleton
class Chores {

  private final TreeMap<String, Chore> byName = new TreeMap<>();

  Chores(List<Chore> chores) {
    for (Chore chore : chores) {
      if (byName.put(chore.name(), chore) != null) {
        throw new IllegalStateException("two chores are called " + chore.name());
      }
    }
  }

  List<Chore> all() {
    return List.copyOf(byName.values());
  }

  Optional<Chore> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
