package seedbed.archive;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ArchivePlan;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.web.Field;
import seedbed.web.FormReading;
import seedbed.web.Refusal;

/// What was typed to enter a document. A register cannot be changed afterwards, so a day that is
/// probably a slip of the pen is asked about.
///
/// @param old that a day so long ago is meant
@Serdeable
record EntryForm(
    @Nullable String series,
    @Nullable String subject,
    @Nullable String counterpart,
    @Nullable String reference,
    @Nullable String datedOn,
    @Nullable String old,
    @Nullable String copies,
    @Nullable String pages,
    @Nullable String keep,
    @Nullable String company,
    @Nullable String handledBy,
    @Nullable String remark) {

  static final String OLD = "成文日期比今天早一年以上，请核对；确实无误的，勾选“成文日期无误”再登记。";

  // No authority that could have written a document is older.
  private static final LocalDate FIRST = LocalDate.of(1949, 10, 1);
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PERSON = 60;
  private static final int LONGEST_REMARK = 300;

  static EntryForm of(@Nullable String series) {
    return new EntryForm(series, null, null, null, null, null, "1", null, null, null, null, null);
  }

  public boolean meantOld() {
    return old != null;
  }

  /// @param companies finds the number of one by what was typed
  /// @throws Refusal.Invalid with everything that is wrong
  Registering.Entry entry(
      ArchivePlan plan, LocalDate today, Function<String, Optional<Long>> companies) {
    FormReading fields = new FormReading();
    Series wanted = fields.read(() -> wantedSeries(plan));
    String title =
        fields.read(() -> Field.of("subject", subject).text(LONGEST_SUBJECT, "请填写题名，与文件标题一致。"));
    String other = fields.read(() -> other(wanted));
    String number = fields.read(() -> Field.of("reference", reference).text(LONGEST_NAME));
    LocalDate dated = fields.read(() -> dated(today));
    Integer sheets = fields.read(() -> count("copies", "份数", copies));
    Integer leaves = fields.read(() -> count("pages", "页数", pages));
    Retention term = fields.read(this::term);
    Long about = fields.read(() -> about(companies));
    String who = fields.read(() -> Field.of("handledBy", handledBy).text(LONGEST_PERSON));
    String more = fields.read(() -> Field.of("remark", remark).text(LONGEST_REMARK));
    fields.refuse();
    return new Registering.Entry(
        Objects.requireNonNull(wanted),
        Objects.requireNonNull(title),
        term,
        about,
        new Letter(
            other,
            number,
            Objects.requireNonNull(dated),
            sheets == null ? 1 : sheets,
            leaves,
            who,
            more));
  }

  private Series wantedSeries(ArchivePlan plan) {
    return Series.of(Objects.requireNonNullElse(series, ""))
        .filter(each -> plan.get(each.code()).byHand())
        .orElseThrow(() -> new Refusal.Invalid("series", "请选择类别。"));
  }

  private @Nullable String other(@Nullable Series wanted) {
    String text = Field.of("counterpart", counterpart).text(LONGEST_NAME);
    if (text == null && wanted == Series.INCOMING) {
      throw new Refusal.Invalid("counterpart", "收文请填写来文单位。");
    }
    return text;
  }

  private LocalDate dated(LocalDate today) {
    LocalDate day = Field.of("datedOn", datedOn).day(today);
    if (day.isAfter(today)) {
      throw new Refusal.Invalid("datedOn", "成文日期不能晚于今天（" + today + "）。");
    }
    if (day.isBefore(FIRST)) {
      throw new Refusal.Invalid("datedOn", "成文日期 " + day + " 有误，请核对年份。");
    }
    if (day.isBefore(today.minusYears(1)) && !meantOld()) {
      throw new Refusal.Invalid("datedOn", OLD);
    }
    return day;
  }

  private static @Nullable Integer count(String field, String label, @Nullable String typed) {
    String text = Field.of(field, typed).typed();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,4}")) {
      throw new Refusal.Invalid(field, label + "请填 1 到 99999 之间的整数。");
    }
    return Integer.valueOf(text);
  }

  private @Nullable Retention term() {
    return keep == null || keep.isBlank()
        ? null
        : Retention.of(keep).orElseThrow(() -> new Refusal.Invalid("keep", "请选择保管期限。"));
  }

  private @Nullable Long about(Function<String, Optional<Long>> companies) {
    String text = Field.of("company", company).text(LONGEST_NAME);
    if (text == null) {
      return null;
    }
    return companies
        .apply(text)
        .orElseThrow(() ->
            new Refusal.Invalid("company", "没有找到“" + text + "”。请填写企业全称或统一社会信用代码；不专涉一家企业的留空。"));
  }
}
