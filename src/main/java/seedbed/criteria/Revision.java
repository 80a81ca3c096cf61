package seedbed.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChecklistComparison.Change;
import seedbed.criteria.ChecklistComparison.Pair;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;

/// Says what a file that was changed after its publication now says differently.
final class Revision {
  private static final String UNREADABLE = "文件内容有改动，已无法与发布时的原文逐条对照";

  private Revision() {}

  /// @param published the YAML as published
  static List<String> of(String published, Rulebook.Source source, Rulebook rulebook) {
    var changes =
        switch (source.kind()) {
          case EDITION -> edition(published, source, rulebook);
          case NOTICE -> notice(published, source, rulebook);
        };
    return changes.isEmpty() ? List.of("文件内容有改动，但不影响任何条件的判定") : changes;
  }

  private static List<String> edition(String published, Rulebook.Source source, Rulebook rulebook) {
    var problems = new Problems();
    var reader = new EditionReader(rulebook.dictionary());
    var old = problems.attempt(() -> reader.read(YamlValue.of(published, source.file(), problems)));
    var next = rulebook.editions().find(source.id());
    if (old.isEmpty() || next.isEmpty() || !problems.none()) {
      return List.of(UNREADABLE);
    }
    var changes = new ArrayList<String>();
    differ("名称", old.get().name(), next.get().name(), changes);
    differ("文号", old.get().document().shown(), next.get().document().shown(), changes);
    differ("文件名称", old.get().document().name(), next.get().document().name(), changes);
    differ("生效日", old.get().from(), next.get().from(), changes);
    differ("级别", old.get().level().label(), next.get().level().label(), changes);
    differ("称号", label(old.get().title(), rulebook), label(next.get().title(), rulebook), changes);
    for (var checklist : next.get().checklists()) {
      var before = find(old.get().checklists(), checklist);
      if (before == null) {
        changes.add("新增清单：" + named(checklist, rulebook));
      } else {
        compared(ChecklistComparison.of(before, checklist), named(checklist, rulebook), changes);
      }
    }
    old.get().checklists().stream()
        .filter(checklist -> find(next.get().checklists(), checklist) == null)
        .forEach(checklist -> changes.add("删去清单：" + named(checklist, rulebook)));
    return changes;
  }

  private static @Nullable Checklist find(List<Checklist> checklists, Checklist wanted) {
    return checklists.stream()
        .filter(each -> each.title().equals(wanted.title()))
        .filter(each -> each.track().equals(wanted.track()))
        .filter(each -> each.applicant() == wanted.applicant())
        .findFirst()
        .orElse(null);
  }

  private static String named(Checklist checklist, Rulebook rulebook) {
    var track =
        ChecklistTrack.of(checklist.track()).map(ChecklistTrack::label).orElse(checklist.track());
    return label(checklist.title(), rulebook) + "·" + track + "·" + checklist.applicant().label();
  }

  private static String label(String title, Rulebook rulebook) {
    return rulebook.titles().get(title).label();
  }

  private static void differ(String what, Object old, Object next, List<String> changes) {
    if (!Objects.equals(old, next)) {
      changes.add(what + "：" + old + " → " + next);
    }
  }

  private static void compared(List<Pair> pairs, String where, List<String> changes) {
    pairs.stream()
        .flatMap(Revision::innermost)
        .map(pair -> where + " " + shown(pair))
        .filter(change -> !changes.contains(change))
        .forEach(changes::add);
  }

  /// The parts that changed, or the whole where no part did.
  private static Stream<Pair> innermost(Pair pair) {
    if (pair.change() == Change.UNCHANGED) {
      return Stream.of();
    }
    var parts = pair.parts().stream().flatMap(Revision::innermost).toList();
    return parts.isEmpty() ? Stream.of(pair) : parts.stream();
  }

  private static String shown(Pair pair) {
    return pair.change().label() + "：" + shown(pair.old()) + " → " + shown(pair.next());
  }

  private static String shown(@Nullable Described row) {
    if (row == null) {
      return "（无）";
    }
    return row.required() == null ? row.text() : row.text() + "（" + row.required() + "）";
  }

  private static List<String> notice(String published, Rulebook.Source source, Rulebook rulebook) {
    var problems = new Problems();
    var editions = rulebook.editions().all().stream().map(Edition::id).collect(Collectors.toSet());
    var reader = new OverlayReader(rulebook.dictionary(), editions);
    var old = problems.attempt(() -> reader.read(YamlValue.of(published, source.file(), problems)));
    var next = rulebook.editions().notice(source.id());
    if (old.isEmpty() || next.isEmpty() || !problems.none()) {
      return List.of(UNREADABLE);
    }
    var changes = new ArrayList<String>();
    differ("名称", old.get().name(), next.get().name(), changes);
    differ("文号", old.get().document().shown(), next.get().document().shown(), changes);
    differ("起始日", old.get().from(), next.get().from(), changes);
    differ("截止日", old.get().to(), next.get().to(), changes);
    for (var rule : next.get().rules()) {
      var before = old.get().ruleFor(rule.applicant());
      var where = rule.applicant().label();
      differ(
          where + "所用版本",
          before.map(Overlay.Rule::edition).orElse("现行版本"),
          Objects.requireNonNullElse(rule.edition(), "现行版本"),
          changes);
      differ(
          where + "豁免",
          before.map(Overlay.Rule::waived).orElse(List.of()).stream().map(Clause::text).toList(),
          rule.waived().stream().map(Clause::text).toList(),
          changes);
      compared(
          ChecklistComparison.pairs(
              before.map(Overlay.Rule::added).orElse(List.<Criterion>of()), rule.added()),
          where,
          changes);
    }
    return changes;
  }
}
