package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import seedbed.access.Role;
import seedbed.criteria.EditionFiles;
import seedbed.criteria.Shelf;
import seedbed.signin.Door;

/// Drafts that come as files: good ones, wrong ones, and such as mean harm.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("导入标准文件")
final class DraftFilesIT {

  @Inject DraftPeople people;
  @Inject EmbeddedServer server;
  @Inject EditionFiles files;
  @Inject Drafts drafts;
  @Inject Desk desk;
  @Inject Door door;
  @Inject Shelf shelf;

  private final HttpClient http = HttpClient.newHttpClient();
  private String drafter = "";

  private record Sent(int code, String location, String text) {}

  @BeforeEach
  void people() {
    people.settle();
    drafter = people.signedIn(Role.OFFICE);
  }

  @AfterEach
  void forget() throws SQLException {
    ForgottenDrafts.forget(shelf);
  }

  @Test
  @DisplayName("导出的文件改了代码和日期再导入，就是一份没有问题的草案")
  void anExportedEditionComesBackAsASoundDraft() {
    var sent = upload(exported());

    assertThat(sent.code()).as(sent.text()).isEqualTo(303);
    long id = Long.parseLong(sent.location().replaceFirst(".*/", ""));
    assertThat(drafts.findById(id).orElseThrow().purpose()).isEqualTo(Purpose.UPLOAD);
    assertThat(desk.open(id).flaws()).isEmpty();
    var page = door.page("/drafts/" + id, drafter).page();
    assertThat(page.select("#faults")).isEmpty();
    assertThat(door.page("/drafts/" + id + "/file", drafter).body())
        .contains("id: upload-2031", "年主营业务收入3000万元以上");
  }

  @Test
  void aFileWithAByteOrderMarkIsTaken() {
    assertThat(upload("\uFEFF" + exported()).code()).isEqualTo(303);
  }

  @Test
  @DisplayName("读得懂而内容不对的文件成为草案，逐处列出问题，不能提交")
  void whatCanBeReadButIsWrongBecomesADraftWithItsProblems() {
    var sent = upload(exported().replace("main_revenue", "no_such_indicator"));

    assertThat(sent.code()).isEqualTo(303);
    long id = Long.parseLong(sent.location().replaceFirst(".*/", ""));
    assertThat(door.page("/drafts/" + id, drafter).page().select("#faults").text())
        .contains("no_such_indicator");
    assertThat(people.send(drafter, id, "proposal", 422).body()).contains("处要改正");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("没有内容", "", "文件是空的"),
        Arguments.of("不是键和值", "只是一句话", "键: 值"),
        Arguments.of("不是 YAML", "id: [rg-2031", "不是有效的 YAML"),
        Arguments.of("没有代码", "name: 没有代码\n", "版本代码"),
        Arguments.of("代码里有路径", "id: ../../etc/passwd\n", "版本代码"),
        Arguments.of("两份标准", "id: one-2031\n---\nid: two-2031\n", "只能有一份标准"),
        Arguments.of("写了两次", "id: one-2031\nid: two-2031\n", "写了两次"),
        Arguments.of("指名类", "id: !!javax.script.ScriptEngineManager [a]\n", "“!”标记"),
        Arguments.of("指名类的值", "id: one-2031\nnotes: !!java.net.URL [http://x]\n", "“!”标记"),
        Arguments.of(
            "层层引用膨胀", "id: one-2031\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "“&”或“*”引用"),
        Arguments.of("自己包含自己", "id: one-2031\na: &a [*a]\n", "“&”或“*”引用"),
        Arguments.of("层次过深", "id: one-2031\na: " + "[".repeat(500) + "]".repeat(500), "层次过"),
        Arguments.of("条目过多", "id: one-2031\na: [" + "x,".repeat(25_000) + "x]", "条目过多"),
        Arguments.of("一处过长", "id: one-2031\nname: " + "长".repeat(4_001), "超过 4000 字"),
        Arguments.of("全文过长", "id: one-2031\n" + "# 注\n".repeat(80_000), "超过 30 万字"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatIsNoStandardIsRefusedInWordsAndLeavesNothing(String kind, String yaml, String sentence) {
    long before = drafts.count();

    var sent = upload(yaml);

    assertThat(sent.code()).as(kind).isEqualTo(422);
    assertThat(sent.text()).contains(sentence);
    assertThat(drafts.count()).isEqualTo(before);
  }

  @Test
  void textInAnotherEncodingIsRefused() {
    var sent = upload(exported().getBytes(Charset.forName("GB18030")));

    assertThat(sent.code()).isEqualTo(422);
    assertThat(sent.text()).contains("UTF-8");
  }

  @Test
  void whatItSaysIsShownAsText() {
    var sent = upload(exported().replaceFirst("name: .*", "name: <script>alert(1)</script>"));

    var body = door.page(sent.location(), drafter).body();

    assertThat(body).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert(1)");
  }

  @Test
  void aFileCannotTakeTheCodeOfAPublishedEdition() {
    var sent = upload(exported().replaceFirst("id: .*", "id: rg-2021"));

    assertThat(sent.code()).as("refused at once, or a draft that says so").isIn(303, 422);
    if (sent.code() == 303) {
      long id = Long.parseLong(sent.location().replaceFirst(".*/", ""));
      assertThat(desk.open(id).flaws()).isNotEmpty();
      people.send(drafter, id, "proposal", 422);
    }
  }

  @Test
  void onlyTheOfficeUploads() {
    var town = people.signedIn(Role.TOWNSHIP);

    assertThat(upload(town, exported().getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(404);
  }

  private String exported() {
    return files
        .yaml("rg-2021")
        .orElseThrow()
        .replaceFirst("(?m)^id: .*", "id: upload-2031")
        .replaceFirst("(?m)^from: .*", "from: 2031-01-01")
        .replaceFirst("(?m)^proved_until: .*\n", "");
  }

  private Sent upload(String yaml) {
    return upload(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private Sent upload(byte[] file) {
    return upload(drafter, file);
  }

  private Sent upload(String session, byte[] file) {
    var token = door.page("/account", session).formToken();
    var head =
        String.join(
            "\r\n",
            "--line",
            "Content-Disposition: form-data; name=\"csrfToken\"",
            "",
            token,
            "--line",
            "Content-Disposition: form-data; name=\"file\"; filename=\"draft.yml\"",
            "Content-Type: application/yaml",
            "",
            "");
    var body =
        Stream.of(
                head.getBytes(StandardCharsets.UTF_8),
                file,
                "\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8))
            .toList();
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(server.getURI().resolve("/drafts/uploads"))
                  .header("Accept", "text/html, */*;q=0.8")
                  .header("Cookie", session)
                  .header("Content-Type", "multipart/form-data; boundary=line")
                  .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return new Sent(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          Jsoup.parse(answer.body()).text());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
