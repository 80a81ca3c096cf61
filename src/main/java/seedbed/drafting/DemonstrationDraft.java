package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.Map;
import seedbed.drafting.Tree.Path;

/// One draft in progress for demonstration: a threshold raised, its cases not yet mended.
@Singleton
public class DemonstrationDraft {
  private static final String ORIGINAL = "rg-2021";
  private static final Map<String, String> CHANGES =
      Map.of(
          "checklists.0.criteria.0.any.0.at_least", "5000",
          "checklists.0.criteria.0.any.0.text", "年主营业务收入5000万元以上",
          "name", "如皋市专精特新“小巨人”企业培育库入库条件（修订草案）");

  private final Drafts drafts;
  private final Beginning beginning;

  DemonstrationDraft(Drafts drafts, Beginning beginning) {
    this.drafts = drafts;
    this.beginning = beginning;
  }

  /// Only where there is none yet.
  ///
  /// @param by the account that wrote it
  public void open(String by) {
    if (drafts.count() == 0) {
      beginning.demonstrate(ORIGINAL, by, DemonstrationDraft::revised);
    }
  }

  private static Tree.Group revised(Tree.Group document) {
    Tree revised = document;
    for (var change : CHANGES.entrySet()) {
      var path = Path.of(change.getKey()).orElseThrow();
      revised = revised.put(path, Tree.leaf(change.getValue()));
    }
    return Tree.group(revised);
  }
}
