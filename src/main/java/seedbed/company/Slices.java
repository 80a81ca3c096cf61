package seedbed.company;

import java.util.ArrayList;
import java.util.List;

/// Long lists in portions, as a statement or the memory can take them.
public final class Slices {
  private Slices() {}

  /// The list in its order, so many at once; the last portion may be shorter.
  public static <T> List<List<T>> of(List<T> list, int atOnce) {
    List<List<T>> slices = new ArrayList<>();
    for (int from = 0; from < list.size(); from += atOnce) {
      slices.add(list.subList(from, Math.min(from + atOnce, list.size())));
    }
    return slices;
  }
}
