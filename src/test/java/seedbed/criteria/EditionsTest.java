package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.Edition.Status;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;

@DisplayName("按日期选用版本")
class EditionsTest {
  private static final Rulebook RULEBOOK = Rulebook.read(ConfigCopy.ORIGINAL);
  private final Editions editions = RULEBOOK.editions();

  @Test
  @DisplayName("首日和末日都算在内")
  void anEditionAppliesFromItsFirstToItsLastDay() {
    assertThat(applicable("little-giant", Applicant.NEW, "2022-07-31"))
        .isEqualTo("cn-xjr-2021 null");
    assertThat(applicable("little-giant", Applicant.NEW, "2022-08-01"))
        .isEqualTo("cn-xjr-2022 null");
    assertThat(applicable("specialised-sme", Applicant.NEW, "2026-03-31"))
        .isEqualTo("cn-zjtx-2022 null");
    assertThat(applicable("specialised-sme", Applicant.NEW, "2026-04-01"))
        .isEqualTo("cn-zjtx-2026 null");
  }

  @Test
  @DisplayName("没有版本时不凑合")
  void nothingAppliesBeforeTheFirstEdition() {
    assertThat(applicable("little-giant", Applicant.NEW, "2010-01-01")).isEqualTo("none");
    assertThat(applicable("rugao-pool", Applicant.NEW, "2021-06-17")).isEqualTo("none");
  }

  @Test
  @DisplayName("2026年度复核全年按2022年标准，新申报4月起按2026年标准")
  void aNoticeMayNameTheEditionOfItsRound() {
    assertThat(applicable("little-giant", Applicant.RENEWAL, "2026-05-01"))
        .isEqualTo("cn-xjr-2022 cn-xjr-2026-ovl");
    assertThat(applicable("little-giant", Applicant.NEW, "2026-05-01"))
        .isEqualTo("cn-xjr-2026 cn-xjr-2026-ovl");
    assertThat(applicable("little-giant", Applicant.RENEWAL, "2027-01-01"))
        .isEqualTo("cn-xjr-2026 null");
  }

  @Test
  @DisplayName("通知豁免的条件留在原处并写明出处，增加的条件排在最后")
  void aNoticeWaivesAndAdds() {
    var checklist =
        editions
            .inForce("little-giant", "general", Applicant.RENEWAL, LocalDate.of(2025, 5, 1))
            .orElseThrow();

    assertThat(checklist.criteria())
        .filteredOn(criterion -> criterion.clause().id().equals("growth"))
        .singleElement()
        .isInstanceOfSatisfying(
            Criterion.Waived.class,
            waived -> {
              assertThat(waived.clause().citation()).isEqualTo("工信厅企业函〔2025〕190号 复核要求");
              assertThat(waived.criterion().clause().citation()).startsWith("工信部企业〔2022〕63号");
            });
    assertThat(checklist.criteria().getLast().clause().id()).isEqualTo("revenue-floor");
  }

  @Test
  @DisplayName("复核不查只对新申报的条件")
  void aCriterionMayBeForOneKindOfApplicant() {
    assertThat(ids(Applicant.NEW)).contains("title");
    assertThat(ids(Applicant.RENEWAL)).doesNotContain("title");
  }

  private List<String> ids(Applicant applicant) {
    return editions
        .inForce("little-giant", "general", applicant, LocalDate.of(2023, 5, 1))
        .orElseThrow()
        .criteria()
        .stream()
        .map(Criterion::clause)
        .map(Clause::id)
        .toList();
  }

  @Test
  @DisplayName("制造类、创新类企业用不分类的清单；产品称号用产品清单")
  void tracksFallBack() {
    var on = LocalDate.of(2021, 9, 1);

    assertThat(track("rugao-pool", "innovation", on)).isEqualTo("innovation");
    assertThat(track("little-giant", "innovation", on)).isEqualTo("general");
    assertThat(track("jiangsu-product", "manufacturing", on)).isEqualTo("product");
  }

  private String track(String title, String track, LocalDate on) {
    return editions.inForce(title, track, Applicant.NEW, on).orElseThrow().track();
  }

  @Test
  @DisplayName("按id取清单，找不到时说明找不到什么")
  void aChecklistIsFoundByIdOrTheReasonIsGiven() {
    var on = LocalDate.of(2026, 11, 1);

    assertThat(editions.checklist("cn-xjr-2022", "manufacturing", Applicant.NEW, on))
        .isInstanceOf(Selection.Found.class);
    assertThat(editions.checklist("cn-xjr-2026-ovl", "general", Applicant.RENEWAL, on))
        .isInstanceOfSatisfying(
            Selection.Found.class,
            found -> assertThat(found.checklist().edition()).isEqualTo("cn-xjr-2022"));
    assertThat(editions.checklist("cn-xjr-1999", "general", Applicant.NEW, on))
        .isEqualTo(new Selection.NoSuchEdition("cn-xjr-1999"));
    assertThat(editions.checklist("js-xjr-2021", "general", Applicant.RENEWAL, on))
        .isInstanceOf(Selection.NoSuchChecklist.class);
  }

  @Test
  @DisplayName("现行、已废止、未生效、沿用待核")
  void anEditionHasAStatusOnADay() {
    var rugao = editions.find("rg-2021").orElseThrow();
    var giant = editions.find("cn-xjr-2022").orElseThrow();

    assertThat(rugao.status(LocalDate.of(2021, 6, 17))).isEqualTo(Status.NOT_YET_IN_FORCE);
    assertThat(rugao.status(LocalDate.of(2021, 6, 18))).isEqualTo(Status.IN_FORCE);
    assertThat(rugao.carriedOn(LocalDate.of(2023, 12, 31))).isFalse();
    assertThat(rugao.carriedOn(LocalDate.of(2024, 1, 1))).isTrue();
    assertThat(giant.status(LocalDate.of(2026, 3, 31))).isEqualTo(Status.IN_FORCE);
    assertThat(giant.status(LocalDate.of(2026, 4, 1))).isEqualTo(Status.REPEALED);
  }

  @Test
  @DisplayName("一个称号的历次版本从旧到新")
  void theTimelineOfATitleIsInOrder() {
    assertThat(editions.timeline("little-giant"))
        .extracting(Edition::id)
        .containsExactly("cn-xjr-2020", "cn-xjr-2021", "cn-xjr-2022", "cn-xjr-2026");
    assertThat(editions.timeline("jiangsu-product"))
        .extracting(Edition::id)
        .containsExactly("js-xjr-2020", "js-xjr-2021");
  }

  @Test
  @DisplayName("每条无不良记录的条文都写明声明须覆盖的期间")
  void everyRecordThatIsAskedForNamesItsPeriod() {
    assertThat(
            editions.all().stream()
                .flatMap(edition -> edition.checklists().stream())
                .flatMap(checklist -> checklist.criteria().stream())
                .flatMap(EditionsTest::leaves)
                .filter(EditionsTest::asksForARecord)
                .map(Criterion::clause))
        .isNotEmpty()
        .allSatisfy(clause -> assertThat(clause.text()).containsPattern("近三年|近3年|上年度和当年"));
  }

  private static Stream<Criterion> leaves(Criterion criterion) {
    return Stream.concat(
        Stream.of(criterion), Cells.parts(criterion).flatMap(EditionsTest::leaves));
  }

  private static boolean asksForARecord(Criterion criterion) {
    return criterion instanceof Criterion.Declared(_, var cell, _)
        && List.of("no_bad_record", "no_bad_record_two_years", "no_safety_environment_violation")
            .contains(cell.indicator().code());
  }

  private String applicable(String title, Applicant applicant, String on) {
    return editions
        .inForce(title, "manufacturing", applicant, LocalDate.parse(on))
        .map(EditionsTest::shown)
        .orElse("none");
  }

  private static String shown(Checklist checklist) {
    return checklist.edition() + " " + checklist.overlay();
  }
}
