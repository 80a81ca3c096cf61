package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.evidence.content.HonestFiles;

/// Papers of a company from the upload to their versions and their withdrawal.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("佐证材料")
final class EvidenceIT extends EvidenceScene {

  @Inject EvidenceSettings settings;

  @Test
  void whatIsUploadedIsSeenAndComesBackAsItWas() throws IOException {
    byte[] file = HonestFiles.pdf(2);

    uploaded("专利证书.pdf", file, Map.of());

    assertThat(text(door.page(address(), town).body())).contains("专利证书").contains("有效");
    HttpResponse<byte[]> back = postman.fetch(download(1), town);
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).isEqualTo(file);
    assertThat(back.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(back.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    assertThat(back.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void withoutTheTokenOfItsPageNothingComesIn() throws IOException {
    byte[] file = HonestFiles.pdf(1);
    var real = visitor();
    var kind = Map.of("kind", "CERTIFICATE");

    for (var token : java.util.List.of("", "x", real.token() + "x", real.token().substring(1))) {
      var forged = new Postman.Visitor(owner, token);
      assertThat(postman.send(address(), forged, kind, "证书.pdf", file).statusCode()).isEqualTo(403);
    }
    var late =
        new java.util.LinkedHashMap<>(Map.of("kind", "CERTIFICATE", "csrfToken", real.token()));
    var nobody = new Postman.Visitor(owner, "x");
    assertThat(postman.send(address(), nobody, late, "证书.pdf", file).statusCode())
        .as("only what is said first counts")
        .isEqualTo(403);
    assertThat(
            postman
                .send(address() + "?csrfToken=" + real.token(), nobody, kind, "证书.pdf", file)
                .statusCode())
        .as("an address is written down on its way")
        .isEqualTo(403);
    assertThat(rows.ofCompany(company.id(), new seedbed.access.Scope.Whole())).isEmpty();
    assertThat(postman.send(address(), real, kind, "证书.pdf", file).statusCode()).isEqualTo(303);
  }

  @Test
  void whatIsAboutTheWholeCompanyKeepsItsYearAndSaysWhoSentIt() throws IOException {
    uploaded("信用报告.pdf", HonestFiles.pdf(1), Map.of("year", "2025"));
    var page = door.page(address(), town).page();
    assertThat(page.select("[data-label=证明]").eachText()).containsExactly("企业整体情况 2025年");
    assertThat(page.select(".versions small").text())
        .contains("佐证经办人")
        .doesNotContain(evidence().versions().getFirst().uploadedBy());
  }

  @Test
  void aNewVersionFollowsAndTheOldOneStays() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());
    var answer = follow("1", "专利证书新.pdf", HonestFiles.pdf(3));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(postman.fetch(download(1), owner).statusCode()).isEqualTo(200);
    assertThat(postman.fetch(download(2), owner).statusCode()).isEqualTo(200);
    assertThat(evidence().versions()).hasSize(2);
  }

  @Test
  void theSecondOfTwoIsToldWhoWasQuicker() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());
    follow("1", "同事的.pdf", HonestFiles.pdf(3));
    var late = follow("1", "迟到.pdf", HonestFiles.pdf(2), "2027-01-31");

    assertThat(late.statusCode()).isEqualTo(409);
    var page = page(late);
    assertThat(page.text()).contains("第 2 版", "同事的.pdf", "迟到.pdf", "没有登记");
    assertThat(page.select("#expiresOn").attr("value")).isEqualTo("2027-01-31");
    assertThat(page.select("input[name=after]").attr("value")).isEqualTo("2");
    assertThat(evidence().versions()).hasSize(2);
    assertThat(follow("2", "迟到.pdf", HonestFiles.pdf(2)).statusCode()).isEqualTo(303);
  }

  @Test
  void theSecondOfTwoIsToldThatBothSentTheSame() throws IOException {
    byte[] file = HonestFiles.pdf(3);
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());
    follow("1", "同事的.pdf", file);

    assertThat(page(follow("1", "迟到.pdf", file)).text()).contains("内容完全相同");
  }

  @Test
  void whoeverReplacesWhatWasWithdrawnIsLedToANewPaper() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of("indicator", "invention_patents"));
    withdraw();
    var late = follow("1", "迟到.pdf", HonestFiles.pdf(2));

    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(page(late).text()).contains("已被撤下", "传错了");
    assertThat(page(late).select("a.first").attr("href")).contains("indicator=invention_patents");
  }

  @Test
  void aRefusedVersionIsSaidBesideItsPaper() throws IOException {
    uploaded("专利证书.pdf", HonestFiles.pdf(1), Map.of());
    var answer = follow("1", "假.pdf", "<html>".getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page(answer).select("details[open] .problem").text()).contains("没有受理");
    assertThat(evidence().versions()).hasSize(1);
  }

  @Test
  void whatIsWithdrawnStaysInTheHistory() throws IOException {
    uploaded("甲.pdf", HonestFiles.pdf(1), Map.of());

    withdraw();

    assertThat(door.page(address(), owner).body()).contains("已撤下").contains("传错了");
    assertThat(postman.fetch(download(1), owner).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusedFileSaysWhyAndWhatWasTypedStays() {
    var answer = send("证书.pdf", "<html>".getBytes(StandardCharsets.UTF_8), Map.of("name", "我的证书"));

    assertThat(answer.statusCode()).isEqualTo(422);
    String page = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(page).contains("没有受理").contains("我的证书");
    assertThat(rows.ofCompany(company.id(), new seedbed.access.Scope.Whole())).isEmpty();
  }

  @Test
  void othersDoNotSeeIt() throws IOException {
    uploaded("甲.pdf", HonestFiles.pdf(1), Map.of());
    String neighbour = signedIn(account(Role.TOWNSHIP, OTHER_TOWN));
    String admin = signedIn(account(Role.ADMIN, COUNTY));

    assertThat(postman.fetch(download(1), neighbour).statusCode()).isEqualTo(404);
    assertThat(postman.fetch(address(), neighbour).statusCode()).isEqualTo(404);
    assertThat(postman.fetch(download(1), admin).statusCode()).isEqualTo(404);
  }

  @Test
  void aDepartmentSeesWhatProvesItsFacts() throws IOException {
    uploaded("研发.pdf", HonestFiles.pdf(1), Map.of("indicator", "rd_expense"));
    String owning = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit("科技局"));
    String another = signedIn(account(Role.DEPARTMENT, COUNTY).inUnit("生态环境局"));

    assertThat(postman.fetch(download(1), owning).statusCode()).isEqualTo(200);
    assertThat(postman.fetch(download(1), another).statusCode()).isEqualTo(404);
  }

  @Test
  void changedBytesAreNotHandedOut() throws IOException {
    uploaded("甲.txt", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), Map.of());
    String hash = evidence().versions().getFirst().hash();
    Path content = settings.files().resolve(hash.substring(0, 2)).resolve(hash);

    Files.writeString(content, "别的");

    assertThat(postman.fetch(download(1), owner).statusCode()).isEqualTo(500);
    Files.delete(content);
  }

  private void withdraw() {
    var answer =
        door.form(
            "/evidence/" + evidence().id() + "/withdrawal",
            owner,
            Map.of("why", "传错了", "csrfToken", door.page(address(), owner).formToken()));
    assertThat(answer.code()).isEqualTo(303);
  }
}
