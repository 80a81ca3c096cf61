package seedbed.meeting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// Reads forms of meetings, and collects what is wrong with them.
final class Typed {

  static final int MOST_DECISIONS = 6;

  /// What the name of a tick begins with that adds something to the agenda.
  static final String ADDED = "add-";

  private static final int LONGEST_WORDS = 1_000;
  private static final int LONGEST_CONCLUSION = 4_000;
  private static final int LONGEST_OWNER = 80;
  private static final int LONGEST_DUE = 40;
  private static final int LONGEST_DROP = 300;

  private final Map<String, @Nullable Object> form;
  private final List<FieldError> errors = new ArrayList<>();

  Typed(Map<String, @Nullable Object> form) {
    this.form = form;
  }

  FormErrors errors() {
    return FormErrors.of(errors);
  }

  boolean wrong() {
    return !errors.isEmpty();
  }

  String text(String field) {
    Object value = form.get(field);
    return value == null ? "" : value.toString().strip().replace("\r\n", "\n");
  }

  boolean has(String field) {
    return form.containsKey(field);
  }

  /// Whether something that was found was ticked.
  boolean adds(String key) {
    return has(ADDED + key);
  }

  /// Whether anything was.
  boolean adds() {
    return form.keySet().stream().anyMatch(field -> field.startsWith(ADDED));
  }

  /// The version that the form was made of.
  long lock() {
    String lock = text("lock");
    if (!lock.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("lock", "页面不完整，请刷新后再办理。");
    }
    return Long.parseLong(lock);
  }

  /// @param label how the form calls the field
  String text(String field, String label, int longest, String otherwise) {
    String text = within(field, label, longest);
    if (text.isEmpty()) {
      errors.add(new FieldError(field, otherwise));
    }
    return text;
  }

  String within(String field, String label, int longest) {
    String text = text(field);
    FieldError.tooLong(field, label, text, longest).ifPresent(errors::add);
    return text;
  }

  /// Null where nothing or no day was typed.
  private @Nullable LocalDate day(String field) {
    String text = text(field);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      errors.add(new FieldError(field, "请按“年-月-日”填写日期，例如 2026-09-30。"));
      return null;
    }
  }

  Preparing.Details details(Meeting meeting) {
    return new Preparing.Details(
        heldOn(meeting),
        within("heldTime", "时间", 20),
        within("place", "地点", 120),
        within("chair", "主持人", 120),
        within("participants", "参加单位和人员", LONGEST_WORDS));
  }

  private @Nullable LocalDate heldOn(Meeting meeting) {
    LocalDate day = day("heldOn");
    if (day != null && !meeting.near(day)) {
      errors.add(new FieldError("heldOn", meeting.tooFar(day)));
    }
    return day;
  }

  MeetingPage.Details typedDetails() {
    return new MeetingPage.Details(
        text("heldOn"), text("heldTime"), text("place"), text("chair"), text("participants"));
  }

  Map<Long, Preparing.Edit> edits(List<Item> items) {
    Map<Long, Preparing.Edit> edits = new LinkedHashMap<>();
    int at = 0;
    for (Item item : items) {
      long id = item.id();
      String which = "第 " + ++at + " 个议题";
      if (has("headline-" + id)) {
        String drop = within("dropped-" + id, which + "不列入的理由", LONGEST_DROP);
        edits.put(
            id,
            new Preparing.Edit(
                place("place-" + id, which),
                text(
                    "headline-" + id,
                    which,
                    Item.LONGEST_HEADLINE,
                    which + "没有写明，请写明议题；不列入的，写明不列入的理由。"),
                within("reason-" + id, which + "的列入理由", Item.LONGEST_REASON),
                drop.isEmpty() ? null : drop));
      }
    }
    return edits;
  }

  private int place(String field, String which) {
    String text = text(field);
    if (!text.matches("[0-9]{1,3}")) {
      errors.add(new FieldError(field, which + "的次序请填 0 到 999 的整数。"));
      return 0;
    }
    return Integer.parseInt(text);
  }

  /// Anything may be missing; what does not fit into its place is wrong.
  Map<Long, Minutes.Said> said(List<Item> items) {
    Map<Long, Minutes.Said> said = new LinkedHashMap<>();
    for (Item item : items) {
      List<Minutes.Wanted> wanted = new ArrayList<>();
      for (int ordinal = 1; ordinal <= MOST_DECISIONS; ordinal++) {
        String key = item.id() + "-" + ordinal;
        if (decides(key)) {
          wanted.add(
              new Minutes.Wanted(
                  within("words-" + key, "事项", LONGEST_WORDS),
                  within("owner-" + key, "责任单位", LONGEST_OWNER),
                  within("due-" + key, "完成期限", LONGEST_DUE)));
        }
      }
      said.put(
          item.id(),
          new Minutes.Said(within("conclusion-" + item.id(), "结论", LONGEST_CONCLUSION), wanted));
    }
    return said;
  }

  /// Whether anything was typed into a row.
  boolean decides(String key) {
    return !text("words-" + key).isEmpty()
        || !text("owner-" + key).isEmpty()
        || !text("due-" + key).isEmpty();
  }
}
