package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.web.FieldError;

final class ConclusionFormTest {

  private static final Days DAYS =
      new Days(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 11), LocalDate.of(2026, 6, 12));
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 12);

  /// What the unit says, what is recorded, and what is chosen: is it a first finding met harshly?
  @ParameterizedTest(name = "填 {0}，以前发现过 {1}，{2} → 首次 {3}、提示 {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-, false, correct, true, false",
        "-, false, order, true, false",
        "-, false, warn, true, false",
        "-, false, fine, true, true",
        "-, false, stop, true, true",
        "-, false, publish, true, true",
        "-, false, transfer, true, false",
        "-, true, fine, false, false",
        "yes, true, fine, true, true",
        "no, false, fine, false, false",
        "no, true, stop, false, false",
      })
  void aFirstFindingAsksForCorrection(
      @Nullable String said, boolean before, String disposition, boolean first, boolean harsh) {
    Map<String, String> fields = new HashMap<>();
    fields.put("problem-1-item", "安全检查");
    fields.put("problem-1-disposition", disposition);
    if (said != null) {
      fields.put("problem-1-first", said);
    }
    ConclusionForm.Line line = ConclusionForm.of(fields).problems().getFirst();
    Set<String> found = before ? Set.of("安全检查") : Set.of("别的检查");

    assertThat(line.firstFound(found)).isEqualTo(first);
    assertThat(line.harsh(found)).isEqualTo(harsh);
  }

  @ParameterizedTest(name = "11 日结束，整改或复查 {0} → {1}")
  @CsvSource({"2026-06-10, true", "2026-06-11, false", "2026-07-01, false", "morgen, true"})
  void whatIsPutRightLiesAfterTheInspection(String day, boolean wrong) {
    for (String field : List.of("problem-1-correct-by", "problem-1-recheck-on")) {
      ConclusionForm form =
          ConclusionForm.of(
              Map.of(
                  "ended-on",
                  "2026-06-11",
                  "words",
                  "情况",
                  "conclusion",
                  "结论",
                  "inspectors",
                  "甲、乙",
                  "problem-1-item",
                  "安全",
                  "problem-1-words",
                  "没有培训",
                  "problem-1-disposition",
                  "correct",
                  field,
                  day));

      assertThat(form.errors(TODAY).stream().map(FieldError::field).toList())
          .isEqualTo(wrong ? List.of(field) : List.of());
    }
  }

  @ParameterizedTest(name = "填到第 {0} 个，再加：{1} → {2} 个")
  @CsvSource({"1, false, 5", "5, true, 10", "10, false, 10", "7, false, 7", "48, true, 50"})
  void thereAreAsManyLinesAsProblems(int last, boolean more, int lines) {
    ConclusionForm form =
        ConclusionForm.of(Map.of("problem-" + last + "-item", "安全", "more", more ? "yes" : ""));

    assertThat(form.lines()).hasSize(lines);
    assertThat(form.more()).isEqualTo(more);
    assertThat(form.problems()).singleElement().extracting("place").isEqualTo(last);
  }

  @ParameterizedTest(name = "报备 10 至 11 日，填 {0} → 不符 {1}")
  @CsvSource({
    "2026-06-09, true",
    "2026-06-10, false",
    "2026-06-11, false",
    "2026-06-12, true",
    "gestern, false",
  })
  void aDayThatWasNotFiledIsNoticed(String ended, boolean off) {
    assertThat(ConclusionForm.of(Map.of("ended-on", ended)).off(DAYS)).isEqualTo(off);
  }

  @ParameterizedTest(name = "{0} = {1} → {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "words, 有情况, -",
        "ended-on, -, ended-on",
        "ended-on, gestern, ended-on",
        "ended-on, 2026-06-13, ended-on",
        "ended-on, 2026-06-12, -",
        "ended-on, 2026-06-10, -",
        "ended-on, 2026-06-09, -",
        "words, -, words",
        "conclusion, -, conclusion",
        "inspectors, -, inspectors",
        "problem-2-item, 只有事项, problem-2-words problem-2-disposition",
        "problem-1-correct-by, morgen, -",
        "entered-at, 2026-06-11T09:30, -",
        "entered-at, 9点, entered-at",
        "left-at, 2026-06-11T08:00, left-at",
        "told-on, 2026-06-12, -",
        "told-on, 2026-06-13, told-on",
      })
  void saysFieldByFieldWhatCannotBeUnderstood(
      String field, @Nullable String value, @Nullable String wrong) {
    Map<String, String> fields = new HashMap<>();
    fields.put("ended-on", "2026-06-11");
    fields.put("words", "情况");
    fields.put("conclusion", "结论");
    fields.put("inspectors", "甲、乙");
    fields.put("entered-at", "2026-06-11T09:00");
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }

    assertThat(ConclusionForm.of(fields).errors(TODAY).stream().map(FieldError::field))
        .containsExactly(wrong == null ? new String[0] : wrong.split(" ", -1));
  }
}
