package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.signin.Door;

/// Whom the steps of a request are told to, and that nobody's silence counts who was not told.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("诉求的告知")
final class TellingIT {

  @Inject RequestPeople people;
  @Inject GivenRequests given;
  @Inject Silences silences;
  @Inject SilenceEnding chore;
  @Inject Door door;
  @Inject Clock clock;

  private @Nullable Company known;
  private LocalDate today = LocalDate.EPOCH;

  @BeforeEach
  void settle() {
    people.settle();
    today = LocalDate.now(clock);
    known = people.company();
  }

  private Company company() {
    return Objects.requireNonNull(known);
  }

  private String inbox(String session) {
    return door.page("/inbox", session).page().select(".messages").text();
  }

  @Test
  @DisplayName("分办、转办、延期、答复、重新办理，各告知该知道的人，别县同名单位不打扰")
  void everyStepIsToldToWhomItConcerns() {
    String owner = people.owner(company());
    String office = people.person(Role.OFFICE, RequestPeople.COUNTY);
    String science = people.department("科技局", RequestPeople.COUNTY);
    String land = people.department("自然资源局", RequestPeople.COUNTY);
    String elsewhere = people.department("自然资源局", "2001");
    long id = given.raised(company().id(), today);

    people.act(office, id, "/routing", Map.of("unit", "科技局"));
    assertThat(inbox(science)).contains("诉求待办", company().name(), "由科技局办理", "为什么收到");
    assertThat(inbox(owner)).contains("诉求进展", "由科技局办理");
    assertThat(inbox(land)).doesNotContain(company().name());

    people.act(science, id, "/transfer", Map.of("unit", "自然资源局", "words", "属于用地"));
    assertThat(inbox(land)).contains("由自然资源局办理");
    assertThat(inbox(elsewhere)).doesNotContain(company().name());

    LocalDate later = Objects.requireNonNull(given.find(id).dueOn()).plusDays(5);
    people.act(land, id, "/extension", Map.of("day", "" + later, "words", "需要论证"));
    assertThat(inbox(owner)).contains("改为 " + later, "需要论证");

    people.act(land, id, "/answer", Map.of("words", "已纳入供地计划"));
    assertThat(inbox(owner)).contains("诉求已答复", "请于 " + today.plusDays(10) + " 前确认");

    people.act(owner, id, "/objection", Map.of("words", "面积不够"));
    assertThat(inbox(land)).contains("重新由自然资源局办理");
  }

  @Test
  @DisplayName("新诉求一提出培育办就收到一条，打开就是这件诉求；直接交办的也知道，别县的不打扰")
  void theOfficeLearnsOfANewRequestOnce() {
    String owner = people.owner(company());
    String office = people.person(Role.OFFICE, RequestPeople.COUNTY);
    String elsewhere = people.person(Role.OFFICE, RequestPeople.OTHER_COUNTY);
    String labour = people.department("人社局", RequestPeople.COUNTY);

    long id = people.raise(owner, Map.of("kind", "land", "subject", "要一块地", "wanted", "二期厂房")).id();
    people.raise(owner, Map.of("kind", "labour", "subject", "缺十名焊工", "wanted", "节后到岗"));

    assertThat(inbox(office))
        .containsOnlyOnce("新诉求待分办：要一块地")
        .contains("请于 " + today.plusDays(2) + " 前分办")
        .containsOnlyOnce("新诉求：缺十名焊工")
        .contains("直接由人社局办理");
    assertThat(door.page("/inbox", office).page().select(".messages form").eachAttr("action"))
        .anyMatch(action -> action.endsWith("/opening"));
    assertThat(inbox(labour)).contains("诉求待办：缺十名焊工").doesNotContain("新诉求");
    assertThat(inbox(elsewhere)).doesNotContain("要一块地");
    assertThat(given.find(id).stage()).isEqualTo(Stage.RAISED);
  }

  @Test
  @DisplayName("办理单位没有账号的，告知培育办")
  void aUnitWithoutAnAccountIsTheOfficesMatter() {
    String office = people.person(Role.OFFICE, RequestPeople.COUNTY);
    long id = given.raised(company().id(), today);

    people.act(office, id, "/routing", Map.of("unit", "税务局"));

    assertThat(inbox(office)).contains("办理单位没有账号", company().name());
  }

  @Test
  @DisplayName("视为同意前提醒一次，之后告知")
  void silenceIsAnnouncedAndTold() {
    String owner = people.owner(company());
    long soon = given.answered(company().id(), "自然资源局", today.minusDays(7));

    chore.run(today);
    chore.run(today);

    assertThat(inbox(owner)).containsOnlyOnce("请确认答复").contains(today.plusDays(3) + " 前没有反馈的");
    assertThat(given.find(soon).stage()).isEqualTo(Stage.ANSWERED);

    long ended = given.answered(company().id(), "自然资源局", today.minusDays(11));
    chore.run(today);
    assertThat(given.find(ended).closing()).isEqualTo(Request.Closing.SILENT);
    assertThat(inbox(owner)).contains("视为同意，诉求已办结");
  }

  @Test
  @DisplayName("答复时企业没有账号的，不视为同意；开通后送达，期限从送达起算")
  void nobodysSilenceCountsWhoWasNotTold() {
    String office = people.person(Role.OFFICE, RequestPeople.COUNTY);
    long id = given.answered(company().id(), "自然资源局", today.minusDays(40));
    assertThat(inbox(office)).contains("答复没有送达", company().name());

    chore.run(today);

    assertThat(given.find(id).stage()).isEqualTo(Stage.ANSWERED);
    assertThat(door.page("/requests/" + id, office).page().select("main").text())
        .contains("没有送达", "不会视为同意")
        .doesNotContain("还有 -");

    String owner = people.owner(company());
    silences.close(today);
    assertThat(given.find(id).stage()).isEqualTo(Stage.ANSWERED);
    chore.run(today);

    assertThat(given.find(id).dueOn()).isEqualTo(today.plusDays(10));
    assertThat(given.find(id).late()).isFalse();
    assertThat(inbox(owner)).containsOnlyOnce("诉求已答复");
    assertThat(door.page("/requests/" + id, owner).page().select("main").text())
        .contains("答复补送企业", "还有 10 天")
        .doesNotContain("没有送达");
  }
}
