package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Matters.Matter;
import seedbed.access.Readers;
import seedbed.access.Readers.Reader;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.obligation.Obligations.Obligation;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Obligations.Rate;
import seedbed.obligation.Obligations.Tally;
import seedbed.reminder.ReminderPeople;

/// Who owes what, as the tables say it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("应报事项")
final class ObligationsIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  private static final Window THIRD_QUARTER =
      new Window(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
  private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

  @Inject ReminderPeople people;
  @Inject Obligations obligations;
  @Inject ObligationMatters matters;
  @Inject Readers readers;

  @BeforeEach
  void settle() {
    people.settle();
  }

  private Company member() {
    Company company = people.company(ReminderPeople.TOWN);
    people.enrol(company, LONG_AGO, null);
    return company;
  }

  private Obligation operating(Company company) {
    return obligations
        .list(
            Query.of(THIRD_QUARTER).kind("operating-sheet"),
            Among.companies(List.of(company.id()), TODAY),
            10,
            0)
        .getFirst();
  }

  private boolean owesNothing(Company company) {
    return obligations.count(
            Query.of(THIRD_QUARTER).kind("operating-sheet"),
            Among.companies(List.of(company.id()), TODAY))
        == 0;
  }

  @Test
  @DisplayName("按时、迟报、未报，以期限当天为界")
  void theDueDayIsTheLastOnTime() {
    Company onTime = member();
    Company late = member();
    Company silent = member();
    people.handIn(onTime, 2026, 9, DUE);
    people.handIn(late, 2026, 9, DUE.plusDays(1));

    assertThat(operating(onTime).state()).isEqualTo(State.ON_TIME);
    assertThat(operating(late).state()).isEqualTo(State.LATE);
    assertThat(operating(silent).state()).isEqualTo(State.MISSING);
    assertThat(operating(silent).path())
        .isEqualTo("/companies/" + silent.id() + "/operating-sheets#due");
  }

  @Test
  @DisplayName("期末在库的应报：期内出库的不应报，出库又回来的应报，不应报而报了的如实列出")
  void whoIsInThePoolAtTheEndOwes() {
    Company left = people.company(ReminderPeople.TOWN);
    people.enrol(left, LONG_AGO, LocalDate.of(2026, 9, 30));
    Company stayed = people.company(ReminderPeople.TOWN);
    people.enrol(stayed, LONG_AGO, LocalDate.of(2026, 10, 1));
    Company back = people.company(ReminderPeople.TOWN);
    people.enrol(back, LONG_AGO, LocalDate.of(2026, 8, 1));
    people.enrol(back, LocalDate.of(2026, 9, 1), null);
    Company keen = people.company(ReminderPeople.TOWN);
    people.handIn(keen, 2026, 9, DUE);

    assertThat(owesNothing(left)).as("held until 30 September, not on it").isTrue();
    assertThat(operating(stayed).state()).isEqualTo(State.MISSING);
    assertThat(operating(back).state()).isEqualTo(State.MISSING);
    assertThat(operating(keen).state()).isEqualTo(State.NOT_OWED);
  }

  @Test
  @DisplayName("入库在期限以后才登记的、培育办决定免报的，免报")
  void whoCouldNotKnowIsExcused() {
    Company unknown = people.company(ReminderPeople.TOWN);
    people.execute(
        """
        INSERT INTO title_holding (company_id, title, held_from, from_precision, held_to,
                                   recorded_on, document_no, source)
        VALUES (?, 'rugao-pool', '2026-09-01', 'DAY', NULL, '2026-10-16', '试验', '试验')
        """,
        unknown.id());
    Company excused = member();
    people.execute(
        """
        INSERT INTO obligation_exemption (company_id, kind, period, standing, reason, decided_on,
                                          decided_by)
        VALUES (?, 'operating-sheet', '2026-Q3', 1, '停产整顿', '2026-10-01', '试验')
        """,
        excused.id());

    assertThat(operating(unknown).excuse()).isEqualTo("入库登记晚于期限");
    assertThat(operating(excused).state()).isEqualTo(State.EXCUSED);
    assertThat(operating(excused).excuse()).isEqualTo("停产整顿");
  }

  @Test
  @DisplayName("撤回的等于没有报；退回重报的按第一次算")
  void takingBackUndoesItAndBeingSentBackDoesNot() {
    Company withdrawn = member();
    people.handIn(withdrawn, 2026, 9, DUE.minusDays(5));
    people.step(withdrawn, 2026, 9, "WITHDRAW", DUE.minusDays(4));
    people.step(withdrawn, 2026, 9, "SUBMIT", DUE.plusDays(2));
    Company returned = member();
    people.handIn(returned, 2026, 9, DUE.minusDays(5));
    people.step(returned, 2026, 9, "RETURN", DUE.plusDays(1));
    people.step(returned, 2026, 9, "SUBMIT", DUE.plusDays(2));

    assertThat(operating(withdrawn).state()).isEqualTo(State.LATE);
    assertThat(operating(returned).state()).isEqualTo(State.ON_TIME);
  }

  @Test
  @DisplayName("任意入库、出库、再入库和报送下，0 ≤ 按时 ≤ 已报 ≤ 应报，且与逐家核对一致")
  void ratesAreInOrderWhateverBecomesOfMembership() {
    Random random = new Random(20261129);
    List<Company> all = new ArrayList<>();
    int expected = 0;
    int reported = 0;
    int onTime = 0;
    for (int number = 0; number < 60; number++) {
      Company company = people.company(ReminderPeople.OTHER_TOWN);
      all.add(company);
      boolean member = false;
      LocalDate from = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(60));
      while (from.isBefore(LocalDate.of(2026, 11, 1))) {
        LocalDate to = from.plusDays(1 + random.nextInt(70));
        people.enrol(company, from, to);
        member |= !from.isAfter(LocalDate.of(2026, 9, 30)) && to.isAfter(LocalDate.of(2026, 9, 30));
        from = to.plusDays(1 + random.nextInt(30));
      }
      LocalDate day = LocalDate.of(2026, 10, 1).plusDays(random.nextInt(30));
      boolean hands = random.nextInt(3) > 0;
      if (hands) {
        people.handIn(company, 2026, 9, day);
      }
      expected += member ? 1 : 0;
      reported += member && hands ? 1 : 0;
      onTime += member && hands && !day.isAfter(DUE) ? 1 : 0;
    }
    Query query = Query.of(THIRD_QUARTER).kind("operating-sheet");
    Among among = Among.companies(all.stream().map(Company::id).toList(), TODAY);

    Rate rate = obligations.rates(query, among, TODAY).getFirst();
    Tally tally = obligations.tally(query, among, TODAY);

    assertThat(List.of(rate.expected(), rate.reported(), rate.onTime()))
        .containsExactly((long) expected, (long) reported, (long) onTime);
    for (State state : State.values()) {
      assertThat(tally.of(state))
          .as(state.label())
          .isEqualTo(obligations.count(query.state(state), among));
    }
    assertThat(tally.overdue()).isEqualTo(obligations.count(query.before(TODAY), among));
    assertThat(tally.onTime()).isEqualTo(rate.onTime());
    assertThat(tally.onTime() + tally.late()).isEqualTo(rate.reported());
    assertThat(tally.onTime() + tally.late() + tally.missing()).isEqualTo(rate.expected());
  }

  @Test
  @DisplayName("Excel 与列表同样的筛选、同样的条数；企业只有自己应报的")
  void theFileHasTheRowsOfTheList() throws IOException {
    Company company = member();
    people.handIn(company, 2026, 9, DUE);
    Reader owner = readers.ofCompany(company.id(), ReminderPeople.TOWN);
    Reader town = readers.open(Role.TOWNSHIP, ReminderPeople.TOWN);

    String asked = "?kind=operating-sheet&show=all&q=" + company.name();
    assertThat(rows(town, asked))
        .hasSize(town.page("/obligations" + asked).select("tbody tr").size())
        .anySatisfy(row -> assertThat(row).contains(company.name(), "2026-10-15", "按时"));
    assertThat(rows(owner, "?show=all&whose=all"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains(company.name(), "企业"));
  }

  private static List<String> rows(Reader reader, String asked) throws IOException {
    var answer = reader.get("/obligations.xlsx" + asked);
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> rows = new ArrayList<>();
    var words = new DataFormatter();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      boolean head = true;
      for (Row row : workbook.getSheetAt(0)) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(words.formatCellValue(cell)));
        if (!head) {
          rows.add(String.join("|", cells));
        }
        head &= !cells.contains("由谁办理");
      }
    }
    return rows;
  }

  @Test
  @DisplayName("首页提醒本人应办的事项，数字与列表一致；都办了的不提醒")
  void firstPagesTellWhatIsOwed() {
    Company company = member();
    Reader owner = readers.ofCompany(company.id(), ReminderPeople.TOWN);
    Caller caller =
        new Caller(
            owner.account().id(), 0, "试验", Role.COMPANY, ReminderPeople.TOWN, company.id(), null);

    Matter matter = matters.of(caller).orElseThrow();
    int listed = owner.page(matter.to().toString()).select("tbody tr").size();

    assertThat(matter.late()).isTrue();
    assertThat(matter.sentence()).contains("其中 " + listed + " 项已经逾期");
    Company outside = people.company(ReminderPeople.TOWN);
    assertThat(
            matters.of(
                new Caller(0, 0, "试验", Role.COMPANY, ReminderPeople.TOWN, outside.id(), null)))
        .isEmpty();
  }

  @Test
  @DisplayName("企业、挂钩领导的第一页写明应报事项，数与名单相同；别家的领导没有这一行")
  void firstPagesOfCompaniesAndLeadersSayIt() {
    Company company = member();
    Reader owner = readers.ofCompany(company.id(), ReminderPeople.TOWN);
    Reader leader = readers.open(Role.LEADER, ReminderPeople.COUNTY);
    Reader other = readers.open(Role.LEADER, ReminderPeople.COUNTY);
    people.link(leader.account().id(), company, LONG_AGO);

    assertThat(owner.page("/companies/" + company.id()).select(".duties a").eachText())
        .anyMatch(line -> line.startsWith("由您办理的"));
    Element line = leader.page("/portfolio").select(".duties a").getFirst();
    assertThat(line.text()).startsWith("挂钩企业有");
    int listed = leader.page(line.attr("href")).select("tbody tr").size();
    assertThat(line.text()).contains("其中 " + listed + " 项已经逾期");
    assertThat(other.page("/portfolio").select(".duties a")).isEmpty();
    assertThat(leader.page("/portfolio?on=" + TODAY.minusDays(1)).select(".duties a")).isEmpty();
  }

  @Test
  @DisplayName("每一类事项的查询都成立，不论只看未报还是全部")
  void everyKindAnswers() {
    Company company = member();
    Among among = Among.companies(List.of(company.id()), TODAY);
    Query year = Query.of(Window.ofYear(2026));

    assertThat(obligations.list(year, among, 100, 0))
        .extracting(Obligation::kind)
        .contains("sheet", "operating-sheet");
    assertThat(obligations.list(year.state(State.MISSING), among, 100, 0))
        .allSatisfy(each -> assertThat(each.state()).isEqualTo(State.MISSING));
    assertThat(obligations.days(year, among)).isNotEmpty();
  }
}
