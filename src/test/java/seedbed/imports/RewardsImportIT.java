package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.sql.Statements;

@MicronautTest(transactional = false)
@DisplayName("按名单导入奖励")
class RewardsImportIT {

  private static final String HOME = "42";

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Importing importing;
  @Inject Statements statements;

  private ImportClient client;
  private Company company;

  @BeforeEach
  void aCompany() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode(HOME).isEmpty()) {
      regions.save(new Region(HOME, "奖励省", RegionLevel.PROVINCE, null, "试验"));
    }
    company =
        companies.save(
            Company.named(
                "奖励" + UUID.randomUUID() + "有限公司",
                HOME,
                Track.MANUFACTURING,
                "试验",
                LocalDate.EPOCH));
  }

  private FilledForm form() {
    return new FilledForm(client.get("/imports/templates/rewards.xlsx"));
  }

  private FilledForm granted(FilledForm form, String item, Object due, Object granted) {
    return form.row(
        "企业名称",
        company.name(),
        "年度",
        2025,
        "奖励项目",
        item,
        "级别",
        "市级",
        "依据文件",
        "激励意见",
        "应奖金额（万元）",
        due,
        "实际奖励（万元）",
        granted,
        "决定日期",
        "2026-04-28");
  }

  private long stored() {
    return statements.count(
        "SELECT COUNT(*) FROM reward WHERE company_id = ?", List.of(company.id()));
  }

  @Test
  @DisplayName("检查不登记，确认后登记；再导一次没有新内容，金额不同的不改")
  void aListIsCheckedFirstAndStoredWhenItsUserSaysSo() {
    FilledForm form = granted(granted(form(), "首超奖", 6, 6), "先进企业", 0, 0);

    JsonNode checked = client.upload("奖励.xlsx", form.bytes());

    assertThat(checked.at("/kind").asText()).as(checked.toString()).isEqualTo("rewards");
    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(2);
    assertThat(stored()).isZero();
    client.store(checked.get("id").asLong(), "all");
    assertThat(stored()).isEqualTo(2);

    JsonNode same = client.upload("再导.xlsx", granted(form(), "首超奖", 6, 6).bytes());
    assertThat(same.at("/counts/known").asLong()).as(same.toString()).isEqualTo(1);
    JsonNode other = client.upload("不同.xlsx", granted(form(), "首超奖", 10, 10).bytes());
    assertThat(other.at("/counts/wrong").asLong()).as(other.toString()).isEqualTo(1);
    assertThat(other.at("/problems").toString()).contains("金额与本行不同");
  }

  @Test
  @DisplayName("逐行说明哪里不对：没有这家企业、缺原因、金额不是数字、重复")
  void everyRowIsToldWhatIsWrong() {
    FilledForm form =
        granted(granted(granted(form(), "首超奖", 6, 4.8), "技改奖励", "约十万", 10), "先进企业", 0, 0)
            .row("企业名称", "没有这家有限公司" + UUID.randomUUID(), "年度", 2025, "奖励项目", "首超奖");
    granted(form, "先进企业", 0, 0);

    JsonNode checked = client.upload("有错.xlsx", form.bytes());

    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(1);
    assertThat(checked.at("/counts/wrong").asLong()).isEqualTo(4);
    assertThat(checked.at("/problems").toString()).contains("没有写明原因", "不是数字", "没有这家企业", "与第 7 行重复");
    assertThat(stored()).isZero();
  }

  @Test
  @DisplayName("一行里的错误一次说全，企业不明的也是")
  void everythingThatIsWrongInARowIsToldAtOnce() {
    FilledForm form =
        form()
            .row(
                "统一社会信用代码",
                "9132",
                "年度",
                "26年",
                "级别",
                "县级",
                "应奖金额（万元）",
                "十万",
                "实际奖励（万元）",
                0,
                "决定日期",
                "2026/13/45")
            .row(
                "企业名称",
                company.name(),
                "年度",
                2025,
                "奖励项目",
                "首超奖",
                "级别",
                "县级",
                "依据文件",
                "激励意见",
                "应奖金额（万元）",
                6,
                "实际奖励（万元）",
                4.8,
                "决定日期",
                "2026-04-28");

    JsonNode checked = client.upload("全错.xlsx", form.bytes());

    assertThat(headings(checked, 5))
        .contains("统一社会信用代码", "年度", "奖励项目", "级别", "依据文件", "应奖金额（万元）", "决定日期");
    assertThat(headings(checked, 6)).containsExactly("级别", "不同的原因");
  }

  private static List<String> headings(JsonNode checked, int row) {
    return checked
        .at("/problems")
        .valueStream()
        .filter(problem -> problem.get("row").asInt() == row)
        .map(problem -> problem.get("heading").asText().replace("*", ""))
        .toList();
  }

  @Test
  @DisplayName("不大可能的金额请核对，核对后可以导入")
  void whatIsHardlyMeantSoIsLookedAtFirst() {
    FilledForm form = granted(granted(form(), "试验" + company.id(), 100_000, 100_000), "先进企业", 0, 0);

    JsonNode checked = client.upload("元.xlsx", form.bytes());

    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(2);
    assertThat(checked.at("/counts/cautions").asLong()).isEqualTo(2);
    assertThat(checked.at("/problems").toString()).contains("可能误用“元”");
    client.store(checked.get("id").asLong(), "clean");
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  @DisplayName("镇（街道）可以检查，不能登记")
  void aTownshipMayNotStoreRewards() {
    JsonNode checked = client.upload("镇.xlsx", granted(form(), "首超奖", 6, 6).bytes());
    Import upload = importing.find(checked.get("id").asLong(), new Scope.Whole()).orElseThrow();

    assertThat(importing.barred(upload, caller(Role.TOWNSHIP)))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("奖励由培育办登记"));
    assertThat(importing.barred(upload, caller(Role.OFFICE))).isEmpty();
  }

  private static Caller caller(Role role) {
    return new Caller(1, 1, "试", role, HOME, null, null);
  }
}
