package seedbed.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.evidence.Postman;
import seedbed.portfolio.LeaderPeople;
import seedbed.portfolio.LeaderPeople.Person;
import seedbed.signin.Door;

/// A note after a visit: who may write it, for whom, and who may read it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("走访记录")
final class VisitsIT {

  private static final byte[] NOTHING = {};

  @Inject LeaderPeople people;
  @Inject Postman postman;
  @Inject Visits visits;
  @Inject VisibleVisits visible;
  @Inject VisitFigures figures;
  @Inject Recording recording;
  @Inject Door door;

  private Person leader;
  private Company company;

  @BeforeEach
  void settle() {
    people.settle();
    leader = people.person(Role.LEADER, LeaderPeople.COUNTY, "王领导");
    company = people.company("走访", LeaderPeople.TOWN);
    people.link(leader, company);
  }

  private HttpResponse<byte[]> send(
      Person by, String path, Map<String, String> fields, String name, byte[] file) {
    String token = door.page("/visits/new", by.session()).formToken();
    return postman.send(path, new Postman.Visitor(by.session(), token), fields, name, file);
  }

  private Map<String, String> note(String words) {
    Map<String, String> fields = new HashMap<>();
    fields.put("company", "" + company.id());
    fields.put("visitedOn", people.today().toString());
    fields.put("tookPart", "张某");
    fields.put("note", words);
    return fields;
  }

  private String written(Person by, Map<String, String> fields, byte[] photo) {
    HttpResponse<byte[]> answer =
        send(by, "/visits", fields, photo.length == 0 ? "" : "IMG_1.jpg", photo);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(303);
    return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static byte[] photo() throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", out);
    byte[] plain = out.toByteArray();
    byte[] place = "Exif\0\0GPS 32.39N 120.56E".getBytes(StandardCharsets.ISO_8859_1);
    var taken = new ByteArrayOutputStream();
    taken.write(plain, 0, 2);
    taken.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (place.length + 2)});
    taken.writeBytes(place);
    taken.write(plain, 2, plain.length - 2);
    return taken.toByteArray();
  }

  @Test
  @DisplayName("领导记下走访，照片能看，拍摄地点不留")
  void aLeaderWritesANoteWithAPhotoThatTellsNoPlace() throws IOException {
    byte[] taken = photo();

    String page = written(leader, note("看了新车间"), taken);

    var shown = door.page(page, leader.session()).page();
    assertThat(shown.select("main").text()).contains("看了新车间", "张某", "王领导记录");
    HttpResponse<byte[]> back = postman.fetch(page + "/photos/1", leader.session());
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(back.headers().firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
    assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("GPS 32.39N");
    assertThat(new String(back.body(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
    assertThat(postman.fetch(page + "/photos/2", leader.session()).statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("联络员代记：写明代谁记录、谁记的；没有任务的账号记不了")
  void anAideWritesUnderItsOwnName() {
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "小张");
    assertThat(send(aide, "/visits", note("看了"), "", NOTHING).statusCode()).isEqualTo(404);
    people.lend(leader, aide);

    String page = written(aide, note("代为走访"), NOTHING);

    assertThat(door.page(page, leader.session()).page().select("main").text())
        .contains("代 王领导 记录：小张");
    assertThat(visits.findById(id(page)).orElseThrow())
        .satisfies(visit -> {
          assertThat(visit.leaderId()).isEqualTo(leader.account().id());
          assertThat(visit.writtenBy()).isEqualTo(aide.account().username());
        });
  }

  @Test
  @DisplayName("给两位领导联络的，要选代哪一位")
  void anAideOfTwoSaysForWhom() {
    Person second = people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导");
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "小张");
    people.link(second, company);
    people.lend(leader, aide);
    people.lend(second, aide);

    HttpResponse<byte[]> asked = send(aide, "/visits", note("走访"), "", NOTHING);

    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(text(asked)).select("#leader option").eachText()).contains("王领导", "李领导");
    assertThat(Jsoup.parse(text(asked)).select("#note").text()).isEqualTo("走访");
    Map<String, String> chosen = note("走访");
    chosen.put("leader", "" + second.account().id());
    assertThat(visits.findById(id(written(aide, chosen, NOTHING))).orElseThrow().leaderId())
        .isEqualTo(second.account().id());
  }

  @Test
  @DisplayName("写错的说明在哪里，写过的都留着；坏照片不收，记录也不留下")
  void whatIsWrongIsSaidAndNothingIsKept() {
    long before = visible.count(VisibleVisits.Query.of(company.id()), new Scope.Whole());
    Map<String, String> late = note("走访");
    late.put("visitedOn", people.today().plusDays(1).toString());

    for (HttpResponse<byte[]> refused :
        List.of(
            send(leader, "/visits", note(""), "", NOTHING),
            send(leader, "/visits", late, "", NOTHING),
            send(leader, "/visits", note("走访"), "IMG.jpg", bytes("MZ program")),
            send(leader, "/visits", note("走访"), "IMG.svg", bytes("<svg onload='x()'/>")),
            send(leader, "/visits", note("走访"), "IMG.pdf", bytes("%PDF-1.4")))) {
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(Jsoup.parse(text(refused)).select("#tookPart").attr("value")).isEqualTo("张某");
    }
    assertThat(visible.count(VisibleVisits.Query.of(company.id()), new Scope.Whole()))
        .isEqualTo(before);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  @DisplayName("企业看到走访日期和领导；情况和照片要记录人供查看才看到")
  void theCompanyReadsWhatItIsLetRead() throws IOException {
    Person owner = people.owner(company);
    String page = written(leader, note("内部情况"), photo());

    assertThat(door.page(page, owner.session()).body())
        .contains("王领导")
        .doesNotContain("内部情况")
        .doesNotContain("张某");
    assertThat(door.page("/visits", owner.session()).body()).doesNotContain("内部情况");
    assertThat(postman.fetch(page + "/photos/1", owner.session()).statusCode()).isEqualTo(404);
    assertThat(send(leader, page + "/additions", Map.of("shared", "yes"), "", NOTHING).statusCode())
        .isEqualTo(303);

    assertThat(door.page(page, owner.session()).body()).contains("内部情况");
    assertThat(postman.fetch(page + "/photos/1", owner.session()).statusCode()).isEqualTo(200);
    assertThat(door.page("/visits.xlsx", owner.session()).code()).isEqualTo(403);
    assertThat(door.page("/visits/new", owner.session()).code()).isEqualTo(403);
  }

  @Test
  @DisplayName("只有记录人能补充，原文不变；一天以后不再补充")
  void onlyTheAuthorAddsWithinADay() {
    Person aide = people.person(Role.LEADER, LeaderPeople.COUNTY, "小张");
    people.lend(leader, aide);
    String page = written(leader, note("第一句"), NOTHING);

    assertThat(send(leader, page + "/additions", Map.of("note", "更正一处"), "", NOTHING).statusCode())
        .isEqualTo(303);
    assertThat(send(leader, page + "/additions", Map.of(), "", NOTHING).statusCode())
        .isEqualTo(422);
    assertThat(send(aide, page + "/additions", Map.of("note", "我来改"), "", NOTHING).statusCode())
        .isEqualTo(403);

    assertThat(door.page(page, leader.session()).page().select(".prose").text())
        .contains("第一句", "更正一处");
    Visit visit = visits.findById(id(page)).orElseThrow();
    assertThat(visit.note()).isEqualTo("第一句");
    Visit older =
        new Visit(
            visit.id(),
            visit.companyId(),
            visit.leaderId(),
            visit.visitedOn(),
            null,
            "",
            false,
            visit.writtenBy(),
            visit.writtenAt().minus(Duration.ofHours(24)));
    assertThat(recording.open(visit, visit.writtenBy())).isTrue();
    assertThat(recording.open(older, visit.writtenBy())).isFalse();
  }

  @Test
  @DisplayName("各看各的：别的领导、别的镇、别的企业看不到")
  void everybodySeesWhatIsTheirs() {
    String page = written(leader, note("本镇走访"), NOTHING);
    Person otherLeader = people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导");
    Person town = people.person(Role.TOWNSHIP, LeaderPeople.TOWN, "本镇");
    Person otherTown = people.person(Role.TOWNSHIP, LeaderPeople.OTHER_TOWN, "别镇");
    Person office = people.person(Role.OFFICE, LeaderPeople.COUNTY, "培育办");
    Person neighbour = people.owner(people.company("邻居", LeaderPeople.TOWN));
    Person auditor = people.person(Role.AUDITOR, LeaderPeople.COUNTY, "审计");

    for (Person sees : List.of(leader, town, office)) {
      assertThat(door.page(page, sees.session()).code()).isEqualTo(200);
      assertThat(door.page("/visits?q=" + company.name(), sees.session()).body()).contains("本镇走访");
    }
    for (Person blind : List.of(otherLeader, otherTown, neighbour, auditor)) {
      assertThat(door.page(page, blind.session()).code()).isEqualTo(404);
    }
    assertThat(door.page("/visits?size=200", otherTown.session()).body())
        .doesNotContain(company.name());
    assertThat(door.page("/visits/new", office.session()).code()).isEqualTo(403);
  }

  @Test
  @DisplayName("没有走访的列得出来，走访以后不在其中；统计按季度、按家数")
  void whoWasForgottenAndHowOftenSomebodyWent() {
    assertThat(silent()).contains(company.name(), "从未走访");

    written(leader, note("第一次"), NOTHING);
    written(leader, note("第二次"), NOTHING);

    assertThat(silent()).doesNotContain(company.name());
    String row =
        door.page("/visits/summary", leader.session())
            .page()
            .select("tbody tr:contains(王领导)")
            .text();
    assertThat(row).matches("王领导 1( \\d){4} 2 1");
    VisitFigures.Period period =
        figures.between(people.today(), people.today(), new Scope.Single(company.id()));
    assertThat(period.visits()).isEqualTo(2);
    assertThat(period.companies()).isEqualTo(1);
    assertThat(period.leaders()).containsExactly(new VisitFigures.ByLeader("王领导", 2));
  }

  private String silent() {
    return door.page("/visits/unvisited", leader.session()).page().select("tbody").text();
  }

  @Test
  @DisplayName("去前看一眼：上次走访、联系人都在，别人的企业没有这一页")
  void oneScreenForTheWay() {
    people.owner(company);
    written(leader, note("上次说到用地"), NOTHING);

    var page = door.page("/portfolio/" + company.id(), leader.session()).page();

    assertThat(page.select("main").text()).contains("上次走访", "上次说到用地", "经办人", "王领导");
    Person otherLeader = people.person(Role.LEADER, LeaderPeople.COUNTY, "李领导");
    assertThat(door.page("/portfolio/" + company.id(), otherLeader.session()).code())
        .isEqualTo(404);
  }

  private static long id(String page) {
    return Long.parseLong(page.replaceFirst(".*/", ""));
  }
}
