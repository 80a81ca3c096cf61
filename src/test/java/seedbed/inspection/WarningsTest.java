package seedbed.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is pointed out about a filing; nothing of it holds anything up.
final class WarningsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  @Test
  void whatIsCompleteHasNone() {
    assertThat(warnings(complete(), plan(2), 1)).isEmpty();
  }

  @Test
  void whoIsNamedTwiceCountsOnceAndNamesakesAreTwo() {
    Map<String, String> twice = complete();
    twice.put("officer-2-certificate", "示例执法 0001");
    Map<String, String> uncertified = complete();
    uncertified.put("officer-2", "甲");
    uncertified.remove("officer-2-certificate");
    Map<String, String> namesakes = complete();
    namesakes.put("officer-2", "甲");

    assertThat(warnings(twice, plan(2), 0))
        .containsExactlyInAnyOrder(
            new Warning.SameOfficer("officer-2", 1, 2, "乙"),
            new Warning.TooFewOfficers(1, GivenRules.RULES.officers()));
    assertThat(warnings(uncertified, plan(2), 0))
        .contains(new Warning.SameOfficer("officer-2", 1, 2, "甲"));
    assertThat(warnings(namesakes, plan(2), 0)).isEmpty();
  }

  @Test
  void aPlanIsReadAsItWasWrittenAlsoInTheFormerWay() {
    UnitPlan.Item row = new UnitPlan.Item("", "消防|检查", "", "某企业", "", "6", "");
    UnitPlan now = plan(2);
    String lines = UnitPlan.lines(List.of(row, new UnitPlan.Item("1", "安全", "", "", "", "", "")));

    assertThat(now.list())
        .extracting(UnitPlan.Item::number, UnitPlan.Item::name, UnitPlan.Item::basis)
        .containsExactly(tuple("1", "安全检查", "安全生产法"), tuple("", "消防检查", ""));
    assertThat(new UnitPlan(0, "", "", 2026, null, "", null, lines, Instant.EPOCH, "", 0).list())
        .containsExactly(row, new UnitPlan.Item("1", "安全", "", "", "", "", ""));
  }

  /// One field of a complete filing is another one, or gone; exactly this is pointed out.
  @ParameterizedTest(name = "{0} = {1} → {2}（{3}）")
  @CsvSource(
      nullValues = "-",
      value = {
        "item, -, Missing, item",
        "legal-basis, -, Missing, legal-basis",
        "origin, -, Missing, origin",
        "kind, -, Missing, kind",
        "area, -, Missing, area",
        "organ, -, Missing, organ",
        "site, -, Missing, site",
        "notice-number, -, Missing, notice-number",
        "approved-by, -, Missing, approved-by",
        "planned-on, -, Missing, planned-on",
        "manner, -, Missing, manner",
        "organ, entrusted, Missing, entrustment",
        "officer-2, -, NoCertificate, officer-2-certificate",
        "officer-1-certificate, -, NoCertificate, officer-1-certificate",
        "officer-2-until, -, Missing, officer-2-until",
        "officer-1-until, 2026-06-15, NONE, -",
        "officer-1-until, 2026-06-14, CertificateEnds, officer-1-until",
        "officer-1-until, morgen, Unreadable, officer-1-until",
        "planned-on, 15.6.2026, Unreadable, planned-on",
        "approved-on, gestern, Unreadable, approved-on",
        "notice-on, bald, Unreadable, notice-on",
        "approved-on, 1999-01-01, Unreadable, approved-on",
        "approved-on, 2021-06-15, NONE, -",
        "approved-on, 2027-06-16, Unreadable, approved-on",
        "days, abc, Unreadable, days",
        "days, 0, Unreadable, days",
        "days, 61, Unreadable, days",
        "days, 60, NONE, -",
        "item, 没有公布的事项, OffList, item",
        "kind, special, NoSpecialApproval, special-approval",
        "counts, no, UncountedWithoutReason, counts-reason",
        "emergency, yes, Missing, emergency-reason",
        "planned-on, 2026-06-14, Afterwards, emergency",
        "planned-on, 2026-06-15, NONE, -",
        "manner, remote, NONE, -",
      })
  void pointsOutWhatIsMissingOrWrong(
      String field, @Nullable String value, String warning, @Nullable String about) {
    Map<String, String> fields = complete();
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }

    List<Warning> found = warnings(fields, plan(2), 0);

    if (warning.equals("NONE")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().getClass().getSimpleName()).isEqualTo(warning);
      assertThat(found.getFirst().field()).isEqualTo(about);
      assertThat(found.getFirst().clause()).isNotBlank();
      assertThat(found.getFirst().sentence()).isNotBlank();
    }
  }

  @ParameterizedTest(name = "上限 {0}，已计入 {1} 次 → 超过 {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2, 0, false",
        "2, 1, false",
        "2, 2, true",
        "2, 3, true",
        "0, 0, true",
        "1, 0, false",
        "1, 1, true",
        "-, 9, false"
      })
  void theLimitIsReachedAndNotPassed(@Nullable Integer limit, int before, boolean over) {
    assertThat(
            warnings(complete(), plan(limit), before).stream()
                .anyMatch(Warning.OverLimit.class::isInstance))
        .isEqualTo(over);
  }

  @Test
  void whatDoesNotCountIsNeverOverTheLimit() {
    Map<String, String> fields = complete();
    fields.put("counts", "no");
    fields.put("counts-reason", "投诉举报");

    assertThat(warnings(fields, plan(1), 5)).isEmpty();
  }

  @Test
  void withoutAPlanNothingIsKnownOfTheLimit() {
    assertThat(warnings(complete(), null, 7))
        .singleElement()
        .isEqualTo(new Warning.NoUnitPlan(2026));
  }

  @Test
  void oneOfficerIsTooFew() {
    Map<String, String> fields = complete();
    List.of("officer-2", "officer-2-certificate", "officer-2-until").forEach(fields::remove);

    assertThat(warnings(fields, plan(2), 0))
        .singleElement()
        .isEqualTo(new Warning.TooFewOfficers(1, 2));
  }

  @ParameterizedTest(name = "检查 {0}，已说明紧急 {1} → 补报过迟 {2}")
  @CsvSource({
    "2026-06-05, true, false",
    "2026-06-04, true, true",
    "2026-06-04, false, true",
  })
  void whatWasInspectedFirstIsEnteredInTime(LocalDate visit, boolean urgent, boolean late) {
    Map<String, String> fields = complete();
    fields.put("planned-on", visit.toString());
    if (urgent) {
      fields.put("emergency", "yes");
      fields.put("emergency-reason", "试验");
    }

    List<Warning> found = warnings(fields, plan(2), 0);

    assertThat(found.stream().anyMatch(Warning.EnteredLate.class::isInstance)).isEqualTo(late);
    assertThat(found.stream().anyMatch(Warning.Afterwards.class::isInstance)).isEqualTo(!urgent);
  }

  @Test
  void fireIsNotAmongWhatIsExempt() {
    Map<String, String> fields = complete();
    fields.put("area", "fire");
    fields.put("necessary", "yes");

    assertThat(warnings(fields, plan(2), 0))
        .singleElement()
        .isEqualTo(new Warning.NotNecessary("消防"));
  }

  @Test
  void anotherUnitThatComesSoonIsNamed() {
    var neighbour = new Warnings.Neighbour(7, "生态环境局", TODAY.plusDays(3));

    assertThat(
            Warnings.of(
                Filing.of(complete()),
                new Warnings.Known(FilingDuty.Answer.CALLED, plan(2), 0, List.of(neighbour), TODAY),
                GivenRules.RULES))
        .singleElement()
        .isEqualTo(new Warning.NeighbourVisit("生态环境局", TODAY.plusDays(3)));
  }

  /// The document of the city says nothing of filing afterwards; officials look clauses up.
  @Test
  void nothingIsCitedThatTheDocumentDoesNotSay() {
    assertThat(new Warning.Afterwards(TODAY, TODAY.plusDays(1)).clause()).isEqualTo("填报要求");
    assertThat(new Warning.EnteredLate(12, 10).clause()).startsWith("填报要求").contains("深圳");
    Map<String, String> fields = complete();
    fields.put("emergency", "yes");
    assertThat(warnings(fields, plan(2), 0))
        .contains(new Warning.Missing("emergency-reason", "填报要求"));
  }

  @Test
  void aRegisterThatNobodyCheckedIsSaidSo() {
    assertThat(
            Warnings.of(
                Filing.of(complete()),
                new Warnings.Known(FilingDuty.Answer.UNKNOWN, plan(2), 0, List.of(), TODAY),
                GivenRules.RULES))
        .singleElement()
        .isEqualTo(new Warning.DutyUnknown());
  }

  @Test
  void whatIsTypedIsKeptAsItIs() {
    Filing filing = Filing.of(Map.of("planned-on", "15.6.", "item", " 甲 ", "unheard", "x"));

    assertThat(filing.fields())
        .containsOnly(Map.entry("planned-on", "15.6."), Map.entry("item", "甲"));
    assertThat(filing.on("planned-on")).isEmpty();
  }

  @Test
  void thePlanOfTheUnitFillsInWhatWasLeftEmpty() {
    Filing filing = Filing.of(Map.of("item", "安全检查", "item-number", "9"));

    Filing completed = filing.completed(plan(2));

    assertThat(completed.text("legal-basis")).isEqualTo("安全生产法");
    assertThat(completed.text("item-number")).isEqualTo("9");
    assertThat(Filing.of(Map.of("item", "别的")).completed(plan(2)).said("legal-basis")).isFalse();
  }

  private static List<Warning> warnings(
      Map<String, String> fields, @Nullable UnitPlan plan, int before) {
    return Warnings.of(
        Filing.of(fields),
        new Warnings.Known(FilingDuty.Answer.CALLED, plan, before, List.of(), TODAY),
        GivenRules.RULES);
  }

  static UnitPlan plan(@Nullable Integer limit) {
    return new UnitPlan(
        1,
        "320682",
        "应急管理局",
        2026,
        limit,
        "2026 年度计划",
        null,
        "1|安全检查|安全生产法\n消防检查",
        Instant.EPOCH,
        "试验",
        0);
  }

  static Map<String, String> complete() {
    Map<String, String> fields = new HashMap<>();
    fields.put("item", "安全检查");
    fields.put("legal-basis", "安全生产法");
    fields.put("origin", "plan");
    fields.put("kind", "routine");
    fields.put("area", "safety");
    fields.put("manner", "site");
    fields.put("organ", "agency");
    fields.put("site", "车间");
    fields.put("notice-number", "通〔2026〕1号");
    fields.put("approved-by", "局长");
    fields.put("planned-on", "2026-06-15");
    fields.put("officer-1", "甲");
    fields.put("officer-1-certificate", "示例执法0001");
    fields.put("officer-1-until", "2027-01-01");
    fields.put("officer-2", "乙");
    fields.put("officer-2-certificate", "A2");
    fields.put("officer-2-until", "2027-01-01");
    return fields;
  }
}
