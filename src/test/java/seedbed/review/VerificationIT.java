package seedbed.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.signin.Door;
import seedbed.startup.TestDatabase;

/// Whoever changes a row of a closed round is found out.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("核对已办结的动态管理")
final class VerificationIT {

  private static final String RECTIFYING = "核对时整改的企业";

  @Inject ReviewCounties counties;
  @Inject ReviewPeople people;
  @Inject FormerDigest former;
  @Inject Door door;

  private County county;
  private long round;
  private long member;

  @BeforeEach
  void aRoundWithASupplementIsClosed() {
    county = counties.settle();
    round = county.opened();
    member = county.member(round, county.first);
    county.decide(
        member,
        Map.of(
            "decision",
            "rectify",
            "rectifyUntil",
            people.today().plusDays(30).toString(),
            "reason",
            RECTIFYING));
    county.decide(county.member(round, county.second), "keep", "继续培育");
    county.closed(round);
    county.supplement(round, member, "recheck", "keep", "复查已补齐");
  }

  @Test
  @DisplayName("没有改动的逐件一致")
  void whatNobodyChangedIsTheSame() {
    assertThat(found()).containsEntry("本轮全部结果", "✓ 一致");
    assertThat(found()).containsEntry("补充决定（整改复查）", "✓ 一致");
    assertThat(county.main(page()))
        .contains(String.valueOf(county.round(round).digest()))
        .doesNotContain("不一致");
  }

  @ParameterizedTest
  @DisplayName("改动本轮任何一处都会发现")
  @ValueSource(
      strings = {
        "UPDATE review_round SET document = '另一份公告' WHERE id = :round",
        "UPDATE review_round SET effective_on = effective_on + INTERVAL 1 DAY WHERE id = :round",
        "UPDATE review_round SET decisions_due = decisions_due + INTERVAL 1 DAY WHERE id = :round",
        "UPDATE review_round SET opinions_due = opinions_due + INTERVAL 1 DAY WHERE id = :round",
        "UPDATE review_round SET closed_by = '别人' WHERE id = :round",
        "UPDATE review_round SET closed_at = closed_at - INTERVAL 1 SECOND WHERE id = :round",
        "UPDATE review_label SET label = '别的培育库' WHERE round_id = :round AND kind = 'TITLE'",
        "UPDATE review_member SET name = '换了名字' WHERE id = :member",
        "UPDATE review_member SET stay_words = '' WHERE id = :member AND stay_words IS NOT NULL",
        "UPDATE review_member SET carried = '' WHERE id = :member",
        "UPDATE review_verdict SET truth = 'MET' WHERE member_id = :member AND purpose = 'STAY'",
        "UPDATE review_verdict SET panel = '' WHERE member_id = :member AND purpose = 'STAY'",
        "UPDATE review_ruling SET opinion_note = '' WHERE member_id = :member",
        "UPDATE review_ruling SET reason = '别的理由' WHERE member_id = :member",
        "UPDATE review_entry SET note = '别的理由' WHERE member_id = :member",
        "UPDATE review_entry SET done_by = '别人' WHERE member_id = :member",
        "DELETE FROM review_entry WHERE member_id = :member",
        """
        INSERT INTO review_entry (member_id, kind, says, done_at, done_by, done_as)
        VALUES (:member, 'OPINION', 'KEEP', '2026-01-01 00:00:00', '试验', '试验')
        """,
      })
  void whateverIsChangedOfTheRoundIsFound(String change) throws SQLException {
    change(change);

    assertThat(found()).containsEntry("本轮全部结果", "✕ 不一致");
    assertThat(county.main(page())).contains("现在的数据与办结时不同");
  }

  @ParameterizedTest
  @DisplayName("改动补充决定任何一处都会发现")
  @ValueSource(
      strings = {
        "UPDATE review_supplement SET reason = '别的理由' WHERE round_id = :round",
        "UPDATE review_supplement SET issued_by = '别人' WHERE round_id = :round",
        "UPDATE review_supplement_line SET decision = 'REMOVE' WHERE member_id = :member",
        "UPDATE review_supplement_line SET truth = 'MET' WHERE member_id = :member",
        "UPDATE review_supplement_line SET verdict_number = '' WHERE member_id = :member",
        "DELETE FROM review_supplement_line WHERE member_id = :member",
      })
  void whateverIsChangedOfASupplementIsFound(String change) throws SQLException {
    change(change);

    assertThat(found()).containsEntry("补充决定（整改复查）", "✕ 不一致");
    assertThat(found()).containsEntry("本轮全部结果", "✓ 一致");
  }

  @Test
  @DisplayName("连登记的摘要一起改，归档的对不上")
  void whoeverChangesTheDigestTooIsFoundByTheArchive() throws SQLException {
    change("UPDATE review_ruling SET reason = '别的理由' WHERE member_id = :member");
    try (Connection connection = TestDatabase.asOwner()) {
      String taken = DigestWitness.of(connection, round);
      change("UPDATE review_round SET digest = '" + taken + "' WHERE id = :round");
    }

    assertThat(found()).containsEntry("本轮全部结果", "✕ 不一致");
    assertThat(county.main(page())).contains("归档的摘要不同");
  }

  @Test
  @DisplayName("用旧算法办结的按旧算法核对")
  void aRoundThatWasClosedByTheFormerDigestIsVerifiedByIt() throws SQLException {
    String digest = former.of(county.round(round), _ -> {});
    assertThat(digest).isNotEqualTo(county.round(round).digest());
    change(
        "UPDATE review_round SET digest_version = 1, digest = '" + digest + "' WHERE id = :round");
    change(
        "UPDATE archive_document SET digest = '"
            + digest
            + "' WHERE about_id = :round AND about_kind = 'review' AND series = 'REVIEW'");

    assertThat(found()).containsEntry("本轮全部结果", "✓ 一致");
    change("UPDATE review_ruling SET reason = '别的理由' WHERE member_id = :member");
    assertThat(found()).containsEntry("本轮全部结果", "✕ 不一致");
  }

  @Test
  @DisplayName("没有办结的没有可以核对的")
  void anOpenRoundHasNothingToBeVerified() {
    County other = counties.settle();
    long open = other.opened();

    assertThat(door.page("/reviews/" + open + "/verification", other.office).code()).isEqualTo(409);
    assertThat(door.page(page(), other.office).code()).isEqualTo(404);
    assertThat(door.page(page(), county.township).code()).isEqualTo(403);
  }

  private String page() {
    return "/reviews/" + round + "/verification";
  }

  /// The result of each document.
  private Map<String, String> found() {
    Map<String, String> found = new HashMap<>();
    for (var row : door.page(page(), county.office).page().select("tbody tr")) {
      found.put(row.select("th").getFirst().ownText(), row.select(".tag").text());
    }
    return found;
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = TestDatabase.asOwner();
        Statement statement = connection.createStatement()) {
      int changed =
          statement.executeUpdate(
              sql.replace(":round", "" + round).replace(":member", "" + member));
      assertThat(changed).as(sql).isPositive();
    }
  }
}
