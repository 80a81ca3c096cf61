package seedbed.criteria;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Criterion;

/// Checks that editions and yearly notices fit together: one edition for a title, track and kind of
/// applicant on any day, and notices that speak of criteria which exist.
final class Fitting {
  private final Map<Edition, YamlValue> editions;
  private final Map<Overlay, YamlValue> overlays;

  private Fitting(Map<Edition, YamlValue> editions, Map<Overlay, YamlValue> overlays) {
    this.editions = editions;
    this.overlays = overlays;
  }

  static void check(
      Map<Edition, YamlValue> editions, Map<Overlay, YamlValue> overlays, Problems problems) {
    var fitting = new Fitting(editions, overlays);
    fitting.editionsOverlap();
    fitting.noticesOverlap();
    overlays.forEach((overlay, file) -> problems.attempt(() -> fitting.fits(overlay, file)));
  }

  private void editionsOverlap() {
    var seen = new ArrayList<Edition>();
    editions.forEach((edition, file) -> {
      for (var other : seen) {
        if (meet(edition, other) && !common(edition, other).isEmpty()) {
          var from = file.fields().key("from");
          from.complain(
              "与版本" + other.id() + "的施行时间重叠（" + String.join("、", common(edition, other)) + "）",
              "请给较早的版本写上to，或改正from");
        }
      }
      seen.add(edition);
    });
  }

  private static boolean meet(Edition one, Edition other) {
    return !last(one).isBefore(other.from()) && !last(other).isBefore(one.from());
  }

  private static LocalDate last(Edition edition) {
    return edition.to() == null ? LocalDate.MAX : edition.to();
  }

  private static List<String> common(Edition one, Edition other) {
    return one.checklists().stream()
        .filter(mine -> other.checklists().stream().anyMatch(theirs -> same(mine, theirs)))
        .map(mine -> mine.title() + " " + mine.track() + " " + mine.applicant().label())
        .toList();
  }

  private static boolean same(Checklist one, Checklist other) {
    return one.title().equals(other.title())
        && one.track().equals(other.track())
        && one.applicant() == other.applicant();
  }

  private void noticesOverlap() {
    var seen = new ArrayList<Overlay>();
    overlays.forEach((overlay, file) -> {
      for (var other : seen) {
        if (overlay.title().equals(other.title())
            && !overlay.to().isBefore(other.from())
            && !other.to().isBefore(overlay.from())) {
          file.fields().key("round").complain("与年度通知" + other.id() + "的期间重叠", "请改正round");
        }
      }
      seen.add(overlay);
    });
  }

  private @Nullable Overlay fits(Overlay overlay, YamlValue file) {
    if (editions.keySet().stream().anyMatch(edition -> edition.id().equals(overlay.id()))) {
      throw file.fields().key("id").flaw("id与一个版本相同", "请给年度通知换一个id");
    }
    for (var rule : overlay.rules()) {
      var checklists =
          editions.keySet().stream()
              .filter(edition -> judgedBy(edition, overlay, rule))
              .flatMap(edition -> edition.checklists().stream())
              .filter(checklist -> checklist.title().equals(overlay.title()))
              .filter(checklist -> checklist.applicant() == rule.applicant())
              .toList();
      if (checklists.isEmpty()) {
        throw file.fields()
            .key("rules")
            .flaw("期间内没有“" + rule.applicant().label() + "”可用的版本", "请写明edition，或核对round");
      }
      for (var waived : rule.waived()) {
        if (checklists.stream().noneMatch(checklist -> has(checklist, waived.id()))) {
          throw file.fields()
              .key("rules")
              .flaw("要豁免的条件“" + waived.id() + "”在版本中没有", "请改为版本中已有的条件id");
        }
      }
      for (var added : rule.added()) {
        if (checklists.stream().anyMatch(checklist -> has(checklist, added.clause().id()))) {
          throw file.fields()
              .key("rules")
              .flaw("增加的条件“" + added.clause().id() + "”与版本中的id重复", "请换一个id");
        }
      }
    }
    return null;
  }

  static boolean judgedBy(Edition edition, Overlay overlay, Overlay.Rule rule) {
    return rule.edition() == null
        ? !last(edition).isBefore(overlay.from()) && !overlay.to().isBefore(edition.from())
        : edition.id().equals(rule.edition());
  }

  private static boolean has(Checklist checklist, String id) {
    return checklist.criteria().stream().map(Criterion::clause).anyMatch(c -> c.id().equals(id));
  }
}
