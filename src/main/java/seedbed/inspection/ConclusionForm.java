package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;

/// What an inspection came to, as typed.
///
/// @param offDaysReason why it ended on no day for which the visit was filed
/// @param more whether the writer asks for more lines, and for nothing else
/// @param confirmed whether the writer has seen what a reason is asked for and goes on without one
@Introspected
record ConclusionForm(
    String endedOn,
    String recordNumber,
    String words,
    String conclusion,
    String inspectors,
    String opinion,
    String offDaysReason,
    String enteredAt,
    String leftAt,
    String toldOn,
    List<Line> lines,
    boolean more,
    boolean confirmed) {

  static final int LINES = 5;
  private static final int MOST_LINES = 50;
  private static final Pattern PLACE = Pattern.compile("problem-([1-9][0-9]?)-[a-z-]+");
  private static final int LONG = 2_000;

  /// One problem.
  ///
  /// @param first `yes` or `no`; empty leaves it to what is recorded
  @Introspected
  record Line(
      int place,
      String item,
      String words,
      String first,
      String disposition,
      String reason,
      String correctBy,
      String recheckOn) {

    boolean empty() {
      return item.isEmpty() && words.isEmpty() && disposition.isEmpty();
    }

    Optional<Disposition> chosen() {
      return Coded.of(Disposition.class, disposition);
    }

    /// What the unit says, or what is recorded where it says nothing.
    ///
    /// @param found items of which something was found at the company before
    boolean firstFound(Set<String> found) {
      return first.isEmpty() ? !found.contains(item) : first.equals("yes");
    }

    /// A first finding for which the city plan asks for correction instead.
    boolean harsh(Set<String> found) {
      return firstFound(found) && chosen().filter(Disposition::harsh).isPresent();
    }
  }

  static ConclusionForm of(Map<String, ? extends @Nullable Object> form) {
    return new ConclusionForm(
        text(form, "ended-on"),
        text(form, "record-number"),
        text(form, "words"),
        text(form, "conclusion"),
        text(form, "inspectors"),
        text(form, "opinion"),
        text(form, "off-days-reason"),
        text(form, "entered-at"),
        text(form, "left-at"),
        text(form, "told-on"),
        IntStream.rangeClosed(1, places(form)).mapToObj(place -> line(form, place)).toList(),
        text(form, "more").equals("yes"),
        text(form, "confirmed").equals("yes"));
  }

  private static int places(Map<String, ? extends @Nullable Object> form) {
    int last =
        form.keySet().stream()
            .map(PLACE::matcher)
            .filter(Matcher::matches)
            .mapToInt(place -> Integer.parseInt(place.group(1)))
            .max()
            .orElse(LINES);
    return Math.clamp(last + (text(form, "more").equals("yes") ? LINES : 0), LINES, MOST_LINES);
  }

  List<Line> problems() {
    return lines.stream().filter(line -> !line.empty()).toList();
  }

  Optional<LocalDate> ended() {
    return day(endedOn);
  }

  /// Whether it ended on no day for which the visit was filed.
  boolean off(Days days) {
    return ended().filter(day -> !days.hold(day)).isPresent();
  }

  /// What keeps it from being understood at all.
  List<FieldError> errors(LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Optional<LocalDate> ended = ended();
    if (ended.isEmpty()) {
      errors.add(new FieldError("ended-on", "请填写检查结束的日期（年-月-日）。"));
    } else if (ended.get().isAfter(today)) {
      errors.add(new FieldError("ended-on", "检查结束的日期不能晚于今天。"));
    }
    need(errors, "words", "检查情况", words, "请填写检查情况。", LONG);
    need(errors, "conclusion", "此次处置结论", conclusion, "请填写此次处置结论。", LONG);
    need(errors, "inspectors", "检查人员", inspectors, "请填写检查人员姓名。", 200);
    limit(errors, "record-number", "现场检查笔录编号", recordNumber, 60);
    limit(errors, "opinion", "部门主要领导意见", opinion, 1_000);
    limit(errors, "off-days-reason", "结束日期与报备不符的原因", offDaysReason, 1_000);
    site(errors, today);
    problems().forEach(line -> errors(errors, line));
    return errors;
  }

  private void site(List<FieldError> errors, LocalDate today) {
    Optional<LocalDateTime> entered = moment(errors, "entered-at", enteredAt);
    Optional<LocalDateTime> left = moment(errors, "left-at", leftAt);
    if (entered.isPresent() && left.isPresent() && left.get().isBefore(entered.get())) {
      errors.add(new FieldError("left-at", "离场时间不能早于进场时间。"));
    }
    if (!toldOn.isEmpty() && day(toldOn).filter(day -> !day.isAfter(today)).isEmpty()) {
      errors.add(new FieldError("told-on", "告知企业的日期应为“年-月-日”，不能晚于今天。"));
    }
  }

  private static Optional<LocalDateTime> moment(
      List<FieldError> errors, String field, String typed) {
    Optional<LocalDateTime> moment = moment(typed);
    if (!typed.isEmpty() && moment.isEmpty()) {
      errors.add(new FieldError(field, "“" + typed + "”不是时间，请填写日期和几时几分。"));
    }
    return moment;
  }

  private void errors(List<FieldError> errors, Line line) {
    String name = "problem-" + line.place();
    String called = "问题 " + line.place() + " 的";
    need(
        errors,
        name + "-item",
        called + "检查事项",
        line.item(),
        "请填写第 " + line.place() + " 个问题的检查事项。",
        200);
    need(
        errors,
        name + "-words",
        called + "存在问题",
        line.words(),
        "请写明第 " + line.place() + " 个问题。",
        1_000);
    limit(errors, name + "-reason", called + "理由", line.reason(), 1_000);
    if (line.chosen().isEmpty()) {
      errors.add(new FieldError(name + "-disposition", "请选择第 " + line.place() + " 个问题的处置方式。"));
    }
    afterwards(errors, name + "-correct-by", "整改期限", line.correctBy());
    afterwards(errors, name + "-recheck-on", "复查日期", line.recheckOn());
  }

  private void afterwards(List<FieldError> errors, String field, String label, String typed) {
    if (typed.isEmpty()) {
      return;
    }
    Optional<LocalDate> day = day(typed);
    if (day.isEmpty()) {
      errors.add(new FieldError(field, "“" + typed + "”不是日期，请按“年-月-日”填写。"));
    } else if (ended().filter(day.get()::isBefore).isPresent()) {
      errors.add(new FieldError(field, label + " " + typed + " 早于检查结束日期 " + endedOn + "。"));
    }
  }

  private static void need(
      List<FieldError> errors,
      String field,
      String label,
      String text,
      String sentence,
      int longest) {
    if (text.isEmpty()) {
      errors.add(new FieldError(field, sentence));
    } else {
      limit(errors, field, label, text, longest);
    }
  }

  private static void limit(
      List<FieldError> errors, String field, String label, String text, int longest) {
    FieldError.tooLong(field, label, text, longest).ifPresent(errors::add);
  }

  /// As a field for a moment sends it, such as `2026-06-10T09:30`.
  static Optional<LocalDateTime> moment(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(typed));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> day(String typed) {
    try {
      return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Line line(Map<String, ? extends @Nullable Object> form, int place) {
    String name = "problem-" + place + "-";
    return new Line(
        place,
        text(form, name + "item"),
        text(form, name + "words"),
        text(form, name + "first"),
        text(form, name + "disposition"),
        text(form, name + "reason"),
        text(form, name + "correct-by"),
        text(form, name + "recheck-on"));
  }

  private static String text(Map<String, ? extends @Nullable Object> form, String name) {
    return Objects.toString(form.get(name), "").strip().replace("\r\n", "\n");
  }
}
