package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.access.TwoTowns;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Company;
import seedbed.evidence.content.HonestFiles;
import seedbed.signin.Door;

/// What somebody who sends a file reads when the disk has no room for it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.test.disk", value = "scarce")
@DisplayName("上传佐证材料时磁盘已满")
final class FullDiskIT {

  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject TwoTowns towns;
  @Inject Opening opening;
  @Inject ScarceDisk disk;
  @Inject EvidenceRows rows;
  @Inject Postman postman;
  @Inject Door door;

  @BeforeEach
  void found() {
    towns.found();
  }

  @Test
  @DisplayName("说清楚没有存下，一行也不登记；清理以后再传就成")
  void nothingIsEnteredThatWasNotStored() throws IOException {
    Company company = towns.company("满盘", TwoTowns.TOWN);
    String owner = signedIn(company.id());
    String path = "/companies/" + company.id() + "/evidence";
    Postman.Visitor visitor = new Postman.Visitor(owner, door.page("/account", owner).formToken());

    disk.full(true);
    HttpResponse<byte[]> full =
        postman.send(path, visitor, Map.of("kind", "CERTIFICATE"), "证书.pdf", HonestFiles.pdf(1));
    disk.full(false);

    assertThat(full.statusCode()).isEqualTo(503);
    assertThat(Jsoup.parse(new String(full.body(), StandardCharsets.UTF_8)).select("main").text())
        .contains("磁盘已满", "没有生效", "请报编号");
    assertThat(rows.ofCompany(company.id(), new Scope.Whole())).isEmpty();
    assertThat(
            postman
                .send(path, visitor, Map.of("kind", "CERTIFICATE"), "证书.pdf", HonestFiles.pdf(1))
                .statusCode())
        .isEqualTo(303);
    assertThat(rows.ofCompany(company.id(), new Scope.Whole())).hasSize(1);
  }

  private String signedIn(long company) {
    door.forgetLocks();
    NewAccount account =
        NewAccount.of(
                "f" + UUID.randomUUID().toString().substring(0, 12),
                Role.COMPANY,
                TwoTowns.TOWN,
                "满盘经办人")
            .ofCompany(company);
    opening.open(account, PASSWORD);
    return door.signIn(account.username(), PASSWORD, "/").session();
  }
}
