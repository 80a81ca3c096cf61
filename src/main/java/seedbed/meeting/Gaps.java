package seedbed.meeting;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import seedbed.web.FieldError;

/// What minutes lack before they can be issued, each at its field of the form.
///
/// @param decisions without words, owner or a day that can be
@Introspected
record Gaps(List<FieldError> meeting, List<FieldError> conclusions, List<FieldError> decisions) {

  static final Gaps NONE = new Gaps(List.of(), List.of(), List.of());

  Gaps {
    meeting = List.copyOf(meeting);
    conclusions = List.copyOf(conclusions);
    decisions = List.copyOf(decisions);
  }

  /// @param standing the items of the agenda, in order
  /// @param owners finds who is meant by a value
  static Gaps of(
      Meeting meeting,
      List<Item> standing,
      List<DecisionDraft> drafts,
      Function<String, Optional<Owner>> owners,
      LocalDate today) {
    List<FieldError> conclusions = new ArrayList<>();
    List<FieldError> decisions = new ArrayList<>();
    int place = 0;
    for (Item item : standing) {
      String where = "议题 " + ++place;
      if (item.conclusion().isEmpty()) {
        conclusions.add(new FieldError("conclusion-" + item.id(), where + " 没有写结论。"));
      }
      int ordinal = 0;
      for (DecisionDraft draft : drafts) {
        if (draft.itemId() == item.id()) {
          String key = item.id() + "-" + ++ordinal;
          String which = where + " 的议定事项 " + ordinal + " ";
          missing(draft, key, which, owners, decisions);
          due(draft, key, which, meeting, decisions);
        }
      }
    }
    return new Gaps(meeting(meeting, today), conclusions, decisions);
  }

  private static void missing(
      DecisionDraft draft,
      String key,
      String which,
      Function<String, Optional<Owner>> owners,
      List<FieldError> gaps) {
    if (draft.words().isEmpty()) {
      gaps.add(new FieldError("words-" + key, which + "没有写明事项。"));
    }
    if (draft.owner().isEmpty()) {
      gaps.add(new FieldError("owner-" + key, which + "没有责任单位。"));
    } else if (owners.apply(draft.owner()).isEmpty()) {
      gaps.add(new FieldError("owner-" + key, which + "的责任单位已经不能选，请另选。"));
    }
  }

  private static void due(
      DecisionDraft draft, String key, String which, Meeting meeting, List<FieldError> gaps) {
    LocalDate due = draft.dueOn();
    LocalDate heldOn = meeting.heldOn();
    String field = "due-" + key;
    if (draft.due().isEmpty()) {
      gaps.add(new FieldError(field, which + "没有完成期限。"));
    } else if (due == null) {
      gaps.add(
          new FieldError(
              field, which + "的完成期限“" + draft.due() + "”不是日期，请按“年-月-日”填写，例如 2026-09-30。"));
    } else if (heldOn != null && due.isBefore(heldOn)) {
      gaps.add(new FieldError(field, which + "的完成期限 " + due + " 不能早于会议日期 " + heldOn + "，请核对。"));
    }
  }

  private static List<FieldError> meeting(Meeting meeting, LocalDate today) {
    LocalDate heldOn = meeting.heldOn();
    if (heldOn == null || meeting.place().isEmpty() || meeting.chair().isEmpty()) {
      return List.of(new FieldError("heldOn", "请先填写并保存会议日期、地点和主持人，再印发纪要。"));
    }
    if (!meeting.near(heldOn)) {
      return List.of(new FieldError("heldOn", meeting.tooFar(heldOn)));
    }
    return heldOn.isAfter(today)
        ? List.of(new FieldError("heldOn", "会议定在 " + heldOn + " 召开，还没有开，不能印发纪要；日期有误的请先更正。"))
        : List.of();
  }

  /// As a summary says them: items without a conclusion in one line that leads to the first.
  List<FieldError> all() {
    Stream<FieldError> open =
        conclusions.size() < 2
            ? conclusions.stream()
            : Stream.of(
                new FieldError(
                    conclusions.getFirst().field(), conclusions.size() + " 个议题没有写结论，从这里写起。"));
    return Stream.of(meeting.stream(), open, decisions.stream()).flatMap(each -> each).toList();
  }
}
