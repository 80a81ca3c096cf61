package seedbed.reminder;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import seedbed.criteria.ReminderPlan;

/// What one person is told on one day, in words: everything in one message, the latest first.
///
/// @param items not empty; of something by which two steps name this person, both
record Digest(long account, LocalDate today, List<Candidate> items) {

  private static final int NAMED = 5;

  Digest {
    items = List.copyOf(items);
  }

  private record Thing(String kind, long subject, String period) {
    static Thing of(Candidate item) {
      return new Thing(item.kind(), item.subject(), item.period());
    }
  }

  private record Told(Thing thing, int step) {
    static Told of(Candidate item) {
      return new Told(Thing.of(item), item.step());
    }
  }

  private record Group(String title, LocalDate dueOn) {}

  /// One for each account. Whoever is named twice by one step is told by it once.
  ///
  /// @param found one account after the other
  static List<Digest> of(List<Candidate> found, LocalDate today) {
    Map<Long, Map<Told, Candidate>> byAccount = new LinkedHashMap<>();
    for (Candidate each : found) {
      byAccount
          .computeIfAbsent(each.account(), _ -> new LinkedHashMap<>())
          .putIfAbsent(Told.of(each), each);
    }
    return byAccount.entrySet().stream()
        .map(entry -> new Digest(entry.getKey(), today, List.copyOf(entry.getValue().values())))
        .toList();
  }

  /// `3 项应报事项，其中 1 项已逾期`.
  String subject() {
    List<Candidate> things = things();
    long late = things.stream().filter(this::late).count();
    if (things.size() == 1) {
      Candidate only = things.getFirst();
      return only.title() + "：" + when(only);
    }
    return things.size() + " 项应报事项待办" + (late == 0 ? "" : "，其中 " + late + " 项已逾期");
  }

  // Each once, however many steps name it.
  private List<Candidate> things() {
    Map<Thing, Candidate> things = new LinkedHashMap<>();
    items.forEach(item -> things.putIfAbsent(Thing.of(item), item));
    return List.copyOf(things.values());
  }

  String body() {
    List<String> lines = new ArrayList<>();
    boolean oneCompany = items.stream().map(Candidate::company).distinct().count() == 1;
    for (List<Candidate> same : groups()) {
      Candidate first = same.getFirst();
      lines.add(first.title() + (oneCompany ? "" : names(same)) + "，" + when(first) + "。");
    }
    return String.join("\n", lines);
  }

  // What is about no company names none.
  private static String names(List<Candidate> same) {
    List<String> names =
        same.stream().map(Candidate::companyName).filter(Objects::nonNull).limit(NAMED).toList();
    return names.isEmpty()
        ? ""
        : "（%s%s）"
            .formatted(
                String.join("、", names), same.size() > NAMED ? " 等 " + same.size() + " 家" : "");
  }

  // What is due first comes first, as candidates do. One line has one day.
  private List<List<Candidate>> groups() {
    Map<Group, List<Candidate>> groups = new LinkedHashMap<>();
    for (Candidate item : things()) {
      groups
          .computeIfAbsent(new Group(item.title(), item.dueOn()), _ -> new ArrayList<>())
          .add(item);
    }
    return List.copyOf(groups.values());
  }

  /// Which rules and steps name this person.
  String reason(Map<String, String> labels) {
    String rules =
        items.stream()
            .map(item ->
                "%s（%s，告知%s）"
                    .formatted(
                        labels.getOrDefault(item.kind(), item.kind()),
                        label(item),
                        item.whom().label()))
            .distinct()
            .limit(3)
            .reduce((a, b) -> a + "、" + b)
            .orElseThrow();
    return "按提醒规则：" + rules;
  }

  private static String label(Candidate item) {
    return new ReminderPlan.Step(item.step(), EnumSet.of(item.whom())).label();
  }

  private boolean late(Candidate item) {
    return today.isAfter(item.dueOn());
  }

  private String when(Candidate item) {
    long days = ChronoUnit.DAYS.between(today, item.dueOn());
    return days < 0
        ? "期限 " + item.dueOn() + "，已逾期 " + -days + " 天"
        : days == 0 ? "今天到期" : "期限 " + item.dueOn() + "，还有 " + days + " 天";
  }
}
