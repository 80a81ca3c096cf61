package seedbed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.access.TwoTowns;
import seedbed.audit.TrailWitness;
import seedbed.company.Company;
import seedbed.signin.Door;

/// What waits for a unit's answer: its own indicators, in its own region, answered once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class ConfirmationPagesIT {

  private static final String RESEARCH = "科技局";

  @Inject TwoTowns towns;
  @Inject Readers readers;
  @Inject Reporting reporting;
  @Inject Figures figures;
  @Inject Answering answering;
  @Inject Door door;
  @Inject TrailWitness trail;

  @BeforeEach
  void twoTowns() {
    towns.found();
    door.forgetLocks();
  }

  @Test
  void aUnitSeesItsOwnIndicatorsInItsOwnRegion() {
    Company here = towns.company("待核实甲", TwoTowns.TOWN);
    Company elsewhere = towns.company("待核实乙", TwoTowns.OTHER_TOWN);
    reported(here, "rd_expense");
    reported(here, "tax_paid");
    reported(elsewhere, "rd_expense");

    String page = department(TwoTowns.TOWN).page("/confirmations?size=200").text();

    assertThat(page).contains(here.name(), "研发费用总额").doesNotContain("实缴税金", elsewhere.name());
  }

  @Test
  void theOfficeSeesEveryUnitsInItsRegion() {
    Company here = towns.company("待核实甲", TwoTowns.TOWN);
    Company elsewhere = towns.company("待核实乙", TwoTowns.OTHER_TOWN);
    reported(here, "rd_expense");
    reported(elsewhere, "tax_paid");

    assertThat(readers.open(Role.OFFICE, TwoTowns.COUNTY).page("/confirmations?size=200").text())
        .contains(here.name(), elsewhere.name(), "研发费用总额", "实缴税金");
  }

  @Test
  void whatIsNotTheUnitsIsAbsent() {
    long ofTaxes = reported(towns.company("别的部门", TwoTowns.TOWN), "tax_paid");
    long ofOtherTown = reported(towns.company("别的镇", TwoTowns.OTHER_TOWN), "rd_expense");
    Reader department = department(TwoTowns.TOWN);

    for (long figure : List.of(ofTaxes, ofOtherTown, 88_888_888L)) {
      assertThat(department.post("/confirmations/" + figure, "answer=confirmed")).isEqualTo(404);
    }
  }

  @Test
  void whoConfirmsNothingFindsNoPage() {
    long figure = reported(towns.company("无权核实", TwoTowns.TOWN), "rd_expense");

    for (Role role : List.of(Role.TOWNSHIP, Role.LEADER, Role.INSPECTOR, Role.ADMIN)) {
      Reader reader = readers.open(role, TwoTowns.TOWN);
      assertThat(reader.code("/confirmations")).as(role.code()).isEqualTo(404);
      assertThat(reader.post("/confirmations/" + figure, "answer=confirmed")).isEqualTo(404);
    }
    assertThat(door.page("/confirmations", null).location()).startsWith("/sign-in");
  }

  @Test
  void anEmptyListSaysWhy() {
    Reader unknown = readers.ofUnit(Role.DEPARTMENT, TwoTowns.COUNTY, "没有指标的局");
    assertThat(unknown.page("/confirmations").select("main").text()).contains("没有指定由贵单位核实的指标");

    Reader done = department(TwoTowns.EMPTY_TOWN);
    assertThat(done.page("/confirmations").select("main").text()).contains("都已核实");
  }

  @Test
  void anAnswerIsYesOrNo() {
    Company company = towns.company("答复不明", TwoTowns.TOWN);
    long figure = reported(company, "rd_expense");
    Reader department = department(TwoTowns.TOWN);

    for (String form : List.of("answer=", "answer=maybe", "else=confirmed")) {
      assertThat(department.post("/confirmations/" + figure, form)).as(form).isEqualTo(422);
    }
    assertThat(word(company)).isNull();
  }

  @Test
  void theFormCarriesTheTokenOfItsSession() {
    Company company = towns.company("别站表单", TwoTowns.TOWN);
    String action = "/confirmations/" + reported(company, "rd_expense");
    String name = department(TwoTowns.TOWN).account().username();
    String session = door.signIn(name, Readers.PASSWORD, "/").session();

    assertThat(door.form(action, session, Map.of("answer", "confirmed")).code()).isEqualTo(403);
    assertThat(word(company)).isNull();

    String token = door.page("/confirmations", session).formToken();
    var answer = door.form(action, session, Map.of("answer", "confirmed", "csrfToken", token));
    assertThat(answer.location()).isEqualTo("/confirmations");
    assertThat(word(company)).isNotNull().returns(name, Confirmation::by);
  }

  @Test
  void whoAnswersSecondHearsWhoWasFirst() {
    Company company = towns.company("先后答复", TwoTowns.TOWN);
    String path = "/confirmations/" + reported(company, "rd_expense");
    Reader first = department(TwoTowns.COUNTY);
    String late = department(TwoTowns.TOWN).account().username();
    String session = door.signIn(late, Readers.PASSWORD, "/").session();
    String token = door.page("/account", session).formToken();
    assertThat(first.post(path, "answer=returned")).isIn(200, 303);

    var answer = door.form(path, session, Map.of("answer", "confirmed", "csrfToken", token));

    assertThat(answer.code()).isEqualTo(409);
    assertThat(answer.page().select("main").text()).contains("先后答复", "不予核实", "一项也没有登记");
    assertThat(answer.page().select("a.first").attr("href")).isEqualTo("/confirmations");
    assertThat(word(company)).isNotNull().returns(false, Confirmation::confirmed);
  }

  @Test
  void anAnswerToWhatWasCorrectedMeanwhileIsNotTaken() {
    Company company = towns.company("已经更正", TwoTowns.TOWN);
    long figure = reported(company, "rd_expense", "500");
    reported(company, "rd_expense", "600");

    var outcome =
        answering.answer(
            List.of(new Confirmation(company.id(), figure, true, "某某", Instant.now())),
            new Scope.Whole(),
            Set.of("rd_expense"));

    assertThat(outcome).isInstanceOf(Answering.Outcome.Overtaken.class);
    assertThat(word(company)).isNull();
  }

  @Test
  void ofEightAnswersAtOnceOneIsTaken() throws InterruptedException {
    long figure = reported(towns.company("同时答复", TwoTowns.TOWN), "rd_expense");
    Reader department = department(TwoTowns.TOWN);
    List<Callable<Integer>> answers =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                _ -> () -> department.post("/confirmations/" + figure, "answer=confirmed"))
            .toList();

    try (var threads = Executors.newFixedThreadPool(8)) {
      assertThat(threads.invokeAll(answers).stream().map(Future::resultNow))
          .filteredOn(code -> code != 409)
          .hasSize(1);
    }
  }

  @Test
  void theListIsNarrowedByCompanyIndicatorAndYear() {
    Company one = towns.company("筛选甲企业", TwoTowns.TOWN);
    Company two = towns.company("筛选乙企业", TwoTowns.TOWN);
    reported(one, "rd_expense");
    reported(one, "revenue", "7");
    reported(two, "rd_expense");
    Reader office = readers.open(Role.OFFICE, TwoTowns.TOWN);

    assertThat(rows(office, "company=" + coded("筛选甲")))
        .hasSize(2)
        .allSatisfy(row -> assertThat(row).contains(one.name()));
    assertThat(rows(office, "company=" + coded("筛选甲") + "&indicator=rd_expense")).hasSize(1);
    assertThat(rows(office, "company=" + coded("筛选甲") + "&year=2025")).hasSize(2);
    assertThat(rows(office, "company=" + coded("筛选甲") + "&year=2024")).isEmpty();
    assertThat(office.page("/confirmations?company=" + coded("没有这家")).select("main").text())
        .contains("没有符合条件的数据");
    assertThat(office.code("/confirmations?year=" + coded("去年"))).isEqualTo(422);
    assertThat(office.code("/confirmations?show=none")).isEqualTo(422);
  }

  @Test
  void whatWasAnsweredIsSeenApart() {
    Company company = towns.company("已经答复", TwoTowns.TOWN);
    long figure = reported(company, "rd_expense");
    Reader department = department(TwoTowns.TOWN);
    department.post("/confirmations/" + figure, "answer=returned");

    assertThat(rows(department, "company=" + coded(company.name()))).isEmpty();
    assertThat(rows(department, "show=answered&company=" + coded(company.name())))
        .singleElement()
        .asString()
        .contains("不予核实", "测试人员");
  }

  @Test
  void severalAreAnsweredWithOneActAndEachHasItsOwnWordAndLine() {
    Company one = towns.company("一并核实甲", TwoTowns.TOWN);
    Company two = towns.company("一并核实乙", TwoTowns.TOWN);
    long first = reported(one, "rd_expense");
    long second = reported(two, "rd_expense");
    Reader department = department(TwoTowns.TOWN);

    assertThat(
            department.post(
                "/confirmations", "answer=confirmed&figure=" + first + "&figure=" + second))
        .isIn(200, 303);

    for (Company company : List.of(one, two)) {
      assertThat(word(company))
          .isNotNull()
          .returns(true, Confirmation::confirmed)
          .returns(department.account().username(), Confirmation::by);
    }
    for (long figure : List.of(first, second)) {
      assertThat(trail.newestAbout("figure " + figure).detail()).isEqualTo("已核实");
    }
  }

  @Test
  void nothingTickedIsSaid() {
    Document page = department(TwoTowns.TOWN).refused("/confirmations", "answer=confirmed");

    assertThat(page.select("main").text()).contains("请先勾选");
  }

  @Test
  void ofSeveralThatSomebodyElseAnsweredPartlyNoneIsTakenAndTheRestIsOffered() {
    Company one = towns.company("抢先甲", TwoTowns.TOWN);
    Company two = towns.company("抢先乙", TwoTowns.TOWN);
    long first = reported(one, "rd_expense");
    long second = reported(two, "rd_expense");
    department(TwoTowns.COUNTY).post("/confirmations/" + first, "answer=returned");

    Document page =
        department(TwoTowns.TOWN)
            .refused(
                "/confirmations",
                "answer=confirmed&company="
                    + coded("抢先")
                    + "&figure="
                    + first
                    + "&figure="
                    + second);

    assertThat(page.select("main").text()).contains("不予核实", one.name(), two.name());
    assertThat(page.select("input[name=figure]").eachAttr("value")).containsExactly("" + second);
    assertThat(page.select("button.first").attr("value")).isEqualTo("confirmed");
    assertThat(word(one)).isNotNull().returns(false, Confirmation::confirmed);
    assertThat(word(two)).isNull();
  }

  @Test
  void somebodyElsesAreNotAnsweredAlong() {
    Company own = towns.company("自己的", TwoTowns.TOWN);
    long mine = reported(own, "rd_expense");
    long taxes = reported(towns.company("别的部门的", TwoTowns.TOWN), "tax_paid");

    Document page =
        department(TwoTowns.TOWN)
            .refused("/confirmations", "answer=confirmed&figure=" + mine + "&figure=" + taxes);

    assertThat(page.select("main").text()).contains("一项也没有登记").doesNotContain("别的部门的");
    assertThat(word(own)).isNull();
  }

  private static List<String> rows(Reader reader, String query) {
    return reader.page("/confirmations?size=200&" + query).select(".answering tbody tr").eachText();
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Reader department(String region) {
    return readers.ofUnit(Role.DEPARTMENT, region, RESEARCH);
  }

  private long reported(Company company, String indicator) {
    return reported(company, indicator, "500");
  }

  private long reported(Company company, String indicator, String value) {
    reporting.report(
        List.of(
            Figure.reported(
                company.id(),
                indicator,
                Period.year(2025),
                Value.number(value),
                new Source("核实.xlsx", "第 1 行"),
                "试验",
                Instant.parse("2026-03-01T02:00:00Z"))));
    return entry(company, indicator).figure().id();
  }

  private @Nullable Confirmation word(Company company) {
    return entry(company, "rd_expense").lastWord();
  }

  private Attested entry(Company company, String indicator) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, 2025)
        .orElseThrow()
        .live()
        .getFirst();
  }
}
