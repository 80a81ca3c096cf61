package seedbed.evidence;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.EvidenceKind;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Reads the forms that come with a file, and says everything that is wrong with one at once.
@Singleton
class UploadReading {

  /// The tick of whoever means a paper that has ended.
  static final String EXPIRED = "expired";

  private static final int LONGEST_NAME = 120;
  private static final int OLDEST = 20;

  private final Indicators indicators;
  private final Titles titles;
  private final Clock clock;

  UploadReading(Indicators indicators, Titles titles, Clock clock) {
    this.indicators = indicators;
    this.titles = titles;
    this.clock = clock;
  }

  /// A paper as it was asked for.
  record Wanted(Evidence evidence, @Nullable LocalDate expiresOn) {}

  /// @throws Refusal.Invalid with everything that is wrong, in the order of the form
  Wanted read(long company, EvidencePage.Form form, @Nullable String fileName) {
    List<FieldError> errors = new ArrayList<>();
    requireFile(fileName).ifPresent(errors::add);
    EvidenceKind kind = EvidenceKind.of(form.kind()).orElse(null);
    if (kind == null) {
      errors.add(new FieldError("kind", "请选择材料种类。"));
    }
    if (!form.indicator().isEmpty() && indicators.find(form.indicator()).isEmpty()) {
      errors.add(new FieldError("indicator", "没有这个指标，请从列表中选择。"));
    }
    if (!form.title().isEmpty() && titles.find(form.title()).isEmpty()) {
      errors.add(new FieldError("title", "没有这个称号，请从申请页面进入。"));
    }
    if (!form.clause().matches("[A-Za-z0-9._-]{0,80}")) {
      errors.add(new FieldError("clause", "没有这个条款，请从申请页面进入。"));
    }
    LocalDate period = year(form.year(), errors);
    String name = form.name().isEmpty() ? bare(fileName) : form.name();
    FieldError.tooLong("name", "材料名称", name, LONGEST_NAME).ifPresent(errors::add);
    LocalDate expiresOn = day(form.expiresOn(), period, form.expired(), errors);
    if (kind == null || !errors.isEmpty()) {
      throw new Refusal.Invalid("材料没有上传：有 " + errors.size() + " 处需要改正或者核对。", errors);
    }
    return new Wanted(
        new Evidence(
            0,
            company,
            orNull(form.indicator()),
            orNull(form.title()),
            orNull(form.clause()),
            period,
            period != null,
            kind,
            name,
            null,
            null,
            null,
            List.of()),
        expiresOn);
  }

  /// The last day of a newer version.
  ///
  /// @throws Refusal.Invalid also where no file came with it
  @Nullable LocalDate read(
      Evidence evidence, EvidencePage.Following form, @Nullable String fileName) {
    List<FieldError> errors = new ArrayList<>();
    requireFile(fileName).ifPresent(errors::add);
    LocalDate expiresOn = day(form.expiresOn(), evidence.period(), form.expired(), errors);
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid("新版本没有上传：有 " + errors.size() + " 处需要改正或者核对。", errors);
    }
    return expiresOn;
  }

  private static Optional<FieldError> requireFile(@Nullable String fileName) {
    return fileName == null || fileName.isBlank()
        ? Optional.of(new FieldError("file", Receiving.NOTHING_CHOSEN))
        : Optional.empty();
  }

  private @Nullable LocalDate year(String typed, List<FieldError> errors) {
    if (typed.isEmpty()) {
      return null;
    }
    int now = LocalDate.now(clock).getYear();
    if (!typed.matches("[0-9]{4}")
        || Integer.parseInt(typed) > now
        || Integer.parseInt(typed) < now - OLDEST) {
      errors.add(new FieldError("year", "所属年度请填四位年份，例如 " + (now - 1) + "；不分年度的留空。"));
      return null;
    }
    return LocalDate.of(Integer.parseInt(typed), 12, 31);
  }

  /// @param period what a paper that has ended may still prove; null for how things are now
  /// @param expired not empty where its sender says that it is one of the past
  private @Nullable LocalDate day(
      String typed, @Nullable LocalDate period, String expired, List<FieldError> errors) {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(typed);
      boolean proves = period != null && !day.isBefore(period);
      if (day.isBefore(LocalDate.now(clock)) && !proves && expired.isEmpty()) {
        errors.add(
            new FieldError(
                EXPIRED, "有效期至 %s，已经过去。填错的请改正；确是过去的材料，请勾选“有效期已过，确是过去的材料”，并重新选择文件。".formatted(day)));
      }
      return day;
    } catch (DateTimeParseException _) {
      errors.add(new FieldError("expiresOn", "“" + typed + "”不是日期，请按“年-月-日”填写；长期有效的留空。"));
      return null;
    }
  }

  private static String bare(@Nullable String fileName) {
    return EvidencePages.text(fileName).replaceFirst("\\.[A-Za-z]{3,4}$", "");
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
