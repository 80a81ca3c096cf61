package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Track;
import seedbed.evidence.Postman;
import seedbed.evidence.content.HonestFiles;
import seedbed.signin.Door;
import seedbed.sql.Statements;

/// What lies beside a plan: the form that came back, attached papers, the archived copy.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("方案的填写表、附件和归档件")
final class PlanPapersIT {

  @Inject PlanPeople people;
  @Inject GivenPlans given;
  @Inject PlanVersions versions;
  @Inject Companies companies;
  @Inject Statements statements;
  @Inject Postman postman;
  @Inject Door door;

  private @Nullable Company known;
  private String owner = "";
  private String town = "";

  @BeforeEach
  void settle() {
    people.settle();
    known = people.company();
    owner = people.owner(company());
    town = people.person(Role.TOWNSHIP, PlanPeople.TOWN);
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private void approve(String writer, String page) {
    people.act(writer, page, "/submission", given.complete(given.span()));
    people.act(town, page, "/review", Map.of("answer", "forward"));
    people.act(
        people.person(Role.OFFICE, PlanPeople.COUNTY),
        page,
        "/decision",
        Map.of("answer", "approve"));
  }

  private Version newest(String page) {
    return versions
        .findByPlanIdOrderByOrdinalDesc(Long.parseLong(page.replaceFirst(".*/", "")))
        .getFirst();
  }

  @Test
  @DisplayName("填写表中没有读取的内容，提交以前一直列在方案页面上")
  void whatCouldNotBeReadStaysUntilItIsHandedIn() throws IOException {
    String page = people.begun(owner, given.span().first());
    byte[] form = postman.fetch(page + "/form.docx", owner).body();
    byte[] back =
        GivenForms.edited(
            form,
            document -> {
              var targets = GivenForms.table(document, "指标");
              GivenForms.type(targets.getRow(1), 0, "年营业额");
            });

    var answer =
        postman.send(
            page + "/form",
            new Postman.Visitor(owner, door.page(page, owner).formToken()),
            Map.of(),
            "方案.docx",
            back);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(door.page(page, owner).page().select("#unread li").text()).contains("年营业额");
    people.send(owner, page, "", Map.of("text-strategy", "做精主业"));
    assertThat(door.page(page, owner).page().select("#unread li").text()).contains("年营业额");
    assertThat(door.page(page, town).page().select("#unread li")).isEmpty();
    people.act(owner, page, "/submission", given.complete(given.span()));
    people.act(owner, page, "/withdrawal", Map.of());
    assertThat(door.page(page, owner).page().select("#unread li")).isEmpty();
  }

  @Test
  @DisplayName("填写表中读不出来的格，上传以后马上逐格列出，原文保留，改好一格少一格")
  void whatSaysNothingIsShownCellByCell() throws IOException {
    String page = people.begun(owner, given.span().first());
    byte[] form = postman.fetch(page + "/form.docx", owner).body();
    byte[] back =
        GivenForms.edited(
            form,
            document -> {
              var row = GivenForms.table(document, "指标").getRow(1);
              GivenForms.type(row, row.getTableCells().size() - 1, "abc");
              GivenForms.type(row, row.getTableCells().size() - 2, "三千左右");
            });

    postman.send(
        page + "/form",
        new Postman.Visitor(owner, door.page(page, owner).formToken()),
        Map.of(),
        "方案.docx",
        back);

    var rows = door.page(page, owner).page().select("#unread tbody tr");
    assertThat(rows).hasSize(2);
    assertThat(rows.select("th").eachText()).containsExactlyInAnyOrder("abc", "三千左右");
    String field = rows.select("tr:has(th:contains(abc)) a").attr("href").substring(1);
    assertThat(door.page(page, owner).page().select("#" + field).attr("value")).isEqualTo("abc");
    Map<String, String> put = new HashMap<>();
    for (var typed : door.page(page, owner).page().select("#plan [name^=target-]")) {
      put.put(typed.attr("name"), typed.attr("value"));
    }
    put.put(field, "3000");
    people.send(owner, page, "", put);
    assertThat(door.page(page, owner).page().select("#unread tbody th").eachText())
        .containsExactly("三千左右");
  }

  @Test
  @DisplayName("没有脚本的页面保存以后转回方案，脚本取回页面")
  void savingLeadsBackToThePlan() {
    String page = people.begun(owner, given.span().first());

    var answer = people.send(owner, page, "", Map.of("text-strategy", "做精主业"));

    assertThat(answer.code()).isEqualTo(303);
    assertThat(answer.location()).endsWith(page);
  }

  @Test
  @DisplayName("审核的人打开附上的那一版材料")
  void reviewersOpenWhatWasAttached() throws IOException {
    String papers = "/companies/" + company().id() + "/evidence";
    postman.send(
        papers,
        new Postman.Visitor(owner, door.page(papers, owner).formToken()),
        Map.of("kind", "CERTIFICATE"),
        "发展战略规划.pdf",
        HonestFiles.pdf(1));
    String page = people.begun(owner, given.span().first());
    Map<String, String> fields = new HashMap<>(given.complete(given.span()));
    String box = door.page(page, owner).page().select("[type=checkbox][name^=file-]").attr("name");
    fields.put(box, "yes");
    people.act(owner, page, "/submission", fields);

    String link = door.page(page, town).page().select("a:contains(发展战略规划)").attr("href");

    assertThat(link).isEqualTo(box.replace("file-", "/evidence/") + "/versions/1/preview");
    assertThat(door.page(link, town).code()).isEqualTo(200);
  }

  @Test
  @DisplayName("名称最长的企业也能批准，归档件有文件名")
  void aCompanyOfTheLongestNameIsApproved() {
    String name = "长".repeat(84) + UUID.randomUUID();
    Company named =
        companies.save(
            Company.named(name, PlanPeople.TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    String writer = people.owner(named);
    String page = people.begun(writer, given.span().first());

    approve(writer, page);

    assertThat(name).hasSize(120);
    assertThat(newest(page).stage()).isEqualTo(Stage.APPROVED);
  }

  @Test
  @DisplayName("记录在归档以后被改动的，方案页面和核验页都说不一致")
  void aRecordThatPartedFromItsPaperIsTold() {
    String page = people.begun(owner, given.span().first());
    approve(owner, page);
    long version = newest(page).id();
    String token =
        statements
            .rows(
                "SELECT token FROM archive_document WHERE about_kind = ? AND about_id = ?",
                List.of(PlanRecord.KIND, version),
                row -> row.getString(1))
            .getFirst();
    assertThat(door.page("/proofs/" + token, null).page().select("main").text()).contains("记录一致");
    assertThat(door.page(page, town).page().select(".head").text()).contains("内容与归档时一致");

    statements.write(
        "UPDATE plan_field SET words = ? WHERE version_id = ? AND field = ?",
        List.of("换成了别的任务", version, "task-1-name"));

    assertThat(door.page("/proofs/" + token, null).page().select("main").text()).contains("记录不一致");
    assertThat(door.page(page, town).page().select(".head").text()).contains("内容与归档时不一致");
  }

  @Test
  @DisplayName("校验码在页面、打印件和核验页上写法相同")
  void oneCodeHasOneSpelling() {
    String page = people.begun(owner, given.span().first());
    approve(owner, page);

    String digest = Objects.requireNonNull(newest(page).digest());

    assertThat(door.page(page, town).page().select(".head code").text())
        .isEqualTo(seedbed.word.Imprint.code(digest))
        .isEqualTo(new PrintedPlan.Stamp("方案", 1, digest, null).code());
  }
}
