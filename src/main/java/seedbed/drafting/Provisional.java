package seedbed.drafting;

import java.util.ArrayList;
import java.util.List;
import seedbed.drafting.Tree.Path;

/// Finds what waits for a yearly notice.
final class Provisional {

  private Provisional() {}

  static List<Path> places(Tree document) {
    List<Path> places = new ArrayList<>();
    find(document, Path.root(), places);
    return places;
  }

  private static void find(Tree tree, Path path, List<Path> places) {
    switch (tree) {
      case Tree.Leaf _ -> {}
      case Tree.Items(var list) -> {
        for (var place = 0; place < list.size(); place++) {
          find(list.get(place), path.to(place), places);
        }
      }
      case Tree.Group group -> {
        if (group.text("open").equals("provisional")) {
          places.add(path.to("open"));
        }
        group.fields().forEach((key, value) -> find(value, path.to(key), places));
      }
    }
  }
}
