package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.evidence.content.HonestFiles;

/// What the sender of a paper is told and asked before it is on file.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("上传佐证材料")
final class UploadingIT extends EvidenceScene {

  @Inject Clock clock;

  @Test
  @DisplayName("没有选文件、没有选种类、日期看不懂：一次说全，不说没有填名称")
  void everythingThatIsWrongIsSaidAtOnce() {
    Document page =
        refused(send("", new byte[0], Map.of("kind", "", "expiresOn", "明年", "year", "2025")));

    assertThat(page.select(".errors li").eachText())
        .containsExactly("没有选择文件，请先选择要上传的文件。", "请选择材料种类。", "“明年”不是日期，请按“年-月-日”填写；长期有效的留空。");
    assertThat(page.select("#year").val()).isEqualTo("2025");
  }

  @Test
  @DisplayName("程序改名为 .pdf：说内容不是 PDF")
  void aDisguisedFileIsCalledWhatItIsNot() {
    byte[] program = "MZ\u0090\u0000\u0003".repeat(90).getBytes(StandardCharsets.ISO_8859_1);

    assertThat(refused(send("证书.pdf", program, Map.of())).select(".errors").text())
        .contains("文件名是 .pdf，内容不是 PDF，两者不符")
        .doesNotContain("编码");
  }

  @Test
  @DisplayName("有效期早已过去：先问，勾选以后才收；证明当年的不问")
  void aPaperThatHasEndedIsAskedAbout() throws IOException {
    Map<String, String> past = Map.of("expiresOn", "2020-01-01", "name", "旧证书");
    Document asked = refused(send("旧.pdf", HonestFiles.pdf(1), past));
    assertThat(asked.select(".errors").text()).contains("有效期至 2020-01-01，已经过去");
    assertThat(asked.select("#expiresOn").val()).isEqualTo("2020-01-01");
    assertThat(asked.select("#name").val()).isEqualTo("旧证书");
    assertThat(asked.select("#expired")).hasSize(1);

    uploaded("旧.pdf", HonestFiles.pdf(1), Map.of("expiresOn", "2020-01-01", "expired", "yes"));
    int year = LocalDate.now(clock).getYear() - 2;
    uploaded(
        "当年.pdf", HonestFiles.pdf(2), Map.of("year", "" + year, "expiresOn", year + 1 + "-01-31"));
    assertThat(papers()).hasSize(2);
  }

  @Test
  @DisplayName("同一文件证明同一项，再传一次先问：更新原来的，或者勾选另立一份；证明另一项的不问")
  void theSameFileTwiceIsAskedAbout() throws IOException {
    byte[] file = HonestFiles.pdf(1);
    uploaded("高企证书.pdf", file, Map.of("indicator", "high_tech"));
    Document asked = refused(send("又一份.pdf", file, Map.of("indicator", "high_tech")));
    assertThat(asked.select(".errors").text()).contains("与已登记的“高企证书”第 1 版内容完全相同", "上传新版本");
    assertThat(papers()).hasSize(1);

    uploaded("另一项.pdf", file, Map.of("indicator", "invention_patents"));
    uploaded("又一份.pdf", file, Map.of("indicator", "high_tech", "again", "yes"));
    assertThat(papers()).hasSize(3);
  }

  @Test
  @DisplayName("新版本与上一版的内容、有效期都相同的不收；只改有效期的收")
  void aVersionHasSomethingNew() throws IOException {
    byte[] file = HonestFiles.pdf(1);
    uploaded("高企证书.pdf", file, Map.of());
    assertThat(refused(follow("1", "高企证书.pdf", file)).select("details[open] .problem").text())
        .contains("与第 1 版的内容和有效期都相同");

    String end = LocalDate.now(clock).plusYears(2).toString();
    assertThat(follow("1", "高企证书.pdf", file, end).statusCode()).isEqualTo(303);
  }

  @Test
  @DisplayName("新版本没有选文件、有效期已过去：在那份材料处说明，填过的日期还在")
  void aRefusedVersionKeepsWhatWasTyped() throws IOException {
    uploaded("高企证书.pdf", HonestFiles.pdf(1), Map.of());
    Document page = refused(follow("1", "", new byte[0], "2020-01-01"));

    assertThat(page.select("details[open] .problem").text()).contains("没有选择文件", "已经过去");
    assertThat(page.select("#expiresOn-" + evidence().id()).val()).isEqualTo("2020-01-01");
    assertThat(page.select("#expiresOn").val()).isEmpty();
  }

  @Test
  @DisplayName("撤下没有写理由：还是这一页，在那份材料处说明")
  void aWithdrawalWithoutReasonStaysOnThePage() throws IOException {
    uploaded("高企证书.pdf", HonestFiles.pdf(1), Map.of());
    var answer =
        door.form(
            "/evidence/" + evidence().id() + "/withdrawal",
            owner,
            Map.of("why", " ", "csrfToken", door.page(address(), owner).formToken()));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.page().select("details[open] #why-" + evidence().id() + "-problem").text())
        .contains("请写明撤下的理由");
  }

  private List<Evidence> papers() {
    return rows.ofCompany(company.id(), new Scope.Whole());
  }

  private static Document refused(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    return page(answer);
  }
}
