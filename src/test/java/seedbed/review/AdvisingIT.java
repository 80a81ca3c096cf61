package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.figure.Period;
import seedbed.signin.Door;

/// What townships say of the members they look after.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("动态管理的镇（街道）意见")
final class AdvisingIT {

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject Door door;
  @Inject Entries entries;
  @Inject Clock clock;

  private County county;

  @BeforeEach
  void settle() {
    county = counties.settle();
  }

  @Test
  @DisplayName("镇（街道）只对所辖企业提意见，沿用的内容须重新确认")
  void theTownshipAdvisesItsOwnAndConfirmsWhatIsCarried() {
    LocalDate longAgo = people.today().minusYears(3);
    people.report(
        county.first,
        "no_bad_record",
        Period.day(longAgo),
        "yes",
        longAgo.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant());
    long round = county.opened();
    String own = "/review-members/" + county.member(round, county.first);
    assertThat(county.main(county.township, own)).contains("待重新确认");
    var unconfirmed =
        people.send(county.township, own, own + "/opinion", Map.of("opinion", "keep"));
    assertThat(unconfirmed.code()).isEqualTo(422);
    assertThat(unconfirmed.page().select("#errors").text()).contains("沿用");

    assertThat(
            door.page("/review-members/" + county.member(round, county.second), county.township)
                .code())
        .isEqualTo(404);
    people.act(
        county.township, own, own + "/opinion", Map.of("opinion", "keep", "confirmed", "yes"));

    assertThat(county.ruling(county.member(round, county.first)).opinion())
        .isEqualTo(Decision.KEEP);
    assertThat(county.main(own)).contains("镇（街道）意见：保留");
  }

  @Test
  @DisplayName("建议整改、调出的要写理由")
  void anOpinionAgainstStayingIsGivenWithItsReason() {
    String own = "/review-members/" + county.member(county.opened(), county.first);

    var refused = people.send(county.township, own, own + "/opinion", Map.of("opinion", "remove"));

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("#note-problem").text()).contains("请写明理由");
    assertThat(refused.page().select("#opinion option[selected]").attr("value"))
        .isEqualTo("remove");
  }

  @Test
  @DisplayName("再次打开时意见表单里是已登记的内容")
  void theFormBeginsWithWhatWasSaid() {
    String own = "/review-members/" + county.member(county.opened(), county.first);
    Instant before = clock.instant().truncatedTo(ChronoUnit.MICROS);
    people.act(
        county.township, own, own + "/opinion", Map.of("opinion", "rectify", "note", "研发投入不足"));
    Instant after = clock.instant();

    var said = entries.of(Long.parseLong(own.replaceFirst(".*/", "")));
    assertThat(said)
        .singleElement()
        .satisfies(entry -> assertThat(entry.doneAt()).isBetween(before, after));
    var form = door.page(own, county.township).page();

    assertThat(form.select("#opinion option[selected]").attr("value")).isEqualTo("rectify");
    assertThat(form.select("#note").attr("value")).isEqualTo("研发投入不足");
  }

  @Test
  @DisplayName("成批意见里夹带别处的企业，一家也不登记")
  void opinionsOfMembersElsewhereAreNotTaken() {
    long round = county.opened();
    County other = counties.settle();
    long otherMember = other.member(other.opened(), other.first);
    long otherTown = county.member(round, county.second);

    var answer =
        county.sendMany(
            county.township,
            "/reviews/" + round,
            "/reviews/" + round + "/opinions",
            Map.of(
                "member",
                    List.of(
                        "" + county.member(round, county.first), "" + otherTown, "" + otherMember),
                "opinion", List.of("keep")));

    assertThat(answer.code()).as(answer.body()).isEqualTo(303);
    assertThat(county.ruling(county.member(round, county.first)).opinion())
        .isEqualTo(Decision.KEEP);
    assertThat(county.ruling(otherTown).opinion()).isNull();
    assertThat(county.ruling(otherMember).opinion()).isNull();
  }
}
