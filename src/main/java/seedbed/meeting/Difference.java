package seedbed.meeting;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A field of a form of meetings whose saved words are not those that were just typed.
///
/// @param field its name in the form
@Introspected
record Difference(String field, String label, String saved, String typed) {

  /// Between two agendas.
  static List<Difference> of(MeetingPage.Edit saved, MeetingPage.Edit typed) {
    List<Difference> found = details(saved.details(), typed.details());
    Map<Long, MeetingPage.ItemForm> mine =
        typed.items().stream()
            .collect(Collectors.toMap(MeetingPage.ItemForm::id, Function.identity()));
    int at = 0;
    for (MeetingPage.ItemForm item : saved.items()) {
      String which = "第 " + ++at + " 个议题";
      MeetingPage.ItemForm own = mine.getOrDefault(item.id(), item);
      add(found, "place-" + item.id(), which + "的次序", item.place(), own.place());
      add(found, "headline-" + item.id(), which, item.headline(), own.headline());
      add(found, "reason-" + item.id(), which + "的列入理由", item.reason(), own.reason());
      add(found, "dropped-" + item.id(), which + "不列入的理由", item.dropped(), own.dropped());
    }
    return List.copyOf(found);
  }

  /// Between two drafts of minutes.
  static List<Difference> of(MeetingPage.Write saved, MeetingPage.Write typed) {
    List<Difference> found = details(saved.details(), typed.details());
    // The agenda is frozen: both have the same items in the same order.
    IntStream.range(0, saved.items().size())
        .forEach(at -> said(found, saved.items().get(at), typed.items().get(at)));
    return List.copyOf(found);
  }

  private static void said(
      List<Difference> found, MeetingPage.SaidForm saved, MeetingPage.SaidForm typed) {
    String which = "议题 " + saved.place();
    add(found, "conclusion-" + saved.id(), which + " 的结论", saved.conclusion(), typed.conclusion());
    for (int ordinal = 1; ordinal <= Typed.MOST_DECISIONS; ordinal++) {
      MeetingPage.DecisionForm kept = decision(saved, ordinal);
      MeetingPage.DecisionForm own = decision(typed, ordinal);
      String key = saved.id() + "-" + ordinal;
      String decision = which + " 的议定事项 " + ordinal;
      add(found, "words-" + key, decision, kept.words(), own.words());
      add(found, "owner-" + key, decision + " 的责任单位", kept.owner(), own.owner());
      add(found, "due-" + key, decision + " 的完成期限", kept.due(), own.due());
    }
  }

  private static MeetingPage.DecisionForm decision(MeetingPage.SaidForm said, int ordinal) {
    return said.decisions().stream()
        .filter(each -> each.ordinal() == ordinal)
        .findFirst()
        .orElse(new MeetingPage.DecisionForm("", ordinal, "", "", List.of()));
  }

  private static List<Difference> details(MeetingPage.Details saved, MeetingPage.Details typed) {
    List<Difference> found = new ArrayList<>();
    add(found, "heldOn", "会议日期", saved.heldOn(), typed.heldOn());
    add(found, "heldTime", "时间", saved.heldTime(), typed.heldTime());
    add(found, "place", "地点", saved.place(), typed.place());
    add(found, "chair", "主持人", saved.chair(), typed.chair());
    add(found, "participants", "参加单位和人员", saved.participants(), typed.participants());
    return found;
  }

  private static void add(
      List<Difference> found, String field, String label, String saved, String typed) {
    if (!saved.equals(typed)) {
      found.add(new Difference(field, label, saved, typed));
    }
  }
}
