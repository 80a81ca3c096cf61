package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.admission.Casework;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.FormerName;
import seedbed.company.FormerNames;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.TitleHoldings;
import seedbed.company.Track;
import seedbed.sql.Statements;

/// A list of names with one document for all, and names that somebody has to decide.
@MicronautTest(transactional = false)
final class AnnouncedListIT {

  private static final LocalDate FROM = LocalDate.of(2026, 7, 1);
  private static final long SECOND = 50_000_000L;

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject FormerNames formerNames;
  @Inject TitleHoldings holdings;
  @Inject Importing importing;
  @Inject Imports imports;
  @Inject Matches matches;
  @Inject Casework casework;
  @Inject ImportOrigin origin;
  @Inject Statements statements;
  @Inject Opening opening;

  private final Caller office = new Caller(1, 1, "list-office", Role.OFFICE, "48", null, null);

  private ImportClient client;

  @BeforeEach
  void aRegion() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode("48").isEmpty()) {
      regions.save(new Region("48", "名单省", RegionLevel.PROVINCE, null, "试验"));
      regions.save(new Region("49", "外省", RegionLevel.PROVINCE, null, "试验"));
    }
  }

  @Test
  void oneDocumentAdmitsAllRowsInOneAct() {
    Company first = company("名单一号（如皋）有限公司", "48");
    Company second = company("名单二号有限公司", "48");

    Import checked = announced("序号,企业名称,所属地区\n1,名单一号(如皋)有限公司,如皋\n2,名单二号 有限公司,如皋\n", "rugao-pool");
    assertThat(checked.goodRows()).as(checked.toString()).isEqualTo(2);
    assertThat(checked.cautions()).isZero();
    Import stored = stored(checked);

    assertThat(stored.storedValues()).isEqualTo(2);
    for (Company company : List.of(first, second)) {
      assertThat(holdings.findByCompanyIdOrderByHeldFrom(company.id()))
          .singleElement()
          .satisfies(holding -> {
            assertThat(holding.title()).isEqualTo("rugao-pool");
            assertThat(holding.documentNo()).isEqualTo("名单〔2026〕1号");
            assertThat(holding.batch()).isEqualTo("第四批");
            assertThat(holding.heldFrom()).isEqualTo(FROM);
          });
    }
  }

  @Test
  @DisplayName("成批入库的：办理中的申请检查时提示，导入后随之办结并留下记录；文件取得入库档编号")
  void aListThatAdmitsEndsWhatWasAppliedFor() {
    Company applicant = company("名单申请人有限公司", "48");
    company("名单无申请有限公司", "48");
    long owner =
        opening
            .open(
                NewAccount.of("list-" + applicant.id(), Role.COMPANY, "48", "名单申请人")
                    .ofCompany(applicant.id()),
                "Gute-Reise-2026")
            .id();
    long application = casework.begin(applicant.id(), "rugao-pool");

    Import checked = announced("企业名称\n名单申请人有限公司\n名单无申请有限公司\n", "rugao-pool");
    assertThat(checked.cautions()).isEqualTo(1);
    assertThat(texts("SELECT reason FROM data_import_problem WHERE import_id = ?", checked.id()))
        .singleElement()
        .asString()
        .contains("办理中的第 " + application + " 号入库申请，导入后该申请随之办结");
    client.store(checked.id(), "all");
    assertThat(settled(checked.id()).storedValues()).isEqualTo(2);

    assertThat(texts("SELECT stage FROM application WHERE id = ?", application))
        .containsExactly("ADMITTED");
    assertThat(texts("SELECT note FROM application_step WHERE application_id = ?", application))
        .singleElement()
        .asString()
        .contains("已随成批入库纳入", "名单〔2026〕1号");
    assertThat(texts("SELECT body FROM message WHERE account_id = ?", owner))
        .containsExactlyElementsOf(
            texts("SELECT note FROM application_step WHERE application_id = ?", application));
    assertThat(
            texts(
                "SELECT CONCAT(number, subject) FROM archive_document"
                    + " WHERE about_kind = 'import' AND about_id = ?",
                checked.id()))
        .singleElement()
        .asString()
        .contains("入库档〔", "2 家企业纳入", "名单〔2026〕1号");
  }

  @Test
  @DisplayName("成批入库的存档文件引向名单，别处的人和不能导入的人看不到去路")
  void theDocumentOfAListLeadsToItsImport() {
    company("名单去路有限公司", "48");
    Import stored = stored(announced("企业名称\n名单去路有限公司\n", "rugao-pool"));

    assertThat(origin.page(stored.id(), reading(Role.OFFICE, "48")))
        .hasValueSatisfying(page -> assertThat(page).hasToString("/imports/" + stored.id()));
    assertThat(origin.page(stored.id(), reading(Role.OFFICE, "49"))).isEmpty();
    assertThat(origin.page(stored.id(), reading(Role.DEPARTMENT, "48"))).isEmpty();
  }

  private static Permission reading(Role role, String region) {
    return new Permission(
        new Caller(1, 1, "list-reader", role, region, null, null),
        Act.SEE_ARCHIVE,
        Reach.REGION,
        new Scope.Region(region));
  }

  private List<String> texts(String sql, long id) {
    return statements.rows(sql, List.of(id), row -> row.getString(1));
  }

  @Test
  void namesThatAreNotTheFullNameAreDecidedByAPerson() {
    Company called =
        companies.save(
            Company.named("名单简称科技有限公司", "48", Track.MANUFACTURING, "试验", LocalDate.EPOCH)
                .withShortName("名单简称"));
    Company renamed = company("名单新名有限公司", "48");
    formerNames.save(new FormerName(0, renamed.id(), "名单老名有限公司", FROM, LocalDate.EPOCH, "试验"));

    Import checked = announced("企业名称\n名单简称\n名单老名有限公司\n名单谁也不是\n", "innovative-sme");
    assertThat(checked.goodRows()).isZero();
    assertThat(checked.wrongRows()).isEqualTo(3);
    assertThat(importing.doubtful(checked)).hasSize(2);
    assertThat(importing.doubtful(checked).getFirst().choices().getFirst().label())
        .contains("名单简称科技有限公司", "简称相同");

    assertThat(matches.choose(checked.id(), Map.of(2, called.id(), 3, renamed.id(), 4, 1L), "某人"))
        .isEqualTo(2);
    importing.checkAgain(imports.findById(checked.id()).orElseThrow());
    Import again = settled(checked.id());

    assertThat(again.goodRows()).as(again.toString()).isEqualTo(2);
    assertThat(again.wrongRows()).isEqualTo(1);
    client.store(again.id(), "good");
    assertThat(settled(again.id()).storedValues()).isEqualTo(2);
    assertThat(holdings.findByCompanyIdOrderByHeldFrom(called.id())).hasSize(1);
    assertThat(holdings.findByCompanyIdOrderByHeldFrom(renamed.id())).hasSize(1);
  }

  @Test
  void companiesOfOthersAreNeitherFoundNorOffered() {
    companies.save(
        Company.named("外省名单有限公司", "49", Track.MANUFACTURING, "试验", LocalDate.EPOCH)
            .withShortName("外省名单"));

    Import checked = announced("企业名称\n外省名单\n外省名单有限公司\n", "innovative-sme");

    assertThat(checked.wrongRows()).isEqualTo(2);
    assertThat(importing.doubtful(checked)).isEmpty();
  }

  @Test
  void aListWithoutNamesIsRefused() {
    Import refused = announced("序号,地区\n1,如皋\n", "innovative-sme");

    assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
    assertThat(refused.sentence()).contains("企业名称");
  }

  private Import announced(String csv, String title) {
    Importing.Outcome outcome =
        importing.announce(
            "公布名单.csv",
            csv.getBytes(StandardCharsets.UTF_8),
            office,
            new Announcement(0, title, "名单〔2026〕1号", FROM, null, "第四批"));
    assertThat(outcome).as(outcome.toString()).isInstanceOf(Importing.Done.class);
    return settled(((Importing.Done) outcome).upload().id());
  }

  private Import stored(Import checked) {
    client.store(checked.id(), "all");
    return settled(checked.id());
  }

  private Import settled(long id) {
    for (int i = 0; i < 2_000; i++) {
      Import now = imports.findById(id).orElseThrow();
      if (!now.state().working()) {
        return now;
      }
      LockSupport.parkNanos(SECOND);
    }
    throw new AssertionError("the import never settles");
  }

  private Company company(String name, String region) {
    return companies.save(Company.named(name, region, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
  }
}
